import { beforeEach, describe, expect, test } from 'vitest';
import { USES, type Use } from '#consent/uses.ts';
import { mediaFolder } from '#media/store.ts';
import { approve } from '#intake/approve.ts';
import { releaseForUse } from '#release/release-for-use.ts';
import type { PieceForUse } from '#release/released-for-use.ts';
import { type Fields, openRecord, smallArchive } from '#support/small-archive.ts';

const ALL = ['words', 'photo', 'voice', 'artwork'];
const DAY = '2026-12-01';
const VTT = 'WEBVTT\n\n00:00.000 --> 00:02.000\nWe said it aloud.\n';
let made: Awaited<ReturnType<typeof smallArchive>>;

beforeEach(async () => {
  made = await smallArchive();
});

/** A piece granted for these uses, with every part, each approved. */
async function piece(id: string, uses: readonly Use[], change: Fields = {}, maker: Fields = {}) {
  const grants = Object.fromEntries(uses.map((use) => [use, ALL]));
  await made.story(id, openRecord(change, { grants, ...maker }));
  await approve({ content: made.content, ids: [id] });
}

async function letOut(use: Use, change: { day?: string; hidden?: readonly string[] } = {}) {
  const result = await releaseForUse({
    ...{ content: made.content, store: mediaFolder(`${made.content}-media`), use },
    ...{ day: change.day ?? DAY, hidden: new Set(change.hidden) },
    findReturned: async () => [],
  });
  if (!result.ok) throw new Error(result.problems.map(({ rule }) => rule).join());
  return result.value;
}

const ids = (pieces: readonly PieceForUse[]) => pieces.map(({ id }) => id);
const parts = (pieces: readonly PieceForUse[]) =>
  pieces.flatMap((each) => each.parts.map(({ part }) => part));

