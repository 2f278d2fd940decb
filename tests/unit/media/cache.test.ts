import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newStaging, pruneCache } from '#media/cache.ts';
import { cleanPhoto } from '#media/clean-photo.ts';
import { PHOTO_FORMATS } from '#media/formats.ts';

// Each job starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
let cacheFolder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-'));
  cacheFolder = join(folder, 'cache');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function photo(colour: string) {
  const file = join(folder, `${colour}.png`);
  await sharp({ create: { width: 40, height: 30, channels: 3, background: colour } }).toFile(file);
  const result = await cleanPhoto({ file, cacheFolder });
  if (!result.ok) throw new Error(result.problem.rule);
  return result;
}

test('the cache holds clean copies and their list, and no word of where they came from', async () => {
  const { key } = await photo('teal');
  const names = await readdir(join(cacheFolder, key));
  const copies = names.filter((name) => /^[0-9a-f]{20}\.\w+$/.test(name));
  expect(copies).toHaveLength(PHOTO_FORMATS.length);
  expect(names.toSorted()).toEqual([...copies, 'entry.json'].toSorted());
  expect(await readFile(join(cacheFolder, key, 'entry.json'), 'utf8')).not.toMatch(/teal|cache-/);
});

test.each([
  [
    'one byte of a copy is changed',
    async (_entry: string, copy: string) => {
      const bytes = await readFile(copy);
      bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1);
      await writeFile(copy, bytes);
    },
  ],
  [
    'a copy is cut short',
    async (_: string, copy: string) => writeFile(copy, (await readFile(copy)).subarray(0, 50)),
  ],
  ['a copy is gone', (_: string, copy: string) => rm(copy)],
  ['the list is torn', (entry: string) => writeFile(entry, '{"files":[{"na')],
  [
    'the list points outside',
    async (entry: string) => {
      const text = await readFile(entry, 'utf8');
      await writeFile(entry, text.replace(/"name":"[^"]+"/, '"name":"../../teal.png"'));
    },
  ],
  ['the list is gone', (entry: string) => rm(entry)],
])('an entry is made again when %s', async (_, harm) => {
  const first = await photo('teal');
  await harm(join(cacheFolder, first.key, 'entry.json'), first.value.copies.jpeg[0].file);
  const second = await photo('teal');
  expect(second.fromCache).toBe(false);
  expect(second.value).toEqual(first.value);
  expect((await photo('teal')).fromCache).toBe(true);
  expect(await readdir(cacheFolder)).toEqual([first.key]);
});

test('asked for the same photograph many times at once, it is made once', async () => {
  const { key } = await photo('navy');
  await rm(join(cacheFolder, key), { recursive: true });
  const file = join(folder, 'navy.png');
  const ask = () => cleanPhoto({ file, cacheFolder });
  const all = await Promise.all([ask(), ask(), ask()]);
  expect(all.filter((result) => result.ok && !result.fromCache)).toHaveLength(1);
});

test('what another cache holds is not made again: it is copied, and nothing is written there', async () => {
  const { key, value } = await photo('teal');
  const file = join(folder, 'teal.png');
  const own = join(folder, 'own');
  const before = await readdir(cacheFolder, { recursive: true });
  const borrowed = await cleanPhoto({ file, cacheFolder: own, madeBefore: cacheFolder });
  expect(borrowed).toMatchObject({ ok: true, fromCache: true, key });
  if (!borrowed.ok) return;
  expect(borrowed.value.copies.jpeg[0].file).toContain(own);
  expect(borrowed.value.copies.jpeg[0].sha256).toBe(value.copies.jpeg[0].sha256);
  expect(await readdir(cacheFolder, { recursive: true })).toEqual(before);
  const list = await readFile(join(own, key, 'entry.json'), 'utf8');
  expect(list).toBe(await readFile(join(cacheFolder, key, 'entry.json'), 'utf8'));
});

test('what another cache holds and was altered is made anew', async () => {
  const { value } = await photo('teal');
  const file = join(folder, 'teal.png');
  await writeFile(value.copies.jpeg[0].file, 'altered');
  const own = join(folder, 'own');
  const made = await cleanPhoto({ file, cacheFolder: own, madeBefore: cacheFolder });
  expect(made).toMatchObject({ ok: true, fromCache: false });
  expect(await readFile(value.copies.jpeg[0].file, 'utf8')).toBe('altered');
});

test('pruning deletes what is not kept and what broken-off work left, and spares work under way', async () => {
  const [kept, gone] = [await photo('teal'), await photo('navy')];
  const underWay = await newStaging(cacheFolder);
  await mkdir(join(cacheFolder, 'making-999999999-x'));
  await writeFile(join(cacheFolder, 'README.md'), 'not ours to delete');
  expect(await pruneCache({ cacheFolder, keep: new Set([kept.key]) })).toEqual([gone.key]);
  const left = (await readdir(cacheFolder)).toSorted();
  expect(left).toEqual([kept.key, 'README.md', underWay.split('/').at(-1)].toSorted());
  expect((await photo('teal')).fromCache).toBe(true);
  expect(await pruneCache({ cacheFolder: join(folder, 'absent'), keep: new Set() })).toEqual([]);
});
