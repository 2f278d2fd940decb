import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { git, gitLine } from '#repository/git.ts';
import { type Collected, collect } from './collect.ts';
import { type Proof, prove } from './prove.ts';
import { rebuild } from './rebuild.ts';
import { type Refs, refsOf } from './refs.ts';
import type { Wanted } from './wanted.ts';

export interface PurgeInput {
  /** Any folder of the repository; it is only read. */
  readonly repository: string;
  readonly id: string;
  /** Further paths in the repository to take out whole. */
  readonly also: readonly string[];
  /** Where the new, bare repository goes; it may not be there yet. */
  readonly out: string;
  /** A folder for clones that live as long as the purge; it may not be there yet. */
  readonly scratch: string;
  /** What a server runs before it takes a push (see `hosting/purge-hook.ts`). */
  readonly hook: string;
  readonly onProgress: (what: 'commits' | 'objects', count: number) => void;
}

export type PurgeResult =
  | {
      readonly ok: true;
      readonly collected: Collected;
      readonly refs: Refs;
      readonly proof: Proof;
      /** Commits whose names changed. */
      readonly changed: number;
    }
  | { readonly ok: false; readonly why: 'no-repository' | 'cut-short' | 'nothing-there' }
  | { readonly ok: false; readonly why: 'not-proved'; readonly proof: Proof };

/**
 * Makes a new repository that never held a piece: its files, its words wherever they stand, its id and
 * names in messages (docs/consent.md, W14), and proves it on a fresh clone. The old one stays as it was.
 * Unless the proof passed nothing is left behind. Throws when git fails; then too.
 */
export async function purge(input: PurgeInput): Promise<PurgeResult> {
  const { scratch, out } = input;
  let kept = false;
  try {
    const result = await purgeInto(input);
    kept = result.ok;
    return result;
  } finally {
    await rm(scratch, { recursive: true, force: true });
    if (!kept) await rm(out, { recursive: true, force: true });
  }
}

async function purgeInto(input: PurgeInput): Promise<PurgeResult> {
  const { repository, id, also, out, scratch, hook, onProgress } = input;
  const from = await gitLine(repository, ['rev-parse', '--absolute-git-dir']);
  if (from === undefined || from === '') return { ok: false, why: 'no-repository' };
  if ((await gitLine(from, ['rev-parse', '--is-shallow-repository'])) === 'true')
    return { ok: false, why: 'cut-short' };
  const [source, built] = [join(scratch, 'source.git'), join(scratch, 'built.git')];
  await mkdir(scratch, { recursive: true });
  await git(scratch, ['clone', '--quiet', '--mirror', '--no-local', from, source]);
  const none: ReadonlySet<string> = new Set();
  const byId: Wanted = {
    id,
    runs: none,
    phrases: none,
    files: none,
    addresses: none,
    paths: new Set(also),
  };
  const collected = await collect(source, await refsOf(source, byId), byId);
  const refs = await refsOf(source, collected.wanted);
  const format = (await gitLine(source, ['rev-parse', '--show-object-format'])) ?? 'sha1';
  await git(scratch, ['init', '--quiet', '--bare', `--object-format=${format}`, built]);
  const names = await rebuild({
    from: source,
    to: built,
    refs,
    wanted: collected.wanted,
    onProgress: (count) => onProgress('commits', count),
  });
  await deliver({ source, built, out, format });
  const changed = await changedCommits(source, refs, names);
  const proofOf = (which: string) =>
    prove({
      repository: which,
      clone: join(scratch, 'proof.git'),
      wanted: collected.wanted,
      onProgress: (count) => onProgress('objects', count),
    });
  const untouched = changed.length + refs.dropped.length === 0;
  if (untouched && (await proofOf(source)).verdict === 'passed')
    return { ok: false, why: 'nothing-there' };
  const proof = await proofOf(out);
  if (proof.verdict !== 'passed') return { ok: false, why: 'not-proved', proof };
  const oldNotes = await commitsOf(source, refs.notes);
  await placeHook({ from, out, id, hook, changed: [...changed, ...oldNotes] });
  return { ok: true, collected, refs, proof, changed: changed.length };
}

/** Only what a ref leads to goes over: what the rewriting left lying about stays behind. */
async function deliver(input: {
  readonly source: string;
  readonly built: string;
  readonly out: string;
  readonly format: string;
}): Promise<void> {
  const { source, built, out, format } = input;
  await git('.', ['init', '--quiet', '--bare', `--object-format=${format}`, resolve(out)]);
  await git(out, ['fetch', '--quiet', '--no-write-fetch-head', built, '+refs/*:refs/*']);
  const head = await gitLine(source, ['symbolic-ref', '-q', 'HEAD']);
  if (head !== undefined && head !== '') await git(out, ['symbolic-ref', 'HEAD', head]);
}

/** The names of commits that are in the old history and not in the new one; notes apart. */
async function changedCommits(
  source: string,
  { commits, dropped }: Refs,
  names: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const all = await commitsOf(source, [...commits, ...dropped]);
  return all.filter((old) => names.get(old) !== old);
}

async function commitsOf(repository: string, refs: readonly string[]): Promise<readonly string[]> {
  if (refs.length === 0) return [];
  const input = refs.map((ref) => `${ref}\n`).join('');
  const all = await git(repository, ['rev-list', '--stdin'], { input });
  return all.toString('utf8').split('\n').filter(Boolean);
}

/** The hook, and beside it what it refuses: also what earlier purges of this repository refused. */
async function placeHook(input: {
  readonly from: string;
  readonly out: string;
  readonly id: string;
  readonly hook: string;
  readonly changed: readonly string[];
}): Promise<void> {
  const { from, out, id, hook, changed } = input;
  const folder = join(out, 'hooks', 'purged');
  const before = join(from, 'hooks', 'purged');
  await mkdir(folder, { recursive: true });
  if (existsSync(before)) await cp(before, folder, { recursive: true });
  await writeFile(join(out, 'hooks', 'pre-receive'), hook, { mode: 0o755 });
  await append(join(folder, 'commits'), changed);
  await append(join(folder, 'paths'), [`stories/${id}/`]);
}

async function append(file: string, lines: readonly string[]): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => '');
  const all = new Set([...before.split('\n'), ...lines].filter(Boolean));
  await writeFile(file, [...all].map((line) => `${line}\n`).join(''));
}
