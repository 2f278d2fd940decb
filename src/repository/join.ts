import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  commitTree,
  allOf,
  filesOf,
  type Repository,
  isAncestor,
  readersOf,
  resolveRef,
  updateRefs,
} from './repository.ts';
import { writeOut } from './write-out.ts';
import { GitError, git, gitLine } from './git.ts';

/**
 * How the folder stands to what the desk saved: it holds all of it; or the two were put together
 * in a copy; or they do not fit; or the desk's own branch is checked out, and nobody can tell
 * whether the folder is behind it or was changed by hand.
 */
export type JoinState =
  | { readonly state: 'folder'; readonly uncommitted: boolean }
  | { readonly state: 'merged'; readonly folder: string; readonly uncommitted: boolean }
  | { readonly state: 'conflict'; readonly files: readonly string[] }
  | { readonly state: 'checked-out' };

type Joined = { readonly commit: string } | { readonly conflict: readonly string[] };

/**
 * What a site has to be built from, so that nothing the desk withdrew or stopped comes back: the
 * folder as it lies, with what was not committed, joined with the desk's branch. Reads the repository
 * and leaves nothing in it; a copy is written below `aside` when one is needed.
 */
export async function joinStateOf(repository: Repository, aside: string): Promise<JoinState> {
  const head = await resolveRef(repository, 'HEAD');
  if (head === undefined) return { state: 'folder', uncommitted: false };
  const missing = await notIn(repository, head, await deskTips(repository));
  const uncommitted = await isChanged(repository);
  if (missing.length === 0) {
    const branch = await gitLine(repository.folder, ['symbolic-ref', '-q', 'HEAD']);
    if (uncommitted && branch === repository.live) return { state: 'checked-out' };
    return { state: 'folder', uncommitted };
  }
  return inABorrowedRepository(repository, async (borrowed) => {
    const ours = uncommitted ? await snapshot(repository, borrowed, head) : head;
    const joined = await joinAll(borrowed, [ours, ...missing]);
    if ('conflict' in joined) return { state: 'conflict', files: joined.conflict };
    const folder = await writeAside(borrowed, joined.commit, aside);
    return { state: 'merged', folder, uncommitted };
  });
}

/**
 * Takes into the desk's branch what was committed beside it, because the desk builds from that branch
 * alone. Answers with the files that do not fit; then nothing was changed.
 */
export async function joinIntoDesk(repository: Repository): Promise<readonly string[]> {
  const [live, head] = await Promise.all(
    [repository.live, 'HEAD'].map((ref) => resolveRef(repository, ref)),
  );
  if (live === undefined || head === undefined) return [];
  const missing = await notIn(repository, live, [head, ...(await deskTips(repository))]);
  const joined = await joinAll(repository, [live, ...missing]);
  if ('conflict' in joined) return joined.conflict;
  if (joined.commit !== live)
    await updateRefs(repository, [{ ref: repository.live, to: joined.commit, from: live }]);
  return [];
}

/** The desk's branch here, and as it was last fetched from where the archive was cloned from. */
async function deskTips(repository: Repository): Promise<readonly string[]> {
  const fetched = repository.live.replace('refs/heads/', 'refs/remotes/origin/');
  const tips = await Promise.all(
    [repository.live, fetched].map((ref) => resolveRef(repository, ref)),
  );
  return tips.filter((tip) => tip !== undefined);
}

async function notIn(
  repository: Repository,
  base: string,
  tips: readonly string[],
): Promise<readonly string[]> {
  const held = await Promise.all(
    tips.map(async (tip) => tip === base || (await isAncestor(repository, tip, base))),
  );
  return tips.filter((_, at) => !held[at]);
}

/** With files that git is told to ignore: the build reads those too. */
async function isChanged({ folder, prefix }: Repository): Promise<boolean> {
  const args = ['--no-optional-locks', 'status', '--porcelain', '-uall', '--ignored=matching'];
  return (await git(folder, [...args, '--', below(prefix)])).length > 0;
}

const below = (prefix: string): string => (prefix === '' ? '.' : prefix);

/** One after the other; what is part of another already needs no joining. */
async function joinAll(repository: Repository, commits: readonly string[]): Promise<Joined> {
  let [joined = ''] = commits;
  for (const next of commits.slice(1)) {
    if (await isAncestor(repository, next, joined)) continue;
    if (await isAncestor(repository, joined, next)) {
      joined = next;
      continue;
    }
    const tree = await mergedTree(repository, joined, next);
    if (typeof tree !== 'string') return { conflict: tree };
    joined = await commitTree(
      repository,
      tree,
      [joined, next],
      'Join what was saved in two places',
    );
  }
  return { commit: joined };
}

/**
 * The tree of two commits put together, or the content files that do not fit. What one side took away
 * and the other changed does not fit, and that is looked at first: git would take a piece that
 * resembles the one taken away for the same piece under a new name.
 */
