import type { z } from 'astro/zod';
import { contribution } from './contribution.ts';
import { asset, exhibition, page, place, priority, response, series, theme } from './lists.ts';
import { settings } from './settings.ts';

/** How the records of a collection are kept in `content/`. */
interface Kept {
  readonly schema: z.ZodType;
  /** The id of a record, as the source of a regular expression. */
  readonly id: string;
  /** What follows the id in its path: `.yaml`, or `/story.md` for a record in a folder of its own. */
  readonly file: string;
  /** The page of a record, or the one it stands on, with the id in place of `{id}`. */
  readonly address?: string;
}

/** Ids of facilitators' records may be words. */
const WORDS = '[a-z0-9][a-z0-9-]{0,63}';
const LIST = { id: WORDS, file: '.yaml' } as const;

/**
 * Every kind of record of `content/` that is written at the desk or by hand, by the name of its folder.
 * What is not here is read by nobody. `settings` is one file, and `withdrawn` is written by a withdrawal
 * alone.
 */
export const COLLECTIONS = {
  stories: {
    schema: contribution,
    id: '[a-z0-9]{6,26}',
    file: '/story.md',
    address: '/stories/{id}/',
  },
  exhibitions: { schema: exhibition, id: WORDS, file: '/index.mdx', address: '/exhibitions/{id}/' },
  // A page may carry a language: `about.ur`.
  pages: {
    schema: page,
    id: `${WORDS}(?:\\.[A-Za-z0-9-]{2,12})?`,
    file: '.mdx',
    address: '/{id}/',
  },
  responses: { schema: response, id: WORDS, file: '.md', address: '/priorities/' },
  themes: { schema: theme, ...LIST, address: '/themes/{id}/' },
  places: { schema: place, ...LIST, address: '/places/{id}/' },
  series: { schema: series, ...LIST, address: '/series/{id}/' },
  priorities: { schema: priority, ...LIST, address: '/priorities/{id}/' },
  assets: { schema: asset, ...LIST, address: '/assets/' },
  settings: { schema: settings, id: 'settings', file: '.yaml' },
} as const satisfies Readonly<Record<string, Kept>>;
export type Collection = keyof typeof COLLECTIONS;

/** A collection whose records are exhibitions' or pages' own words, with tags of the archive in them. */
export type DocumentCollection = {
  [Name in Collection]: (typeof COLLECTIONS)[Name]['file'] extends `${string}.mdx` ? Name : never;
}[Collection];

/** A collection that is a list of facilitators': one YAML file for each record. */
export type ListCollection = Exclude<
  {
    [Name in Collection]: (typeof COLLECTIONS)[Name]['file'] extends '.yaml' ? Name : never;
  }[Collection],
  'settings'
>;

/** What facilitators and institutions write: all but what contributors gave. */
export type CuratedCollection = Exclude<Collection, 'stories' | 'settings'>;

/** The fields of a record, as its schema reads them. */
export type FieldsOf<Name extends Collection> = z.infer<(typeof COLLECTIONS)[Name]['schema']>;

/** The names of all collections, in the order of the table. */
export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as readonly Collection[];

export function isCollection(name: unknown): name is Collection {
  return typeof name === 'string' && Object.hasOwn(COLLECTIONS, name);
}

/** The page of a record on the site, or the one it stands on; nothing for settings, or another name. */
export function addressOf(collection: string, id: string): string | undefined {
  const kept: Kept | undefined = isCollection(collection) ? COLLECTIONS[collection] : undefined;
  return kept?.address?.replace('{id}', id);
}

/** The path of a record below `content/`. */
export function recordPath(collection: Collection, id: string): string {
  return collection === 'settings'
    ? 'settings.yaml'
    : `${collection}/${id}${COLLECTIONS[collection].file}`;
}

/** Which record lies at a path below `content/`; nothing for a path that is no record's. */
export function recordAt(
  path: string,
): { readonly collection: Collection; readonly id: string } | undefined {
  for (const { collection, form } of FORMS) {
    const id = form.exec(path)?.[1];
    if (id !== undefined) return { collection, id };
  }
  return undefined;
}

/** What the path of a record looks like, made once: the desk asks for each file it lists. */
const FORMS = COLLECTION_NAMES.map((collection) => {
  const { id, file } = COLLECTIONS[collection];
  const folder = collection === 'settings' ? '' : `${collection}/`;
  return { collection, form: new RegExp(`^${folder}(${id})${RegExp.escape(file)}$`) };
});
