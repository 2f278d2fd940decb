import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cleanSound } from '#media/clean-sound.ts';

// Each job starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const FILES = resolve(import.meta.dirname, '../../support/media-files');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinds-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
async function clean(bytes: Uint8Array) {
  count += 1;
  const file = join(folder, `in-${count}`);
  await writeFile(file, bytes);
  return cleanSound({ file, cacheFolder: join(folder, 'cache') });
}

const bytesOf = (name: string): Promise<Buffer> => readFile(join(FILES, name));

test.each([
  ['quiet-left-out.amr', 5.68],
  ['phone.3gp', 5.68],
  ['joined.opus', 9.729],
  ['no-length.mp3', 5.747],
  ['voice-memo.m4a', 1],
  ['voice-memo.caf', 1],
  ['recorder.aac', 1.088],
  ['recorder.wma', 1],
  ['speex.ogg', 1],
  ['telephone.wav', 1],
  ['float.wav', 0.2],
  ['old-mac.aiff', 1],
])('%s is taken, all of it', async (name, seconds) => {
  const result = await clean(await bytesOf(name));
  if (!result.ok) throw new Error(result.problem.what);
  expect(Math.abs(result.value.seconds - seconds)).toBeLessThan(0.07);
  expect(result.value.notes).toEqual([]);
});

test.each(['film.mp4', 'film.mov', 'film.3gp', 'film.webm'])(
  'of %s the sound is taken, and it is said that the picture is left out',
  async (name) => {
    const result = await clean(await bytesOf(name));
    if (!result.ok) throw new Error(result.problem.what);
    expect(Math.abs(result.value.seconds - 1)).toBeLessThan(0.1);
    expect(result.value.notes).toEqual(['picture-left-out']);
  },
);

test('a film without sound is refused as that, and not as damaged', async () => {
  const result = await clean(await bytesOf('silent-film.mp4'));
  expect(result).toMatchObject({
    ok: false,
    problem: {
      rule: 'media-film-without-sound',
      what: 'This is a film without sound, so there is nothing to hear.',
    },
  });
});

test.each([
  ['an empty file', Buffer.alloc(0), 'media-empty'],
  ['a page of the web', Buffer.from('<!doctype html><p>Hello</p>'), 'media-type-not-taken'],
  ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'media-other-kind'],
])('%s is refused for what it is', async (_, bytes, rule) => {
  expect(await clean(bytes)).toMatchObject({ ok: false, problem: { rule } });
});

test('two MP3 joined into one are heard to the end, the tag between them too', async () => {
  const one = await bytesOf('no-length.mp3');
  const tag = Buffer.from('ID3\x03\0\0\0\0\0\x0aTIT2secret', 'latin1');
  const result = await clean(Buffer.concat([one, tag, one]));
  if (!result.ok) throw new Error(result.problem.what);
  expect(Math.abs(result.value.seconds - 2 * 5.747)).toBeLessThan(0.06);
});

test('an MP3 cut out of a longer one, which begins inside a frame, is taken', async () => {
  const result = await clean((await bytesOf('no-length.mp3')).subarray(70));
  expect(result).toMatchObject({ ok: true });
});

test('damage in the middle refuses, whatever the kind', async () => {
  for (const name of ['no-length.mp3', 'joined.opus', 'recorder.aac', 'voice-memo.m4a']) {
    const bytes = await bytesOf(name);
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0, middle, middle + Math.min(2000, Math.floor(bytes.length / 8)));
    expect(await clean(bytes), name).toMatchObject({
      ok: false,
      problem: { rule: 'media-unreadable' },
    });
  }
});

test('a recording of which only the beginning arrived, before any sound, is told as not complete', async () => {
  const bytes = await bytesOf('voice-memo.m4a');
  const index = bytes.subarray(bytes.lastIndexOf('moov') - 4);
  // As a recorder writes it that puts the index first: all sound stands behind it.
  const places = index.indexOf('stco') + 8;
  for (let at = 0; at < index.readUInt32BE(places); at += 1)
    index.writeUInt32BE(bytes.length + 1000 * at, places + 4 + 4 * at);
  const begun = Buffer.concat([bytes.subarray(0, 28), index]);
  expect(await clean(begun)).toMatchObject({ ok: false, problem: { rule: 'media-unreadable' } });
});

test('a page missing from the middle of an Ogg file refuses', async () => {
  const bytes = await bytesOf('joined.opus');
  const pages = [...bytes.toString('latin1').matchAll(/OggS\0/g)].map(({ index }) => index);
  const [third, fourth] = [pages[3] ?? 0, pages[4] ?? 0];
  const without = Buffer.concat([bytes.subarray(0, third), bytes.subarray(fourth)]);
  expect(await clean(without)).toMatchObject({ ok: false, problem: { rule: 'media-unreadable' } });
});
