import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { HideList } from '#hosting/hide-list.ts';
import { hiddenIn, unfinishedIn } from '#hosting/hidden-ids.ts';

let desk = '';
beforeEach(async () => {
  desk = await mkdtemp(join(tmpdir(), 'hidden-'));
});

test('nothing is hidden where nothing ever was', async () => {
  expect(await hiddenIn({ desk })).toEqual(new Set());
});

test('what is hidden is known to whoever begins anew', async () => {
  await (await HideList.open(desk)).add({ id: 'bread01' });
  expect(await hiddenIn({ desk })).toEqual(new Set(['bread01']));
  expect(await unfinishedIn({ desk })).toEqual(['bread01']);
});

test('nothing is made where nobody can tell what is hidden', async () => {
  await writeFile(join(desk, 'hidden'), 'not a folder');
  await expect(hiddenIn({ desk })).rejects.toThrow('hide-list-unreadable');
  await expect(unfinishedIn({ desk })).rejects.toThrow('hide-list-unreadable');
});
