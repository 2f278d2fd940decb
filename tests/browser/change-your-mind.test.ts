import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openBrowser } from '#support/browser.ts';
import { archive } from '#support/run-archive.ts';
import { buildAndServe, copyExamples, type ServedSite } from '#support/served-site.ts';
import { openRecord } from '#support/small-archive.ts';

/** The example archive with one more piece, about something a reader may need to leave at once. */
const FLAGGED = 'leave001';
const LANGUAGES = ['', '/ur', '/pa', '/hi'] as const;

let site: ServedSite;
let browser: Browser;
let stories: readonly string[];

beforeAll(async () => {
  const content = join(await mkdtemp(join(tmpdir(), 'mind-')), 'content');
  await copyExamples(content);
  await mkdir(join(content, 'stories', FLAGGED));
  const notes = [{ topic: 'abuse', words: 'This talks about being hurt at home.' }];
  await writeFile(
    join(content, 'stories', FLAGGED, 'story.md'),
    `---\n${stringify(openRecord({ content_notes: notes }))}---\nThe door was shut.\n`,
  );
  expect((await archive(['approve', FLAGGED, '--content', content])).exit).toBe(0);
  site = await buildAndServe(content, '2026-11-22');
  browser = await openBrowser();
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
});

/** A window of 1280 points at 200 %, no script. */
async function visit(path: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 640, height: 450 },
    deviceScaleFactor: 2,
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return page;
}

/** Presses Tab from the top of the page until it has come round; gives the addresses it stopped at. */
async function stops(page: Page): Promise<readonly string[]> {
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
    const asked = process.env['PROVE']
      ? stories
      : [FLAGGED, ...stories.filter((id) => id !== FLAGGED).slice(0, 3)];
    expect(stories.length).toBeGreaterThan(20);
    for (const id of asked) {
      for (const language of LANGUAGES) {
        const path = `${language}/stories/${id}/`;
        const page = await visit(path);
        const reached = await stops(page);
        for (const to of ['/withdraw/', '/withdraw/#complain', '/support/', '/consent/'])
          expect(reached, path).toContain(language + to);
        const end = page.locator('.rights a');
        for (const link of await end.all()) expect(await link.isVisible(), path).toBe(true);
        const { scrollWidth, clientWidth } = await page.evaluate(() => ({
          scrollWidth: document.documentElement.scrollWidth,
          clientWidth: document.documentElement.clientWidth,
        }));
        expect(scrollWidth, path).toBe(clientWidth);
        expect(await noteIsFirst(page), path).toBe(true);
        expect(await page.locator('.quick-exit a').count(), path).toBe(id === FLAGGED ? 1 : 0);
        await page.context().close();
      }
    }
  });

  test('the complaint says who to tell, by when we answer, and who stands above us', async () => {
    for (const language of LANGUAGES) {
      const page = await visit(`${language}/stories/${FLAGGED}/`);
      const link = page.locator('.rights a[href$="#complain"]');
      await link.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${language}/withdraw/#complain`);
      const part = page.locator('#complain');
      expect(await part.isVisible()).toBe(true);
      expect(await part.locator('a[href^="tel:"], a[href^="mailto:"]').count()).toBeGreaterThan(1);
      expect(await part.locator('a[href^="https://ico.org.uk/"]').count()).toBe(1);
      expect(await part.textContent()).toMatch(/30/);
      await page.context().close();
    }
  });

  test('where it was hard to read, one can leave at once, and the note stands first', async () => {
    const page = await visit(`/stories/${FLAGGED}/`);
    const reached = await stops(page);
    const exit = await page.locator('.quick-exit a').getAttribute('href');
    expect(reached.indexOf(exit ?? '')).toBeGreaterThan(-1);
    expect(reached.indexOf(exit ?? '')).toBeLessThan(reached.indexOf('/withdraw/'));
    expect(await page.locator('.note').textContent()).toContain('being hurt at home');
    await page.context().close();
  });
});

/** True where there is no note, or it comes before the title, the pictures and the words. */
function noteIsFirst(page: Page): Promise<boolean> {
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
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.origin}/search/`);
    const values = (name: string) =>
      page
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
    const step = process.env['PROVE'] ? 1 : Math.ceil(questions.length / 25);
    for (const question of questions.filter((_, index) => index % step === 0)) {
      await page.goto(`${site.origin}/search/?${question}`);
      await page.waitForFunction(
        () =>
          document.querySelector('.results')?.getAttribute('aria-busy') === 'false' ||
          !/^(|Searching…)$/.test(
            document.querySelector('[role=status]')?.textContent?.trim() ?? '',
          ),
      );
      const said = (await page.locator('[role=status]').textContent()) ?? '';
      expect(said, question).not.toMatch(/\b[1-4]\b/);
    }
    await context.close();
  });
});
