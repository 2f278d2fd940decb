import {
  type Asset,
  CONTRIBUTION_KINDS,
  type Exhibition,
  type Page,
  type Priority,
  type Site,
  type Story,
} from './released.ts';
import { newestFirst, readableFirst } from './list-order.ts';
import { RESERVED_NAMES } from './reserved-names.ts';
import { sitemapParts } from './sitemap.ts';
import { storyLanguages, tombstonesNotShown } from './story-pages.ts';

/** What the addresses of a site follow from. */
export interface SiteContent {
  readonly site: Site;
  readonly stories: readonly Story[];
  readonly exhibitions: readonly Exhibition[];
  readonly pages: readonly Page[];
  readonly assets: readonly Asset[];
}

/** How many pieces a list shows before it goes on to `page/2/`. */
export const PER_PAGE = 24;

/** The ways in, as they are named in addresses: `/themes/`, `/places/` … */
export const FACETS = ['themes', 'places', 'series', 'kinds', 'languages'] as const;
export type Facet = (typeof FACETS)[number];

/** One list of pieces: all of them, or those of one theme, place, project, kind or language. */
export interface Listing<S extends Story = Story> {
  /** Without a language prefix, with slashes: `/themes/loneliness/`. */
  readonly path: string;
  readonly facet?: Facet | undefined;
  readonly term?: string | undefined;
  /** Newest first; never empty, except for the list of everything. */
  readonly stories: readonly S[];
}

/** Pages the site has whatever was shared. */
export const FIXED_PAGES = ['consent', 'ledger', 'withdraw', 'support', 'accessibility'] as const;

/** What stands where a piece was; the same bytes as every tombstone, for servers to answer with. */
export const GONE_PAGE = '/gone/';

const FILES = [
  '404.html',
  'feed.xml',
  'robots.txt',
  'ai.txt',
  '.well-known/tdmrep.json',
  '.well-known/build.json',
  'sitemap-index.xml',
] as const;

/**
 * Every file the pages write, relative to the built folder: what the audit may expect to find beside
 * `_astro`, `media`, `pagefind` and what lies in `public/`.
 */
export function addressesOf(published: SiteContent): readonly string[] {
  const { site } = published;
  const drawn = [
    ...planOf(published).map(({ path, languages }) => ({ file: `${path}index.html`, languages })),
    { file: '/search/pages.json', languages: site.languages },
  ].flatMap(({ file, languages }) =>
    languages.map((language) => addressIn(file, language, site).slice(1)),
  );
  const sitemaps = sitemapParts(listedAddresses(published)).map(({ file }) => file);
  return [...drawn, ...FILES, ...sitemaps];
}

/**
 * Paths that stand in the sitemap, each once, in the first interface language. Whatever shows a piece
 * whose makers did not say yes to search stays out (docs/consent.md §2.7), and so do copies in a second
 * language, tombstones, search and later pages of lists.
 */
export function listedAddresses(published: SiteContent): readonly string[] {
  return planOf(published)
    .filter((page) => page.mayBeFound)
    .map((page) => page.path);
}

/** The address of a page in an interface language: the first has no prefix, and one the site lacks leads to it. */
export function addressIn(path: string, language: string, site: Pick<Site, 'languages'>): string {
  return site.languages.indexOf(language) > 0 ? `/${language}${path}` : path;
}

/** The list of everything, then one for each term that has at least one piece: none is empty. */
export function listingsOf<S extends Story>(
  site: Pick<Site, 'themes' | 'places' | 'series'>,
  stories: readonly S[],
): readonly Listing<S>[] {
  const ordered = newestFirst(stories);
  const known: Record<Facet, readonly string[]> = {
    themes: site.themes.map((term) => term.id),
    places: site.places.map((term) => term.id),
    series: site.series.map((term) => term.id),
    kinds: CONTRIBUTION_KINDS,
    languages: [...new Set(stories.map((story) => story.language))].sort(),
  };
  const byFacet = FACETS.flatMap((facet) => {
    const found = byTerm(ordered, facet);
    return known[facet].flatMap((term) => {
      const members = found.get(term);
      return members ? [{ path: `/${facet}/${term}/`, facet, term, stories: members }] : [];
    });
  });
  return [{ path: '/stories/', stories: ordered }, ...byFacet];
}

/** The pages of one list as a reader of an interface language gets them; the first always exists. */
export function pagesOfListing<S extends Story>(
  listing: Listing<S>,
  reader?: string,
): readonly { readonly path: string; readonly number: number; readonly stories: readonly S[] }[] {
  const stories = readableFirst(listing.stories, reader);
  const count = Math.max(1, Math.ceil(stories.length / PER_PAGE));
  return Array.from({ length: count }, (_, index) => ({
    path: index === 0 ? listing.path : `${listing.path}page/${index + 1}/`,
    number: index + 1,
    stories: stories.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
  }));
}

