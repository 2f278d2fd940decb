import { describe, expect, test } from 'vitest';
import {
  addressesOf,
  addressIn,
  listingsOf,
  ownPages,
  pagesOfListing,
  PER_PAGE,
  type SiteContent,
  listedAddresses,
} from '#release/addresses.ts';
import { newestFirst, readableFirst } from '#release/list-order.ts';
import { sitemapParts } from '#release/sitemap.ts';
import type { Exhibition, Page, Site, Story, Term } from '#release/released.ts';

const term = (id: string): Term => ({ id, name: { en: id } });

const site: Site = {
  name: 'Trial',
  languages: ['en', 'ur'],
  contacts: [],
  support: [],
  takesThanks: false,
  sharing: false,
  themes: [term('grief'), term('food')],
  places: [term('southall')],
  series: [],
  priorities: [],
  tombstones: ['gone0001'],
  ledger: { year: '2026', shown: 'few', languages: 'few', cameDown: 'few' },
  builtFor: '2026-11-22',
};

function story(id: string, more: Partial<Story> = {}): Story {
  return {
    id,
    kind: 'story',
    language: 'pa',
    series: [],
    themes: [],
    places: [],
    contentNotes: [],
    images: [],
    translations: [],
    more: [],
    siblings: [],
    uses: {},
    searchable: true,
    openToAi: false,
    openLicence: false,
    example: false,
    thanks: false,
    ...more,
  };
}

function published(more: Partial<SiteContent> = {}): SiteContent {
  return { site, stories: [], exhibitions: [], pages: [], assets: [], ...more };
}

const many = (count: number, more: Partial<Story> = {}) =>
  Array.from({ length: count }, (_, index) => story(`story${100 + index}`, more));

const exhibition = (id: string, works: readonly string[]): Exhibition => ({
  id,
  title: id,
  language: 'en',
  body: [],
  works,
  example: false,
});

const page = (id: string): Page => ({ id, title: id, language: 'en', body: [] });

describe('the addresses of a site', () => {
  test('every page is there once for each interface language, and nothing is there twice', () => {
    const files = addressesOf(
      published({
        stories: [story('abc123', { themes: ['grief'] })],
        exhibitions: [exhibition('rain', [])],
      }),
    );
    expect(files).toEqual(
      expect.arrayContaining([
        'index.html',
        'ur/index.html',
        'stories/abc123/index.html',
        'ur/stories/abc123/index.html',
        'themes/grief/index.html',
        'languages/pa/index.html',
        'kinds/story/index.html',
        'exhibitions/rain/index.html',
        'about/index.html',
        'withdraw/index.html',
        '404.html',
        'feed.xml',
        'robots.txt',
        '.well-known/tdmrep.json',
      ]),
    );
    expect(new Set(files).size).toBe(files.length);
  });

  test('readers are asked to share only where the settings say so', () => {
    expect(addressesOf(published())).not.toContain('share/index.html');
    const files = addressesOf(published({ site: { ...site, sharing: true } }));
    expect(files).toEqual(expect.arrayContaining(['share/index.html', 'ur/share/index.html']));
  });

  test('an archive with nothing in it still has its own pages and no empty ways in', () => {
    const files = addressesOf(published({ site: { ...site, tombstones: [] } }));
    expect(files).toContain('stories/index.html');
    expect(files).toContain('browse/index.html');
    expect(files.filter((file) => file.startsWith('themes'))).toEqual([]);
    expect(files.filter((file) => file.startsWith('kinds'))).toEqual([]);
  });

  test('a theme nobody has spoken about yet has no page', () => {
    const files = addressesOf(published({ stories: [story('abc123', { themes: ['grief'] })] }));
    expect(files).toContain('themes/grief/index.html');
    expect(files).not.toContain('themes/food/index.html');
  });

  test('a long list goes on to further pages', () => {
    const stories = many(PER_PAGE * 2 + 1, { places: ['southall'] });
    const files = addressesOf(published({ stories }));
    expect(files).toContain('stories/page/3/index.html');
    expect(files).not.toContain('stories/page/4/index.html');
    expect(files).not.toContain('stories/page/1/index.html');
    expect(files).toContain('ur/places/southall/page/2/index.html');
  });

  test('exactly one full page has no second page', () => {
    const files = addressesOf(published({ stories: many(PER_PAGE) }));
    expect(files.filter((file) => file.includes('/page/'))).toEqual([]);
  });

  test('a tombstone has an address in each language, unless the piece is shown', () => {
    const shown = addressesOf(published({ stories: [story('gone0001')] }));
    expect(shown.filter((file) => file === 'stories/gone0001/index.html')).toHaveLength(1);
    expect(addressesOf(published())).toContain('ur/stories/gone0001/index.html');
  });

  test('two language versions of a page are one address, and built-in pages are not doubled', () => {
    expect(ownPages([page('about'), page('about.ur'), page('team'), page('consent')])).toEqual([
      'about',
      'team',
    ]);
  });

  test('an archive in one language has no prefixed copies', () => {
    const files = addressesOf(published({ site: { ...site, languages: ['so'] } }));
    expect(files.filter((file) => file.startsWith('so/'))).toEqual([]);
    expect(addressIn('/stories/', 'so', { languages: ['so'] })).toBe('/stories/');
  });
});

