import { mkdir, realpath } from 'node:fs/promises';
import { gitLine } from './git.ts';
import {
  type GitStore,
  isAncestor,
  liveTip,
  readersOf,
  resolveRef,
  updateRefs,
} from './repository.ts';

interface StoreInput {
  readonly content: string;
  readonly branch: string;
  readonly scratch: string;
}

/** Opens the repository for the desk: its branch is there, and as far on as HEAD where it can be. */
export async function openStore(input: StoreInput): Promise<GitStore | undefined> {
  const store = await findStore(input);
  if (store === undefined) return undefined;
  await mkdir(store.scratch, { recursive: true, mode: 0o700 });
  await followHead(store);
  await liveTip(store);
  return store;
}

/** Finds the repository that holds a content folder, or says nothing when there is none with a commit; changes nothing. */
export async function findStore(input: StoreInput): Promise<GitStore | undefined> {
  const { content, branch, scratch } = input;
  const repository = await gitLine(content, ['rev-parse', '--show-toplevel']).catch(
    () => undefined,
  );
  if (repository === undefined || repository === '') return undefined;
  const prefix = (await gitLine(await realpath(content), ['rev-parse', '--show-prefix'])) ?? '';
  if ((await gitLine(repository, ['rev-parse', '--verify', '-q', 'HEAD'])) === undefined)
    return undefined;
  const live = `refs/heads/${branch}`;
  if ((await gitLine(repository, ['check-ref-format', live])) === undefined)
    throw new Error('ARCHIVE_BRANCH is not the name of a branch. Nothing was changed.');
  return { repository, prefix, live, scratch, ...readersOf(repository) };
}

/** Creates the live branch from HEAD, or takes it forward to HEAD when nothing of it would be lost. */
async function followHead(store: GitStore): Promise<void> {
  const head = await resolveRef(store, 'HEAD');
  const live = await resolveRef(store, store.live);
  if (head === undefined || head === live) return;
  if (live === undefined || (await isAncestor(store, live, head)))
    await updateRefs(store, [{ ref: store.live, to: head, from: live }]);
}
