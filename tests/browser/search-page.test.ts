import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SearchResultsPages } from '#server/site/search-results.ts';
import { askPage, type Shown } from '#support/ask-page.ts';
import { openBrowser } from '#support/browser.ts';
import { type ServedSite, serveExamples } from '#support/served-site.ts';

const PUNJABI = '/stories/ic1jp5zk/';
const HINDI = '/stories/q3kjtjnt/';
const URDU = '/stories/6h2tm5bn/';
const POLISH = '/stories/p226hy0u/';
/** Granted for the site, not for search. */
const UNSEARCHED = '/stories/evhlxjz0/';

let site: ServedSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await serveExamples();
  browser = await openBrowser();
  page = await browser.newPage();
  await page.goto(`${site.origin}/search/`);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function ask(q: string, language = ''): Promise<Shown> {
  const [shown] = await askPage(page, [{ q, language }]);
  if (!shown) throw new Error('the page did not answer');
  return shown;
}
const addresses = ({ items }: Shown): string[] => items.map(({ href }) => href);

describe('typing in any script', () => {
  test('Latin letters find a Punjabi, a Hindi and an Urdu piece', async () => {
    expect(addresses(await ask('ghar'))).toEqual(expect.arrayContaining([PUNJABI, HINDI, URDU]));
    expect(addresses(await ask('barish'))).toEqual(expect.arrayContaining([HINDI, URDU]));
    expect(addresses(await ask('kiari'))).toContain(PUNJABI);
  });
  test('Gurmukhi finds the pieces in Gurmukhi first, and those in other scripts', async () => {
    const shown = addresses(await ask('ਘਰ'));
    expect([PUNJABI, '/stories/t2wjm7ka/']).toContain(shown[0]);
    expect(shown).toContain(PUNJABI);
    expect(addresses(await ask('ਬਾਰਿਸ਼'))).toContain(HINDI);
  });
  test('other marks and other keyboards find the same', async () => {
    expect(addresses(await ask('szóstej'))).toContain(POLISH);
    expect(addresses(await ask('szostej'))).toContain(POLISH);
    expect(addresses(await ask('کھڑكي'))).toContain(URDU);
    expect(addresses(await ask('ਬਗੈਰ'))).toContain(PUNJABI);
  });
  test('pieces with more of the words come first, and the last may be unfinished', async () => {
    expect(addresses(await ask('pusty autobu'))[0]).toEqual(POLISH);
    expect(addresses(await ask('pusty xylophone'))[0]).toEqual(POLISH);
  });
});

