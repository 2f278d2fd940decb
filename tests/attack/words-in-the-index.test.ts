import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { reindex } from '#hosting/reindex.ts';
import { takeDown } from '#hosting/take-down.ts';
import { indexSite } from '#search/index-site.ts';
import type { SearchRecord } from '#search/record.ts';
import { anyCard } from '#support/any-card.ts';
import { tokensOf } from '#search/tokens.ts';

/** Attacked: somebody reads the search index of a site that was built before a withdrawal. */
const record = (id: string, place: string, ...words: string[]): SearchRecord => ({
  url: `/stories/${id}/`,
  lines: words.map((text, at) => ({ text, language: at === 0 ? 'en' : 'pa' })),
  meta: { title: words[0] ?? '' },
  card: anyCard({ id, title: words[0], towns: [place] }),
  filters: { language: ['en'], kind: ['story'], place: [place], theme: [], series: [] },
});
const GONE = record('goes01', 'rotherhithe', 'Quercetin and Harbhajan', 'ਹਰਭਜਨ ਦੀ ਕਹਾਣੀ');
const STAYS = [
  record('stays1', 'southall', 'Bread on a Friday', 'ਰੋਟੀ ਅਤੇ ਲੋਕ'),
  record('stays2', 'southall', 'The lamps were lit, and nobody went home'),
];

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'indexed-'));
  for (const { path, content } of await indexSite([GONE, ...STAYS])) {
    await mkdir(dirname(join(folder, 'pagefind', path)), { recursive: true });
    await writeFile(join(folder, 'pagefind', path), content);
  }
});

/** Every file of the index, unpacked, by its path. */
async function unpacked(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const home = join(folder, 'pagefind');
  for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    const plain = /\.pf_\w+$/.test(file) ? gunzipSync(bytes) : bytes;
    files.set(file.slice(home.length + 1), plain.toString('latin1'));
  }
  return files;
}

/** The words of the withdrawn piece as the index holds them, and its place. */
const shared = new Set(STAYS.flatMap(({ lines }) => lines.flatMap(tokensOf)));
const traces = [...GONE.lines.flatMap(tokensOf), 'rotherhithe']
  .filter((token) => token.length > 4 && !shared.has(token))
  .map((token) => Buffer.from(token).toString('latin1'));
const tracesFound = async () => {
  const files = [...(await unpacked()).values()];
  return traces.filter((trace) => files.some((text) => text.includes(trace)));
};
const takeGoneDown = () =>
  takeDown({ folder, pieces: new Map([['goes01', 'notice']]), meanwhile: () => '' });

test('a word of a withdrawn piece is in no file of the index from the moment it is down', async () => {
  expect((await tracesFound()).length).toBeGreaterThan(3);
  await takeGoneDown();
  expect(await tracesFound()).toEqual([]);
});

test('the index that is made again holds what a build without the piece would hold', async () => {
  const before = [...(await unpacked()).keys()].filter((path) => path.endsWith('.pf_fragment'));
  await takeGoneDown();
  const done = await reindex(folder);
  expect(await tracesFound()).toEqual([]);
  const kinds = (paths: readonly string[]) => paths.map((path) => path.replace(/^.*\./, '')).sort();
  const expected = await indexSite(STAYS);
  const after = [...(await unpacked()).keys()];
  expect(kinds(after)).toEqual(kinds(expected.map(({ path }) => path)));
  for (const { path, content } of expected.filter((file) => file.path.endsWith('_fragment')))
    expect((await readFile(join(folder, 'pagefind', path))).equals(content), path).toBe(true);
  const all = [...(await unpacked()).values()].join('');
  for (const token of shared) expect(all).toContain(Buffer.from(token).toString('latin1'));
  // What a browser has kept of the others is still good.
  expect(before).toEqual(
    expect.arrayContaining(after.filter((path) => path.endsWith('_fragment'))),
  );
  expect(Object.keys(done?.fragments ?? {}).sort()).toEqual(['stays1', 'stays2']);
});

test('an index that is whole is not made again, and a torn fragment keeps no other from being found', async () => {
  expect(await reindex(folder)).toBeUndefined();
  await takeGoneDown();
  const home = join(folder, 'pagefind', 'fragment');
  const [first = ''] = await readdir(home);
  await writeFile(join(home, first), 'torn');
  expect(Object.keys((await reindex(folder))?.fragments ?? {})).toHaveLength(1);
});
