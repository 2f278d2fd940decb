import { type Collection, isCollection, recordAt, recordPath } from '#records/collections.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { repositoryRefusedFor } from './refused.ts';

const CONTENT = 'content/';

/** A record in `content/`: which collection it is of, and its id. */
export interface RecordPlace {
  readonly collection: Collection;
  readonly id: string;
  readonly path: string;
}

/** What a path means; a path that is not one of ours is refused, and what it says is not repeated. */
export function recordPlace(path: unknown): RecordPlace {
  const found =
    typeof path === 'string' && path.startsWith(CONTENT)
      ? recordAt(path.slice(CONTENT.length))
      : undefined;
  if (found === undefined) throw repositoryRefusedFor('not-a-place');
  return { ...found, path: `${CONTENT}${recordPath(found.collection, found.id)}` };
}

/** The file of a record. */
export function pathOf({
  collection,
  id,
}: {
  readonly collection: string;
  readonly id: string;
}): string {
  return CONTENT + (isCollection(collection) ? recordPath(collection, id) : `${collection}/${id}`);
}

/** A folder that may be listed: `content/<known folder>`. */
export function folderOf(folder: unknown): string {
  const name = typeof folder === 'string' ? /^content\/([a-z]+)\/?$/.exec(folder)?.[1] : undefined;
  if (!isCollection(name)) throw repositoryRefusedFor('not-a-place');
  return `content/${name}/`;
}

/** A draft as Decap names it. Decap's slug of a story in a folder is `<id>/story`; ours is the id. */
export interface DraftKey {
  readonly collection: string;
  readonly id: string;
}

export function draftKey(collection: unknown, slug: unknown): DraftKey {
  const id = typeof slug === 'string' ? slug.replace(/\/(?:story|index)$/, '') : '';
  const known = isCollection(collection) ? collection : undefined;
  const form = collection === 'stories' ? CONTRIBUTION_ID : /^[a-z0-9][A-Za-z0-9.-]{0,76}$/;
  if (known === undefined || !form.test(id) || id.includes('..') || /\.(lock)?$/.test(id))
    throw repositoryRefusedFor('not-a-name');
  return { collection: known, id };
}
