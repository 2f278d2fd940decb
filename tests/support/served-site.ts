import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serve } from '@hono/node-server';
import { inject } from 'vitest';
import { withLock } from '#state/lock.ts';
import { stateOf } from '#state/state.ts';
import { siteServer } from '#server/site/serve-site.ts';
import { archive } from './run-archive.ts';

export interface ServedSite {
  readonly origin: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** The day for which the tests build the example archive. */
export const EXAMPLE_DAY = '2026-11-22';

/** Clean copies of the examples outlast a run: they are made again when a picture or the recipe changed. */
const EXAMPLE_STATE = resolve('node_modules', '.cache', 'examples');

/** The example archive, built once in a run whoever asks first, and served: to be read, never changed. */
export async function serveExamples(): Promise<ServedSite> {
  return serveFolder(await builtExamples());
}

/**
 * The example archive in a folder of the test's own, to be changed, with the clean copies of its media:
 * to clean them all again costs more than everything else in a build.
 */
export async function copyExamples(content: string): Promise<void> {
  await builtExamples();
  await cp('content', content, { recursive: true });
  const own = process.env['ARCHIVE_STATE'];
  process.env['ARCHIVE_STATE'] = EXAMPLE_STATE;
  const { mediaCache: cleaned } = stateOf('content');
  process.env['ARCHIVE_STATE'] = own;
  await cp(cleaned, stateOf(content).mediaCache, { recursive: true });
}

/** The folder of the finished site. */
async function builtExamples(): Promise<string> {
  const folder = join(inject('runFolder'), 'examples');
  await withLock(
    `${folder}.lock`,
    () => undefined,
    async () => {
      if (existsSync(folder)) return;
      const env = { ARCHIVE_STATE: EXAMPLE_STATE };
      await buildInto(`${folder}.begun`, 'content', EXAMPLE_DAY, env);
      await rename(`${folder}.begun`, folder);
    },
  );
  return folder;
}

async function buildInto(
  folder: string,
  content: string,
  day: string,
  env: Record<string, string> = {},
): Promise<void> {
  const ran = await archive(['build', '--content', content, '--out', folder, '--today', day], env);
  if (ran.exit !== 0) throw new Error(`The archive could not be built for this test:\n${ran.out}`);
}

/** Builds the archive in `content` for a day and serves it on a free port, as `npm start` does. */
export async function buildAndServe(content: string, day: string): Promise<ServedSite> {
  const home = await mkdtemp(join(tmpdir(), 'served-'));
  const folder = join(home, 'dist');
  await buildInto(folder, content, day);
  const served = await serveFolder(folder);
  return {
    ...served,
    close: async () => {
      await served.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

export async function serveFolder(
  folder: string,
  tombstones: readonly string[] = [],
): Promise<ServedSite> {
  const site = await siteServer({ folder, tombstones });
  const server = serve({ fetch: site.fetch, port: 0 });
  await new Promise<void>((done) => server.once('listening', () => done()));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    folder,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
