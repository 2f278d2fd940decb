import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { parse } from 'yaml';
import { canariesIn } from '#support/canary.ts';
import { archive, type Ran } from '#support/run-archive.ts';
import {
  BUILT_FOR,
  CASES,
  idOf,
  markersOf,
  writeEveryState,
  writeRecord,
} from '../archives/every-state.ts';

let home: string;
let content: string;
let dist: string;
let built: Ran;
let found: ReadonlyMap<string, string>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'every-state-'));
  content = join(home, 'content');
  dist = join(home, 'dist');
  // Proving it again later reads the release tree, which another build must not have replaced.
  process.env['ARCHIVE_STATE'] = join(home, 'state');
  await writeEveryState(content);
  expect((await archive(['approve', '--all', '--content', content])).exit).toBe(0);
  for (const each of CASES) {
    if (each.after === undefined) continue;
    const text = await readFile(join(content, 'stories', idOf(each), 'story.md'), 'utf8');
    const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    const fields = parse(matter);
    await writeRecord(content, each, fields, each.after(fields, body) ?? body);
  }
  built = await archive(['build', '--content', content, '--out', dist, '--today', BUILT_FOR]);
  found = built.exit === 0 ? await canariesIn(dist) : new Map();
});

afterAll(() => rm(home, { recursive: true, force: true }));

const page = (id: string): string => join(dist, 'stories', id, 'index.html');

describe('an archive with one contribution for each state and each refusal', () => {
  test('is built, and proves itself', () => {
    expect(`${built.out}\n${built.err}`).toContain('nothing withheld found');
    expect(built.exit).toBe(0);
  });

  test('the search for markers finds them where they are', async () => {
    expect((await canariesIn(content)).size).toBeGreaterThan(CASES.length * 10);
  });

  test('no message names anything but ids, fields and rules', () => {
    expect(`${built.out}${built.err}`).not.toMatch(/CNRY/);
  });

  test.each(CASES)('$name: what is withheld is nowhere', (each) => {
    const leaked = markersOf(each).kept.filter((marker) => found.has(marker));
    expect(leaked.map((marker) => [marker, found.get(marker)])).toEqual([]);
  });

  test.each(CASES.filter(({ shows }) => shows.length > 0))(
    '$name: what was let out is there',
    (each) => {
      expect(markersOf(each).shown.filter((marker) => !found.has(marker))).toEqual([]);
    },
  );

  test.each(CASES)('$name: its address answers as it should', async (each) => {
    const file = page(idOf(each));
    expect(existsSync(file)).toBe(each.address !== 'nothing');
    if (each.address === 'nothing') return;
    const html = await readFile(file, 'utf8');
    expect(/no longer here/.test(html)).toBe(each.address === 'tombstone');
  });

  test.each(CASES)('$name: its media are there only where they were let out', async (each) => {
    const names = await readdir(join(dist, 'media', idOf(each))).catch(() => []);
    const kinds = (endings: RegExp): boolean => names.some((name) => endings.test(name));
    expect(kinds(/\.(jpg|avif)$/)).toBe(each.shows.includes('alt'));
    expect(kinds(/\.(webm|mp3)$/)).toBe(each.shows.includes('transcript'));
  });

  test('where only the safe copy may be shown, its picture is the one on the site', async () => {
    const id = idOf(CASES.find(({ name }) => name === 'safecopy')!);
    const folder = join(content, 'stories', id);
    const original = (await readdir(folder)).find((name) => /^CNRY.*\.jpg$/.test(name))!;
    const shown = (await readdir(join(dist, 'media', id))).filter((name) => name.endsWith('.jpg'));
    expect(shown.length).toBe(1);
    const pixels = (file: string): Promise<Buffer> =>
      sharp(file).resize(64, 48).removeAlpha().raw().toBuffer();
    const onSite = await pixels(join(dist, 'media', id, shown[0]!));
    const distance = (other: Buffer): number =>
      other.reduce((sum, value, at) => sum + Math.abs(value - (onSite[at] ?? 0)), 0);
    const toSafe = distance(await pixels(join(folder, 'f1-safe.jpg')));
    const toOriginal = distance(await pixels(join(folder, original)));
    expect(toSafe).toBeLessThan(toOriginal / 4);
  });

  test('every tombstone is the same, byte for byte', async () => {
    const stones = CASES.filter(({ address }) => address === 'tombstone').map((each) =>
      page(idOf(each)),
    );
    const texts = await Promise.all(stones.map((file) => readFile(file, 'utf8')));
    expect(stones.length).toBeGreaterThan(5);
    expect(new Set(texts).size).toBe(1);
  });

  test('what may not be searched is not in the sitemap, and says noindex', async () => {
    const id = idOf(CASES.find(({ name }) => name === 'nosearch') ?? CASES[0]!);
    const sitemap = await readFile(join(dist, 'sitemap-0.xml'), 'utf8');
    expect(sitemap).not.toContain(id);
    expect(sitemap).toContain(idOf(CASES[0]!));
    expect(await readFile(page(id), 'utf8')).toMatch(/<meta name="robots" content="[^"]*noindex/);
    expect(await readFile(join(dist, '_headers'), 'utf8')).toMatch(
      new RegExp(`/stories/${id}/\\*\n {2}X-Robots-Tag: noindex`),
    );
  });

  test('where the voice is closed nothing is drawn of it (A07)', async () => {
    const drawing = async (name: string) => {
      const each = CASES.find((one) => one.name === name) ?? CASES[0]!;
      return (await readFile(page(idOf(each)), 'utf8')).includes('class="wave"');
    };
    expect(await drawing(CASES[0]!.name)).toBe(true);
    expect([await drawing('novoice'), await drawing('voicerefused')]).toEqual([false, false]);
  });

  test('the finished folder can be proved again later', async () => {
    const ran = await archive(['audit', dist]);
    expect(ran.out).toContain('Passed');
    expect(ran.exit).toBe(0);
  });
});
