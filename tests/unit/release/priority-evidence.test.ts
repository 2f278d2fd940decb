import { beforeEach, describe, expect, test } from 'vitest';
import { priority } from '#records/lists.ts';
import { mediaFolder } from '#media/store.ts';
import { approve } from '#intake/approve.ts';
import { evidenceOf } from '#release/priority-evidence.ts';
import { unboundAnswers, wordingOf } from '#release/community.ts';
import { priorityDigest } from '#repository/digests.ts';
import { answerLine, evidenceLine } from '#release/gap-words.ts';
import { readContent } from '#repository/read-content.ts';
import { approved, held } from '#support/held.ts';
import { type Fields, openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const ALL = { web: ['words', 'photo'], evidence: ['words', 'photo'] };
let made: Awaited<ReturnType<typeof smallArchive>>;

const photo = (change: object = {}) => ({
  photos: [{ id: 'f1', file: 'f1.jpg', alt: 'A loaf.', ...change }],
});

async function piece(id: string, fields: Fields, maker: Fields): Promise<void> {
  await made.story(id, openRecord({ ...photo(), ...fields }, maker));
  for (const name of ['f1.jpg', 'f1-safe.jpg']) await made.write(`stories/${id}/${name}`, name);
  await approve({ content: made.content, ids: [id] });
}

/** What stands behind the one priority, and what does not, on the day. */
async function behind() {
  const { archive, problems } = await readContent({
    root: made.content,
    store: mediaFolder(made.content),
  });
  expect(problems).toEqual([]);
  if (archive === undefined) throw new Error('The archive could not be read.');
  const { pieces, gaps } = evidenceOf(archive, DAY);
  return { stands: pieces.get('warm') ?? [], gaps };
}

beforeEach(async () => {
  made = await smallArchive();
  process.env['ARCHIVE_STATE'] = `${made.content}-state`;
  await made.write('themes/care.yaml', '');
});

describe('a piece stands behind what people ask for', () => {
  test('when the priority names it and its maker said yes to that and to the site', async () => {
    await piece('bread01', {}, { grants: ALL });
    await made.write('priorities/warm.yaml', 'pieces: [bread01, bread01]\n');
    expect(await behind()).toEqual({
      stands: [{ id: 'bread01', parts: ['words', 'f1'] }],
      gaps: [],
    });
  });

  test('never because it is of one theme with it', async () => {
    await piece('bread01', { themes: ['care'] }, { grants: ALL });
    await made.write('priorities/warm.yaml', 'themes: [care]\n');
    expect(await behind()).toEqual({ stands: [], gaps: [] });
  });

  test('only with the kinds of part that were granted for it', async () => {
    await piece('bread01', {}, { grants: { ...ALL, evidence: ['words'] } });
    await made.write('priorities/warm.yaml', 'pieces: [bread01]\n');
    expect((await behind()).stands).toEqual([{ id: 'bread01', parts: ['words'] }]);
  });

  test.each([
    ['nobody said yes to that', { web: ['words'] }, 'not-granted'],
    ['nobody said yes to the site', { evidence: ['words'] }, 'not-granted'],
  ])('not when %s, and a facilitator is told why', async (_why, grants, reason) => {
    await piece('bread01', {}, { grants });
    await made.write('priorities/warm.yaml', 'pieces: [bread01]\n');
    const { stands, gaps } = await behind();
    expect(stands).toEqual([]);
    expect(gaps).toMatchObject([
      { priority: 'warm', piece: 'bread01', reason: 'not-cleared', why: [{ reason }, {}] },
    ]);
    expect(gaps.map(evidenceLine).join()).toContain(
      'Priority warm: bread01 does not stand behind it (not-cleared). They did not say yes',
    );
  });

  test('not with a photograph of somebody who did not say yes to that', async () => {
    await made.write('priorities/warm.yaml', 'pieces: [bread01]\n');
    const maker = openRecord({}, { grants: ALL })['consents'] as readonly object[];
    const seen = { ...maker[0], person: 'p2', interest: 'depicted', grants: { web: ['photo'] } };
    await piece('bread01', { ...photo({ people: ['p2'] }), consents: [...maker, seen] }, {});
    expect((await behind()).stands).toEqual([{ id: 'bread01', parts: ['words'] }]);
  });

  test('not by a photograph whose safe copy alone was granted, where the site shows the other', async () => {
    await made.write('priorities/warm.yaml', 'pieces: [bread01]\n');
    const maker = openRecord({}, { grants: { web: ['photo'], evidence: ['photo'] } })[
      'consents'
    ] as readonly object[];
    const seen = { ...maker[0], person: 'p2', interest: 'depicted', grants: { web: ['photo'] } };
    const safe = { file: 'f1-safe.jpg', covers: ['p2'], checked_on: '2026-06-14' };
    await piece(
      'bread01',
      { ...photo({ people: ['p2'], stands_alone: true, safe }), consents: [...maker, seen] },
      {},
    );
    const { stands, gaps } = await behind();
    expect(stands).toEqual([]);
    expect(gaps.map(({ reason }) => reason)).toEqual(['not-cleared']);
  });

  test('no longer once it was withdrawn, and the archive still reads', async () => {
    await made.write('priorities/warm.yaml', 'pieces: [gone01]\n');
    await made.write('withdrawn/gone01.yaml', 'withdrawn_on: 2026-09-01\n');
    const { stands, gaps } = await behind();
    expect(stands).toEqual([]);
    expect(gaps.map(evidenceLine)).toEqual([
      'Priority warm: gone01 does not stand behind it (not-here). It was withdrawn. Take its id out of the priority.',
    ]);
  });
});

describe('a facilitator is told why a piece does not stand behind', () => {
  const maker = openRecord()['consents'] as readonly object[];
  const gaps = (change: Fields, grants: Fields, ...others: readonly object[]) => {
    const consents = [{ ...maker[0], grants }, ...others];
    const one = approved(held({ ...change, consents }, {}, { id: 'bread01' }));
    const priorities = new Map([['warm', priority.parse({ pieces: ['bread01'] })]]);
    const lists = { ...{ themes: new Map(), places: new Map(), series: new Map() }, priorities };
    return evidenceOf({ contributions: [one], lists: { ...lists, assets: new Map() } }, DAY).gaps;
  };
  const gap = (reason: string, ...why: readonly string[]) => [
    { priority: 'warm', piece: 'bread01', reason, why: why.map((each) => ({ reason: each })) },
  ];

  test('by what keeps it off the site, where it is not shown there', () => {
    expect(gaps({ embargo_until: '2026-11-23' }, ALL)).toEqual(gap('not-cleared', 'embargoed'));
  });

  test('by what keeps it from this use, where the site shows it, whole or in part', () => {
    expect(gaps({}, { web: ['words'] })).toMatchObject(gap('not-cleared', 'not-granted'));
    expect(gaps(photo(), { web: ['words'], evidence: ['photo'] })).toMatchObject(
      gap('not-cleared', 'not-granted', 'does-not-stand-alone'),
    );
  });

  test('by the copy, where the site shows another one than this use would', () => {
    const safe = { file: 'f1-safe.jpg', covers: ['p2'], checked_on: '2026-06-14' };
    const seen = { ...maker[0], person: 'p2', interest: 'depicted', grants: { web: ['photo'] } };
    const hidden = photo({ people: ['p2'], stands_alone: true, safe });
    expect(gaps(hidden, { web: ['photo'], evidence: ['words', 'photo'] }, seen)).toEqual(
      gap('safe-copy-only'),
    );
  });

  test('by its not being here, and of a priority that names no piece nothing', () => {
    const priorities = new Map([
      ['warm', priority.parse({ pieces: ['gone01'] })],
      ['cold', priority.parse({})],
    ]);
    const lists = { ...{ themes: new Map(), places: new Map(), series: new Map() }, priorities };
    const told = evidenceOf({ contributions: [], lists: { ...lists, assets: new Map() } }, DAY);
    expect(told.gaps).toEqual([{ priority: 'warm', piece: 'gone01', reason: 'not-here', why: [] }]);
    expect([...told.pieces]).toEqual([
      ['warm', []],
      ['cold', []],
    ]);
  });
});

describe('an answer is bound to the words it answered', () => {
  const words = { name: { en: 'Warm rooms' }, about: { en: 'In winter.' } };
  const lists = (now: object) => ({ priorities: new Map([['warm', priority.parse(now)]]) });
  const answers = { priority: 'warm' };
  const answered = priorityDigest(words);

  test('whatever themes and pieces come and go, and in whichever order the words stand', () => {
    const turned = { about: words.about, themes: ['care'], pieces: ['bread01'], name: words.name };
    expect(wordingOf({ answered, answers }, lists(turned))).toBe('same');
  });

  test.each([
    ['the name', { ...words, name: { en: 'Warmer rooms' } }],
    ['a translation of it', { ...words, name: { ...words.name, ur: 'گرم' } }],
    ['what is said about it', { ...words, about: { en: 'In winter' } }],
  ])('and not to other words: %s changed', (_what, now) => {
    expect(wordingOf({ answered, answers }, lists(now))).toBe('changed');
  });

  test('or to words that nobody noted; and an exhibition has none', () => {
    expect(wordingOf({ answers }, lists(words))).toBe('unknown');
    expect(wordingOf({ answered, answers }, lists({}))).toBe('changed');
    expect(wordingOf({ answered, answers }, { priorities: new Map() })).toBe('changed');
    expect(wordingOf({ answers: { exhibition: 'warm' } }, lists(words))).toBeUndefined();
  });

  test('and a facilitator is told of those that are not', () => {
    const response = (id: string, more: object) => ({
      ...{ id, file: '', body: '' },
      fields: { institution: 'A', language: 'en', on: DAY, example: false, answers, ...more },
    });
    const responses = [
      response('a', { answered }),
      response('b', {}),
      response('c', { answered: `sha256:${'0'.repeat(64)}` }),
      response('d', { answers: { exhibition: 'warm' } }),
    ];
    const all = { ...{ themes: new Map(), places: new Map() }, ...lists(words) };
    const unbound = unboundAnswers({
      responses,
      lists: { ...all, series: new Map(), assets: new Map() },
    });
    expect(unbound).toEqual([
      { id: 'b', priority: 'warm', wording: 'unknown' },
      { id: 'c', priority: 'warm', wording: 'changed' },
    ]);
    expect(unbound.map(answerLine)).toEqual([
      'Answer b: it does not say which words it is to, and the page says so. Look whether it is to those of today, and when it answers them: npm run archive -- answered b (warm)',
      'Answer c: it is to words that the priority no longer has, and the page says so. Ask the institution about the new words, and when it answers them: npm run archive -- answered c (warm)',
    ]);
  });
});
