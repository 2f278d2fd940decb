import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { approve } from '#cli/approve.ts';
import { withdraw } from '#cli/withdraw.ts';
import { admit } from '#release/admit.ts';
import { readContent } from '#release/read-content.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const ID = 'bread01';
let content: string;
let write: (file: string, text: string) => Promise<void>;

beforeEach(async () => {
  const archive = await smallArchive();
  process.env['ARCHIVE_STATE'] = join(archive.content, '..', 'state');
  ({ content, write } = archive);
  const parts = {
    photos: [
      { id: 'f1', file: 'f1.jpg' },
      { id: 'f2', file: 'f2.jpg' },
    ],
    voice: { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt' },
    translations: [{ id: 't1', language: 'ur', words: 'روٹی' }],
  };
  await archive.story(ID, openRecord(parts));
  for (const name of ['f1.jpg', 'f2.jpg', 'v1.wav', 'v1.vtt'])
    await write(`stories/${ID}/${name}`, name);
  await approve({ content, ids: 'all' });
});

/** The parts that are open for the site now. */
async function open(): Promise<readonly string[]> {
  const { archive, problems } = await readContent({ root: content, store: content });
  expect(problems).toEqual([]);
  return archive?.contributions.flatMap((held) => [...admit(held, DAY).open.keys()]) ?? [];
}

const record = () => readFile(join(content, 'stories', ID, 'story.md'), 'utf8');

describe('withdrawing the whole', () => {
  test('leaves two dates and nothing else', async () => {
    const { exit } = await withdraw({ content, id: ID, day: DAY });
    expect(exit).toBe(0);
    expect(existsSync(join(content, 'stories', ID))).toBe(false);
    expect(await readFile(join(content, 'withdrawn', `${ID}.yaml`), 'utf8')).toBe(
      `withdrawn_on: ${DAY}\non_withdrawal: notice\n`,
    );
    expect(await open()).toEqual([]);
  });

  test('leaves nothing at all of what was never public', async () => {
    await write(`stories/${ID}/story.md`, (await record()).replace(/^published_on.*\n/m, ''));
    await withdraw({ content, id: ID, day: DAY });
    expect(existsSync(join(content, 'withdrawn', `${ID}.yaml`))).toBe(false);
  });

  test('remembers that no trace was asked for', async () => {
    await write(
      `stories/${ID}/story.md`,
      (await record()).replace('person: p1', 'person: p1\n    on_withdrawal: no-trace'),
    );
    await withdraw({ content, id: ID, day: DAY });
    expect(await readFile(join(content, 'withdrawn', `${ID}.yaml`), 'utf8')).toContain('no-trace');
  });

  test('works when the record is broken', async () => {
    await write(`stories/${ID}/story.md`, (await record()).replace('title:', 'title: [\n'));
    expect((await withdraw({ content, id: ID, day: DAY })).exit).toBe(0);
    expect(existsSync(join(content, 'withdrawn', `${ID}.yaml`))).toBe(true);
  });

  test('twice says that it is done already', async () => {
    await withdraw({ content, id: ID, day: DAY });
    const again = await withdraw({ content, id: ID, day: DAY });
    expect(again.exit).toBe(0);
    expect(again.lines.join()).toContain('already');
  });
});

describe('withdrawing a part', () => {
  test('takes the photograph, its file and its approval, and leaves the rest open', async () => {
    await withdraw({ content, id: ID, part: 'f1', day: DAY });
    expect(existsSync(join(content, 'stories', ID, 'f1.jpg'))).toBe(false);
    expect(await record()).not.toMatch(/\bf1\b/);
    expect(await open()).toEqual(['words', 'f2', 'v1', 'v1-transcript', 't1']);
  });

  test('takes the voice and its transcript together', async () => {
    await withdraw({ content, id: ID, part: 'v1', day: DAY });
    expect(existsSync(join(content, 'stories', ID, 'v1.vtt'))).toBe(false);
    expect(await open()).toEqual(['words', 'f1', 'f2', 't1']);
  });

  test('takes the words, and with them what is made from them', async () => {
    await withdraw({ content, id: ID, part: 'words', day: DAY });
    expect(await open()).toEqual([]);
  });

  test('with a use takes only that use of that kind', async () => {
    await withdraw({ content, id: ID, part: 'words', use: 'search', day: DAY });
    const { archive } = await readContent({ root: content, store: content });
    expect(archive?.contributions[0]?.fields.consents[0]?.grants).toEqual({
      web: ['words', 'photo', 'voice'],
      exhibition: ['words'],
    });
  });

  test('that is not there changes nothing', async () => {
    const before = await record();
    expect((await withdraw({ content, id: ID, part: 'f9', day: DAY })).exit).toBe(1);
    expect(await record()).toBe(before);
  });
});

test('withdrawing a use leaves the others', async () => {
  await withdraw({ content, id: ID, use: 'search', day: DAY });
  expect(await open()).toContain('words');
  expect(await record()).not.toContain('search');
});

test('a path for an id goes nowhere', async () => {
  const { exit } = await withdraw({ content, id: '../stories', day: DAY });
  expect(exit).toBe(1);
  expect(existsSync(join(content, 'stories', ID))).toBe(true);
});
