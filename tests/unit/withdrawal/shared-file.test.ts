import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { approve } from '#cli/approve.ts';
import { check } from '#cli/check.ts';
import { stateOf } from '#state/state.ts';
import { takenOutWords } from '#cli/words/withdraw.ts';
import { withdraw } from '#withdrawal/withdraw.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { type Fields, openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const ID = 'bread01';
let archive: Awaited<ReturnType<typeof smallArchive>>;
let content: string;

beforeEach(async () => {
  archive = await smallArchive();
  ({ content } = archive);
  process.env['ARCHIVE_STATE'] = join(content, '..', 'state');
});

/** A piece with these parts and files, approved; where its files lie. */
async function piece(parts: Fields, names: readonly string[]): Promise<void> {
  await archive.story(ID, openRecord(parts));
  for (const name of names) {
    const bytes = /\.jpg$/.test(name) ? await photographWith(name, 120) : soundWith(name, 220);
    await archive.write(`stories/${ID}/${name}`, bytes);
  }
  expect((await approve({ content, ids: 'all' })).exit).toBe(0);
}

const beside = (name: string) => join(content, 'stories', ID, name);
const stored = (name: string) => join(stateOf(content).mediaFolder, ID, name);
const takeBack = (part: string) => withdraw({ content, id: ID, part, day: DAY });
const problems = async () => (await check({ content, day: DAY })).data;

const photo = (id: string, file: string, more: Fields = {}): Fields => ({ id, file, ...more });
const safe = (file: string): Fields => ({ safe: { file, covers: ['p2'], checked_on: DAY } });

const CASES: readonly [string, Fields, string][] = [
  ['another photograph', photo('f2', 'f1.jpg'), 'f2'],
  ['the safe copy of another', photo('f2', 'f2.jpg', safe('f1.jpg')), 'f2'],
];

test.each(CASES)('a file that %s names stays, until that goes too', async (_, other, id) => {
  await piece({ photos: [photo('f1', 'f1.jpg'), other] }, ['f1.jpg', 'f2.jpg']);
  const done = await takeBack('f1');
  expect(done).toMatchObject({ kind: 'withdrawn', sharedWith: [id] });
  const said = takenOutWords(done).lines.join('\n');
  expect(said).toContain(`A file of it stays, because the part ${id} has it too`);
  expect(existsSync(beside('f1.jpg'))).toBe(true);
  expect(await problems()).toMatchObject({ contributions: 1, problems: [] });
  const last = await takeBack(id);
  expect(last).toMatchObject({ kind: 'withdrawn', sharedWith: [] });
  expect(existsSync(beside('f1.jpg'))).toBe(false);
  expect(await problems()).toMatchObject({ contributions: 1, problems: [] });
});

test('its own safe copy goes with it, and what no other part names', async () => {
  const photos = [photo('f1', 'f1.jpg', safe('f1-safe.jpg')), photo('f2', 'f1-safe.jpg')];
  await piece({ photos }, ['f1.jpg', 'f1-safe.jpg']);
  await takeBack('f1');
  expect([existsSync(beside('f1.jpg')), existsSync(beside('f1-safe.jpg'))]).toEqual([false, true]);
});

test('in the media store too', async () => {
  await piece({ photos: [photo('f1', 'f1.jpg'), photo('f2', 'f1.jpg')] }, ['f1.jpg']);
  await mkdir(dirname(stored('x')), { recursive: true });
  await rename(beside('f1.jpg'), stored('f1.jpg'));
  await takeBack('f1');
  expect(existsSync(stored('f1.jpg'))).toBe(true);
  expect(await problems()).toMatchObject({ contributions: 1, problems: [] });
  await takeBack('f2');
  expect(existsSync(stored('f1.jpg'))).toBe(false);
});

test('a safe copy that is the file itself goes with it', async () => {
  await piece(
    {
      photos: [photo('f1', 'f1.jpg')],
      voice: { id: 'v1', file: 'v1.wav', ...safe('v1.wav') },
    },
    ['f1.jpg', 'v1.wav'],
  );
  await takeBack('v1');
  expect([existsSync(beside('v1.wav')), existsSync(beside('f1.jpg'))]).toEqual([false, true]);
  expect(await readFile(beside('story.md'), 'utf8')).not.toContain('v1.wav');
});
