import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mediaBucket } from '#media/bucket-store.ts';
import { stateOf } from '#state/state.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';
import { addToBlocklist } from '#withdrawal/add-to-blocklist.ts';

const ID = 'bread01';
/** Nobody listens there. */
const PLACE = {
  ...{ endpoint: 'http://127.0.0.1:1', bucket: 'media', region: 'local', prefix: '' },
  ...{ keyId: 'key', secret: 'secret' },
};

test('of a record that cannot be read it is told that its files could not be either, when their store is away', async () => {
  const archive = await smallArchive();
  const { content } = archive;
  process.env['ARCHIVE_STATE'] = join(content, '..', 'state');
  await archive.story(ID, openRecord({}));
  await writeFile(join(content, 'stories', ID, 'story.md'), '---\nhold: [\n---\nwords of bread\n');
  const state = stateOf(content);
  const leaving = { root: content, id: ID, day: '2026-11-22', home: content, onProgress: () => {} };
  const store = mediaBucket(PLACE, await mkdtemp(join(tmpdir(), 'brought-')));
  const away = await addToBlocklist({ ...leaving, state: { ...state, store } });
  expect(away).toMatchObject({ unread: 1 });
  expect(await addToBlocklist({ ...leaving, state })).toMatchObject({ unread: 0 });
});
