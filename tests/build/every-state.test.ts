import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { parse } from 'yaml';
import { canariesIn } from '#support/canary.ts';
import { archive, type Ran } from '#support/run-archive.ts';
import { distance, pitchOf, pixelsOf } from '#support/seen-and-heard.ts';
import {
  type Case,
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

/** A picture is there with its own description, or as its safe copy. */
const hasPicture = ({ name, shows }: Case): boolean =>
  shows.includes('alt') || name.startsWith('safe');
const page = (id: string): string => join(dist, 'stories', id, 'index.html');

describe('an archive with one contribution for each state and each refusal', () => {
  test('A30: is built, and every file is accounted for', () => {
    expect(`${built.out}\n${built.err}`).toContain('nothing withheld found');
    expect(built.exit).toBe(0);
  });

  test('A01: the search for markers finds them where they are', async () => {
    expect((await canariesIn(content)).size).toBeGreaterThan(CASES.length * 10);
  });

  test('A41: no message of a build names anything but ids, fields and rules', () => {
    expect(`${built.out}${built.err}`).not.toMatch(/CNRY/);
  });

  test.each(CASES)('A02, $name: what is withheld is nowhere', (each) => {
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

  test.each(CASES)('A03, $name: its media are there only where they were let out', async (each) => {
    const names = await readdir(join(dist, 'media', idOf(each))).catch(() => []);
    const kinds = (endings: RegExp): boolean => names.some((name) => endings.test(name));
    expect(kinds(/\.(jpg|avif)$/)).toBe(hasPicture(each));
    expect(kinds(/\.(webm|mp3)$/)).toBe(each.shows.includes('transcript'));
  });

  test('A03, A09: every picture on the site is the one that was let out, by its pixels', async () => {
    const known: { readonly id: string; readonly what: string; readonly pixels: Buffer }[] = [];
    for (const each of CASES) {
      const folder = join(content, 'stories', idOf(each));
      for (const name of (await readdir(folder)).filter((file) => file.endsWith('.jpg'))) {
        const what = name === 'f1-safe.jpg' ? 'safe' : 'original';
        known.push({ id: idOf(each), what, pixels: await pixelsOf(join(folder, name)) });
      }
    }
    // Every second picture and each safe copy; all of them under PROVE.
    const asked = CASES.filter(hasPicture).filter(
      ({ name }, at) => process.env['PROVE'] || at % 2 === 0 || name.startsWith('safe'),
    );
    const seen: { readonly id: string; readonly what: string }[] = [];
    for (const each of asked) {
      const folder = join(dist, 'media', idOf(each));
      const names = await readdir(folder);
      for (const name of names.filter((file) => /\.(jpg|avif)$/.test(file))) {
        const { width } = await sharp(join(folder, name)).metadata();
        // A smaller copy has lost the fine pattern by which these pictures are told apart.
        if (width < 640) continue;
        const pixels = await pixelsOf(join(folder, name));
        const near = known
          .map((other) => ({ ...other, far: distance(pixels, other.pixels) }))
          .toSorted((one, other) => one.far - other.far);
        expect(near[0]).toMatchObject({
          id: idOf(each),
          what: /^safe/.test(each.name) ? 'safe' : 'original',
        });
        // Near enough to be the picture itself: otherwise this looks and does not see.
        expect(near[0]!.far).toBeLessThan(near[1]!.far / 2);
        seen.push(near[0]!);
      }
    }
    expect(seen.length).toBe(asked.length);
    expect(seen.filter(({ what }) => what === 'safe').length).toBe(2);
  });

  test('A03: every recording on the site is the one that was let out, by its pitch', async () => {
    let heard = 0;
    for (const [index, each] of CASES.entries()) {
      const folder = join(dist, 'media', idOf(each));
      const names = await readdir(folder).catch(() => []);
      for (const name of names.filter((file) => /\.(webm|mp3)$/.test(file))) {
        const pitch = await pitchOf(join(folder, name), name.endsWith('mp3') ? 'mp3' : 'webm');
        expect(each.shows).toContain('transcript');
        expect(Math.abs(pitch - (200 + (index + 1) * 10))).toBeLessThan(4);
        heard += 1;
      }
    }
    expect(heard).toBeGreaterThan(20);
  });

  test('A15: the piece of a child says nowhere that it is one, or that anybody was asked for it', async () => {
    const ids = CASES.filter(({ name }) => name.startsWith('child')).map(idOf);
    expect(ids.length).toBeGreaterThan(3);
    const names = await readdir(dist, { recursive: true });
    const theirs = names.filter((name) => ids.some((id) => name.includes(id)));
    const pages = theirs.filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(1);
    for (const name of pages)
      expect(await readFile(join(dist, name), 'utf8')).not.toMatch(
        /guardian|assent|age_band|reconsent/i,
      );
  });

  test('A26: every tombstone is the same, byte for byte', async () => {
    const stones = CASES.filter(({ address }) => address === 'tombstone').map((each) =>
      page(idOf(each)),
    );
    const texts = await Promise.all(stones.map((file) => readFile(file, 'utf8')));
    expect(stones.length).toBeGreaterThan(5);
    expect(new Set(texts).size).toBe(1);
  });

  test('A36: what may not be searched is not in the sitemap, and says noindex', async () => {
    const id = idOf(CASES.find(({ name }) => name === 'nosearch') ?? CASES[0]!);
    const sitemap = await readFile(join(dist, 'sitemap-0.xml'), 'utf8');
    expect(sitemap).not.toContain(id);
    expect(sitemap).toContain(idOf(CASES[0]!));
    expect(await readFile(page(id), 'utf8')).toMatch(/<meta name="robots" content="[^"]*noindex/);
    expect(await readFile(join(dist, '_headers'), 'utf8')).toMatch(
      new RegExp(`/stories/${id}/\\*\n {2}X-Robots-Tag: noindex`),
    );
  });

  test('A07: where the voice is closed nothing is drawn of it', async () => {
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