describe('what is let out for one use', () => {
  test('is what was granted for that use and no other, the website included (A06)', async () => {
    for (const [at, use] of USES.entries()) await piece(`only0${at}`, [use]);
    for (const [at, use] of USES.entries())
      expect(ids((await letOut(use)).pieces), use).toEqual([`only0${at}`]);
  });

  test.each<[string, Fields, Fields]>([
    ['on hold', { hold: true }, {}],
    ['where nobody said whether it is on hold', { hold: undefined }, {}],
    ['not reviewed', { review: undefined }, {}],
    ['under an embargo', { embargo_until: '2026-12-02' }, {}],
    ['without a credit', { credit: undefined }, {}],
    ['withdrawn today', {}, { withdrawn_on: DAY }],
    ['refused', {}, { state: 'refused' }],
    ['over today', {}, { expires_on: DAY }],
    ['without an end date', {}, { expires_on: undefined }],
    ['of somebody whose age is not known', {}, { age_band: undefined }],
    ['granted for nothing', {}, { grants: undefined }],
  ])('is nothing of a piece that is %s', async (_what, change, maker) => {
    await piece('open01', ['research']);
    await piece('shut01', ['research'], change, maker);
    const { pieces, keptBack, withheld } = await letOut('research');
    expect(ids(pieces)).toEqual(['open01']);
    expect(keptBack).toBe(1);
    expect(withheld.map(({ label }) => label)).toContain('shut01 id');
  });

  test('is nothing of a piece that is hidden at this moment', async () => {
    await piece('open01', ['research']);
    expect(ids((await letOut('research', { hidden: ['open01'] })).pieces)).toEqual([]);
  });

  test('is not what was changed after it was approved', async () => {
    await piece('open01', ['research'], {
      translations: [{ id: 't1', language: 'ur', title: 'T', words: 'W' }],
    });
    const file = 'stories/open01/story.md';
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(`${made.content}/${file}`, 'utf8');
    await made.write(file, text.replace('We baked', 'They baked'));
    expect(ids((await letOut('research')).pieces)).toEqual([]);
  });

  test('is a picture as words, and none of it while somebody in it did not say yes to this use', async () => {
    await made.write('stories/open01/f1.jpg', 'a picture');
    const photo = {
      id: 'f1',
      file: 'f1.jpg',
      alt: 'Two at a table',
      caption: 'Us',
      people: ['p2'],
    };
    const depicted = (use: Use): Fields => {
      const record = openRecord({ photos: [photo] }, { grants: { research: ALL } });
      const [maker] = record['consents'] as Fields[];
      const other = { ...maker, person: 'p2', interest: 'depicted', grants: { [use]: ALL } };
      return { ...record, consents: [maker, other] };
    };
    for (const [use, expected] of [
      ['web', ['words']],
      ['research', ['words', 'f1']],
    ] as const) {
      await made.story('open01', depicted(use));
      await approve({ content: made.content, ids: ['open01'] });
      const { pieces, withheld } = await letOut('research');
      expect(parts(pieces)).toEqual(expected);
      expect(withheld.some(({ label }) => label === 'open01 f1.alt')).toBe(use === 'web');
    }
  });

  test('is what stands beside the safe copy, and not what stands beside the picture it hides', async () => {
    for (const name of ['f1.jpg', 'f1-safe.jpg'])
      await made.write(`stories/open01/${name}`, `picture ${name}`);
    const safe = { file: 'f1-safe.jpg', covers: ['p2'], checked_on: '2026-06-10', alt: 'A table' };
    const photo = { id: 'f1', file: 'f1.jpg', alt: 'Meera at a table', caption: 'Meera' };
    await piece('open01', ['research'], { photos: [{ ...photo, people: ['p2'], safe }] });
    const { pieces } = await letOut('research');
    expect(pieces[0]?.parts[1]).toMatchObject({ part: 'f1', description: 'A table' });
    expect(JSON.stringify(pieces)).not.toContain('Meera');
  });

  test('is nothing while an open transcript cannot be read', async () => {
    await made.write('stories/open01/v1.wav', 'sound');
    await made.write('stories/open01/v1.vtt', 'WEBVTT\n\n00:09.000 --> 00:02.000\nSecretly\n');
    const voice = { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt' };
    await piece('open01', ['research'], { voice });
    await expect(letOut('research')).rejects.toThrow(/^[a-z-]+$/);
  });

  test('is what is spoken only where both the voice and the words are open', async () => {
    const voice = { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt' };
    for (const [id, research] of [
      ['both01', ALL],
      ['word01', ['words']],
    ] as const) {
      await made.write(`stories/${id}/v1.wav`, `sound ${id}`);
      await made.write(`stories/${id}/v1.vtt`, VTT);
      await piece(id, [], { voice }, { grants: { research } });
    }
    const { pieces } = await letOut('research');
    expect(pieces.map((each) => [each.id, parts([each])])).toEqual([
      ['both01', ['words', 'v1-transcript']],
      ['word01', ['words']],
    ]);
    expect(pieces[0]?.parts[1]?.words).toBe('We said it aloud.');
  });

  test('names nobody who is anonymous, and machines no licence that was not granted openly', async () => {
    const licence = { name: 'CC-BY-4.0', attribution: 'Somebody Named' };
    await piece('anon01', ['research'], {
      ...{ credit: { as: 'anonymous', name: 'Meera Secretly' }, licence },
      translations: [
        {
          ...{ id: 't1', language: 'ur', title: 'T', words: 'W' },
          credit: { as: 'anonymous', name: 'Tariq Secretly' },
        },
      ],
    });
    const { pieces, withheld } = await letOut('research');
    expect(JSON.stringify(pieces)).not.toMatch(/Meera|Tariq|Somebody Named/);
    expect(parts(pieces)).toEqual(['words', 't1']);
    expect(withheld.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Meera Secretly', 'Tariq Secretly']),
    );
  });

  test('is the words exactly as they were typed', async () => {
    const body = '  *We* baked,\n\nand <b> the street\tcame. ';
    await made.story('open01', openRecord({}, { grants: { research: ALL } }), `\n${body}x\n`);
    await approve({ content: made.content, ids: 'all' });
    expect((await letOut('research')).pieces[0]?.parts[0]?.words).toBe(`${body}x`);
  });

  test('is nothing at all while one record cannot be read, and the problem names no word of it', async () => {
    await piece('open01', ['research']);
    await made.story('shut01', { ...openRecord({ title: 'A secret title' }), hold: 'fasle' });
    const result = await releaseForUse({
      ...{ content: made.content, store: mediaFolder(`${made.content}-media`) },
      ...{ use: 'research', day: DAY, hidden: new Set<string>(), findReturned: async () => [] },
    });
    expect(result).toMatchObject({
      ok: false,
      problems: [{ file: 'stories/shut01/story.md', field: 'hold' }],
    });
    expect(JSON.stringify(result)).not.toMatch(/secret|fasle/);
  });
});
