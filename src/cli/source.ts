import { rmdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { runFolder } from '#state/run-folder.ts';
import { type GitStore, resolveRef } from '#repository/git-store.ts';
import { findStore, openStore } from '#repository/open-store.ts';
import { HideList } from '#hosting/hide-list.ts';
import { joinIntoDesk, standingOf } from '#repository/join.ts';
import { type Outcome, tell } from './printer.ts';
import { stateOf } from '#state/state.ts';

/** The folder to read and whether it holds what is not committed; or why none can be read without harm. */
export type Source =
  { readonly from: string; readonly uncommitted: boolean } | { readonly stopped: Outcome };

const branch = (): string => process.env['ARCHIVE_BRANCH'] ?? 'archive';

const placeOf = (content: string) => ({
  content: resolve(content),
  branch: branch(),
  scratch: runFolder(stateOf(content).desk),
});

/** The content in git, opened for the desk, when it is there; the branch is a setting, ARCHIVE_BRANCH. */
export function storeOf(content: string): Promise<GitStore | undefined> {
  return openStore(placeOf(content));
}

/** The desk's branch, when there is one: looking for it must not make it. */
export async function deskStoreOf(content: string): Promise<GitStore | undefined> {
  const store = await findStore(placeOf(content));
  const there = store !== undefined && (await resolveRef(store, store.live)) !== undefined;
  return there ? storeOf(content) : undefined;
}

/**
 * What a command reads: the content folder as it lies; or, when the desk has saved what the folder
 * does not hold, a copy of both together, so that nothing the desk withdrew or stopped comes back.
 * On doubt it answers why, and nothing is read.
 */
export async function sourceOf(content: string): Promise<Source> {
  const store = await findStore(placeOf(content));
  if (store === undefined) return { from: content, uncommitted: false };
  const standing = await standingOf(store, stateOf(content).desk);
  await rmdir(store.scratch).catch(() => undefined);
  switch (standing.state) {
    case 'folder':
      return { from: content, uncommitted: standing.uncommitted };
    case 'apart':
      return stopped(standing.files.map((file) => `${file}: ${APART}`));
    case 'checked-out':
      return stopped([CHECKED_OUT]);
    case 'together':
      tell(
        `The desk has saved changes that are not in the folder ${content} yet. What is read is both together: the branch ${branch()} and the folder${standing.uncommitted ? ', with its changes that are not committed' : ''}.`,
      );
      return { from: standing.folder, uncommitted: standing.uncommitted };
  }
}

/** Withdrawals that were begun at the desk and are not in its branch yet; only a start finishes them. */
export async function cutShort(content: string): Promise<Outcome | undefined> {
  const { entries } = await HideList.open(stateOf(content).desk);
  const begun = entries.filter(({ done }) => !done);
  return begun.length === 0
    ? undefined
    : stopped(begun.map(({ id }) => `${id}: ${CUT_SHORT}`)).stopped;
}

/**
 * Before the desk opens: what was committed beside its branch goes into it. Answers why not, when the
 * two do not fit; then the desk may not open, because it would build from its own side alone.
 */
export async function joinedStore(
  content: string,
): Promise<{ readonly store: GitStore | undefined } | { readonly stopped: Outcome }> {
  const store = await storeOf(content);
  const apart = store === undefined ? [] : await joinIntoDesk(store);
  return apart.length > 0 ? stopped(apart.map((file) => `${file}: ${APART}`)) : { store };
}

function stopped(why: readonly string[]): { readonly stopped: Outcome } {
  const lines = [
    ...why,
    '',
    'Nothing was read, and nothing was published: the last site stands as it was.',
  ];
  return { stopped: { exit: 1, lines, data: { ok: false, source: why } } };
}

const APART = `it was changed in the folder and at the desk, and the two do not fit together. Commit what is in the folder (git add -A, then git commit), join the desk's branch into yours (git merge ${branch()}), choose for each file named here, commit, and try again.`;
const CUT_SHORT =
  'a withdrawal was cut short. Run "npm start" once, or withdraw it again, which finishes it, and try again.';
const CHECKED_OUT = `The desk's own branch, ${branch()}, is checked out in this folder, and the folder does not hold the same. Nobody can tell whether it is older or was changed by hand. Keep your changes elsewhere, check out another branch, and try again.`;
