import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GitError, git, gitLine } from './git.ts';
import { ObjectReader } from './object-reader.ts';
import { TreeReader } from './tree-reader.ts';
import { Fault } from '#records/fault.ts';

/** The content in git, as the desk sees it. Never a checkout, never the working copy (docs/traps/decap.md, "The server"). */
export interface Repository {
  readonly folder: string;
  /** Where the content folder stands in the repository: `content/`, or nothing for its root. */
  readonly prefix: string;
  /** The ref that the site is built from. */
  readonly live: string;
  /** A folder for indexes that live for one commit. */
  readonly scratch: string;
  /** Reads what was committed, through one git process; to be closed when the repository is no longer wanted. */
  readonly objects: ObjectReader;
  readonly trees: TreeReader;
  /** Of two commits the first they have in common: it never changes, so it is asked once. */
  readonly bases: Map<string, string | undefined>;
}

/** The one git for reads. */
export function readersOf(folder: string): Pick<Repository, 'objects' | 'trees' | 'bases'> {
  const objects = new ObjectReader(folder);
  return { objects, trees: new TreeReader(objects), bases: new Map() };
}

/** A file of a tree: its path as the desk writes it (`content/…`) and the name of its bytes. */
export interface TreeFile {
  readonly path: string;
  readonly blob: string;
  /** A link to somewhere else, which nobody follows. */
  readonly isLink?: true;
}

/** New text, new bytes, or `null` to take the file away; by path. */
export type Changes = ReadonlyMap<string, string | Buffer | null>;
/** The same, or bytes that are written down already, or being written, by their name. */
type Put = string | Buffer | null | { readonly blob: Promise<string> };

export interface RefUpdate {
  readonly ref: string;
  /** The new value; nothing to delete it. */
  readonly to: string | undefined;
  /** The value it must have now; nothing when it may not be there. */
  readonly from: string | undefined;
}

/** Somebody else was faster: nothing was changed. */
export class ConflictError extends Fault<'overtaken'> {
  constructor() {
    super('overtaken', {});
  }
}

/** Is `older` part of the history of `newer`? */
export async function isAncestor(
  { folder }: Repository,
  older: string,
  newer: string,
): Promise<boolean> {
  return (await gitLine(folder, ['merge-base', '--is-ancestor', older, newer])) !== undefined;
}

/** The commit that a ref, an id or HEAD means, or nothing. */
export async function resolveRef(
  { objects }: Repository,
  ref: string,
): Promise<string | undefined> {
  return (await objects.info(`${ref}^{commit}`))?.name;
}

/** The live commit that was seen last, by repository and ref: a branch can be deleted by a slip of the hand. */
const lastSeen = new Map<string, string>();
const nameOf = ({ folder, live }: Repository): string => `${folder}\0${live}`;

/**
 * The live commit; it is there from the moment the repository was opened. When its branch was deleted since,
 * it is put back where it was: what was withdrawn at the desk is known there alone.
 */
export async function liveTip(repository: Repository): Promise<string> {
  const tip = (await resolveRef(repository, repository.live)) ?? (await putBack(repository));
  if (tip === undefined) throw new Fault('live-branch-gone', {});
  lastSeen.set(nameOf(repository), tip);
  return tip;
}

async function putBack(repository: Repository): Promise<string | undefined> {
  const tip = lastSeen.get(nameOf(repository));
  if (tip === undefined || (await resolveRef(repository, tip)) === undefined) return undefined;
  await updateRefs(repository, [{ ref: repository.live, to: tip, from: undefined }]);
  return tip;
}

/** Every plain file below a path of a commit; links and the like are passed over. */
export async function filesOf(
  repository: Repository,
  commit: string,
  below = 'content/',
): Promise<readonly TreeFile[]> {
  return (await entriesOf(repository, commit, below)).filter(({ isLink }) => isLink !== true);
}

/** All of a commit, links too: whoever is to judge the whole must see that they are there. */
export async function allOf(repository: Repository, commit: string): Promise<readonly TreeFile[]> {
  return entriesOf(repository, commit, 'content/');
}

async function entriesOf(
  repository: Repository,
  commit: string,
  below: string,
): Promise<readonly TreeFile[]> {
  const files = await repository.trees.filesBelow(commit, inRepository(repository, below));
  return files.map(({ path, blob, isLink }) => ({
    path: `content/${path.slice(repository.prefix.length)}`,
    blob,
    ...(isLink ? { isLink } : {}),
  }));
}

