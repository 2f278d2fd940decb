import { listingsOf, type Listing } from '#release/addresses.ts';
import { newestFirst } from '#release/list-order.ts';
import type {
  Answer,
  Asset,
  Exhibition,
  Page,
  Released,
  Site,
  Story,
  Term,
} from '#release/released.ts';
import {
  ownTree,
  releasedAnswers,
  releasedAssets,
  releasedExhibitions,
  releasedPages,
  releasedSite,
  releasedStories,
} from '#release/queries.ts';

/** Everything that was let out, in the orders and maps the pages need. */
export interface ReleasedArchive {
  readonly site: Released<Site>;
  /** Newest first. */
  readonly stories: readonly Released<Story>[];
  readonly byId: ReadonlyMap<string, Released<Story>>;
  readonly listings: readonly Listing<Released<Story>>[];
  readonly terms: Readonly<Record<'themes' | 'places' | 'series', ReadonlyMap<string, Term>>>;
  readonly exhibitions: readonly Released<Exhibition>[];
  readonly pages: readonly Released<Page>[];
  readonly assets: readonly Released<Asset>[];
  /** Newest first. */
  readonly answers: readonly Released<Answer>[];
}

/**
 * The whole archive, gathered once for all the pages of a build: thousands of pages ask for it. A drawing
 * with a tree of its own gathers that once for itself, and nobody else is given it. While someone is
 * editing (`astro dev`) it is gathered anew each time.
 */
export function releasedArchive(): ReleasedArchive {
  if (import.meta.env.DEV) return gather();
  const drawing = ownTree() ?? BUILD;
  const known = gathered.get(drawing) ?? gather();
  gathered.set(drawing, known);
  return known;
}

/** By the drawing it was gathered for, and forgotten with it. */
const gathered = new WeakMap<object, ReleasedArchive>();
const BUILD = {};

function gather(): ReleasedArchive {
  const site = releasedSite();
  const stories = newestFirst(releasedStories());
  return {
    site,
    stories,
    byId: new Map(stories.map((story) => [story.id, story])),
    listings: listingsOf(site, stories),
    terms: { themes: byId(site.themes), places: byId(site.places), series: byId(site.series) },
    exhibitions: releasedExhibitions(),
    pages: releasedPages(),
    assets: releasedAssets(),
    answers: releasedAnswers(),
  };
}

function byId(terms: readonly Term[]): ReadonlyMap<string, Term> {
  return new Map(terms.map((term) => [term.id, term]));
}
