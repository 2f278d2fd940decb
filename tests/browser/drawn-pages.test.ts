import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskPages } from '#cli/desk-pages.ts';
import type { ShareQuestion } from '#components/share-view.ts';
import type { DeskPage } from '#desk/drawn.ts';
import { languagesOn } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';
import { frameOfSettings } from '#release/site-frame.ts';
import { openBrowser } from '#support/browser.ts';
import { axeFaults } from '#support/axe.ts';
import { pagesToLookAt, shareSteps } from '#support/drawn-examples.ts';
import { drawnTree } from '#support/drawn-tree.ts';

/** Every page that one person sees, drawn with an example, as a browser without a script shows it. */
const LANGUAGES = languagesOn('desk');
const WIDTHS = [320, 390, 1280];
const STEPS = Object.keys(shareSteps('en')) as ShareQuestion['step'][];
/** Every page; of the form each question by itself. */
const PAGES = [
  ...(Object.keys(pagesToLookAt('en')) as DeskPage[]).filter((page) => page !== 'share/step'),
  ...STEPS.map((step) => `share/step/${step}` as const),
];
const SHOTS = process.env['ARCHIVE_SHOTS'];

/**
 * A sample: every page in one language, where it must keep within all widths and axe looks at one of them,
 * so that every language is met and looked at in every width; each page in all of them under PROVE.
 */
const ASKED = PAGES.flatMap((page, at) =>
  LANGUAGES.flatMap((language, row) =>
    WIDTHS.map((width, column) => ({ page, language, width, at, row, column })),
  ),
).filter(({ width, at, row, column }) => {
  if (process.env['PROVE'] || (SHOTS && width !== 320)) return true;
  const turn = Math.floor(at / LANGUAGES.length);
  return row === at % LANGUAGES.length && column === turn % WIDTHS.length;
});

let browser: Browser;
let page: Page;
let tree: string;
/** The page that is asked for next, and what it asked for that nothing answers. */
let html = '';
let lost: string[] = [];

const site = frameOfSettings({
  name: 'Living Roots Archive',
  languages: [...LANGUAGES],
  contacts: [{ kind: 'phone', label: { en: 'Call us' }, value: '020 7946 0000' }],
  support: [],
  thanks: false,
  sharing: true,
});

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  const { assets } = await deskPages();
  await page.route('**/*', (route) => {
    const { pathname, host } = new URL(route.request().url());
    const asset = assets.get(pathname);
    if (pathname === '/page/')
      return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
    if (asset) return route.fulfill({ body: Buffer.from(asset.bytes), contentType: asset.type });
    if (host !== 'desk.test' || pathname !== '/favicon.svg') lost.push(route.request().url());
    return route.fulfill({ path: 'public/favicon.svg', contentType: 'image/svg+xml' });
  });
  tree = await drawnTree(LANGUAGES);
});
afterAll(() => browser?.close());

describe('a page drawn on request', () => {
  test('is met in the sample in every language and every width', () => {
    expect(new Set(ASKED.map(({ page }) => page)).size).toBe(PAGES.length);
    expect(new Set(ASKED.map(({ language }) => language)).size).toBe(LANGUAGES.length);
    const seen = new Set(ASKED.map(({ language, width }) => `${language} ${width}`));
    expect(seen.size).toBe(LANGUAGES.length * WIDTHS.length);
  });

  test.each(ASKED)('$page in $language at $width px', async ({ page: name, language, width }) => {
    const { draw, assets } = await deskPages();
    const frame = { site, ui: language, inLanguage: (other: string) => `/other/?lang=${other}` };
    const step = STEPS.find((each) => name === `share/step/${each}`);
    html =
      step === undefined
        ? await draw(name as DeskPage, { frame, says: pagesToLookAt(language), tree })
        : await draw('share/step', {
            frame,
            says: { 'share/step': shareSteps(language)[step] },
          });
    lost = [];
    await page.setViewportSize({ width, height: 900 });
    await page.goto('http://desk.test/page/');
    await page.evaluate(() => document.fonts.ready);
    const { dir } = interfaceIn(language);
    const html0 = page.locator('html');
    expect([await html0.getAttribute('lang'), await html0.getAttribute('dir')]).toEqual([
      language,
      dir,
    ]);
    expect(lost.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([]);
    const scripts = await page
      .locator('script')
      .evaluateAll((all) => all.map((each) => (each as HTMLScriptElement).src));
    const hasScript = step === 'pictures' || step === 'sound' || name === 'desk/board';
    expect(scripts.length > 0).toBe(hasScript);
    for (const src of scripts) expect(assets.has(new URL(src).pathname)).toBe(true);
    for (const wide of [...WIDTHS, width]) {
      await page.setViewportSize({ width: wide, height: 900 });
      expect(await html0.evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(wide);
    }
    expect(await page.locator('h1').first().isVisible()).toBe(true);
    if (name !== 'desk/paper') expect(await cramped(page)).toEqual([]);
    if (SHOTS)
      await page.screenshot({
        path: `${SHOTS}/${name.replaceAll('/', '-')}-${language}-${width}.png`,
        fullPage: true,
      });
    expect(await axeFaults(page)).toEqual([]);
  });
});

/** CSS pixels: what a thumb meets (WCAG 2.2, 2.5.5). */
const TARGET = 44;

/** What can be pressed and is lower than a thumb: a box with its label, a button, a link that stands alone. */
function cramped(page: Page): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const alone = [...document.querySelectorAll('main p > a:only-child')].filter(
      (link) => link.parentElement?.textContent?.trim() === link.textContent?.trim(),
    );
    const controls = 'main :is(button, summary, textarea, select, input:not([type=hidden]))';
    return [...document.querySelectorAll(controls), ...alone]
      .map((each) => each.closest('label') ?? each)
      .filter((each) => each.checkVisibility())
      .map((each) => ({ each, height: each.getBoundingClientRect().height }))
      .filter(({ height }) => height < least - 0.5)
      .map(({ each, height }) => `${Math.round(height)} ${each.outerHTML.slice(0, 120)}`);
  }, TARGET);
}