describe('what is shown', () => {
  test('true words, marked where they were asked for, in their own language', async () => {
    const { items } = await ask('بارش');
    const found = items.find(({ href }) => href === URDU);
    expect(found?.title).toBe('بارش والی شام');
    expect(found?.excerpt).toMatch(/بارش نے شیشے پر کچھ لکھا ہے/);
    expect(found?.excerptLang).toBe('ur');
    expect(new Set(found?.marks)).toEqual(new Set(['بارش']));
  });
  test('as the cards of the lists: the content note first, the language, the town, and what a reader can read', async () => {
    await ask('ਕਿਆਰੀ', 'pa');
    const card = page.locator(`#search-results > [data-piece="ic1jp5zk"]`);
    const kinds = await card.evaluate((item) => [...item.children].map((part) => part.className));
    expect(kinds).toEqual([
      ...['card-note', 'card-picture', 'card-title', 'card-here', 'card-excerpt', 'card-facts'],
    ]);
    expect(await card.locator('.card-here').innerText()).toBe('My father’s plot');
    expect(await card.locator('.card-facts [lang="pa"]').innerText()).toBe('ਪੰਜਾਬੀ');
    await page.setViewportSize({ width: 390, height: 844 });
    const top = await page.locator('#search-results > li').first().boundingBox();
    expect(top?.y).toBeLessThan(844 - 200);
  });
  test('a title with the word stands before a text with it', async () => {
    const { items } = await ask('autobus', 'pl');
    expect(items[0]?.href).toBe(POLISH);
    expect(items[0]?.marks).toContain('autobus');
  });
  test('nothing for a word that is nowhere', async () => {
    const none = ['ਹੈਲੀਕਾਪਟਰ', 'हेलीकॉप्टर', 'ہیلی کاپٹر', 'helikopter', 'xylophone'];
    const shown = await askPage(
      page,
      none.map((q) => ({ q })),
    );
    expect(shown.flatMap(addresses)).toEqual([]);
    expect(new Set(shown.map(({ status }) => status)).size).toBe(1);
    expect(shown[0]?.status).toContain('found nothing');
  });
  test('close matches come under a heading that says so', async () => {
    const { close, items, status } = await ask('autobosum', 'pl');
    expect(close).toBe(true);
    expect(items.map(({ href }) => href)).toContain(POLISH);
    expect(status).toContain('found nothing');
    expect((await ask('autobus')).close).toBe(false);
  });
  test('only the chosen language, and all of it without a word', async () => {
    expect(addresses(await ask('ghar', 'ur'))).not.toContain(HINDI);
    const urdu = addresses(await ask('', 'ur'));
    expect(urdu).toContain(URDU);
    expect(urdu).not.toContain(HINDI);
  });
  test('never a piece that did not say yes to search, by any key', async () => {
    const shown = await askPage(
      page,
      ['امی', 'ammi', 'ਅੰਮੀ', 'آواز', 'awaz'].map((q) => ({ q })),
    );
    expect(shown.flatMap(addresses)).not.toContain(UNSEARCHED);
  });
});

describe('the pages above the pieces', () => {
  const shownPages = () => page.locator('#search-pages li a').allInnerTexts();
  test('a theme, a town and an exhibition are found, and a town finds its pieces', async () => {
    const { items, close } = await ask('Southall');
    expect([await shownPages(), close]).toEqual([['Southall'], false]);
    expect(items.length).toBeGreaterThan(0);
    await ask('food insecurity');
    expect(await shownPages()).toContain('Food and warmth');
    await ask('interpreter');
    expect((await shownPages()).join()).toContain('interpret');
  });
  test('and none stands there when nothing was asked', async () => {
    await ask('');
    expect(await page.locator('#search-pages').isVisible()).toBe(false);
  });
});

describe('as a reader types', () => {
  test('results come without sending, and the address can be shared', async () => {
    const typing = await browser.newPage();
    await typing.goto(`${site.origin}/search/`);
    await typing.locator('#q').pressSequentially('barish');
    await typing.locator(`#search-results a[href="${URDU}"]`).waitFor();
    expect(new URL(typing.url()).search).toBe('?q=barish');
    expect(await typing.evaluate(() => document.activeElement?.id)).toBe('q');
    const again = await browser.newPage();
    await again.goto(typing.url());
    await again.locator(`#search-results a[href="${URDU}"]`).waitFor();
    await typing.close();
    await again.close();
  });
  test('a theme lets go of a town, and a project can be chosen', async () => {
    const choosing = await browser.newPage();
    await choosing.goto(`${site.origin}/search/`);
    await choosing.locator('#search-narrow summary').click();
    await choosing.locator('#search-place').selectOption({ index: 1 });
    await choosing.locator('#search-theme').selectOption({ index: 1 });
    expect(await choosing.locator('#search-place').inputValue()).toBe('');
    await choosing.locator('#search-theme').selectOption('');
    await choosing.locator('#search-series').selectOption({ index: 1 });
    await choosing.locator('#search-results > li').first().waitFor();
    expect(new URL(choosing.url()).search).toMatch(/^\?series=/);
    await choosing.close();
  });
});

