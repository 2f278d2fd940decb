import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getMimeType } from 'hono/utils/mime';
import type { draw } from '#desk/entry.ts';
import type { DrawnPages } from '#server/draw.ts';
import { etagOf } from '#server/site/compressed-body.ts';
import { astroCommand, plainEnvironment } from '#build/astro-build.ts';
import { withLock } from '#state/lock.ts';
import { filesBelow } from '#state/files-below.ts';
import { SOURCE_FOLDER } from '#state/source-folder.ts';

const PROGRAM = join(SOURCE_FOLDER, '..');
/** Beside the packages it is built with: what is there once is there for every archive of this program. */
const KEPT = join(PROGRAM, 'node_modules', '.cache', 'desk-pages');
/** Of older versions, in case a server that began with one still runs. */
const KEPT_VERSIONS = 5;

let opened: Promise<DrawnPages> | undefined;

/**
 * The pages that are drawn on request (docs/decisions.md, "One way to draw"), built when this version of the
 * program has not built them yet. All of it is read now: what happens to the folder later does no harm.
 * @throws DeskPagesError where they cannot be built, in words for whoever starts the archive
 */
export function deskPages(): Promise<DrawnPages> {
  opened ??= builtPages().then(load);
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** Why the pages are not there. Nothing of any archive is in it. */
export class DeskPagesError extends Error {}

/**
 * The folder of this version below `kept`, built if it is not there.
 * @throws DeskPagesError where it cannot be built, or `kept` cannot be written to
 */
export async function builtPages(kept: string = KEPT): Promise<string> {
  const cannotWrite = (error: unknown): never => refuse(error, kept);
  const folder = join(kept, await versionOf());
  if (existsSync(folder)) return folder;
  await mkdir(kept, { recursive: true }).catch(cannotWrite);
  await withLock(
    `${folder}.lock`,
    () => undefined,
    async () => {
      if (!existsSync(folder)) await buildInto(folder);
    },
  ).catch(cannotWrite);
  return folder;
}

function refuse(error: unknown, kept: string): never {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof DeskPagesError || code === undefined) throw error;
  throw new DeskPagesError(
    `The pages of the desk and of /withdraw/ have to be built once for this version of the program, and ${kept} cannot be written to (${code}). Start the archive once as a user who may write there; after that it is only read. Nothing was built and nothing was changed.`,
  );
}

/** The digest of the program, its packages and what it runs in: what else the pages were made of is certain then. */
async function versionOf(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  const files = [
    ...['astro.desk.config.mjs', 'package-lock.json'].map((name) => join(PROGRAM, name)),
    ...(await filesBelow(SOURCE_FOLDER)).map((name) => join(SOURCE_FOLDER, name)),
  ];
  for (const file of files) hash.update(file.slice(PROGRAM.length)).update(await readFile(file));
  return hash.digest('hex').slice(0, 20);
}

/** Whole or not at all: put together beside its place, then moved there. */
async function buildInto(folder: string): Promise<void> {
  const kept = dirname(folder);
  const root = await mkdtemp(join(kept, 'begun-'));
  try {
    const log = join(kept, 'build.log');
    const exit = await astro(root, log);
    if (exit !== 0)
      throw new DeskPagesError(
        `The pages of the desk and of /withdraw/ could not be built (exit ${exit}); ${log} says why. Nothing else was built and nothing was changed.`,
      );
    await rename(join(root, 'out'), folder);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  await forgetOldVersions(kept);
}

async function astro(root: string, log: string): Promise<number> {
  const file = await open(log, 'w');
  const args = ['build', '--config', 'astro.desk.config.mjs', '--outDir', join(root, 'out')];
  try {
    return await new Promise((done, fail) => {
      const env = { ...plainEnvironment(), ARCHIVE_DESK_ROOT: root };
      const stdio = ['ignore', file.fd, file.fd] as const;
      const child = spawn(process.execPath, [astroCommand(), ...args], {
        env,
        stdio: [...stdio],
        cwd: PROGRAM,
      });
      child.on('error', fail);
      child.on('close', (code) => done(code ?? 1));
    });
  } finally {
    await file.close();
  }
}

async function forgetOldVersions(kept: string): Promise<void> {
  const entries = await readdir(kept, { withFileTypes: true });
  const names = entries
    .filter((entry) => /^[0-9a-f]{20}$/.test(entry.name))
    .map(({ name }) => name);
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(kept, name))).mtimeMs })),
  );
  for (const { name } of dated.toSorted((a, b) => b.at - a.at).slice(KEPT_VERSIONS))
    await rm(join(kept, name), { recursive: true, force: true });
}

async function load(folder: string): Promise<DrawnPages> {
  const server = join(folder, 'server');
  // Each page is a file that would be read when it is first asked for.
  for (const name of (await filesBelow(server)).filter((each) => each.endsWith('.mjs')))
    await import(pathToFileURL(join(server, name)).href);
  const entry = (await import(pathToFileURL(join(server, 'entry.mjs')).href)) as {
    readonly draw: typeof draw;
  };
  const client = join(folder, 'client');
  const assets = await Promise.all(
    (await filesBelow(client)).map(async (name) => {
      const type = getMimeType(name) ?? 'application/octet-stream';
      const bytes = await readFile(join(client, name));
      return [`/${name}`, { bytes, type, mark: etagOf(bytes) }] as const;
    }),
  );
  return { draw: entry.draw, assets: new Map(assets) };
}
