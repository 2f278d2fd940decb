import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { approve } from '#intake/approve.ts';
import { stateOf } from '#state/state.ts';
import { takenOutWords } from '#cli/words/withdraw.ts';
import { withdraw } from '#withdrawal/withdraw.ts';
import { admit } from '#release/admit.ts';
import { readContent } from '#repository/read-content.ts';
import { type Fields, openRecord, smallArchive } from '#support/small-archive.ts';

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
      { id: 'f1', file: 'f1.jpg', alt: 'A picture.' },
      { id: 'f2', file: 'f2.jpg', alt: 'A picture.' },
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
  const { archive, problems } = await readContent({ root: content, store: mediaFolder(content) });
  expect(problems).toEqual([]);
  return archive?.contributions.flatMap((held) => [...admit(held, DAY).open.keys()]) ?? [];
}

const record = () => readFile(join(content, 'stories', ID, 'story.md'), 'utf8');

describe('withdrawing the whole', () => {
  test('leaves two dates and nothing else', async () => {
    const { kind } = await withdraw({ content, id: ID, day: DAY });
    expect(kind).toBe('withdrawn');
    expect(existsSync(join(content, 'stories', ID))).toBe(false);
    expect(await readFile(join(content, 'withdrawn', `${ID}.yaml`), 'utf8')).toBe(
      `withdrawn_on: ${DAY}\non_withdrawal: notice\n`,
    );
    expect(await open()).toEqual([]);
  });

  test('takes it out of every priority that names it, and leaves their other words as they were', async () => {
    await write('withdrawn/gone01.yaml', 'withdrawn_on: 2026-09-01\n');
    await write(
      'priorities/warm.yaml',
      `# ours\nname: { en: Warm }\npieces: [gone01, ${ID}, ${ID}] # chosen\n`,
    );
    await write('priorities/cold.yaml', `name: { en: ${ID} }\n`);
    await write('priorities/broken.yaml', `pieces: [${ID}\n`);
    const { kind } = await withdraw({ content, id: ID, day: DAY });
    expect(kind).toBe('withdrawn');
    const text = (name: string) => readFile(join(content, 'priorities', name), 'utf8');
    expect(await text('warm.yaml')).toBe(
      '# ours\nname: { en: Warm }\npieces: [ gone01 ] # chosen\n',
    );
    expect(await text('cold.yaml')).toBe(`name: { en: ${ID} }\n`);
    expect(await text('broken.yaml')).toBe(`pieces: [${ID}\n`);
  });

  test('of a piece that was never public keeps no priority from being read', async () => {
    await write(`stories/${ID}/story.md`, (await record()).replace(/^published_on.*\n/m, ''));
    await write('priorities/warm.yaml', `pieces: [${ID}]\n`);
    expect(await open()).not.toEqual([]);
    await withdraw({ content, id: ID, day: DAY });
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

  test('asked for by somebody who is only in it, does not hush the makers’ notice', async () => {
    const maker = (openRecord()['consents'] as Fields[])[0];
    for (const [interest, said] of [
      ['depicted', 'notice'],
      ['co-creator', 'no-trace'],
    ] as const) {
      const made = await smallArchive();
      const other = { ...maker, person: 'p2', interest, on_withdrawal: 'no-trace' };
      await made.story(ID, openRecord({ consents: [maker, other] }));
      await withdraw({ content: made.content, id: ID, day: DAY });
      expect(await readFile(join(made.content, 'withdrawn', `${ID}.yaml`), 'utf8')).toBe(
        `withdrawn_on: ${DAY}\non_withdrawal: ${said}\n`,
      );
    }
  });

  test.each([
    ['on one line', 0],
    ['indented', 2],
  ])('leaves two dates when the record is written as JSON %s', async (_, spaces) => {
    const json = JSON.stringify(openRecord({}, { on_withdrawal: 'no-trace' }), undefined, spaces);
    await write(`stories/${ID}/story.md`, `---\n${json}\n---\nWe baked.\n`);
    await withdraw({ content, id: ID, day: DAY });
    expect(await readFile(join(content, 'withdrawn', `${ID}.yaml`), 'utf8')).toBe(
      `withdrawn_on: ${DAY}\non_withdrawal: no-trace\n`,
    );
  });

  test('takes no day out of the words below the record', async () => {
    const unpublished = (await record()).replace(/^published_on.*\n/m, '');
    await write(`stories/${ID}/story.md`, `${unpublished}\npublished_on: 2026-06-20\n`);
    await withdraw({ content, id: ID, day: DAY });
    expect(existsSync(join(content, 'withdrawn', `${ID}.yaml`))).toBe(false);
  });

  test('works when the record is broken', async () => {
    await write(`stories/${ID}/story.md`, (await record()).replace('title:', 'title: [\n'));
    expect((await withdraw({ content, id: ID, day: DAY })).kind).toBe('withdrawn');
    expect(existsSync(join(content, 'withdrawn', `${ID}.yaml`))).toBe(true);
  });

  test('twice says that it is done already', async () => {
    await withdraw({ content, id: ID, day: DAY });
    const again = await withdraw({ content, id: ID, day: DAY });
    expect(again).toEqual({ kind: 'withdrawn-before', id: ID });
    expect(takenOutWords(again).exit).toBe(0);
    expect(takenOutWords(again).lines.join()).toContain('already');
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
    const { archive } = await readContent({ root: content, store: mediaFolder(content) });
    expect(archive?.contributions[0]?.fields.consents[0]?.grants).toEqual({
      web: ['words', 'photo', 'voice'],
      exhibition: ['words'],
    });
  });

  test('with the use web takes only that from the words, and notes nothing as withdrawn', async () => {
    const done = await withdraw({ content, id: ID, part: 'words', use: 'web', day: DAY });
    const { archive } = await readContent({ root: content, store: mediaFolder(content) });
    expect(archive?.contributions[0]?.fields.consents[0]?.grants).toEqual({
      web: ['photo', 'voice'],
      search: ['words'],
      exhibition: ['words'],
    });
    expect(takenOutWords(done).lines.join('\n')).not.toContain('never-again');
    expect(existsSync(stateOf(content).blocklist)).toBe(false);
  });

  test('that is not there changes nothing', async () => {
    const before = await record();
    expect((await withdraw({ content, id: ID, part: 'f9', day: DAY })).kind).toBe('no-such-part');
    expect(await record()).toBe(before);
  });
});

describe('somebody else in the piece takes back their own yes (A10)', () => {
  const withFriend = async (interest: string, photo: Fields = {}, where: Fields = {}) => {
    const made = await smallArchive();
    ({ content, write } = made);
    const maker = (openRecord()['consents'] as Fields[])[0];
    await made.story(
      ID,
      openRecord({
        photos: [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.', ...photo }],
        voice: { id: 'v1', file: 'v1.wav', ...where },
        consents: [
          maker,
          {
            ...maker,
            person: 'p2',
            interest,
            age_band: 'young-person',
            assent_on: '2026-06-01',
            reconsent_due: '2027-06-01',
          },
        ],
      }),
    );
    for (const name of ['f1.jpg', 'v1.wav', 'f1-safe.jpg'])
      await write(`stories/${ID}/${name}`, name);
    await approve({ content, ids: 'all' });
    return open();
  };
  const safe = { file: 'f1-safe.jpg', covers: ['p2'], checked_on: '2026-06-10' };

  test.each([
    ['depicted', { people: ['p2'] }, {}, ['words', 'v1']],
    ['voice', {}, { people: ['p2'] }, ['words', 'f1']],
    ['depicted', { people: ['p2'], safe }, {}, ['words', 'f1', 'v1']],
    ['co-creator', {}, {}, []],
    ['identifiable-in-words', {}, {}, []],
  ] as const)(
    '%s: what depends on them closes, a safe copy stands in, the rest stays',
    async (interest, photo, voice, left) => {
      expect(await withFriend(interest, photo, voice)).toEqual(['words', 'f1', 'v1']);
      const before = await record();
      const done = await withdraw({ content, id: ID, person: 'p2', day: DAY });
      expect(done).toMatchObject({ kind: 'withdrawn', what: { of: 'person' }, day: DAY });
      expect(await open()).toEqual(left);
      const [own, theirs] = (await record()).split('person: p2');
      expect(own).toBe(before.split('person: p2')[0]);
      expect(theirs).toMatch(/state: withdrawn[\s\S]*withdrawn_on: \W?2026-11-22/);
    },
  );

  test('where a safe copy stands in, it is that one', async () => {
    await withFriend('depicted', { people: ['p2'], safe });
    await withdraw({ content, id: ID, person: 'p2', day: DAY });
    const { archive } = await readContent({ root: content, store: mediaFolder(content) });
    const [held] = archive?.contributions ?? [];
    expect(held && admit(held, DAY).decision.parts.get('f1')).toEqual({
      verdict: 'release',
      copy: 'safe',
    });
  });

  test('the contributor’s own yes is the whole; nobody’s changes nothing', async () => {
    await withFriend('depicted');
    const before = await record();
    expect((await withdraw({ content, id: ID, person: 'p9', day: DAY })).kind).toBe('no-such-part');
    expect(await record()).toBe(before);
    await withdraw({ content, id: ID, person: 'p1', day: DAY });
    expect(existsSync(join(content, 'stories', ID))).toBe(false);
  });

  test('a part that nobody approved yet can be taken back too', async () => {
    await withFriend('depicted');
    await write(
      `stories/${ID}/story.md`,
      (await record()).replace(/ {4}approved:\n( {6}.*\n)+/g, ''),
    );
    expect((await withdraw({ content, id: ID, part: 'f1', day: DAY })).kind).toBe('withdrawn');
    expect(await record()).not.toContain('f1.jpg');
  });
});

test('withdrawing a use leaves the others', async () => {
  await withdraw({ content, id: ID, use: 'search', day: DAY });
  expect(await open()).toContain('words');
  expect(await record()).not.toContain('search');
});

test('a path for an id goes nowhere', async () => {
  const { kind } = await withdraw({ content, id: '../stories', day: DAY });
  expect(kind).toBe('no-contribution');
  expect(existsSync(join(content, 'stories', ID))).toBe(true);
});
