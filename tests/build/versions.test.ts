import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { mediaFolder } from '#media/store.ts';
import { canariesIn, canary } from '#support/canary.ts';
import { bytesIn } from '#support/folder-bytes.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { archive } from '#support/run-archive.ts';
import { release } from '#release/release.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const ID = 'versn01';
const mark = (field: string): string => canary('version', field);
const NOT_APPROVED = 'It is not the version approved';

let home: string;
let content: string;
let env: Record<string, string>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'versions-'));
  env = { ARCHIVE_STATE: join(home, 'state') };
  const made = await smallArchive();
  ({ content } = made);
  const fields = {
    title: mark('title'),
    credit: { as: 'chosen-name', name: mark('name') },
    content_notes: [{ topic: 'bereavement', words: mark('note') }],
    photos: [
      { id: 'f1', file: 'f1.png', alt: mark('alt'), caption: mark('caption') },
      { id: 'f2', file: 'f2.jpg', alt: mark('other') },
    ],
    voice: { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt' },
    translations: [{ id: 't1', language: 'ur', words: mark('urdu') }],
  };
  await made.story(ID, openRecord(fields), `Words with ${mark('body')} in them.\n`);
  const plain = { width: 640, height: 480, channels: 3 as const, background: '#c96' };
  const picture = await sharp({ create: plain }).png().toBuffer();
  await made.write(`stories/${ID}/f1.png`, picture);
  await made.write(`stories/${ID}/f2.jpg`, await photographWith(mark('exif'), 3));
  await made.write(`stories/${ID}/v1.wav`, soundWith(mark('tag'), 443));
  await made.write(
    `stories/${ID}/v1.vtt`,
    `WEBVTT\n\n00:00.000 --> 00:01.900\n${mark('spoken')} aloud\n`,
  );
  await made.story('stays01', openRecord({ title: 'What stays' }));
  expect((await archive(['approve', '--all', '--content', content], env)).exit).toBe(0);
});

interface Told {
  [field: string]: unknown;
  photos: { alt: string; caption: string }[];
  credit: { name: string };
  content_notes: { words: string }[];
  translations: { words: string }[];
}
const story = (folder: string) => join(folder, 'stories', ID, 'story.md');

async function edit(folder: string, change: (fields: Told, body: string) => string | undefined) {
  const text = await readFile(story(folder), 'utf8');
  const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const fields = parse(matter) as Told;
  const after = change(fields, body) ?? body;
  await writeFile(story(folder), `---\n${stringify(fields)}---\n${after}`);
}

/** One pixel of a picture, one step of one colour. */
async function onePixel(folder: string): Promise<void> {
  const file = join(folder, 'stories', ID, 'f1.png');
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  data[0] = (data[0] ?? 0) ^ 1;
  const { width, height, channels } = info;
  await writeFile(file, await sharp(data, { raw: { width, height, channels } }).png().toBuffer());
}

interface Case {
  readonly name: string;
  readonly change: (folder: string) => Promise<void>;
  /** The one part that is not the version approved. */
  readonly part: string;
  /** Every part that goes: what falls with it too. */
  readonly gone: readonly string[];
}
/** The translation falls with the words, and the picture, which does not stand alone; so does the sound. */
const WITH_WORDS = ['words', 'f1', 'f2', 'v1', 'v1-transcript', 't1'];

const CASES: readonly Case[] = [
  {
    name: 'one character of the words',
    change: (folder) => edit(folder, (_fields, body) => body.replace('Words', 'Wordz')),
    part: 'words',
    gone: WITH_WORDS,
  },
  {
    name: 'the name to credit',
    change: (folder) =>
      edit(folder, (fields) => {
        fields.credit.name += '.';
        return undefined;
      }),
    part: 'words',
    gone: WITH_WORDS,
  },
  {
    name: 'the content note',
    change: (folder) =>
      edit(folder, (fields) => {
        for (const note of fields.content_notes) note.words += '.';
        return undefined;
      }),
    part: 'words',
    gone: WITH_WORDS,
  },
  { name: 'one pixel of a picture', change: onePixel, part: 'f1', gone: ['f1'] },
  {
    name: 'one word of alternative text',
    change: (folder) =>
      edit(folder, (fields) => {
        for (const photo of fields.photos.slice(0, 1)) photo.alt += ' again';
        return undefined;
      }),
    part: 'f1',
    gone: ['f1'],
  },
  {
    name: 'the caption',
    change: (folder) =>
      edit(folder, (fields) => {
        for (const photo of fields.photos.slice(0, 1)) photo.caption += '.';
        return undefined;
      }),
    part: 'f1',
    gone: ['f1'],
  },
  {
    name: 'one character of a translation',
    change: (folder) =>
      edit(folder, (fields) => {
        for (const one of fields.translations) one.words += '۔';
        return undefined;
      }),
    part: 't1',
    gone: ['t1'],
  },
  {
    name: 'one character of what is said in the transcript',
    change: async (folder) => {
      const file = join(folder, 'stories', ID, 'v1.vtt');
      await writeFile(file, (await readFile(file, 'utf8')).replace('aloud', 'alond'));
    },
    part: 'v1',
    gone: ['v1', 'v1-transcript'],
  },
];
const ALL = ['words', 'f1', 'f2', 'v1', 'v1-transcript', 't1'];

