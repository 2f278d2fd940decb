import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { askPage, type Question } from '#support/ask-page.ts';
import { openBrowser } from '#support/browser.ts';
import { buildAndServe, type ServedSite } from '#support/served-site.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

/** Five short pieces in each of eleven languages, with what must be found: kept outside the project. */
const CASES = '../shared/search/cases.json';

/** Languages without a space between the words, beside the others. */
const UNSPACED = {
  zhwait00: ['zh', '我的故事', '我在医院里等了三个小时，没有人会说我的语言。护士很好。'],
  jawait00: ['ja', '病院', '病院で三時間待ちました。看護師さんはやさしかった。'],
  thwait00: ['th', 'เรื่องของฉัน', 'ฉันรอที่โรงพยาบาลสามชั่วโมง'],
} as const;

/** Where a language is chosen, those of these scripts are asked; without one, all are. All of both under PROVE. */
const CHOSEN = ['en', 'ur', 'pa', 'ta'];

type Found = Readonly<Record<string, string>>;
interface Cases {
  readonly languages: Readonly<
    Record<
      string,
      {
        readonly pages: Readonly<Record<string, readonly [string, string]>>;
        readonly q: { readonly negative: readonly string[] } & Readonly<Record<string, Found>>;
      }
    >
  >;
}

/** Right answers of all asked; `shown` and `right` count pieces, for precision. */
interface Score {
  ok: number;
  of: number;
  shown: number;
  right: number;
  missed: string[];
}

