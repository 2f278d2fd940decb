import { listingsOf, newestFirst, type Listing } from '#release/addresses.ts';
import type { Answer, Asset, Released, Site, Story, Term } from '#release/released.ts';
import {
  releasedAnswers,
  releasedAssets,
  releasedExhibitions,
  releasedPages,
  releasedSite,
  releasedStories,
} from '#release/shelf.ts';

/** Everything that was let out, in the orders and maps the pages need. */
export interface Archive {
  readonly site: Released<Site>;
  /** Newest first. */
  readonly stories: readonly Released<Story>[];
  readonly byId: ReadonlyMap<string, Released<Story>>;
  readonly listings: readonly Listing<Released<Story>>[];
  readonly terms: Readonly<Record<'themes' | 'places' | 'series', ReadonlyMap<string, Term>>>;
  readonly exhibitions: Awaited<ReturnType<typeof releasedExhibitions>>;
  readonly pages: Awaited<ReturnType<typeof releasedPages>>;
  readonly assets: readonly Released<Asset>[];
  /** Newest first. */
  readonly answers: readonly Released<Answer>[];
}

/**
 * The whole archive, gathered once for all the pages of a build: thousands of pages ask for it.
 * While someone is editing (`astro dev`) it is gathered anew each time.
 */
export function archive(): Promise<Archive> {
  if (import.meta.env.DEV) return gather();
  gathered ??= gather();
  return gathered;
}

let gathered: Promise<Archive> | undefined;

async function gather(): Promise<Archive> {
  const site = releasedSite();
  const stories = newestFirst(await releasedStories());
  return {
    site,
    stories,
    byId: new Map(stories.map((story) => [story.id, story])),
    listings: listingsOf(site, stories),
    terms: { themes: byId(site.themes), places: byId(site.places), series: byId(site.series) },
    exhibitions: await releasedExhibitions(),
    pages: await releasedPages(),
    assets: releasedAssets(),
    answers: releasedAnswers(),
  };
}

function byId(terms: readonly Term[]): ReadonlyMap<string, Term> {
  return new Map(terms.map((term) => [term.id, term]));
}
