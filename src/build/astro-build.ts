import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import { withLock } from '#state/lock.ts';
import type { State } from '#state/state.ts';
import { Fault } from '#records/fault.ts';

/**
 * Astro keeps what it compiled in `.astro/` of the working copy, whatever archive it draws. Two at
 * once would take each other's pages and styles, so this lock is the working copy's own.
 */
const ONE_AT_A_TIME = resolve('.archive', 'astro.lock');

/** Where pages are drawn for a folder that Astro would take for one of the working copy. */
const DRAWN = resolve('.archive', 'drawn');

/**
 * Astro holds a folder for one of the working copy when its path begins with the same letters:
 * `/srv/archive-site` beside `/srv/archive`. It then looks there for its own packages, where none are.
 */
export function isTakenForOurs(out: string, ours: string): boolean {
  return out.startsWith(ours) && out !== ours && !out.startsWith(ours + sep);
}

/** Draws the site from the release tree into `out`. What Astro says goes to a log that is never public. */
export async function astroBuild(
  state: State,
  out: string,
  /** Called when another archive is being drawn, and this one waits. */
  onWait: () => void,
): Promise<void> {
  await mkdir(state.log, { recursive: true, mode: 0o700 });
  const log = join(state.log, 'astro.log');
  const exit = await withLock(ONE_AT_A_TIME, onWait, () => drawn(resolve(out), state, log));
  if (exit !== 0) throw new Fault('pages-not-drawn', { exit, log });
}

async function drawn(out: string, state: State, log: string): Promise<number> {
  if (!isTakenForOurs(out, process.cwd())) return run(['build', '--outDir', out], state, log);
  const exit = await run(['build', '--outDir', DRAWN], state, log);
  // Copied, because the folder may be on another disk.
  if (exit === 0) await cp(DRAWN, out, { recursive: true });
  await rm(DRAWN, { recursive: true, force: true });
  return exit;
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

function run(args: readonly string[], state: State, log: string): Promise<number> {
  return new Promise((done, fail) => {
    const sink = createWriteStream(log);
    const child = spawn(process.execPath, [astroCommand(), ...args], {
      env: astroEnvironment(state),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(sink, { end: false });
    child.stderr.pipe(sink, { end: false });
    child.on('error', fail);
    child.on('close', (code) => sink.end(() => done(code ?? 1)));
  });
}
