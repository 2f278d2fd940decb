import ExifReader from 'exifreader';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteServer } from '#server/site/serve-site.ts';
import { canariesIn, canary } from '#support/canary.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { archive } from '#support/run-archive.ts';
import { type Fields, openRecord, smallArchive } from '#support/small-archive.ts';

const KINDS = ['words', 'photo', 'voice'];

/** What was granted, and what the page, the picture and the recording must therefore say. */
const PIECES: readonly {
  readonly id: string;
  readonly grants: Fields;
  readonly page: 'open' | 'reserved';
  readonly picture: string;
  readonly sound: 'open' | 'reserved';
}[] = [
  {
    id: 'taught1',
    grants: { web: KINDS, search: KINDS, ai: KINDS },
    page: 'open',
    picture: 'DMI-ALLOWED',
    sound: 'open',
  },
  {
    id: 'mixed01',
    grants: { web: KINDS, search: KINDS, ai: ['photo'] },
    page: 'reserved',
    picture: 'DMI-ALLOWED',
    sound: 'reserved',
  },
  {
    id: 'plain01',
    grants: { web: KINDS, search: KINDS },
    page: 'reserved',
    picture: 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING',
    sound: 'reserved',
  },
  {
    id: 'quiet01',
    grants: { web: KINDS, ai: ['voice'] },
    page: 'reserved',
    picture: 'DMI-PROHIBITED',
    sound: 'open',
  },
];

let made: Awaited<ReturnType<typeof smallArchive>>;
let dist: string;
let ask: (path: string) => Promise<Response>;

const build = () =>
  archive(['build', '--content', made.content, '--out', dist, '--today', '2026-11-22']);

async function writePiece(id: string, grants: Fields): Promise<void> {
  const media = {
    title: `A piece called ${id}`,
    photos: [{ id: 'f1', file: 'f1.jpg', alt: 'A table', stands_alone: true }],
    voice: { id: 'v1', file: 'v1.wav', stands_alone: true },
  };
  await made.story(id, openRecord(media, { grants }));
}

beforeAll(async () => {
  made = await smallArchive();
  dist = join(await mkdtemp(join(tmpdir(), 'ai-choices-')), 'dist');
  process.env['ARCHIVE_STATE'] = join(dirname(dist), 'state');
  await made.write(
    'settings.yaml',
    'name: A small archive\nurl: https://archive.example\nlanguages: [en, ur]\n',
  );
  for (const [index, { id, grants }] of PIECES.entries()) {
    await writePiece(id, grants);
    const photograph = await photographWith(canary(id, 'exif'), 101 + index * 37);
    await made.write(`stories/${id}/f1.jpg`, photograph);
    await made.write(`stories/${id}/v1.wav`, soundWith(canary(id, 'tag'), 330 + index * 40));
  }
  expect((await archive(['approve', '--all', '--content', made.content])).exit).toBe(0);
  const ran = await build();
  expect(ran.out + ran.err).toContain('nothing withheld found');
  const site = await siteServer({ folder: dist, tombstones: [] });
  ask = async (path) => site.request(`http://localhost${path}`);
});

afterAll(async () => {
  for (const folder of [dirname(made.content), dirname(dist)]) {
    await rm(folder, { recursive: true, force: true });
  }
});

async function mediaOf(id: string, endings: RegExp): Promise<readonly string[]> {
  const names = await readdir(join(dist, 'media', id));
  return names.filter((name) => endings.test(name)).map((name) => `/media/${id}/${name}`);
}

async function told(path: string): Promise<string> {
  const { headers, status } = await ask(path);
  expect(status, path).toBe(200);
  const robots = headers.get('x-robots-tag') ?? '';
  return `${headers.get('tdm-reservation')} ${/noai, noimageai/.test(robots) ? 'noai' : ''}`.trim();
}

const says = (answer: 'open' | 'reserved'): string => (answer === 'open' ? '0' : '1 noai');
const readTags = async (path: string) =>
  ExifReader.load(await readFile(join(dist, path)), { expanded: true, includeUnknown: true });

