import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { Fault } from '#records/fault.ts';

/** A git command that said no. What git said may name a branch, so it is kept from answers and logs. */
export class GitError extends Fault<'git-failed'> {
  readonly out: Buffer;
  constructor(command: string, exit: number, out: Buffer) {
    super('git-failed', { command, exit });
    this.out = out;
  }

  get exit(): number {
    return this.facts.exit;
  }
}

/** One identity for everything the desk writes, so that history names nobody (docs/consent.md, T11). */
const NOBODY = 'Archive desk';
const NO_REPLY = 'desk@no-reply.invalid';

/** Names as they are, and neither hooks nor signatures: nothing but plumbing runs. */
const SETTINGS = [
  'core.quotePath=false',
  'core.hooksPath=/dev/null',
  'commit.gpgSign=false',
  'core.autocrlf=false',
  'gc.auto=0',
];

export interface GitRun {
  readonly input?: string | Buffer;
  /** An index of its own, so that the one of the working copy is never touched. */
  readonly index?: string;
}

/** Runs one git command in a repository; answers with what it wrote. */
export function git(
  folder: string,
  args: readonly string[],
  { input, index }: GitRun = {},
): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = startGit(folder, args, index);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stdin.on('error', () => undefined);
    child.on('error', fail);
    child.on('close', (code) => {
      const out = Buffer.concat(chunks);
      if (code === 0) done(out);
      else fail(new GitError(args[0] ?? '', code ?? -1, out));
    });
    child.stdin.end(input ?? '');
  });
}

/** Starts one git command and leaves its two streams to the caller: for what is too large to be held. */
export function startGit(
  folder: string,
  args: readonly string[],
  index?: string,
): ChildProcessByStdio<Writable, Readable, null> {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  return spawn('git', [...settings, ...args], {
    cwd: folder,
    env: environment(index),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

/** The first line of the answer, or nothing when git said no. */
export async function gitLine(
  folder: string,
  args: readonly string[],
  run: GitRun = {},
): Promise<string | undefined> {
  try {
    return (await git(folder, args, run)).toString('utf8').split('\n')[0]?.trim();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** The same, whole and without waiting, for what must be known before anything else; nothing when git said no or is not there. */
export function gitNow(folder: string, args: readonly string[]): string | undefined {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const { status, stdout } = spawnSync('git', [...settings, ...args], {
    cwd: folder,
    env: environment(undefined),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}

/** The bytes of many objects at once; one that is not there is left out. */
export async function readObjects(
  folder: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  if (names.length === 0) return new Map();
  return objectsIn(await git(folder, BATCH, { input: linesOf(names) }), names);
}

/** The same without waiting, for what must be known before anything else; none where git said no or is not there. */
export function readObjectsNow(
  folder: string,
  names: readonly string[],
): ReadonlyMap<string, Buffer> {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const { status, stdout } = spawnSync('git', [...settings, ...BATCH], {
    cwd: folder,
    env: environment(undefined),
    input: linesOf(names),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return status === 0 ? objectsIn(stdout, names) : new Map();
}

const BATCH = ['cat-file', '--batch'] as const;
const linesOf = (names: readonly string[]): string => `${names.join('\n')}\n`;

function objectsIn(out: Buffer, names: readonly string[]): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  let at = 0;
  for (const name of names) {
    const end = out.indexOf(10, at);
    if (end < 0) break;
    const [, , size] = out.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (size === undefined || !/^\d+$/.test(size)) continue;
    found.set(name, out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

function environment(index: string | undefined): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(own),
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: NOBODY,
    GIT_AUTHOR_EMAIL: NO_REPLY,
    GIT_COMMITTER_NAME: NOBODY,
    GIT_COMMITTER_EMAIL: NO_REPLY,
    ...(index === undefined ? {} : { GIT_INDEX_FILE: index }),
  };
}
