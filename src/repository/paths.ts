import { CONTRIBUTION_ID } from '#records/ids.ts';
import { Refusal } from './refusal.ts';

/** The folders of `content/` that the desk may write in; `withdrawn` is written by withdrawing only. */
export const COLLECTIONS = [
  'stories',
  'exhibitions',
  'pages',
  'responses',
  'themes',
  'places',
  'series',
  'priorities',
  'assets',
  'settings',
] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** A record in `content/`: which collection it is of, and its id. */
export interface RecordPlace {
  readonly collection: Collection;
  readonly id: string;
  readonly path: string;
}

/** Ids of facilitators' records; a page may carry a language: `about.ur`. */
const NAME = '[a-z0-9][a-z0-9-]{0,63}';
const FORMS: readonly (readonly [Collection, RegExp])[] = [
  ['stories', /^content\/stories\/([a-z0-9]{6,26})\/story\.md$/],
  ['exhibitions', new RegExp(`^content/exhibitions/(${NAME})/index\\.mdx$`)],
  ['pages', new RegExp(`^content/pages/(${NAME}(?:\\.[A-Za-z0-9-]{2,12})?)\\.mdx$`)],
  ['responses', new RegExp(`^content/responses/(${NAME})\\.md$`)],
  ['settings', /^content\/(settings)\.yaml$/],
];
const LISTS = new RegExp(`^content/(themes|places|series|priorities|assets)/(${NAME})\\.yaml$`);

/** What a path means; a path that is not one of ours is refused, and what it says is not repeated. */
export function placeOf(path: unknown): RecordPlace {
  if (typeof path !== 'string') throw notOurs();
  for (const [collection, form] of FORMS) {
    const id = form.exec(path)?.[1];
    if (id !== undefined) return { collection, id, path };
  }
  const list = LISTS.exec(path);
  if (list === null) throw notOurs();
  return { collection: list[1] as Collection, id: list[2] ?? '', path };
}

/** The file of a record. */
export function pathOf({
  collection,
  id,
}: {
  readonly collection: string;
  readonly id: string;
}): string {
  const [inside, ending] = FILE_OF[collection as Collection] ?? ['', 'yaml'];
  const name = collection === 'settings' ? 'settings' : `${collection}/${id}`;
  return `content/${name}${inside}.${ending}`;
}

/** What follows the id in the path of a record, and how it ends. */
const FILE_OF: Readonly<Record<Collection, readonly [string, string]>> = {
  stories: ['/story', 'md'],
  exhibitions: ['/index', 'mdx'],
  pages: ['', 'mdx'],
  responses: ['', 'md'],
  themes: ['', 'yaml'],
  places: ['', 'yaml'],
  series: ['', 'yaml'],
  priorities: ['', 'yaml'],
  assets: ['', 'yaml'],
  settings: ['', 'yaml'],
};

/** A folder that may be listed: `content/<known folder>`. */
export function folderOf(folder: unknown): string {
  const name = typeof folder === 'string' ? /^content\/([a-z]+)\/?$/.exec(folder)?.[1] : undefined;
  if (name === undefined || !(COLLECTIONS as readonly string[]).includes(name)) throw notOurs();
  return `content/${name}/`;
}

/** A draft as Decap names it. Decap's slug of a story in a folder is `<id>/story`; ours is the id. */
export interface DraftKey {
  readonly collection: string;
  readonly id: string;
}

export function draftKey(collection: unknown, slug: unknown): DraftKey {
  const id = typeof slug === 'string' ? slug.replace(/\/(?:story|index)$/, '') : '';
  const known = COLLECTIONS.find((each) => each === collection);
  const form = collection === 'stories' ? CONTRIBUTION_ID : /^[a-z0-9][A-Za-z0-9.-]{0,76}$/;
  if (known === undefined || !form.test(id) || id.includes('..') || /\.(lock)?$/.test(id))
    throw new Refusal(
      422,
      'This is not a name the archive can use. Use small letters, digits and hyphens; for a story, a random id. Nothing was saved.',
    );
  return { collection: known, id };
}

function notOurs(): Refusal {
  return new Refusal(
    422,
    'This is not a place where the desk keeps things, so nothing was read or saved.',
  );
}
