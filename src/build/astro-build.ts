import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { SOURCE_FOLDER } from '#state/source-folder.ts';
import type { State } from '#state/state.ts';
import { Fault } from '#records/fault.ts';

const PROGRAM = join(SOURCE_FOLDER, '..');

/**
 * Draws the site from the release tree into `out`, which is not there yet. Astro works in a folder of
 * this archive's own, so that others may be drawn at the same time, and one inside the program's, for
 * outside of it Astro would put its pages where every archive's go. What it says goes to a log that is
 * never public.
 */
export async function astroBuild(state: State, out: string): Promise<void> {
  await mkdir(state.log, { recursive: true, mode: 0o700 });
  const log = join(state.log, 'astro.log');
  await rm(state.drawing, { recursive: true, force: true });
  await mkdir(state.drawing, { recursive: true, mode: 0o700 });
  try {
    const exit = await run(state, log);
    if (exit !== 0) throw new Fault('pages-not-drawn', { exit, log });
    await move(siteIn(state), resolve(out));
  } finally {
    await rm(state.drawing, { recursive: true, force: true });
  }
}

const siteIn = (state: State): string => join(state.drawing, 'site');

/** Copied where the folder is on another disk. */
async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  });
}

/** What a run of Astro is told of the machine; a key or a password that lies beside it is not. */
const PASSED_ON = [
  ...[
    'PATH',
    'HOME',
    'LANG',
    'LC_ALL',
    'TZ',
    'TMPDIR',
    'TEMP',
    'TMP',
    'PORT',
    'NODE_COMPILE_CACHE',
  ],
  ...[
    'SystemRoot',
    'COMSPEC',
    'PATHEXT',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
    'XDG_CONFIG_HOME',
  ],
] as const;

/** Astro's own settings for every run, and no word to anybody. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]])),
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    FORCE_COLOR: '0',
  };
}

/** The same for drawing the site: the release tree, and a cache of its own. */
export function astroEnvironment(state: State): NodeJS.ProcessEnv {
  return {
    ...plainEnvironment(),
    ARCHIVE_RELEASE: state.release,
    ARCHIVE_PUBLIC: state.publicFiles,
    ARCHIVE_CACHE: state.astroCache,
  };
}

export function astroCommand(): string {
  const home = dirname(createRequire(import.meta.url).resolve('astro/package.json'));
  return join(home, 'bin', 'astro.mjs');
}

function run(state: State, log: string): Promise<number> {
  const args = ['build', '--config', 'astro.config.mjs', '--outDir', siteIn(state)];
  return new Promise((done, fail) => {
    const sink = createWriteStream(log);
    const child = spawn(process.execPath, [astroCommand(), ...args], {
      cwd: PROGRAM,
      env: { ...astroEnvironment(state), ARCHIVE_DRAWING: state.drawing },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(sink, { end: false });
    child.stderr.pipe(sink, { end: false });
    child.on('error', fail);
    child.on('close', (code) => sink.end(() => done(code ?? 1)));
  });
}
