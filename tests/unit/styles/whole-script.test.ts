import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dateWords } from '#i18n/language.ts';
import { type InterfaceLanguage, LANGUAGES } from '#i18n/languages.ts';
import { LETTERS } from '#styles/cut-letters.ts';
import { openTypeface, shaperOf } from '#styles/letter-shapes.ts';
import { JOINING_SCRIPTS, needsWholeScript } from '#styles/whole-script.ts';
import { openBrowser } from '#support/browser.ts';
import { textsIn } from '#support/word-faults.ts';

const CORPORA = '../shared/corpora/stories';

describe('the small files of Devanagari, Gujarati and Bengali', () => {
  test('are enough for everyday words', async () => {
    for (const text of [
      'मैं अपनी माँ के साथ रहती हूँ। ज़िंदगी अच्छी है, और हिंदी में लिखना भी।',
      'म स्कूल जान्छु र साथीहरूसँग खेल्छु।',
      'મારી મા સાથે હું રહું છું. ઘરમાં બધાં ખુશ છે.',
      'আমি মায়ের সাথে থাকি। বাড়িতে সবাই খুশি, আর গল্পও লিখি।',
      'A page of English words.',
    ])
      expect(await needsWholeScript(text), text).toBe(false);
  });

  test('are not taken for a word that they would draw otherwise', async () => {
    // In the small file the first would lose the mark over its last letter, the second its joined letter.
    for (const text of ['शर्मिंदा', 'पद्मश्री', 'માર્કિટે', 'ગઠ્ઠેદાર', 'সূক্ষ্ম'])
      expect(await needsWholeScript(`a ${text} b`), text).toBe(true);
  });

  test('are enough for what the site itself says in their letters', async () => {
    const rows = Object.entries<InterfaceLanguage>(LANGUAGES).filter(
      ([, { script }]) => script === 'Deva' || script === 'Gujr' || script === 'Beng',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const [tag, { words }] of rows)
      for (const { at, text } of textsIn(process.env['PROVE'] ? words : words.share))
        expect(await needsWholeScript(text), `${tag}: ${at}`).toBe(false);
    for (const [tag] of rows)
      expect(await needsWholeScript(dateWords('2026-11-22', tag)), tag).toBe(false);
  });
});

/** Text files of one language in the shared test texts; none where they are not at hand. */
function corpus(language: string): readonly { readonly name: string; readonly text: string }[] {
  const folder = join(CORPORA, language);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => ({
    name,
    text: readFileSync(join(folder, name), 'utf8'),
  }));
}

/** Every fourth story of a language; each of them under PROVE. */
const sampled = (language: string): ReturnType<typeof corpus> =>
  corpus(language).filter((_, at) => process.env['PROVE'] || at % 4 === 0);

const answers = new Map<string, Promise<boolean>>();

/** What the program answers of a story, asked once. */
function needsWhole(text: string): Promise<boolean> {
  const answer = answers.get(text) ?? needsWholeScript(text);
  answers.set(text, answer);
  return answer;
}

describe.runIf(existsSync(CORPORA))('stories that others wrote', () => {
  test('in Hindi, Nepali, Gujarati and Bengali mostly need the small file only', async () => {
    const stories = ['hi', 'ne', 'gu', 'bn'].flatMap(sampled);
    let whole = 0;
    for (const { text } of stories) if (await needsWhole(text)) whole += 1;
    expect(stories.length).toBeGreaterThan(process.env['PROVE'] ? 200 : 50);
    expect(whole / stories.length).toBeLessThan(0.2);
  });

  test.each([
    ...Object.entries(JOINING_SCRIPTS).flatMap(([script, { languages }]) =>
      languages.map((language) => [language, script] as const),
    ),
    ['ur', 'nastaliq'] as const,
  ])('in %s are drawn with no missing letter and no dotted ring', async (language, script) => {
    const files = script === 'nastaliq' ? [script] : [script, `${script}-whole`];
    for (const file of files) {
      const typeface = await openTypeface(readFileSync(join(LETTERS, `${file}.woff2`)));
      const { shape, outline } = await shaperOf(typeface);
      const ring = shape('\u25cc', language)[0] ?? 0;
      const words = new Set<string>();
      for (const { text } of sampled(language)) {
        if (!file.endsWith('-whole') && (await needsWhole(text))) continue;
        for (const [word] of text.matchAll(WORDS[script] ?? /x^/g)) words.add(word);
      }
      expect(words.size, file).toBeGreaterThan(0);
      for (const word of words) {
        const shapes = shape(word, language);
        expect(
          shapes.filter((each) => each === 0 && outline(each) !== ''),
          word,
        ).toEqual([]);
        if (ring !== 0) expect(shapes, word).not.toContain(ring);
      }
    }
  });
});

const WORDS: Readonly<Record<string, RegExp>> = {
  devanagari: /[\u0905-\u0965][\u0900-\u0965\u200c\u200d]*/g,
  gujarati: /[\u0a85-\u0ad0][\u0a81-\u0ae3\u200c\u200d]*/g,
  bengali: /[\u0985-\u09ce\u09dc-\u09df][\u0981-\u09e3\u200c\u200d]*/g,
  nastaliq: /[\u0621-\u064a\u0679-\u06d3][\u0621-\u0652\u0670-\u06d3\u200c]*/g,
};

describe.runIf(existsSync(CORPORA))('in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test('a story drawn with the small file has as much ink as with the whole script', async () => {
    for (const [script, { languages }] of Object.entries(JOINING_SCRIPTS)) {
      const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
      for (const language of languages) {
        let compared = 0;
        for (const { name, text } of sampled(language)) {
          if (!process.env['PROVE'] && compared === 2) break;
          if (await needsWhole(text)) continue;
          compared += 1;
          const small = await inkOf(page, script, language, text);
          const whole = await inkOf(page, `${script}-whole`, language, text);
          expect(whole, name).toBeGreaterThan(1000);
          expect(Math.abs(small - whole) / whole, name).toBeLessThan(0.01);
        }
        expect([language, compared]).not.toEqual([language, 0]);
      }
      await page.close();
    }
  });
});

/**
 * How many dark points a text has, with no other face to fall back to: a missing letter would be a
 * box. Not compared point by point: the small file leaves out the fine spacing of pairs.
 */
async function inkOf(page: Page, file: string, language: string, text: string): Promise<number> {
  const bytes = readFileSync(join(LETTERS, `${file}.woff2`)).toString('base64');
  const words = text.replaceAll(/[^\u0900-\u0aff\s\u200c\u200d]/g, ' ');
  await page.setContent(
    `<style>@font-face { font-family: F; src: url(data:font/woff2;base64,${bytes}) }
    p { font: 32px/1.8 F }</style><p lang="${language}">${words}</p>`,
  );
  await page.evaluate(() => document.fonts.load('32px F', 'क ક ক'));
  await page.evaluate(() => document.fonts.ready);
  const points = await sharp(await page.screenshot({ fullPage: true }))
    .greyscale()
    .raw()
    .toBuffer();
  return points.reduce((sum, point) => sum + (255 - point) / 255, 0);
}
