import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Fault } from '#records/fault.ts';
import { filesBelow } from '#state/files-below.ts';
import { SOURCE_FOLDER } from '#state/source-folder.ts';
import type { State } from '#state/state.ts';
import { plainEnvironment } from './environment.ts';
import { gatherPublic } from './public-files.ts';

const PROGRAM = join(SOURCE_FOLDER, '..');

/**
 * Draws the site from the release tree into `out`, which is not there yet, with pages that were
 * compiled into `compiled` (kept-pages.ts). It is drawn in a folder of this archive's own, which a withdrawal
 * clears, and moved when it is whole. What is said goes to a log that is never public.
 * @throws Fault `pages-not-drawn`, `public-file-changed`
 */
export async function drawSite(state: State, compiled: string, out: string): Promise<void> {
  await mkdir(state.log, { recursive: true, mode: 0o700 });
  const log = join(state.log, 'pages.log');
  await rm(state.drawing, { recursive: true, force: true });
  await mkdir(state.drawing, { recursive: true, mode: 0o700 });
  const site = join(state.drawing, 'site');
  try {
    await gatherPublic(join(PROGRAM, 'public'), site);
    await copyInto(site, join(compiled, 'client'));
    const exit = await run(state, compiled, site, log);
    if (exit !== 0) throw new Fault('pages-not-drawn', { exit, log });
    await move(site, resolve(out));
  } finally {
    await rm(state.drawing, { recursive: true, force: true });
  }
}

/** The bytes alone: where the program may only be read, the site is not read-only for that. */
async function copyInto(to: string, from: string): Promise<void> {
  for (const name of await filesBelow(from)) {
    await mkdir(dirname(join(to, name)), { recursive: true });
    await writeFile(join(to, name), await readFile(join(from, name)));
  }
}

/** Copied where the folder is on another disk. */
async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  });
}

/** What the process that draws is told: of the machine no key and no password, of the archive its release tree. */
export function drawingEnvironment(state: State): NodeJS.ProcessEnv {
  return { ...plainEnvironment(), ARCHIVE_RELEASE: state.release };
}

function run(state: State, compiled: string, site: string, log: string): Promise<number> {
  const program = join(compiled, 'server', 'pages', 'prerender-entry.mjs');
  return new Promise((done, fail) => {
    const sink = createWriteStream(log);
    const child = spawn(process.execPath, [program, site], {
      cwd: PROGRAM,
      env: drawingEnvironment(state),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(sink, { end: false });
    child.stderr.pipe(sink, { end: false });
    child.on('error', fail);
    child.on('close', (code) => sink.end(() => done(code ?? 1)));
  });
}
