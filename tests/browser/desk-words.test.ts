import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '#support/axe.ts';
import {
  type DeskInBrowser,
  deskInBrowser,
  goTo,
  machineLines,
  readAll,
  untilQuiet,
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

let over: DeskInBrowser;

beforeAll(async () => {
  over = await deskInBrowser();
  const raw = await readFile('content/stories/1xek41ka/story.md', 'utf8');
  const { cms } = over.desk;
  const path = 'content/stories/draft12345/story.md';
  await cms('persistEntry', saving(path, raw, { slug: 'draft12345/story' }));
  const key = { collection: 'stories', slug: 'draft12345/story' };
  await cms('updateUnpublishedEntryStatus', { ...key, newStatus: 'pending_review' });
});

afterAll(async () => {
  await over?.close();
});

async function openPage(page: Page, name: string): Promise<void> {
  const ready = READY[name] ?? FORM;
  await untilQuiet(page, () => goTo(page, `${over.origin}/admin/${PAGES[name]}`, ready));
}

/** All that can be read, with every menu of the toolbar opened. */
async function saidOn(page: Page): Promise<string> {
  let said = '';
  for (const menu of await page.locator('[aria-haspopup]').all()) {
    // What there is no room for at this width is not on the page.
    if (!(await menu.isVisible())) continue;
    await menu.click();
    said += await readAll(page);
    await page.keyboard.press('Escape');
  }
  return `${said}\n${await readAll(page)}`;
}

/** What sticks out to the right of the window. */
const sticksOut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((each) => {
        const { right, width } = each.getBoundingClientRect();
        return width > 1 && right > document.documentElement.clientWidth + 1;
      })
      .map((each) => `${each.tagName} ${each.className}`),
  );

/** Rules that fail in Decap's own parts; see src/cms/README.md. Anything new fails the test. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  exhibition: ['nested-interactive'],
};

describe.each([390, 1280])('the desk at %i pixels', (width) => {
  for (const name of Object.keys(PAGES)) {
    const sample = (width === 390) === ['draft', 'board', 'sign-in', 'exhibition'].includes(name);
    test.skipIf(!process.env['PROVE'] && !sample)(
      `“${name}” speaks plainly, fits, and has only the faults that are known`,
      async () => {
        const page = await (name === 'sign-in' ? over.signedOut(width) : over.atWork(width));
        await openPage(page, name);
        // What Decap shows while it fetches may stick out for a moment.
        await expect.poll(() => sticksOut(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        const faults = await axeFaults(page);
        if (process.env['AXE_FIGURES'])
          process.stderr.write(
            `AXE ${width} ${name}: ${faults.map(({ rule, at }) => `${rule} ${at.length} ${at.map((each) => each.slice(0, 200)).join(' ; ')}`).join(' | ') || 'none'}\n`,
          );
        expect(faults.filter(({ rule }) => !KNOWN[name]?.includes(rule))).toEqual([]);
        const said = await saidOn(page);
        expect(said.length).toBeGreaterThan(40);
        expect(machineLines(said)).toEqual([]);
      },
    );
  }
});
