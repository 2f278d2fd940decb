import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Fault } from '#records/fault.ts';
import { filesBelow } from '#state/files-below.ts';
import { withLock } from '#state/lock.ts';
import { PROGRAM_CACHE, SOURCE_FOLDER } from '#state/source-folder.ts';
import { plainEnvironment } from './environment.ts';

const PROGRAM = join(SOURCE_FOLDER, '..');
/** Of older versions, in case a server that began with one still runs. */
const KEPT_VERSIONS = 5;

/** What is compiled once for each version of the program, by the configuration of Astro that makes it. */
const PAGES = {
  /** The pages of the site, as a program that draws them from a release tree. */
  site: 'astro.site.config.mjs',
  /** The pages that are drawn on request, as a function. */
  desk: 'astro.desk.config.mjs',
} as const;

/**
 * The folder of this version's compiled pages, made if it is not there: `client/` holds what browsers
 * load, `server/` what draws. Nothing of any archive is in it, for nothing of one is there to be read.
 * `onCompile` is told when it has to be made.
 * @throws Fault `pages-not-compiled`, or `pages-not-kept` where `kept` cannot be written to
 */
export async function keptPages(
  pages: keyof typeof PAGES,
  onCompile: () => void = () => undefined,
  kept: string = PROGRAM_CACHE,
): Promise<string> {
  const home = join(kept, `${pages}-pages`);
  const folder = join(home, await versionOf(PROGRAM));
  if (existsSync(folder)) return folder;
  onCompile();
  try {
    await mkdir(home, { recursive: true });
    await withLock(
      `${folder}.lock`,
      () => undefined,
      async () => {
        if (!existsSync(folder)) await compileInto(folder, PAGES[pages]);
      },
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Fault('pages-not-kept', { folder: home, code });
  }
  return folder;
}

/** The digest of a program, its packages and what it runs in: what else the pages were made of is certain then. */
export async function versionOf(program: string): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  const source = (await filesBelow(join(program, 'src'))).map((name) => `src/${name}`);
  for (const name of [...Object.values(PAGES), 'astro.config.mjs', 'package-lock.json', ...source])
    // One call each: as promises, hundreds of small files cost five times as much.
    hash.update(name).update(readFileSync(join(program, name)));
  return hash.digest('hex').slice(0, 20);
}

/** Whole or not at all: put together beside its place, then moved there. */
async function compileInto(folder: string, config: string): Promise<void> {
  const home = dirname(folder);
  const root = await mkdtemp(join(home, 'begun-'));
  try {
    const log = join(home, 'compile.log');
    const exit = await compile(root, config, log);
    if (exit !== 0) throw new Fault('pages-not-compiled', { exit, log });
    await rename(join(root, 'out'), folder);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  await forgetOldVersions(home);
}

/** A folder of its own for what Astro writes while it works: others may compile at the same moment. */
async function compile(root: string, config: string, log: string): Promise<number> {
  const file = await open(log, 'w');
  const astro = join(
    dirname(createRequire(import.meta.url).resolve('astro/package.json')),
    'bin',
    'astro.mjs',
  );
  try {
    return await new Promise((done, fail) => {
      const child = spawn(
        process.execPath,
        [astro, 'build', '--config', config, '--outDir', join(root, 'out')],
        {
          env: { ...plainEnvironment(), ARCHIVE_PAGES_ROOT: root },
          stdio: ['ignore', file.fd, file.fd],
          cwd: PROGRAM,
        },
      );
      child.on('error', fail);
      child.on('close', (code) => done(code ?? 1));
    });
  } finally {
    await file.close();
  }
}

async function forgetOldVersions(home: string): Promise<void> {
  const entries = await readdir(home, { withFileTypes: true });
  const names = entries
    .filter((entry) => /^[0-9a-f]{20}$/.test(entry.name))
    .map(({ name }) => name);
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(home, name))).mtimeMs })),
  );
  for (const { name } of dated.toSorted((a, b) => b.at - a.at).slice(KEPT_VERSIONS))
    await rm(join(home, name), { recursive: true, force: true });
}