export async function mergedTree(
  repository: Repository,
  ours: string,
  theirs: string,
): Promise<string | readonly string[]> {
  const { folder, prefix } = repository;
  const taken = await takenAndChanged(repository, ours, theirs);
  if (taken.length > 0) return taken;
  const plain = ['-c', 'merge.renames=false', '-c', 'merge.directoryRenames=false'];
  const args = [...plain, 'merge-tree', '--write-tree', '--name-only', '--no-messages', '-z'];
  try {
    return parts(await git(folder, [...args, ours, theirs]))[0] ?? '';
  } catch (error) {
    if (!(error instanceof GitError) || error.exit !== 1) throw error;
    const [tree = '', ...files] = parts(error.out);
    const ofContent = files.filter((file) => file.startsWith(prefix));
    return ofContent.length === 0
      ? tree
      : [...new Set(ofContent.map((file) => file.slice(prefix.length)))].sort();
  }
}

/** Content files that are gone on one side and on the other are not what they were for both. */
async function takenAndChanged(
  repository: Repository,
  ours: string,
  theirs: string,
): Promise<readonly string[]> {
  const bases = await git(repository.folder, ['merge-base', '--all', ours, theirs]).catch(none);
  const [here, there] = await Promise.all([ours, theirs].map((side) => blobsOf(repository, side)));
  const found = new Set<string>();
  for (const base of bases.toString('utf8').split('\n').filter(Boolean))
    for (const [path, was] of await blobsOf(repository, base)) {
      const [one, other] = [here?.get(path), there?.get(path)];
      const left = one ?? other;
      if ((one === undefined || other === undefined) && left !== undefined && left !== was)
        found.add(path.slice('content/'.length));
    }
  return [...found].sort();
}

async function blobsOf(
  repository: Repository,
  commit: string,
): Promise<ReadonlyMap<string, string>> {
  return new Map((await filesOf(repository, commit)).map(({ path, blob }) => [path, blob]));
}

/** Two histories that have nothing in common have no base. */
function none(error: unknown): Buffer {
  if (error instanceof GitError && error.exit === 1) return Buffer.alloc(0);
  throw error;
}

const parts = (out: Buffer): readonly string[] => out.toString('utf8').split('\0').filter(Boolean);

/**
 * A repository that reads the objects of another and writes its own, and is gone afterwards: a file
 * that was never committed may hold what no history should (docs/consent.md, A19).
 */
async function inABorrowedRepository<T>(
  repository: Repository,
  work: (borrowed: Repository) => Promise<T>,
): Promise<T> {
  const folder = join(repository.scratch, `join-${randomUUID()}.git`);
  const borrowed: Repository = { ...repository, folder, ...readersOf(folder) };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await git(folder, ['init', '--quiet', '--bare', '--template=']);
    const common = ['rev-parse', '--path-format=absolute', '--git-common-dir'];
    const from = (await gitLine(repository.folder, common)) ?? '';
    await mkdir(join(folder, 'objects', 'info'), { recursive: true, mode: 0o700 });
    await writeFile(join(folder, 'objects', 'info', 'alternates'), `${join(from, 'objects')}\n`);
    await copyFile(join(from, 'shallow'), join(folder, 'shallow')).catch(ignoreMissing);
    return await work(borrowed);
  } finally {
    borrowed.objects.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** The folder as it lies, as a commit after `head` that only the borrowed repository knows. */
async function snapshot(
  repository: Repository,
  borrowed: Repository,
  head: string,
): Promise<string> {
  const index = join(borrowed.folder, 'index-of-folder');
  const at = ['--git-dir', borrowed.folder, '--work-tree', repository.folder];
  await git(repository.folder, [...at, 'read-tree', head], { index });
  const add = ['add', '--all', '--force', '--', below(repository.prefix)];
  await git(repository.folder, [...at, ...add], { index });
  const tree = (await git(repository.folder, [...at, 'write-tree'], { index })).toString('utf8');
  return commitTree(borrowed, tree.trim(), [head], 'The folder as it lies');
}

/** Whole or not at all, under a name that says what is in it; copies of other states go. */
async function writeAside(repository: Repository, commit: string, aside: string): Promise<string> {
  const tree = (await repository.objects.info(`${commit}^{tree}`))?.name;
  const name = `source-${tree ?? randomUUID()}`;
  await mkdir(aside, { recursive: true, mode: 0o700 });
  for (const other of await readdir(aside))
    if (other.startsWith('source-') && other !== name)
      await rm(join(aside, other), { recursive: true, force: true });
  const folder = join(aside, name);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${randomUUID()}`;
  await writeOut(repository, await allOf(repository, commit), fresh);
  await rename(fresh, folder);
  return folder;
}