describe('A35: what machines are told about AI and text and data mining', () => {
  test('robots.txt, ai.txt and tdmrep.json ask them to stay away, but for what was granted', async () => {
    const robots = await readFile(join(dist, 'robots.txt'), 'utf8');
    expect(robots).toMatch(/User-agent: GPTBot\n/);
    expect(robots).toMatch(/User-agent: CCBot\n/);
    const asked = robots.split('\n\n')[0] ?? '';
    expect(asked).toContain('\nDisallow: /\n');
    const ai = await readFile(join(dist, 'ai.txt'), 'utf8');
    const rules = JSON.parse(await readFile(join(dist, '.well-known/tdmrep.json'), 'utf8'));
    const open = [
      '/stories/taught1/',
      '/ur/stories/taught1/',
      ...(await mediaOf('taught1', /./)),
      ...(await mediaOf('mixed01', /\.(jpg|avif)$/)),
      ...(await mediaOf('quiet01', /\.(webm|mp3)$/)),
    ].sort();
    const allowed = (text: string): string[] =>
      [...text.matchAll(/^Allow: (.+)$/gm)].map((match) => match[1] ?? '').sort();
    expect(allowed(asked)).toEqual(open);
    expect(allowed(ai)).toEqual(open);
    expect(rules.at(-1)).toEqual({ location: '/', 'tdm-reservation': 1 });
    const lifted = rules.filter((rule: Fields) => rule['tdm-reservation'] === 0);
    expect(lifted.map(({ location }: Fields) => location).sort()).toEqual(open);
    expect(rules.length).toBe(open.length + 1);
  });

  test('every page says no, in its header and in itself, but the one that was granted whole', async () => {
    const pages = (await readdir(dist, { recursive: true })).filter((name) =>
      name.endsWith('index.html'),
    );
    expect(pages.length).toBeGreaterThan(20);
    const openPages = PIECES.filter(({ page }) => page === 'open').map(({ id }) => id);
    for (const file of pages) {
      const id = /stories\/([a-z0-9]+)\/index\.html$/.exec(file)?.[1] ?? '';
      const isOpen = openPages.includes(id);
      expect(await told(`/${file.slice(0, -'index.html'.length)}`), file).toBe(
        says(isOpen ? 'open' : 'reserved'),
      );
      const html = await readFile(join(dist, file), 'utf8');
      expect(html, file).toContain(`<meta name="tdm-reservation" content="${isOpen ? '0' : '1'}">`);
      const robots = /<meta name="robots" content="([^"]*)"/.exec(html)?.[1] ?? '';
      expect(robots.includes('noai, noimageai'), file).toBe(!isOpen);
    }
  });

  test.each(PIECES)('$id: pictures and recordings say it for themselves', async (piece) => {
    const pictures = await mediaOf(piece.id, /\.(jpg|avif)$/);
    const sounds = await mediaOf(piece.id, /\.(webm|mp3)$/);
    expect([pictures.length >= 2, sounds.length]).toEqual([true, 2]);
    for (const path of pictures) {
      expect(await told(path)).toBe(says(piece.picture === 'DMI-ALLOWED' ? 'open' : 'reserved'));
      const { xmp } = await readTags(path);
      expect(xmp?.['DataMining']?.description).toBe(
        `http://ns.useplus.org/ldf/vocab/${piece.picture}`,
      );
    }
    for (const path of sounds) expect(await told(path)).toBe(says(piece.sound));
  });

  test('structured data points to the page on consent and names no licence that was not granted', async () => {
    const html = await readFile(join(dist, 'stories/taught1/index.html'), 'utf8');
    const found = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
    const record = JSON.parse(found ?? '{}');
    expect(record.usageInfo).toBe('https://archive.example/consent/');
    expect(record).not.toHaveProperty('license');
  });
});

describe('A19: what a published picture carries', () => {
  test('only the tags on the list, the same in every picture, and no marker of what came in', async () => {
    const folders = await readdir(join(dist, 'media'));
    expect(folders.sort()).toEqual(PIECES.map(({ id }) => id).sort());
    for (const id of folders) {
      for (const path of await mediaOf(id, /\.(jpg|avif)$/)) {
        const tags = await readTags(path);
        expect(Object.keys(tags).sort(), path).toEqual(['file', 'xmp']);
        expect(Object.keys(tags.xmp ?? {}).sort(), path).toEqual(
          ['DataMining', 'WebStatement', '_raw', 'about', 'rights'].sort(),
        );
        expect(tags.xmp?.['WebStatement']?.description).toBe('https://archive.example/consent/');
        expect(tags.xmp?.['rights']?.description).toMatch(/^© the contributor\. /);
      }
    }
    const came = PIECES.flatMap(({ id }) => [canary(id, 'exif'), canary(id, 'tag')]);
    const found = await canariesIn(dist);
    expect(came.filter((marker) => found.has(marker))).toEqual([]);
  });

  test('a picture whose packet was changed to another answer does not pass the audit', async () => {
    const [path = ''] = await mediaOf('quiet01', /\.jpg$/);
    const good = await readFile(join(dist, path));
    const bad = Buffer.from(
      good.toString('latin1').replace('DMI-PROHIBITED', 'DMI-ALLOWED   '),
      'latin1',
    );
    expect(bad.equals(good)).toBe(false);
    await writeFile(join(dist, path), bad);
    const ran = await archive(['audit', dist, '--content', made.content]);
    await writeFile(join(dist, path), good);
    expect(ran.exit).toBe(1);
    expect(ran.out + ran.err).toContain('does not carry the notice');
    const again = await archive(['audit', dist, '--content', made.content]);
    expect(again.out).toContain('Passed');
  });

  test('an answer that changes changes the file, its name and its header in the next build', async () => {
    const before = await mediaOf('quiet01', /\.(jpg|avif)$/);
    await writePiece('quiet01', { web: KINDS, search: ['photo'], ai: ['voice'] });
    expect((await archive(['approve', 'quiet01', '--content', made.content])).exit).toBe(0);
    const ran = await build();
    expect(ran.out + ran.err).toContain('nothing withheld found');
    const after = await mediaOf('quiet01', /\.(jpg|avif)$/);
    expect(after.length).toBe(before.length);
    expect(after.filter((path) => before.includes(path))).toEqual([]);
    for (const path of after) {
      expect((await readTags(path)).xmp?.['DataMining']?.description).toMatch(
        /DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING$/,
      );
    }
  });
});
