import type { Interface } from '#i18n/words.ts';
import type { CuratedCollection } from '#release/released.ts';
import type { ReleasedArchive } from './released-archive.ts';

/** A page that the page of all ways in leads to. */
export interface Way {
  readonly path: string;
  readonly label: PlainWords;
  /** There is something on it, and so the page is there. */
  readonly isThere: (archive: Pick<ReleasedArchive, 'site' | 'assets'>) => boolean;
}

type Words = Interface['words'];
type PlainWords = { [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words];

/**
 * How readers come to what facilitators wrote: by a link of `/browse/`, or in another way, which is named:
 * `facet`: as a list of `WaysIn.astro`; `menu`: from the head of every page; `inside`: on the page of what it answers.
 */
const WAYS_TO: Readonly<Record<CuratedCollection, Way | 'facet' | 'menu' | 'inside'>> = {
  exhibitions: 'menu',
  pages: 'menu',
  responses: 'inside',
  themes: 'facet',
  places: 'facet',
  series: 'facet',
  priorities: {
    path: '/priorities/',
    label: 'priorities',
    isThere: ({ site }) => site.priorities.length > 0,
  },
  assets: { path: '/assets/', label: 'assets', isThere: ({ assets }) => assets.length > 0 },
};

/** The links of `/browse/` beside stories and search, in the order of the table. */
export function browseWays(archive: Pick<ReleasedArchive, 'site' | 'assets'>): readonly Way[] {
  return Object.values(WAYS_TO).filter(
    (way): way is Way => typeof way === 'object' && way.isThere(archive),
  );
}
