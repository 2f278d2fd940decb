import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cleanPhoto } from '#media/clean-photo.ts';
import { repairedJpeg } from '#media/jpeg-repair.ts';

// Each job starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const FILES = resolve(import.meta.dirname, '../../support/media-files');

let folder = '';
let jpeg = Buffer.alloc(0) as Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'photos-'));
  const width = 96;
  const pixels = Buffer.from(Array.from({ length: width * 64 * 3 }, (_, at) => (at * at) % 251));
  jpeg = await sharp(pixels, { raw: { width, height: 64, channels: 3 } })
    .jpeg()
    .toBuffer();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
async function clean(bytes: Uint8Array) {
  count += 1;
  const file = join(folder, `in-${count}`);
  await writeFile(file, bytes);
  return cleanPhoto({ file, cacheFolder: join(folder, 'cache') });
}

const pixelsOf = async (bytes: Uint8Array): Promise<string> =>
  (await sharp(bytes, { failOn: 'none' }).raw().toBuffer()).toString('base64');

test('a whole photograph of a Samsung with one odd byte in its header is taken', async () => {
  const photo = await readFile(join(FILES, 'samsung.jpg'));
  expect(await clean(photo)).toMatchObject({ ok: true, value: { notes: [] } });
  expect(await pixelsOf(repairedJpeg(photo))).toBe(await pixelsOf(photo));
});

test.each<readonly [string, (photo: Buffer) => Buffer]>([
  ['without its last two bytes', (photo) => photo.subarray(0, -2)],
  [
    'with bytes between two segments',
    (photo) => Buffer.concat([photo.subarray(0, 20), Buffer.from([1, 2, 3]), photo.subarray(20)]),
  ],
  [
    'with zeros before its end',
    (photo) => Buffer.concat([photo.subarray(0, -2), Buffer.alloc(64), photo.subarray(-2)]),
  ],
  ['with a film behind it', (photo) => Buffer.concat([photo, Buffer.from('\0\0\0\x18ftypmp42')])],
  ['with a second picture behind it', (photo) => Buffer.concat([photo, photo])],
])('a whole photograph %s is taken', async (_, changed) => {
  expect(await clean(changed(jpeg))).toMatchObject({ ok: true });
});

test.each<readonly [string, (photo: Buffer) => Buffer]>([
  ['whose last pixels are missing', (photo) => photo.subarray(0, photo.length - 40)],
  [
    'whose last pixels are missing before its proper end',
    (photo) => Buffer.concat([photo.subarray(0, photo.length - 200), photo.subarray(-2)]),
  ],
  ['of which a fifth is missing', (photo) => photo.subarray(0, photo.length * 0.8)],
])('a photograph %s is refused', async (_, changed) => {
  expect(await clean(changed(jpeg))).toMatchObject({
    ok: false,
    problem: { rule: 'media-unreadable' },
  });
});

test('of several pages or pictures the first is taken, and it is said', async () => {
  expect(await clean(await readFile(join(FILES, 'two-pages.tiff')))).toMatchObject({
    ok: true,
    value: { notes: ['first-page-only'] },
  });
  const frames = Buffer.from(Array.from({ length: 16 * 32 * 3 }, (_, at) => (at * at) % 253));
  const film = sharp(frames, { raw: { width: 16, height: 32, channels: 3, pageHeight: 16 } });
  for (const moving of [
    await film.clone().gif().toBuffer(),
    await film.clone().webp().toBuffer(),
  ]) {
    expect(await clean(moving)).toMatchObject({
      ok: true,
      value: { notes: ['first-picture-only'] },
    });
  }
});

test.each([
  ['an empty file', Buffer.alloc(0), 'media-empty'],
  ['a page of the web', Buffer.from('<!doctype html>'), 'media-type-not-taken'],
  ['a film', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0'), 'media-other-kind'],
])('%s is refused for what it is', async (_, bytes, rule) => {
  expect(await clean(bytes)).toMatchObject({ ok: false, problem: { rule } });
});
