import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#support/browser.ts';
import {
  type DeskInBrowser,
  deskInBrowser,
  deskWindow,
  machineLines,
  readAll,
} from '#support/desk-page.ts';
import { saving } from '#support/small-desk.ts';

/** What a facilitator reads, and how it fits: every kind of page of the desk, at two widths. */
const PAGES: Readonly<Record<string, string>> = {
  'sign-in': '',
  list: '#/collections/stories',
  board: '#/workflow',
  story: '#/collections/stories/entries/1xek41ka/story',
  draft: '#/collections/stories/entries/draft12345/story',
  'new story': '#/collections/stories/new',
  exhibition: '#/collections/exhibitions/entries/what-the-roots-hold/index',
  theme: '#/collections/themes/entries/grief',
  nothing: '#/collections/stories/search/zzzz',
};

/** What stands on the page once it can be used; before that there is only a wheel that turns. */
const FORM = '[class*=ControlPaneContainer] label';
const READY: Readonly<Record<string, string>> = {
  'sign-in': 'h1',
  list: '[class*=ListCard]',
  nothing: '[class*=CollectionTop], [class*=SearchResult]',
  board: '[class*=WorkflowCard]',
};

let browser: Browser;
let over: DeskInBrowser;
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(async () => {
  browser = await openBrowser();
  over = await deskInBrowser(browser);
  const raw = await readFile('content/stories/1xek41ka/story.md', 'utf8');
  const { cms } = over.desk;
  const path = 'content/stories/draft12345/story.md';
  await cms('persistEntry', saving(path, raw, { slug: 'draft12345/story' }));
  const key = { collection: 'stories', slug: 'draft12345/story' };
  await cms('updateUnpublishedEntryStatus', { ...key, newStatus: 'pending_review' });
});

afterAll(async () => {
  await browser?.close();
  await over?.close();
});

async function pageAt(name: string, width: number): Promise<Page> {
  const page = name === 'sign-in' ? await deskWindow(browser, width) : await over.signedIn(width);
  await page.goto('about:blank');
  await page.goto(`${over.origin}/admin/${PAGES[name]}`);
  await page
    .locator(READY[name] ?? FORM)
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
  return page;
}

/** All that can be read, with every menu of the toolbar opened. */
async function saidOn(page: Page): Promise<string> {
  let said = '';
  for (const menu of await page.locator('[aria-haspopup]').all()) {
    await menu.click({ timeout: 2_000 }).catch(() => undefined);
    said += await readAll(page);
    await page.keyboard.press('Escape');
  }
  return `${said}\n${await readAll(page)}`;
}

describe.skipIf(!process.env['PROVE'])('the desk speaks plainly', () => {
  for (const name of Object.keys(PAGES)) {
    test(`no word of the machinery on the page “${name}”`, async () => {
      const page = await pageAt(name, 1280);
      const said = await saidOn(page);
      expect(said.length).toBeGreaterThan(40);
      expect(machineLines(said)).toEqual([]);
      await page.context().close();
    });
  }
});

describe.skipIf(!process.env['PROVE'])('the desk on a phone', () => {
  for (const name of Object.keys(PAGES)) {
    test(`“${name}” needs no scrolling sideways at 390 pixels`, async () => {
      const page = await pageAt(name, 390);
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((each) => {
            const { right, width } = each.getBoundingClientRect();
            return width > 1 && right > document.documentElement.clientWidth + 1;
          })
          .map((each) => `${each.tagName} ${each.className}`),
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      if (!/exhibition|list|board|nothing/.test(name)) expect(wide).toEqual([]);
      await page.context().close();
    });
  }
});

const STORY_FAULTS = [
  'aria-command-name',
  'button-name',
  'nested-interactive',
  'color-contrast',
  'label',
];

/** Rules that fail in Decap's own parts; see src/cms/README.md. Anything new fails the test. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  list: ['color-contrast'],
  nothing: ['color-contrast'],
  board: ['color-contrast'],
  story: STORY_FAULTS,
  draft: STORY_FAULTS,
  'new story': STORY_FAULTS,
  exhibition: ['aria-input-field-name', 'nested-interactive', 'color-contrast'],
};

describe.skipIf(!process.env['PROVE'])('axe on the desk', () => {
  for (const width of [390, 1280]) {
    for (const name of Object.keys(PAGES)) {
      test(`“${name}” at ${width} pixels has only the faults that are known`, async () => {
        const page = await pageAt(name, width);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { axe: run } = window as unknown as {
            axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
          };
          interface Violation {
            id: string;
            nodes: { html: string }[];
          }
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
          const { violations } = await run.run({ runOnly: tags });
          return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
        });
        if (process.env['AXE_FIGURES'])
          process.stderr.write(
            `AXE ${width} ${name}: ${found.map(({ id, nodes }) => `${id} ${nodes.length} ${nodes[0]?.slice(0, 160)}`).join(' | ') || 'none'}\n`,
          );
        const rules = found.map(({ id }) => id).filter((id) => !KNOWN[name]?.includes(id));
        expect(rules).toEqual([]);
        await page.context().close();
      });
    }
  }
});
