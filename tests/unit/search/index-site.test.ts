import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { type IndexFile, indexSite } from '#search/index-site.ts';
import type { SearchRecord } from '#search/record.ts';
import { anyCard } from '#support/any-card.ts';
import { deepScan } from '#audit/deep-scan.ts';
import { makeWatchList } from '#audit/watch-list.ts';

const SIGNATURE = 'pagefind_dcd';
const record = (id: string, title: string, text: string): SearchRecord => ({
  url: `/stories/${id}/`,
  lines: [
    { text: title, language: 'ur' },
    { text, language: 'ur' },
  ],
  meta: { title },
  card: anyCard({ id, language: 'ur', title }),
  filters: { language: ['ur'] },
});
const RECORDS = [
  record('one', 'بارش والی شام', 'ایک <b>کھڑکی</b> اور دو پیالیاں'),
  record('two', 'باغ', 'ہم نے باغ بنایا'),
];

let files: readonly IndexFile[];
beforeAll(async () => {
  files = await indexSite(RECORDS);
});

function unpacked(pattern: RegExp, of = files): string[] {
  return of
    .filter(({ path }) => pattern.test(path))
    .map(({ content }) => gunzipSync(content).toString('utf8'));
}
const fragments = (of = files) =>
  unpacked(/\.pf_fragment$/, of).map((text) => JSON.parse(text.slice(SIGNATURE.length)));

describe('the finished index', () => {
  test('shows the true words of a piece, with their number and their languages', () => {
    for (const text of unpacked(/\.pf_fragment$/)) expect(text.startsWith(SIGNATURE)).toBe(true);
    const [one] = fragments().filter(({ url }) => url === '/stories/one/');
    expect(one.content).toBe('بارش والی شام\nایک <b>کھڑکی</b> اور دو پیالیاں');
    expect(one.word_count).toBe(8);
    expect(one.meta).toEqual({
      title: 'بارش والی شام',
      tongues: 'ur ur',
    });
  });

  test('finds by keys alone: no word as it is written stands among them', () => {
    const words = unpacked(/\.pf_index$/).join('');
    expect(words).toContain('xw');
    expect(words).not.toContain('\u0000شام');
    expect(words).not.toMatch(/[^w]کھڑکی/);
  });

  test('is one bundle without a stemmer of Pagefind', () => {
    expect(files.map(({ path }) => path)).toContain('wasm.unknown.pagefind');
    expect(files.filter(({ path }) => /^wasm\./.test(path))).toHaveLength(1);
  });

  test('names a fragment anew when only its true words change, so no browser keeps the old', async () => {
    const [one, two] = RECORDS;
    const changed = await indexSite([record('one', 'بارش، والی شام', one!.lines[1]!.text), two!]);
    const names = (of: readonly IndexFile[]) =>
      of.map(({ path }) => path).filter((path) => path.endsWith('.pf_fragment'));
    const old = new Set(names(files));
    expect(names(changed).filter((name) => !old.has(name))).toHaveLength(1);
  });
});

describe('the audit over the index', () => {
  async function findings(withheld: string): Promise<readonly string[]> {
    const folder = await mkdtemp(join(tmpdir(), 'index-'));
    for (const { path, content } of files.filter((file) => file.path.includes('.pf_'))) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const watch = makeWatchList({
      entries: [{ label: 'withheld title', text: withheld }],
      digests: new Map(),
      released: [],
    });
    const { findings: found } = await deepScan({ folder, watch, ownOrigin: undefined });
    await rm(folder, { recursive: true });
    return found.map(({ rule }) => rule);
  }

  test('finds withheld words that got into it, for their piece holds them as they are written', async () => {
    expect(await findings('بارش والی شام')).toContain('withheld-words');
    expect(await findings('پیالیاں')).toContain('withheld-words');
  });
  test('does not take the key of a released word for a withheld name', async () => {
    // The stem and the sound of پیالیاں and of کھڑکی.
    for (const name of ['پیال', 'plin', 'krk', 'krki']) expect(await findings(name)).toEqual([]);
  });
});
