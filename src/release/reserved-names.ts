import type { Collection } from '#records/collections.ts';

/**
 * The first name in the address of what stands in each collection. Written here and not read from the
 * table: what hides a piece at once must not wait for the schemas that the table holds.
 */
const OF_COLLECTIONS: Readonly<Record<Exclude<Collection, 'pages' | 'settings'>, string>> = {
  stories: 'stories',
  exhibitions: 'exhibitions',
  responses: 'priorities',
  themes: 'themes',
  places: 'places',
  series: 'series',
  priorities: 'priorities',
  assets: 'assets',
};

/** Names of addresses that no page of facilitators' own can have. */
export const RESERVED_NAMES: readonly string[] = [
  ...Object.values(OF_COLLECTIONS),
  ...['kinds', 'languages', 'browse', 'search', 'design', 'media', 'pagefind', 'gone'],
  ...['desk', 'admin', 'share', 'mine', 'asked'],
];
