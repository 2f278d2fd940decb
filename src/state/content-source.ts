import { rmdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Repository, resolveRef } from '#repository/repository.ts';
import { joinIntoDesk, joinStateOf } from '#repository/join.ts';
import { findRepository, openRepository } from '#repository/open-repository.ts';
import { deskBranch } from './archive-id.ts';
import { runFolder } from './run-folder.ts';
import { stateOf } from './state.ts';

/** What can be read, and whether the folder holds what is not committed. */
export type Readable =
  /** The content folder as it lies. */
  | { readonly kind: 'folder'; readonly from: string; readonly uncommitted: boolean }
  /** The desk saved what the folder does not hold: `from` is a copy of both together. */
  | { readonly kind: 'merged'; readonly from: string; readonly uncommitted: boolean };

/** The folder and the desk's branch changed these files differently, so they cannot be put together. */
export interface Conflict {
  readonly kind: 'conflict';
  readonly files: readonly string[];
}

/** Where the content is read from; or why nothing can be read without harm. */
export type ContentSource =
  | Readable
  | Conflict
  /** The desk's own branch is checked out in the folder, and the folder does not hold the same. */
  | { readonly kind: 'checked-out' };

/**
 * Where the content is read from: the content folder as it lies; or, when the desk has saved what the
 * folder does not hold, a copy of both together, so that nothing the desk withdrew or stopped comes
 * back. On doubt it answers why not, and nothing is read.
 */
export async function contentSourceOf(content: string): Promise<ContentSource> {
  const repository = await findRepository(placeOf(content));
  if (repository === undefined) return { kind: 'folder', from: content, uncommitted: false };
  const standing = await joinStateOf(repository, stateOf(content).desk);
  await rmdir(repository.scratch).catch(() => undefined);
  switch (standing.state) {
    case 'folder':
      return { kind: 'folder', from: content, uncommitted: standing.uncommitted };
    case 'merged':
      return { kind: 'merged', from: standing.folder, uncommitted: standing.uncommitted };
    case 'conflict':
      return { kind: 'conflict', files: standing.files };
    case 'checked-out':
      return { kind: 'checked-out' };
  }
}

/** The content in git, opened for the desk, when it is there; the branch is a setting, ARCHIVE_BRANCH. */
export function repositoryOf(content: string): Promise<Repository | undefined> {
  return openRepository(placeOf(content));
}

/** The desk's branch, when there is one: looking for it must not make it. */
export async function deskRepositoryOf(content: string): Promise<Repository | undefined> {
  const repository = await findRepository(placeOf(content));
  const there =
    repository !== undefined && (await resolveRef(repository, repository.live)) !== undefined;
  return there ? repositoryOf(content) : undefined;
}

/**
 * Before the desk opens: what was committed beside its branch goes into it. Where the two do not fit,
 * the desk may not open, because it would build from its own side alone.
 */
export async function joinedRepository(
  content: string,
): Promise<{ readonly kind: 'joined'; readonly repository: Repository | undefined } | Conflict> {
  const repository = await repositoryOf(content);
  const files = repository === undefined ? [] : await joinIntoDesk(repository);
  return files.length > 0 ? { kind: 'conflict', files } : { kind: 'joined', repository };
}

const placeOf = (content: string) => ({
  content: resolve(content),
  branch: deskBranch(),
  scratch: runFolder(stateOf(content).desk),
});
