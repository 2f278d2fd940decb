import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { interfaceIn } from '#i18n/words.ts';
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
};

const SHOTS = process.env['ARCHIVE_SHOTS'];

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
    const sample = (width === 390) === ['draft', 'sign-in', 'exhibition'].includes(name);
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

const WALKED = [
  [390, 'ur', 'زیرِ کار'],
  [1280, 'en', 'In progress'],
] as const;

test.each(process.env['PROVE'] ? WALKED : WALKED.slice(0, 1))(
  'the board at %i pixels in %s is worked by keyboard: a card keeps the focus where it is moved to',
  async (width, lang, title) => {
    const page = await over.atWork(width);
    // Decap's own board leads to it.
    await goTo(page, `${over.origin}/admin/#/workflow`, 'h1');
    await page.waitForURL('**/desk/board/');
    await page.goto(`${over.origin}/desk/board/?lang=${lang}`);
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    expect(await sticksOut(page)).toEqual([]);
    const card = page.locator('#stories-draft12345');
    const columns = page.locator('section');
    expect(await columns.nth(1).locator('#stories-draft12345').count()).toBe(1);
    const loaded = await page.evaluate(() => performance.timeOrigin);
    // From the title of the card, its two buttons are the next stops.
    await card.getByRole('link').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await columns.nth(2).locator('#stories-draft12345').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('stories-draft12345');
    const told = page.getByRole('status');
    expect(await told.innerText()).toContain(await card.getByRole('link').innerText());
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded);
    if (SHOTS)
      await page.screenshot({ path: `${SHOTS}/board-${lang}-${width}.png`, fullPage: true });
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await columns.nth(1).locator('#stories-draft12345').waitFor();
  },
);

test('a town is found by its Urdu name with the keyboard alone, and kept by its id', async () => {
  const page = await over.atWork(390);
  await goTo(page, `${over.origin}/admin/${PAGES['draft']}`, FORM);
  const towns = page.getByLabel('Towns');
  await towns.focus();
  await page.keyboard.insertText('ايلنگ');
  await page.getByText('1 to choose from.').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  const ealing = page.getByRole('button', { name: 'Ealing', pressed: true });
  await ealing.waitFor();
  expect(await ealing.evaluate((each) => each === document.activeElement)).toBe(true);
  expect(await ealing.locator('bdi').nth(1).getAttribute('lang')).toBe('ur');
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/towns-390.png` });
  // What to look for is read in the language of the answers, its own direction with it.
  await page.getByLabel('Read this list in').selectOption('ur');
  const list = page.locator('.desk-review ul');
  await page.locator('.desk-review ul[lang=ur][dir=rtl]').waitFor();
  expect(await list.locator('li').allInnerTexts()).toEqual(
    Object.values(interfaceIn('ur').words.reviewQuestions),
  );
  if (SHOTS) await list.screenshot({ path: `${SHOTS}/review-390.png` });
  expect(await axeFaults(page)).toEqual([]);
  await page.evaluate(() => localStorage.removeItem('answer-language'));
  await ealing.focus();
  const box = page.locator('.desk-form').filter({ has: page.getByLabel('Towns') });
  await box.getByText(/Chosen: .*Ealing\./).waitFor();
  await page.keyboard.press('Escape');
  expect(await towns.evaluate((each) => each === document.activeElement)).toBe(true);
  const saved = page.waitForRequest((asked) => /"persistEntry"/.test(asked.postData() ?? ''));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const { params } = (await saved).postDataJSON() as { params: { dataFiles: { raw: string }[] } };
  const { record } = JSON.parse(params.dataFiles[0]?.raw ?? '') as { record: { places: string[] } };
  expect(record.places.at(-1)).toBe('ealing');
});

test('a piece is chosen by what may be shown of it, in Urdu, and one that may not stand there has no button', async () => {
  const page = await over.atWork(390);
  await goTo(
    page,
    `${over.origin}/admin/#/collections/priorities/entries/let-two-wait-as-one`,
    FORM,
  );
  const box = page.locator('.desk-wall');
  await box.getByText('It may stand behind this.').first().waitFor();
  const put = box.getByRole('button', { name: 'Put a piece in' });
  await put.press('Enter');
  const pick = box.getByRole('group', { name: 'Choose a piece' });
  await pick.getByLabel('Say what would be public in').selectOption('ur');
  await pick.locator('[lang=ur][dir=rtl]').first().waitFor();
  const rows = pick.locator(':scope > ul > li');
  const shut = rows.filter({ hasText: 'It may not stand behind this.' });
  expect(await shut.first().getByRole('button').count()).toBe(0);
  await expect.poll(() => sticksOut(page)).toEqual([]);
  if (SHOTS) await pick.screenshot({ path: `${SHOTS}/pieces-390.png` });
  expect(await axeFaults(page)).toEqual([]);
  const open = rows.filter({ has: page.getByRole('button') }).first();
  const title = await open.locator('b').innerText();
  await open.getByRole('button').press('Enter');
  await box.getByRole('listitem', { name: title }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(title);
  await page.evaluate(() => localStorage.removeItem('answer-language'));
});
