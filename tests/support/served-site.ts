import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { siteServer } from '#gateway/serve-site.ts';
import { archive } from './run-archive.ts';

export interface ServedSite {
  readonly origin: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Builds the archive in `content` for a day and serves it on a free port, as `npm start` does. */
export async function buildAndServe(content: string, day: string): Promise<ServedSite> {
  const home = await mkdtemp(join(tmpdir(), 'served-'));
  const folder = join(home, 'dist');
  const ran = await archive(['build', '--content', content, '--out', folder, '--today', day]);
  if (ran.exit !== 0) throw new Error(`The archive could not be built for this test:\n${ran.out}`);
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
