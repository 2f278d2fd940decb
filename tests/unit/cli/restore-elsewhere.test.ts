import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { backup } from '#cli/backup.ts';
import { check } from '#cli/check.ts';
import { hiddenIn } from '#hosting/hidden-ids.ts';
import { hide } from '#cli/hide.ts';
import { restore } from '#cli/restore.ts';
import { stateOf } from '#state/state.ts';
import { withdraw } from '#withdrawal/withdraw.ts';
import type { Problem } from '#records/problem.ts';
import { Register } from '#register/register.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const PHOTO = 'content/stories/ic1jp5zk/f1.jpg';
const BODY =
  'My mother kept the seeds in a tin. Every spring she counted them out on the kitchen table, one for each of us, and one for the bird.\n';

/** An archive with an upload that is only in the store, a withdrawal and something hidden; and its backup. */
let content: string;
let place: string;
let identity: string;
let photo: Buffer;

beforeEach(async () => {
  const made = await smallArchive();
  ({ content } = made);
  place = await mkdtemp(join(tmpdir(), 'restored-'));
  process.env['ARCHIVE_STATE'] = join(place, 'state');
  delete process.env['ARCHIVE_NEVER_AGAIN_KEY'];
  photo = await readFile(PHOTO);
  await made.story('seeds01', openRecord({ title: 'What my mother counted in spring' }), BODY);
  await made.story(
    'bread01',
    openRecord({ photos: [{ id: 'f1', file: 'f1.jpg', alt: 'Bread on a table' }] }),
    'We baked, and the whole street came to eat with us.\n',
  );
  const { mediaFolder: store, register: file } = stateOf(content);
  await mkdir(join(store, 'bread01'), { recursive: true });
  await writeFile(join(store, 'bread01', 'f1.jpg'), photo);
  await approve({ content, ids: 'all' });
  const register = Register.open(file, Date.now);
  register.savePerson({ id: 'a1', contact: 'Amina on 020' });
  register.close();
  await cp(join(content, 'stories', 'seeds01'), join(place, 'kept'), { recursive: true });
  await withdraw({ content, id: 'seeds01', day: DAY });
  const out = join(place, 'dist');
  await hide({ content, id: 'bread01', out, noTrace: true, undo: false, now: Date.now });
  const keys = [await generateIdentity(), await generateIdentity()];
  identity = join(place, 'key');
  await writeFile(identity, keys[0] ?? '');
  const recipients = await Promise.all(keys.map((key) => identityToRecipient(key)));
  expect(await backup({ content, out: join(place, 'backup'), recipients })).toMatchObject({
    exit: 0,
    data: { media: 1 },
  });
});

/** Another machine: the content as a clone of it, and no state at all. */
async function elsewhere(): Promise<string> {
  process.env['ARCHIVE_STATE'] = join(place, 'other-state');
  const clone = join(place, 'another machine', 'content');
  await cp(content, clone, { recursive: true });
  return clone;
}
const bringBack = (clone: string) =>
  restore({ content: clone, from: join(place, 'backup'), identity });
const rulesAt = async (folder: string): Promise<readonly string[]> => {
  const { data } = await check({ content: folder, day: DAY });
  return (data as { problems: readonly Problem[] }).problems.map(({ rule }) => rule);
};

describe('an archive that is restored elsewhere', () => {
  test('has its uploads again, refuses what was withdrawn, and hides what was hidden', async () => {
    const clone = await elsewhere();
    expect(await rulesAt(clone)).toEqual(['file-missing']);
    const done = await bringBack(clone);
    expect(done).toMatchObject({ exit: 0, data: { media: 1, other: [], missing: 0 } });
    const state = stateOf(clone);
    expect((await readFile(join(state.mediaFolder, 'bread01', 'f1.jpg'))).equals(photo)).toBe(true);
    expect((await stat(join(state.mediaFolder, 'bread01', 'f1.jpg'))).mode & 0o777).toBe(0o600);
    expect([...(await hiddenIn(state))]).toEqual(['bread01']);
    expect(await rulesAt(clone)).toEqual([]);
    await cp(join(place, 'kept'), join(clone, 'stories', 'comeback1'), { recursive: true });
    expect(await rulesAt(clone)).toContain('withdrawn-before');
  });

  test('also where the content comes only after the backup', async () => {
    process.env['ARCHIVE_STATE'] = join(place, 'other-state');
    const clone = join(place, 'later');
    expect((await bringBack(clone)).exit).toBe(0);
    await cp(content, clone, { recursive: true });
    expect(await rulesAt(clone)).toEqual([]);
    expect([...(await hiddenIn(stateOf(clone)))]).toEqual(['bread01']);
  });

  test('keeps a file that is there already, and says which one was not put back', async () => {
    const clone = await elsewhere();
    const mine = join(stateOf(clone).mediaFolder, 'bread01', 'f1.jpg');
    await mkdir(join(mine, '..'), { recursive: true });
    await writeFile(mine, 'mine');
    const done = await bringBack(clone);
    expect(done).toMatchObject({ exit: 1, data: { media: 0, other: ['bread01/f1.jpg'] } });
    expect(done.lines.join('\n')).toContain('bread01/f1.jpg: another file is in its place here.');
    expect(await readFile(mine, 'utf8')).toBe('mine');
  });

  test('says when a recording or photograph of the backup is not there any more', async () => {
    const clone = await elsewhere();
    await rm(join(place, 'backup', 'files'), { recursive: true });
    expect(await bringBack(clone)).toMatchObject({ exit: 0, data: { media: 0, missing: 1 } });
  });
});

describe('a backup', () => {
  test('tells by no name and no byte what a file of it is', async () => {
    const names = await readdir(join(place, 'backup'), { recursive: true });
    expect(names.join(' ')).not.toMatch(/bread01|\bf1\b|jpg/);
    for (const name of names.filter((each) => each.endsWith('.age'))) {
      const bytes = await readFile(join(place, 'backup', name));
      expect(bytes.includes(photo.subarray(2000, 2032))).toBe(false);
      expect((await stat(join(place, 'backup', name))).mode & 0o777).toBe(0o600);
    }
  });

  test('one file of which was changed puts nothing back at all', async () => {
    const clone = await elsewhere();
    const [file = ''] = await readdir(join(place, 'backup', 'files'));
    const at = join(place, 'backup', 'files', file);
    const bytes = await readFile(at);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(at, bytes);
    const done = await bringBack(clone);
    expect(done.lines.join('\n')).toMatch(/not the one that was written.*Nothing was changed/);
    const state = stateOf(clone);
    expect(existsSync(state.mediaFolder)).toBe(false);
    const register = Register.open(state.register, Date.now);
    expect(register.counts()).toMatchObject({ persons: 0, events: 0 });
    register.close();
  });

  test('of another archive is not put into this one', async () => {
    const clone = await elsewhere();
    await writeFile(join(clone, 'archive-id'), `${'cd'.repeat(16)}\n`);
    const done = await bringBack(clone);
    expect(done.exit).toBe(1);
    expect(done.lines.join('\n')).toContain('another archive');
    expect(existsSync(stateOf(clone).mediaFolder)).toBe(false);
  });
});
