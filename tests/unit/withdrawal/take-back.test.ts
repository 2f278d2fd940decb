import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { takeBackWords } from '#cli/words/withdraw.ts';
import { saveBuildRecord } from '#hosting/build-record.ts';
import { HideList } from '#hosting/hide-list.ts';
import { approve } from '#intake/approve.ts';
import { stateOf } from '#state/state.ts';
import { takeBack, type TakeBackInput } from '#withdrawal/take-back.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const ID = 'bread01';
let content: string;
let out: string;
let told: string[];

beforeEach(async () => {
  const archive = await smallArchive();
  ({ content } = archive);
  process.env['ARCHIVE_STATE'] = join(content, '..', 'state');
  out = join(content, '..', 'dist');
  told = [];
  const photos = [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.' }];
  await archive.story(ID, openRecord({ photos }));
  await archive.write(`stories/${ID}/f1.jpg`, 'f1.jpg');
  await approve({ content, ids: 'all' });
});

const ask = (asked: string, more: Partial<TakeBackInput> = {}) =>
  takeBack({
    ...{ content, asked, out, day: '2026-11-22', now: () => Date.parse('2026-11-22T12:00:00Z') },
    ...{ meanwhile: () => 'meanwhile', onRegisterClosed: () => void told.push('register') },
    ...more,
  });
const hidden = async () => (await HideList.open(stateOf(content).desk)).entries;
const record = () => join(content, 'stories', ID, 'story.md');

/** A folder that this archive built, so that there is a site to make again. */
async function site(): Promise<void> {
  const build = 'a'.repeat(64);
  await mkdir(join(out, '.well-known'), { recursive: true });
  await writeFile(join(out, '.well-known', 'build.json'), JSON.stringify({ build }));
  const state = stateOf(content);
  await saveBuildRecord(state.built, {
    ...{ build, builtFor: '2026-11-22', content, archive: state.name, out },
    ...{ files: {}, tombstones: [] },
  });
}

describe('nothing is taken, and nothing stays hidden', () => {
  test.each([
    ['what nobody knows', 'AAAA-BBBB-CCCC', {}, 'no-contribution', 1],
    ['a part that is not there', ID, { part: 'f9' }, 'no-such-part', 1],
    ['a person who is not in it', ID, { person: 'p9' }, 'no-such-part', 1],
  ] as const)('%s', async (_, asked, what, kind, exit) => {
    const before = await readFile(record(), 'utf8');
    const done = await ask(asked, what);
    expect(done).toMatchObject({ kind: 'nothing-taken', why: { kind } });
    expect(takeBackWords(done).exit).toBe(exit);
    expect(await hidden()).toEqual([]);
    expect(await readFile(record(), 'utf8')).toBe(before);
  });

  test('what was withdrawn before, which is no mistake', async () => {
    await ask(ID);
    const again = await ask(ID);
    expect(again).toEqual({ kind: 'nothing-taken', why: { kind: 'withdrawn-before', id: ID } });
    expect(takeBackWords(again)).toMatchObject({ exit: 0, data: { ok: true } });
  });
});

test('of a record that cannot be read a part is not taken out, and the piece stays hidden until it is', async () => {
  await writeFile(record(), '---\ntitle: [\n---\nBread\n');
  const done = await ask(ID, { part: 'f1' });
  expect(done).toMatchObject({ kind: 'only-hidden', id: ID, why: { kind: 'unreadable' } });
  const { exit, lines, data } = takeBackWords(done);
  expect([exit, data]).toEqual([1, { ok: false, unreadable: true }]);
  expect(lines.at(-1)).toBe(`${ID} is hidden, and stays so until this is done.`);
  expect(await hidden()).toMatchObject([{ id: ID, part: 'f1', done: false }]);
  expect(existsSync(record())).toBe(true);
});

describe('it is down', () => {
  test('and the build is owed where none was asked for', async () => {
    await site();
    const done = await ask(ID);
    expect(done).toMatchObject({ kind: 'taken-back', id: ID, whole: true, rebuilt: 'owed' });
    expect(takeBackWords(done)).toMatchObject({ exit: 0, data: { ok: true, rebuild: 'owed' } });
    expect(await hidden()).toMatchObject([{ id: ID, done: true }]);
    expect(existsSync(record())).toBe(false);
  });

  const FAILED: readonly (readonly [string, () => Promise<boolean>])[] = [
    ['it was not built', async () => false],
    ['the builder fell over', () => Promise.reject(new Error('disk full'))],
  ];
  test.each(FAILED)('and stays hidden where %s', async (_, build) => {
    await site();
    const done = await ask(ID, { build, part: 'f1' });
    expect(done).toMatchObject({ kind: 'taken-back', whole: false, rebuilt: 'failed' });
    expect(takeBackWords(done).exit).toBe(0);
    expect(await hidden()).toMatchObject([{ id: ID, part: 'f1', done: true }]);
  });

  test('and off the list when a site without it stands', async () => {
    await site();
    const done = await ask(ID, { build: async () => !existsSync(record()) });
    expect(done).toMatchObject({ kind: 'taken-back', rebuilt: 'done' });
    expect(await hidden()).toEqual([]);
  });

  test('though the register cannot be opened, which is told', async () => {
    await mkdir(stateOf(content).root, { recursive: true });
    await writeFile(stateOf(content).register, 'not a database at all'.repeat(400));
    expect(await ask(ID)).toMatchObject({ kind: 'taken-back' });
    expect(told).toEqual(['register']);
  });
});