async function changed({ name, change }: Case): Promise<string> {
  const folder = join(home, name.replaceAll(' ', '-'));
  await cp(content, folder, { recursive: true });
  await change(folder);
  return folder;
}

/** The parts that a release lets out, in a cache and a tree of their own. */
async function letOut(folder: string): Promise<readonly string[]> {
  const done = await release({
    content: folder,
    store: mediaFolder(join(home, 'store')),
    day: DAY,
    folder: join(home, 'release'),
    mediaCache: join(home, 'cache'),
  });
  expect(done.ok ? [] : done.problems).toEqual([]);
  if (!done.ok) return [];
  const admission = done.value.admissions.find(({ held }) => held.id === ID);
  return [...(admission?.open.keys() ?? [])];
}

test('as it was approved all of it is let out, and no command says otherwise', async () => {
  expect((await letOut(content)).toSorted()).toEqual(ALL.toSorted());
  for (const command of ['report', 'check'])
    expect((await archive([command, '--content', content, '--today', DAY], env)).out).not.toContain(
      NOT_APPROVED,
    );
});

describe.each(CASES)('changed after approval: $name', (each) => {
  test('A11: exactly that, and what falls with it, is let out no more; the commands say which and what to do', async () => {
    const folder = await changed(each);
    const left = ALL.filter((part) => !each.gone.includes(part));
    expect((await letOut(folder)).toSorted()).toEqual(left.toSorted());
    for (const command of ['report', 'check']) {
      const ran = await archive([command, '--content', folder, '--today', DAY], env);
      expect(ran.exit).toBe(0);
      const line = ran.out
        .split('\n')
        .find((one) => one.startsWith(`${ID}: ${each.part} is not shown`));
      expect(line).toContain(NOT_APPROVED);
      expect(line).toContain('Show it to p1 again, then approve it.');
      expect(ran.out).not.toMatch(/CNRY/);
    }
  });
});

describe('in a real build', () => {
  const build = (folder: string, out: string) =>
    archive(['build', '--content', folder, '--out', out, '--today', DAY], env);

  test('A11: a changed picture goes with every word about it and the page stays; the build says how many', async () => {
    const [whole, less] = [join(home, 'whole'), join(home, 'less')];
    expect((await build(content, whole)).exit).toBe(0);
    expect([...(await canariesIn(whole)).keys()]).toEqual(
      expect.arrayContaining([mark('alt'), mark('caption'), mark('body'), mark('spoken')]),
    );
    const folder = await changed(CASES.find(({ part }) => part === 'f1')!);
    const ran = await build(folder, less);
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain('1 part is not the version approved, so it is not shown.');
    const found = [...(await canariesIn(less)).keys()];
    expect(found).toEqual(expect.arrayContaining([mark('body'), mark('spoken'), mark('other')]));
    expect(found).not.toContain(mark('alt'));
    expect(found).not.toContain(mark('caption'));
    const media = (bytes: object) => Object.keys(bytes).filter((file) => file.startsWith('media/'));
    const [all, rest] = [media(await bytesIn(whole)), media(await bytesIn(less))];
    expect(all).toEqual(expect.arrayContaining(rest));
    expect(rest.length).toBeLessThan(all.length);
  });

  test('shown again and approved, it is back', async () => {
    const folder = await changed(CASES.find(({ part }) => part === 'f1')!);
    await archive(['approve', ID, '--content', folder], env);
    expect((await letOut(folder)).toSorted()).toEqual(ALL.toSorted());
  });
});
