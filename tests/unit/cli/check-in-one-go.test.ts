import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { approve } from '#intake/approve.ts';
import { check } from '#cli/check.ts';
import { stateOf } from '#state/state.ts';
import { photographWith, soundWith } from '../../support/media-made-here.ts';
import { openRecord, smallArchive } from '../../support/small-archive.ts';

// Each file is looked at in a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const FILES = resolve(import.meta.dirname, '../../support/media-files');
const DAY = '2026-11-30';
const photo = { id: 'f1', file: 'f1.jpg', alt: 'A loaf of bread' };
const voice = { id: 'v1', file: 'v1.mp4' };

let content = '';
let told: readonly string[] = [];

beforeAll(async () => {
  const archive = await smallArchive();
  content = archive.content;
  process.env['ARCHIVE_STATE'] = join(dirname(content), 'state');
  const { write, story } = archive;
  const whole = await photographWith('WHOLE', 3);
  await write('stories/broken/f1.jpg', whole.subarray(0, whole.length / 2));
  await story('broken', openRecord({ photos: [photo] }));
  await write('stories/closed/f1.jpg', whole.subarray(0, whole.length / 3));
  await story('closed', openRecord({ photos: [photo], hold: true }));
  await write('stories/filmed/v1.mp4', await readFile(join(FILES, 'film.mp4')));
  await story('filmed', openRecord({ voice }));
  await write('stories/silent/v1.mp4', await readFile(join(FILES, 'silent-film.mp4')));
  await story('silent', openRecord({ voice }));
  await write('stories/spoken/v1.mp4', soundWith('SOUND', 440));
  await write('stories/spoken/v1.vtt', 'WEBVTT\n\n00:03.000 --> 00:01.000\nwords\n');
  await story('spoken', openRecord({ voice: { ...voice, transcript: 'v1.vtt' } }));
  await approve({ content, ids: 'all' });
  await story('astray', openRecord({ themes: ['nowhere'] }));
  await story('useful', openRecord({ themes: ['unread'] }));
  await write('themes/unread.yaml', 'name: [\n');
  await story('unkind', openRecord({ titel: 'x' }));
  await write('pages/help.mdx', '---\ntitle: Help\nlanguage: en\n---\n{process.env.HOME}\n');
  const { lines, exit } = await check({ content, day: DAY, media: true });
  expect(exit).toBe(1);
  told = lines;
});

test.each([
  ['a key that is misspelt', /stories\/unkind\/story\.md · titel/],
  ['a list that cannot be read', /themes\/unread\.yaml/],
  ['an id that names nothing', /stories\/astray\/story\.md · themes\[0\] · does-not-exist/],
  ['code on a page', /pages\/help\.mdx/],
  ['a photograph that is cut short', /stories\/broken\/story\.md · photos\[0\] · media-unreadable/],
  ['a film without sound', /stories\/silent\/story\.md · voice · media-film-without-sound/],
  [
    'a time that ends before it starts',
    /stories\/spoken\/story\.md · voice\.transcript · media-unread.*line 3/,
  ],
])('%s is told in the same run as all the rest', (_, line) => {
  expect(told.filter((each) => line.test(each))).toHaveLength(1);
});

test('a list that is there and cannot be read is not told again as a name that does not exist', () => {
  expect(told.filter((line) => line.includes('stories/useful'))).toEqual([]);
});

test('a damaged file that is held back is told, and is no problem until it is let out', async () => {
  const line = told.find((each) => each.includes('stories/closed'));
  expect(line).toContain('media-unreadable');
  expect(line).toContain('stops nothing until it is let out');
  const { data } = await check({ content, day: DAY, media: true });
  const { problems } = data as { problems: readonly { file: string }[] };
  expect(problems.map(({ file }) => file)).not.toContain('stories/closed/story.md');
});

test('of a film it is said that its picture is left out', () => {
  expect(told).toContain(
    'stories/filmed/story.md, voice: This is a film: its sound is taken, and its picture is left out.',
  );
});

test('what was found is kept by digest, nothing of the files is, and a second run says the same', async () => {
  const state = stateOf(content);
  const kept = await readFile(state.verdicts, 'utf8');
  expect(Object.keys(JSON.parse(kept) as object)).toHaveLength(5);
  expect(kept).not.toMatch(/story|broken|\.jpg/);
  expect(await readdir(state.scratch)).toEqual([]);
  expect((await check({ content, day: DAY, media: true })).lines).toEqual(told);
});
