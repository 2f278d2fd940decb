import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskPages } from '#cli/desk-pages.ts';
import { NAMED_KINDS } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import { languagesOn } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';
import { QUESTIONS } from '#intake/contribution/steps.ts';
import { CORNER_MARKS, paperSides } from '#intake/paper/form.ts';
import { BOX, SHEET } from '#intake/paper/sheet.ts';
import { paperPage } from '#server/paper-page.ts';
import { openBrowser } from '#support/browser.ts';
import { languagesSeen } from '#support/languages-seen.ts';

const LANGUAGES = languagesSeen('the form on paper', languagesOn('desk'));
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(LANGUAGES)('the form on paper in %s', (language) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width: 800, height: 1130 } });
    await page.setContent(await paperPage(await deskPages(), { language, sheet: 'v1' }));
    await page.evaluate(() => document.fonts.ready);
  });
  afterAll(() => page?.close());

  test('is two pages of A4, one for each side', async () => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  });

  test('asks each question with its number and each use of the table, for each kind of thing', async () => {
    const { words } = interfaceIn(language);
    const texts = (selector: string) => page.locator(selector).allInnerTexts();
    const asked = QUESTIONS.map(
      (step, at) => `${at + 1}. ${words.share[step as keyof typeof words.share]}`,
    );
    expect((await texts('h2')).slice(0, asked.length)).toEqual(asked);
    const rows = await texts('.row');
    for (const use of USES) expect(rows).toContain(words.consentUses[use]);
    const columns = await texts('.column');
    for (const kind of NAMED_KINDS) expect(columns).toContain(words.consentKinds[kind]);
  });

  test('has every label beside its box, whichever way the letters of a language run', async () => {
    const { dir } = interfaceIn(language);
    const ways = await page
      .locator('.label bdi')
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).direction));
    expect(new Set(ways)).toEqual(new Set([dir]));
  });

  test('has its boxes and marks to a tenth of a millimetre where the reader looks for them', async () => {
    await page.emulateMedia({ media: 'print' });
    const drawn = await page.locator('svg.side').evaluateAll((sides) =>
      sides.map((side) => {
        const sheet = side.getBoundingClientRect();
        const placesOf = (selector: string) =>
          [...side.querySelectorAll(selector)].map((each) => {
            const { left, top, width, height } = each.getBoundingClientRect();
            return [left - sheet.left + width / 2, top - sheet.top + height / 2];
          });
        return {
          width: sheet.width,
          boxes: placesOf('.box'),
          marks: placesOf('g > circle:first-child'),
        };
      }),
    );
    for (const [at, { side, layout }] of paperSides([language], 'v1').entries()) {
      const { width = 0, boxes = [], marks = [] } = drawn[at] ?? {};
      const expected = layout.boxes.filter((box) => box.side === side);
      expect([boxes.length, marks.length]).toEqual([expected.length, CORNER_MARKS.length]);
      const centres = [
        ...expected.map(({ x, y }) => ({ x: x + BOX / 2, y: y + BOX / 2 })),
        ...CORNER_MARKS,
      ];
      const away = centres.map(({ x, y }, index) => {
        const [left = 0, top = 0] = [...boxes, ...marks][index] ?? [];
        const perPixel = SHEET.width / width;
        return Math.hypot(left * perPixel - x, top * perPixel - y);
      });
      expect(Math.max(...away)).toBeLessThan(0.1);
    }
    await page.emulateMedia({ media: null });
  });

  test('has room for all its words, in lines that do not touch what stands below', async () => {
    const crowded = await page.locator('foreignObject').evaluateAll((places) =>
      places
        .filter((place) => {
          const { width, height } = place.getBoundingClientRect();
          const words = place.firstElementChild;
          const range = document.createRange();
          range.selectNodeContents(words as Element);
          const scale = width / Number(place.getAttribute('width'));
          const line = Number.parseFloat(getComputedStyle(words as Element).lineHeight) * scale;
          // Letters of two typefaces in one line end a little above and below each other.
          const ends = [...range.getClientRects()]
            .map(({ bottom }) => bottom)
            .sort((a, b) => a - b);
          const lines = ends.filter((end, at) => at === 0 || end - (ends[at - 1] ?? 0) > line / 2);
          return (
            lines.length * line > height * 1.05 || range.getBoundingClientRect().width > width + 1
          );
        })
        .map(({ textContent }) => textContent?.trim()),
    );
    expect(crowded).toEqual([]);
  });
});