describe('what residents ask for and the places they name', () => {
  const asset = { id: 'a', name: { en: 'A' }, places: [], themes: [], example: false };

  test('have pages only where there are some, and search engines may keep them', () => {
    const some = published({
      site: { ...site, priorities: [{ ...term('warm-rooms'), pieces: [] }] },
      assets: [asset],
    });
    const files = addressesOf(some);
    for (const path of ['priorities', 'priorities/warm-rooms', 'assets'])
      expect(files).toEqual(
        expect.arrayContaining([`${path}/index.html`, `ur/${path}/index.html`]),
      );
    expect(listedAddresses(some)).toContain('/priorities/warm-rooms/');
    const none = addressesOf(published());
    expect(none.filter((file) => /priorities|assets/.test(file))).toEqual([]);
  });

  test('stay out of search engines while a piece without a yes to search stands behind them', () => {
    const stories = [story('open0001'), story('quiet001', { searchable: false })];
    const behind = (...ids: string[]) => ids.map((id) => ({ id, parts: ['words'] }));
    const priorities = [
      { ...term('warm-rooms'), pieces: behind('open0001') },
      { ...term('quiet-rooms'), pieces: behind('open0001', 'quiet001') },
      { ...term('gone-rooms'), pieces: behind('gone0001') },
    ];
    const listed = listedAddresses(published({ site: { ...site, priorities }, stories }));
    expect(listed.filter((path) => path.startsWith('/priorities/'))).toEqual([
      '/priorities/',
      '/priorities/warm-rooms/',
    ]);
  });

  test('leave their addresses to no page that facilitators write', () => {
    expect(ownPages([page('assets'), page('priorities'), page('team')])).toEqual(['about', 'team']);
  });
});

describe('what stands in the sitemap', () => {
  test('not a piece without a yes to search, and every list and exhibition that shows it', () => {
    const open = story('open0001', { themes: ['food'], kind: 'poem', language: 'ur' });
    const closed = story('shut0001', { themes: ['grief'], searchable: false });
    const listed = listedAddresses(
      published({
        stories: [open, closed],
        exhibitions: [exhibition('rain', ['open0001']), exhibition('sun', ['shut0001/f1'])],
      }),
    );
    for (const path of [
      '/stories/shut0001/',
      '/themes/grief/',
      '/languages/pa/',
      '/kinds/story/',
      '/stories/',
      '/exhibitions/sun/',
    ])
      expect(listed).not.toContain(path);
    expect(listed).toEqual(
      expect.arrayContaining([
        '/stories/open0001/',
        '/themes/food/',
        '/exhibitions/rain/',
        '/',
        '/about/',
      ]),
    );
  });

  test('no copies in a second interface language, tombstones, search, errors and later pages', () => {
    const listed = listedAddresses(published({ stories: many(PER_PAGE + 1) }));
    for (const path of [
      '/ur/',
      '/ur/stories/story100/',
      '/stories/gone0001/',
      '/search/',
      '/404/',
      '/stories/page/2/',
    ])
      expect(listed).not.toContain(path);
    expect(listed).toContain('/stories/story100/');
  });

  test('not an exhibition that names a piece that is not here', () => {
    expect(
      listedAddresses(published({ exhibitions: [exhibition('rain', ['none0001'])] })),
    ).not.toContain('/exhibitions/rain/');
  });

  test('all of it, in files that search engines take', () => {
    const paths = Array.from({ length: 45_001 }, (_, index) => `/stories/${index}/`);
    const parts = sitemapParts(paths);
    expect(parts.map(({ file }) => file)).toEqual(['sitemap-0.xml', 'sitemap-1.xml']);
    expect(parts.flatMap((part) => part.paths)).toEqual(paths);
    expect(sitemapParts([]).map(({ file }) => file)).toEqual(['sitemap-0.xml']);
  });
});

describe('lists', () => {
  test('the newest piece comes first and one with no day comes last, the same on every build', () => {
    const stories = [
      story('b', { publishedOn: '2026-01-01' }),
      story('c'),
      story('a', { publishedOn: '2026-01-01' }),
      story('d', { publishedOn: '2026-02-01' }),
    ];
    const order = newestFirst(stories).map(({ id }) => id);
    expect(order).toEqual(['d', 'a', 'b', 'c']);
    expect(newestFirst([...stories].reverse()).map(({ id }) => id)).toEqual(order);
  });

  test('a theme named twice in a record lists the piece once', () => {
    const listings = listingsOf(site, [story('abc123', { themes: ['grief', 'grief'] })]);
    expect(listings.find(({ path }) => path === '/themes/grief/')?.stories).toHaveLength(1);
  });

  test('what a reader can read comes first, in the order it had, and all of it is there', () => {
    const turned = [{ part: 't1', language: 'ur', wordsFile: '' }];
    const pieces = [
      story('a', { language: 'en' }),
      story('b', { language: 'pa', translations: turned }),
      story('c', { language: 'en' }),
      story('d', { language: 'ur' }),
    ];
    const ids = (reader?: string): string =>
      readableFirst(pieces, reader)
        .map(({ id }) => id)
        .join('');
    expect([ids('ur'), ids('en'), ids('so'), ids()]).toEqual(['bdac', 'acbd', 'abcd', 'abcd']);
    const [page] = pagesOfListing({ path: '/stories/', stories: pieces }, 'ur');
    expect(page?.stories.map(({ id }) => id).join('')).toBe('bdac');
  });

  test('the pages of a list hold every piece once', () => {
    const stories = many(PER_PAGE * 2 + 5);
    const shown = pagesOfListing({ path: '/stories/', stories }).flatMap((part) => part.stories);
    expect(shown).toEqual(stories);
  });
});