/** The text of one file of a commit, or nothing where it is not there. */
export async function textAt(
  repository: Repository,
  commit: string,
  path: string,
): Promise<string | undefined> {
  const file = await fileOf(repository, commit, path);
  return file && (await readBlobs(repository, [file.blob])).get(file.blob)?.toString('utf8');
}

/** One file of a commit, or nothing. */
export async function fileOf(
  repository: Repository,
  commit: string,
  path: string,
): Promise<TreeFile | undefined> {
  return (await filesOf(repository, commit, path)).find((file) => file.path === path);
}

/** The bytes of many files at once, by the id of their bytes; one that is not there is left out. */
export async function readBlobs(
  { objects }: Repository,
  blobs: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const read = await Promise.all(
    [...new Set(blobs)].map(async (blob) => [blob, (await objects.read(blob))?.bytes] as const),
  );
  return new Map(
    read.flatMap(([blob, bytes]) => (bytes === undefined ? [] : [[blob, bytes] as const])),
  );
}

/** The last commit that two have in common, or nothing. */
export async function mergeBase(
  { folder, bases }: Repository,
  one: string,
  other: string,
): Promise<string | undefined> {
  const key = `${one} ${other}`;
  if (!bases.has(key)) {
    if (bases.size >= MOST_BASES) bases.clear();
    bases.set(key, await gitLine(folder, ['merge-base', one, other]));
  }
  return bases.get(key);
}
const MOST_BASES = 1000;

/** Stores bytes as an object; nothing points to it yet. */
export async function writeBlob({ folder }: Repository, bytes: string | Buffer): Promise<string> {
  const out = await git(folder, ['hash-object', '-w', '--stdin'], { input: bytes });
  return out.toString('utf8').trim();
}

/** The tree of a commit (or of a tree) with some files changed. */
export async function changedTree(
  repository: Repository,
  base: string,
  changes: ReadonlyMap<string, Put>,
): Promise<string> {
  const { folder, scratch } = repository;
  const index = join(scratch, `index-${randomUUID()}`);
  try {
    // Bytes and index do not wait for each other; neither goes on when the other could not be written.
    const reading = git(folder, ['read-tree', base], { index });
    const writing = Promise.all([...changes].map((change) => indexLine(repository, change)));
    await Promise.allSettled([reading, writing]);
    await reading;
    const input = (await writing).join('');
    await git(folder, ['update-index', '-z', '--index-info'], { index, input });
    const out = await git(folder, ['write-tree'], { index });
    return out.toString('utf8').trim();
  } finally {
    await rm(index, { force: true });
    await rm(`${index}.lock`, { force: true });
  }
}

async function indexLine(
  repository: Repository,
  [path, put]: readonly [path: string, put: Put],
): Promise<string> {
  const at = inRepository(repository, path);
  if (put === null) return `0 ${'0'.repeat(40)}\t${at}\0`;
  const isWritten = typeof put === 'object' && 'blob' in put;
  return `100644 ${await (isWritten ? put.blob : writeBlob(repository, put))}\t${at}\0`;
}

/** A commit that no ref points to yet. The words say what was done and never to what (docs/consent.md, T10). */
export async function commitTree(
  { folder }: Repository,
  tree: string,
  parents: readonly string[],
  words: string,
): Promise<string> {
  const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-m', words];
  return (await git(folder, args)).toString('utf8').trim();
}

/** All of these or none, and only when every ref still is what it was. */
export async function updateRefs(
  { folder }: Repository,
  updates: readonly RefUpdate[],
): Promise<void> {
  const none = '0'.repeat(40);
  const lines = updates.map(({ ref, to, from }) =>
    to === undefined ? `delete ${ref} ${from ?? none}` : `update ${ref} ${to} ${from ?? none}`,
  );
  const input = ['start', ...lines, 'prepare', 'commit', ''].join('\n');
  try {
    await git(folder, ['update-ref', '--stdin'], { input });
  } catch (error) {
    if (error instanceof GitError) throw new ConflictError();
    throw error;
  }
}

function inRepository({ prefix }: Repository, path: string): string {
  return `${prefix}${path.slice('content/'.length)}`;
}
