import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mediaStoreOf } from '#state/media-place.ts';

const WHOLE = {
  ARCHIVE_MEDIA_ENDPOINT: 'https://s3.example.org',
  ARCHIVE_MEDIA_BUCKET: 'our-archive',
  ARCHIVE_MEDIA_KEY_ID: 'somebody',
  ARCHIVE_MEDIA_SECRET: 'not/to+be=told',
};
const PLACES = { folder: 'media', brought: 'brought' };

test('without a word about a bucket, files lie in the folder', async () => {
  const home = await mkdtemp(join(tmpdir(), 'media-place-'));
  await writeFile(join(home, 'f'), 'a picture');
  const store = mediaStoreOf({ ARCHIVE_MEDIA_BUCKET: '' }, { ...PLACES, folder: home });
  await store.put('bread01', 'f1.jpg', join(home, 'f'));
  expect(await store.localFile('bread01', 'f1.jpg')).toBe(join(home, 'bread01', 'f1.jpg'));
});

test('a bucket that is wholly named is taken', () => {
  expect(() => mediaStoreOf(WHOLE, PLACES)).not.toThrow();
  const local = { ...WHOLE, ARCHIVE_MEDIA_ENDPOINT: 'http://127.0.0.1:9000' };
  expect(() => mediaStoreOf(local, PLACES)).not.toThrow();
});

test.each(Object.keys(WHOLE))('a bucket without %s is a fault, and no folder', (setting) => {
  expect(() => mediaStoreOf({ ...WHOLE, [setting]: undefined }, PLACES)).toThrow(
    expect.objectContaining({ fault: 'media-place-malformed', facts: { setting } }),
  );
});

test.each([
  ['ARCHIVE_MEDIA_ENDPOINT', 'http://s3.example.org'],
  ['ARCHIVE_MEDIA_ENDPOINT', 'https://key:word@s3.example.org'],
  ['ARCHIVE_MEDIA_ENDPOINT', 'https://s3.example.org/public'],
  ['ARCHIVE_MEDIA_ENDPOINT', 'https://s3.example.org?x'],
  ['ARCHIVE_MEDIA_BUCKET', '../other'],
  ['ARCHIVE_MEDIA_BUCKET', 'a/b'],
  ['ARCHIVE_MEDIA_PREFIX', 'no-slash'],
  ['ARCHIVE_MEDIA_PREFIX', '../'],
  ['ARCHIVE_MEDIA_REGION', 'a b'],
])('%s is not %j', (setting, value) => {
  expect(() => mediaStoreOf({ ...WHOLE, [setting]: value }, PLACES)).toThrow(
    expect.objectContaining({ facts: { setting } }),
  );
});
