import { describe, expect, test } from 'vitest';
import {
  addressesOf,
  exhibitionMayBeFound,
  listingsOf,
  ownPages,
  type SiteContent,
  listedAddresses,
} from '#release/addresses.ts';
import { newestFirst } from '#release/list-order.ts';
import type { Page, Story, Term } from '#release/released.ts';

const term = (id: string): Term => ({ id, name: { en: id } });
const story = (id: string, more: Partial<Story> = {}): Story => ({
  ...{ id, kind: 'story', language: 'pa', series: [], themes: [], places: [] },
  ...{ contentNotes: [], images: [], translations: [], more: [], siblings: [] },
  ...{ uses: {}, searchable: true, openToAi: false, openLicence: false },
  ...{ example: false, thanks: false },
  ...more,
});
const published = (more: Partial<SiteContent> = {}): SiteContent => ({
  site: {
    ...{
      name: 'Trial',
      languages: ['en'],
      contacts: [],
      support: [],
      takesThanks: false,
      sharing: false,
      builtFor: '2026-11-22',
    },
    ...{ themes: [], places: [], series: [term('kitchen')], priorities: [], tombstones: [] },
    ledger: { year: '2026', shown: 'few', languages: 'few', cameDown: 'few' },
  },
  ...{ stories: [], exhibitions: [], pages: [], assets: [] },
  ...more,
});

describe('the ways in', () => {
  test('lead through projects and languages, the languages in order', () => {
    const stories = [
      story('aaa111', { language: 'ur', series: ['kitchen'] }),
      story('bbb222', { language: 'hi' }),
    ];
    const { site } = published();
    expect(listingsOf(site, stories).map(({ path }) => path)).toEqual([
      ...['/stories/', '/series/kitchen/', '/kinds/story/', '/languages/hi/', '/languages/ur/'],
    ]);
  });

  test('name no page of a facet that nothing belongs to, and nothing twice', () => {
    const paths = addressesOf(published({ stories: [story('aaa111', { series: ['kitchen'] })] }));
    const pages = paths.filter((path) => path.endsWith('index.html')).sort();
    expect(
      pages.filter((path) => !/^(about|accessibility|consent|support|withdraw)\//.test(path)),
    ).toEqual([
      ...['browse/index.html', 'design/index.html', 'exhibitions/index.html', 'gone/index.html'],
      ...['index.html', 'kinds/index.html', 'kinds/story/index.html', 'languages/index.html'],
      ...['languages/pa/index.html', 'ledger/index.html', 'search/index.html', 'series/index.html'],
      ...['series/kitchen/index.html', 'stories/aaa111/index.html', 'stories/index.html'],
    ]);
  });

  test('to the search page and the design page stay out of the sitemap', () => {
    const listed = listedAddresses(published());
    for (const path of ['/search/', '/design/', '/gone/', '/404/'])
      expect(listed).not.toContain(path);
    expect(listed).toContain('/browse/');
  });

  test('to an exhibition stay out when one of its works does, or is not there', () => {
    const stories = new Map([
      ['open01', story('open01')],
      ['shut01', story('shut01', { searchable: false })],
    ]);
    const found = (...works: string[]) => exhibitionMayBeFound({ works }, stories);
    expect(found('open01', 'open01/f1')).toBe(true);
    expect(found('open01', 'shut01/f1')).toBe(false);
    expect(found('open01', 'gone01')).toBe(false);
    expect(found()).toBe(true);
  });

  test('are not taken by a page of the facilitators', () => {
    const page = (id: string): Page => ({ id, title: id, language: 'en', body: [] });
    const names = [
      ...['stories', 'browse', 'exhibitions', 'search', 'design', 'media', 'pagefind'],
      ...['priorities', 'assets', 'themes', 'places', 'series', 'kinds', 'languages'],
      ...['consent', 'ledger', 'withdraw', 'support', 'accessibility', 'gone', 'desk', 'admin'],
    ];
    expect(ownPages([...names, 'team', 'team.ur', 'about'].map(page))).toEqual(['about', 'team']);
  });

  test('show the newest first, and where the day is the same the smaller id', () => {
    const on = (id: string, publishedOn?: string) => story(id, { publishedOn });
    const stories = [on('d'), on('b', '2026-06-01'), on('a', '2026-06-01'), on('c', '2026-07-01')];
    expect(newestFirst(stories).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
  });
});