describe.skipIf(!existsSync(CASES))('eleven languages over 55 pieces', () => {
  const cases = (): Cases['languages'] =>
    (JSON.parse(readFileSync(CASES, 'utf8')) as Cases).languages;
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let content: string;

  beforeAll(async () => {
    const archive = await smallArchive();
    content = archive.content;
    for (const [language, { pages }] of Object.entries(cases()))
      for (const [piece, [title, words]] of Object.entries(pages))
        await archive.story(idOf(language, piece), openRecord({ title, language }), `${words}\n`);
    for (const [id, [language, title, words]] of Object.entries(UNSPACED))
      await archive.story(id, openRecord({ title, language }), `${words}\n`);
    await approve({ content, ids: 'all' });
    site = await buildAndServe(content, '2026-11-22');
    browser = await openBrowser();
    page = await browser.newPage();
    await page.goto(`${site.origin}/search/`);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(dirname(content), { recursive: true, force: true });
  });

  async function run(
    filtered: boolean,
    languages?: readonly string[],
  ): Promise<Map<string, Score>> {
    const of = Object.entries(cases()).filter(
      ([language]) => languages?.includes(language) ?? true,
    );
    const asked = of.flatMap(([language, { q }]) =>
      Object.entries(q).flatMap(([set, of]) =>
        (Array.isArray(of) ? of.map((word) => [word, '']) : Object.entries(of)).map(
          ([word = '', piece = '']) => ({
            language,
            set,
            word: String(word),
            piece: String(piece),
          }),
        ),
      ),
    );
    const questions = asked.map(({ word, language }): Question =>
      filtered ? { q: word, language } : { q: word },
    );
    const shown = await askPage(page, questions);
    const scores = new Map<string, Score>();
    asked.forEach(({ language, set, word, piece }, number) => {
      const { items = [], close = false } = shown[number] ?? {};
      const wanted = `/stories/${idOf(language, piece)}/`;
      const there = items.some(({ href }) => href === wanted);
      const ok = set === 'negative' ? close || items.length === 0 : there;
      for (const name of [set, `${language} ${set}`]) {
        const score = scores.get(name) ?? { ok: 0, of: 0, shown: 0, right: 0, missed: [] };
        score.of += 1;
        score.ok += ok ? 1 : 0;
        score.shown += items.length;
        score.right += there ? 1 : 0;
        if (!ok) score.missed.push(word);
        scores.set(name, score);
      }
    });
    return scores;
  }

  function table(scores: ReadonlyMap<string, Score>): string {
    const sets = ['exact', 'inflected', 'prefix', 'diacritic', 'roman', 'typo', 'negative'];
    const rows = ['', ...Object.keys(cases())].map((language) => {
      const cells = sets.map((set) => {
        const score = scores.get(`${language} ${set}`.trim());
        return (score ? `${score.ok}/${score.of}` : '-').padStart(10);
      });
      return (language || 'all').padEnd(4) + cells.join('');
    });
    const missed = [...scores].flatMap(([name, { missed: words }]) =>
      name.includes(' ') && words.length > 0 ? [`${name}: ${words.join(', ')}`] : [],
    );
    const precision = sets
      .filter((set) => set !== 'negative')
      .map((set) => {
        const { right = 0, shown = 0 } = scores.get(set) ?? {};
        return `${set} ${(right / shown).toFixed(2)}`;
      });
    const head = `    ${sets.map((set) => set.padStart(10)).join('')}`;
    return [head, ...rows, `precision: ${precision.join(', ')}`, ...missed].join('\n');
  }

  test('finds what is there and nothing that is not, with the language chosen', async () => {
    const isWhole = Boolean(process.env['PROVE']);
    const scores = await run(true, isWhole ? undefined : CHOSEN);
    const ok = (set: string): number => scores.get(set)?.ok ?? 0;
    if (!isWhole) {
      for (const set of ['exact', 'prefix', 'diacritic', 'negative'])
        expect([set, scores.get(set)?.missed, ok(set) > 10]).toEqual([set, [], true]);
      for (const set of ['roman', 'inflected'])
        expect(ok(set) / (scores.get(set)?.of ?? 0), set).toBeGreaterThan(0.9);
      return;
    }
    process.stdout.write(`\nLanguage chosen\n${table(scores)}\n`);
    expect(ok('exact')).toBe(66);
    expect(ok('prefix')).toBe(33);
    expect(ok('negative')).toBeGreaterThanOrEqual(53);
    expect(ok('diacritic')).toBeGreaterThanOrEqual(53);
    expect(ok('roman')).toBeGreaterThanOrEqual(34);
    expect(ok('inflected')).toBeGreaterThanOrEqual(79);
  });

  test('and over all languages at once', async () => {
    const scores = await run(false);
    process.stdout.write(`\nAll languages at once\n${table(scores)}\n`);
    const ok = (set: string): number => scores.get(set)?.ok ?? 0;
    expect(ok('exact')).toBe(66);
    expect(ok('prefix')).toBe(33);
    expect(ok('negative')).toBeGreaterThanOrEqual(51);
    expect(ok('roman')).toBeGreaterThanOrEqual(31);
    expect(ok('inflected')).toBeGreaterThanOrEqual(78);
  });

  test.each([
    ['医院', 'zhwait00'],
    ['护士', 'zhwait00'],
    ['没有人', 'zhwait00'],
    ['三个小时', 'zhwait00'],
    ['病院', 'jawait00'],
    ['やさしかった', 'jawait00'],
    ['พยาบาล', 'thwait00'],
    ['โรงพยา', 'thwait00'],
  ])('where no space shows the words, %s is found by word and marked', async (q, id) => {
    const [shown] = await askPage(page, [{ q }]);
    expect(shown?.close).toBe(false);
    // A piece with a part of it may follow: 三 is a word of Japanese too.
    expect(shown?.items[0]?.href).toBe(`/stories/${id}/`);
    expect(shown?.items[0]?.marks.join('')).not.toBe('');
  });

  test('where no space shows the words, a word that is nowhere finds nothing', async () => {
    const shown = await askPage(page, [{ q: '学校' }, { q: '図書館' }, { q: 'ตลาด' }]);
    expect(shown.flatMap(({ items }) => items)).toEqual([]);
  });
});

function idOf(language: string, piece: string): string {
  return `${language}${piece.toLowerCase()}000`;
}