describe('without a script', () => {
  const inPage = async (path: string): Promise<string> => (await fetch(site.origin + path)).text();
  const found = (html: string): string[] =>
    [...html.matchAll(/<li class="card[^"]*" data-piece="(\w+)"/g)].map(
      ([, id]) => `/stories/${id}/`,
    );

  test('the form leads to the same pieces, with the same cards', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${site.origin}/search/`);
    expect(await plain.locator('noscript').count()).toBe(0);
    await plain.locator('#q').fill('barish');
    await plain.getByRole('button', { name: 'Search' }).click();
    await plain.locator('#search-results > li').first().waitFor();
    const cards = await plain
      .locator('#search-results > li')
      .evaluateAll((items) => items.map((item) => item.outerHTML));
    expect(await plain.locator('#q').inputValue()).toBe('barish');
    await context.close();
    await ask('barish');
    const drawn = await page
      .locator('#search-results > li')
      .evaluateAll((items) => items.map((item) => item.outerHTML));
    expect(drawn.length).toBeGreaterThan(1);
    expect(cards.toSorted()).toEqual(drawn.toSorted());
    for (const q of ['ਘਰ', 'autobus', 'interpreter', 'xylophone', 'autobosum'])
      expect([q, found(await inPage(`/search/?q=${encodeURIComponent(q)}`)).toSorted()]).toEqual([
        q,
        addresses(await ask(q)).toSorted(),
      ]);
  });

  test('words, choices and close matches are said as with one, and nothing typed becomes a part of the page', async () => {
    expect(await inPage('/search/?q=xylophone')).toContain('We found nothing for that.');
    expect(await inPage('/search/?q=autobosum')).toMatch(/<h2 id="search-close">/);
    expect(found(await inPage('/search/?q=&language=ur'))).toContain(URDU);
    expect(found(await inPage('/search/?q=&language=ur'))).not.toContain(HINDI);
    const odd = await inPage(`/search/?q=${encodeURIComponent('"><b>x</b>')}`);
    expect(odd).not.toContain('<b>');
    expect(odd).toContain('value="&quot;&gt;&lt;b&gt;');
  });

  test('a theme stands and a town goes, in whatever address', async () => {
    const both = await inPage('/search/?theme=loneliness&place=southall');
    expect(both).not.toMatch(/<option value="southall"[^>]*selected/);
  });

  test('no cookie, and nothing kept on the way', async () => {
    const { headers, status } = await fetch(`${site.origin}/search/?q=barish`);
    expect([status, headers.get('set-cookie'), headers.get('cache-control')]).toEqual([
      ...[200, null, 'no-store'],
    ]);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  describe('where too much is asked', () => {
    const html = () => readFile(join(site.folder, 'search/index.html'), 'utf8');
    const address = new URL('http://site.invalid/search/?q=barish');
    // Of a language that nothing is in: what is counted is the asking.
    const none = new URL('http://site.invalid/search/?language=xx');
    const statusOf = async (pages: SearchResultsPages): Promise<number> =>
      (await pages.page(await html(), none)).status;

    test('and where there is no index the page says so in plain words, and has the ways to browse', async () => {
      const pages = new SearchResultsPages(join(site.folder, 'nowhere'), () => false);
      const answer = await pages.page(await html(), address);
      expect(answer.status).toBe(503);
      expect(answer.html).toContain('Search is not working just now.');
    });
    test('it is put off, and taken again a little later', async () => {
      let now = 0;
      const pages = new SearchResultsPages(
        site.folder,
        () => false,
        () => now,
      );
      const asked: number[] = [];
      for (let at = 0; at < 41; at += 1) asked.push(await statusOf(pages));
      expect([asked.indexOf(503), asked.length]).toEqual([40, 41]);
      now = 1000;
      expect(await statusOf(pages)).toBe(200);
      now = 60_000;
      const together = await Promise.all(Array.from({ length: 6 }, () => statusOf(pages)));
      expect(together.toSorted()).toEqual([200, 200, 200, 200, 503, 503]);
    });
    test('what came down is not found, whatever the index has', async () => {
      const hidden = URDU.split('/')[2];
      const pages = new SearchResultsPages(site.folder, (id) => id === hidden);
      const answer = await pages.page(await html(), address);
      expect(found(answer.html)).toContain(HINDI);
      expect(found(answer.html)).not.toContain(URDU);
    });
  });
});