/** A page that shows words or pictures of a piece may be found only if all of those pieces may. */
export function allSearchable(stories: readonly Story[]): boolean {
  return stories.every((story) => story.searchable);
}

/** May search engines keep an exhibition: every piece in it said yes to search. */
export function exhibitionMayBeFound(
  exhibition: Pick<Exhibition, 'works'>,
  stories: ReadonlyMap<string, Story>,
): boolean {
  return exhibition.works.every(
    (work) => stories.get(work.replace(/\/.*/, ''))?.searchable === true,
  );
}

/** May search engines keep the page of a priority: every piece behind it said yes to search. */
export function priorityMayBeFound(
  { pieces }: Pick<Priority, 'pieces'>,
  stories: ReadonlyMap<string, Story>,
): boolean {
  return pieces.every(({ id }) => stories.get(id)?.searchable === true);
}

/** Names of facilitators' pages with an address of their own; the about page is always there. */
export function ownPages(pages: readonly Page[]): readonly string[] {
  const built = new Set<string>([...RESERVED_NAMES, ...FIXED_PAGES]);
  const names = pages.map(pageName).filter((name) => !built.has(name));
  return [...new Set(['about', ...names])];
}

/** `about.ur` is the Urdu version of the page `about`: both stand at the same address. */
export function pageName({ id }: Pick<Page, 'id'>): string {
  return id.split('.')[0] ?? id;
}

interface Planned {
  readonly path: string;
  readonly mayBeFound: boolean;
  /** The interface languages it is drawn in. */
  readonly languages: readonly string[];
}

/** Every page once, without language prefix, and whether search engines may keep it. */
function planOf({ site, stories, exhibitions, pages, assets }: SiteContent): readonly Planned[] {
  const { languages } = site;
  const byId = new Map(stories.map((story) => [story.id, story]));
  const listings = listingsOf(site, stories);
  const [first] = site.languages;
  const facets = new Set(listings.flatMap((listing) => listing.facet ?? []));
  const open = [
    ...['', ...FIXED_PAGES, 'browse', 'exhibitions', ...facets, ...ownPages(pages)],
    ...(assets.length > 0 ? ['assets'] : []),
    ...(site.sharing ? ['share'] : []),
  ];
  // In every language, since nobody knows any more which pages of it there were.
  const stones = tombstonesNotShown(site, stories).map((id) => `/stories/${id}/`);
  const inAll = [
    ...open.map((name) => ({ path: name === '' ? '/' : `/${name}/`, mayBeFound: true })),
    ...prioritiesPages(site, byId),
    ...['/search/', '/design/', GONE_PAGE, ...stones].map((path) => ({ path, mayBeFound: false })),
    ...listings
      .flatMap((listing) => pagesOfListing(listing, first))
      .map((page) => ({
        path: page.path,
        mayBeFound: page.number === 1 && allSearchable(page.stories),
      })),
    ...exhibitions.map((exhibition) => ({
      path: `/exhibitions/${exhibition.id}/`,
      mayBeFound: exhibitionMayBeFound(exhibition, byId),
    })),
  ];
  return [
    ...inAll.map((page) => ({ ...page, languages })),
    ...stories.map((story) => ({
      path: `/stories/${story.id}/`,
      mayBeFound: story.searchable,
      languages: storyLanguages(story, site),
    })),
  ];
}

/** What residents ask for: a list, which shows no piece, and a page for each. */
function prioritiesPages(
  { priorities }: Pick<Site, 'priorities'>,
  stories: ReadonlyMap<string, Story>,
): readonly Omit<Planned, 'languages'>[] {
  if (priorities.length === 0) return [];
  return [
    { path: '/priorities/', mayBeFound: true },
    ...priorities.map((priority) => ({
      path: `/priorities/${priority.id}/`,
      mayBeFound: priorityMayBeFound(priority, stories),
    })),
  ];
}

function byTerm<S extends Story>(stories: readonly S[], facet: Facet): ReadonlyMap<string, S[]> {
  const found = new Map<string, S[]>();
  for (const story of stories) {
    for (const term of new Set(termsOf(story, facet))) {
      const members = found.get(term);
      if (members) members.push(story);
      else found.set(term, [story]);
    }
  }
  return found;
}

/** The terms of one way in that a piece belongs to. */
export function termsOf(story: Story, facet: Facet): readonly string[] {
  switch (facet) {
    case 'themes':
      return story.themes;
    case 'places':
      return story.places;
    case 'series':
      return story.series;
    case 'kinds':
      return [story.kind];
    case 'languages':
      return [story.language];
  }
}
