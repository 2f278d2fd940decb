import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { openBrowser } from '#support/browser.ts';
import { buildAndServe, type ServedSite, serveExamples } from '#support/served-site.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

/** A piece about something a reader may need to leave at once, of which there is none among the examples. */
const FLAGGED = 'leave001';
const LANGUAGES = ['', '/ur', '/pa', '/hi'] as const;
/** As many as each piece has a page in. */
const ITS_LANGUAGES = ['', '/ur', '/hi'] as const;

let site: ServedSite;
/** With the settings of the examples, and that piece. */
let flagged: ServedSite;
let browser: Browser;
let page: Page;
let stories: readonly string[];

beforeAll(async () => {
  site = await serveExamples();
  const { content, story, write } = await smallArchive();
  const settings = await readFile('content/settings.yaml', 'utf8');
  await write('settings.yaml', settings.replace(/^languages: .*$/m, 'languages: [en, ur, hi]'));
  const notes = [{ topic: 'abuse', words: 'This talks about being hurt at home.' }];
  await story(FLAGGED, openRecord({ content_notes: notes }), 'The door was shut.\n');
  await approve({ content, ids: 'all' });
  flagged = await buildAndServe(content, '2026-11-22');
  browser = await openBrowser();
  // A window of 1280 points at 200 %, no script.
  page = await browser.newPage({
    viewport: { width: 640, height: 450 },
    deviceScaleFactor: 2,
    javaScriptEnabled: false,
  });
  const ids = (await readdir(join(site.folder, 'stories'))).filter((id) =>
    /^[a-z0-9]{6,}$/.test(id),
  );
  const pages = await Promise.all(
    ids.map(async (id) => ({
      id,
      html: await readFile(join(site.folder, 'stories', id, 'index.html'), 'utf8'),
    })),
  );
  // The others are tombstones.
  stories = pages.filter(({ html }) => html.includes('class="story"')).map(({ id }) => id);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await flagged?.close();
});

const storyAt = (language: string, id: string): string =>
  `${(id === FLAGGED ? flagged : site).origin}${language}/stories/${id}/`;

const isThere = (language: string, id: string): boolean =>
  existsSync(join((id === FLAGGED ? flagged : site).folder, language, 'stories', id, 'index.html'));

/** Presses Tab from the top of the page until it has come round; gives the addresses it stopped at. */
async function stops(): Promise<readonly string[]> {
  const reached: string[] = [];
  for (let press = 0; press < 200; press += 1) {
    await page.keyboard.press('Tab');
    const href = await page.evaluate(() => {
      const at = document.activeElement;
      return at === document.body ? null : (at?.getAttribute('href') ?? at?.tagName ?? '');
    });
    if (href === null) break;
    reached.push(href);
  }
  return reached;
}

describe('A38: every story page, with no script, at 200 %, by keyboard', () => {
  test('leads to changing your mind, to a complaint and to support, in each language', async () => {
    expect(stories.length).toBeGreaterThan(20);
    // The piece in each of its languages, and a story of the examples in each; all that are there under PROVE.
    const sample = LANGUAGES.map((language) => stories.find((id) => isThere(language, id)) ?? '');
    for (const id of new Set([FLAGGED, ...(process.env['PROVE'] ? stories : sample)])) {
      for (const [at, language] of LANGUAGES.entries()) {
        if (!isThere(language, id)) continue;
        const isAsked = id === FLAGGED || sample[at] === id;
        if (!isAsked && !process.env['PROVE']) continue;
        const path = storyAt(language, id);
        await page.goto(path);
        const reached = await stops();
        for (const to of ['/withdraw/', '/withdraw/#complain', '/support/', '/consent/'])
          expect(reached, path).toContain(language + to);
        const end = page.locator('.rights a');
        for (const link of await end.all()) expect(await link.isVisible(), path).toBe(true);
        const { scrollWidth, clientWidth } = await page.evaluate(() => ({
          scrollWidth: document.documentElement.scrollWidth,
          clientWidth: document.documentElement.clientWidth,
        }));
        expect(scrollWidth, path).toBe(clientWidth);
        expect(await noteIsFirst(), path).toBe(true);
        expect(await page.locator('.quick-exit a').count(), path).toBe(id === FLAGGED ? 1 : 0);
      }
    }
  });

  test('the complaint says who to tell, by when we answer, and who stands above us', async () => {
    for (const language of ITS_LANGUAGES) {
      await page.goto(storyAt(language, FLAGGED));
      const link = page.locator('.rights a[href$="#complain"]');
      await link.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${language}/withdraw/#complain`);
      const part = page.locator('#complain');
      expect(await part.isVisible()).toBe(true);
      expect(await part.locator('a[href^="tel:"], a[href^="mailto:"]').count()).toBeGreaterThan(1);
      expect(await part.locator('a[href^="https://ico.org.uk/"]').count()).toBe(1);
      expect(await part.textContent()).toMatch(/30/);
    }
  });

  test('where it was hard to read, one can leave at once, and the note stands first', async () => {
    await page.goto(storyAt('', FLAGGED));
    const reached = await stops();
    const exit = await page.locator('.quick-exit a').getAttribute('href');
    expect(reached.indexOf(exit ?? '')).toBeGreaterThan(-1);
    expect(reached.indexOf(exit ?? '')).toBeLessThan(reached.indexOf('/withdraw/'));
    expect(await page.locator('.note').textContent()).toContain('being hurt at home');
  });
});

/** True where there is no note, or it comes before the title, the pictures and the words. */
function noteIsFirst(): Promise<boolean> {
  return page.evaluate(() => {
    const note = document.querySelector('article.story > .note');
    const parts = document.querySelectorAll('article.story :is(h1, .picture, .words, audio)');
    return [...parts].every(
      (part) =>
        note === null ||
        (note.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    );
  });
}

describe('A32: what the search tells of how many', () => {
  test('is never one to four, for any theme, town or project, alone or with a kind or a language', async () => {
    const searching = await browser.newPage();
    await searching.goto(`${site.origin}/search/`);
    const values = (name: string) =>
      searching
        .locator(`select[name="${name}"] option`)
        .evaluateAll((options) =>
          options
            .map((option) => (option as HTMLOptionElement).value)
            .filter((value) => value !== ''),
        );
    const sensitive = ['theme', 'place', 'series'] as const;
    const questions: string[] = [];
    for (const name of sensitive) {
      for (const value of await values(name)) {
        questions.push(`${name}=${value}`);
        for (const other of ['kind', 'language'])
          for (const also of await values(other))
            questions.push(`${name}=${value}&${other}=${also}`);
      }
    }
    expect(questions.length).toBeGreaterThan(100);
    // As by going back in the history of the browser, where the page is not loaded anew for each question.
    const step = process.env['PROVE'] ? 1 : Math.ceil(questions.length / 60);
    for (const question of questions.filter((_, index) => index % step === 0))
      expect(await saidOf(searching, question), question).not.toMatch(/\b[1-4]\b/);
  });
});

/** What the open search page says of how many, when its address asks this. */
async function saidOf(searching: Page, question: string): Promise<string> {
  return searching.evaluate(async (search) => {
    history.replaceState(null, '', `?${search}`);
    if (location.search !== `?${search}`) throw new Error('The address did not change.');
    window.dispatchEvent(new PopStateEvent('popstate'));
    const list = document.querySelector('#search-results');
    while (list?.ariaBusy !== 'false') await new Promise(requestAnimationFrame);
    const said = document.querySelector('#search-status')?.textContent ?? '';
    if (said.trim() === '') throw new Error('The page did not answer.');
    return said;
  }, question);
}
