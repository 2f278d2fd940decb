import { describe, expect, test } from 'vitest';
import { admit } from '#release/admit.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { holdHidden } from '#release/hold-hidden.ts';
import { heldDuplicates } from '#release/held-duplicates.ts';
import { filePlaces, knowingEachOther, refusedFiles, safePlaces } from '#repository/same-files.ts';
import { approved, held } from '#support/held.ts';
import { type Fields, openRecord } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const maker = (openRecord().consents as readonly Fields[])[0] as Fields;
const person = (change: Fields = {}): Fields => ({
  ...maker,
  ...{ person: 'p2', interest: 'depicted', grants: { web: ['photo', 'voice'] } },
  ...change,
});
const photo = (change: Fields = {}): Fields => ({
  ...{ id: 'f1', file: 'f1.jpg', alt: 'A table' },
  ...change,
});
const voice = (change: Fields = {}): Fields => ({ id: 'v1', file: 'v1.wav', ...change });
const piece = (id: string, change: Fields, ...others: readonly Fields[]): HeldContribution =>
  approved(
    held({ ...change, consents: [maker, ...others] }, {}, { id, file: `stories/${id}/story.md` }),
  );

/** What is shown of each piece, once each knows of the others. */
const shown = (...pieces: readonly HeldContribution[]): readonly string[] =>
  knowingEachOther(pieces).flatMap((one) =>
    [...admit(one, DAY).open].map(([part, { copy }]) => `${one.id}/${part} ${copy}`),
  );
const SAFE = { file: 'f1-safe.jpg', alt: 'A table', covers: ['p2'], checked_on: DAY };

describe('the same file in two pieces', () => {
  const other = piece('second', { photos: [photo({ id: 'f2' })] });

  test('is shown in both where nobody said no', () => {
    const first = piece('first1', { photos: [photo({ people: ['p2'] })] }, person());
    expect(shown(first, other)).toEqual([
      ...['first1/words as-approved', 'first1/f1 as-approved'],
      ...['second/words as-approved', 'second/f2 as-approved'],
    ]);
  });

  test.each([
    ['somebody in it', { people: ['p2'] }, person({ state: 'refused' })],
    ['somebody who made it', {}, person({ interest: 'co-creator', state: 'refused' })],
    ['somebody who may have made it', {}, person({ interest: undefined, state: 'refused' })],
    ['one of its contributors', {}, person({ interest: 'contributor', withdrawn_on: DAY })],
  ])('is shown in neither where %s said no in one of them', (_who, change, theirs) => {
    const first = piece('first1', { photos: [photo(change)] }, theirs);
    expect(shown(first, other)).not.toContain('first1/f1 as-approved');
    expect(shown(first, other)).not.toContain('second/f2 as-approved');
    expect(shown(other, first)).not.toContain('second/f2 as-approved');
  });

  test.each([
    ['is in another picture', person({ state: 'refused' })],
    ['is named in the words', person({ interest: 'identifiable-in-words', state: 'refused' })],
    ['is heard and not seen', person({ interest: 'voice', state: 'refused' })],
  ])('is shown in the other where the one who said no %s', (_who, theirs) => {
    const first = piece('first1', { photos: [photo()] }, theirs);
    expect(shown(first, other)).toContain('second/f2 as-approved');
  });

  test('is heard in neither where somebody heard in it said no, named in the part or not', () => {
    const quiet = piece('second', { voice: voice() });
    const refused = person({ interest: 'voice', state: 'refused' });
    expect(shown(piece('first1', { voice: voice() }, refused), quiet)).not.toContain(
      'second/v1 as-approved',
    );
    const seen = person({ interest: 'depicted', state: 'refused' });
    expect(shown(piece('first1', { voice: voice() }, seen), quiet)).toContain(
      'second/v1 as-approved',
    );
    const yes = person({ interest: 'voice' });
    expect(shown(piece('first1', { voice: voice() }, yes), quiet)).toContain(
      'second/v1 as-approved',
    );
  });

  test('stays back under the name of another part of the same piece, and not for its own answers', () => {
    const photos = [photo({ people: ['p2'] }), photo({ id: 'f2' })];
    expect(shown(piece('first1', { photos }, person({ state: 'refused' })))).toEqual([
      'first1/words as-approved',
    ]);
    const first = person({ grants: {} });
    const asked = piece('first1', { photos: [photo({ people: ['p2'] })] }, first, person());
    expect(shown(asked)).toContain('first1/f1 as-approved');
  });

  test('stays back as a safe copy too, of a picture and of a recording', () => {
    const refused = person({ state: 'refused' });
    const first = piece('first1', { photos: [photo({ people: ['p2'] })] }, refused);
    const safe = { ...SAFE, file: 'f1.jpg', covers: ['p3'] };
    const copied = photo({ id: 'f2', file: 'f2.jpg', people: ['p3'], safe });
    expect(shown(first, piece('second', { photos: [copied] }))).not.toContain('second/f2 safe');
    expect(shown(piece('second', { photos: [copied] }))).toContain('second/f2 safe');

    const heard = person({ interest: 'voice', state: 'refused' });
    const spoken = piece('first1', { voice: voice({ people: ['p2'] }) }, heard);
    const masked = voice({
      ...{ file: 'v2.wav', people: ['p3'] },
      safe: { file: 'v1.wav', covers: ['p3'], checked_on: DAY },
    });
    expect(shown(spoken, piece('second', { voice: masked }))).not.toContain('second/v1 safe');
    expect(shown(piece('second', { voice: masked }))).toContain('second/v1 safe');
  });

  test('is known by its bytes: a file that is not there is the same as no other', () => {
    const gone = (id: string, theirs: Fields) => ({
      ...piece(id, { photos: [photo({ people: ['p2'], safe: SAFE })] }, theirs),
      media: new Map(),
    });
    const pieces = [gone('first1', person({ state: 'refused' })), gone('second', person())];
    expect([...filePlaces(pieces)]).toEqual([]);
    expect(refusedFiles(pieces[0] as HeldContribution, DAY)).toEqual(new Set());
    expect(pieces.flatMap(safePlaces)).toEqual([]);
  });
});

describe('a safe copy that hides nobody is none', () => {
  const asked = person({ state: 'requested' });
  const copy = (file: string, covers = ['p2']) => ({ ...SAFE, file, covers });

  test('because it is the picture itself', () => {
    const itself = photo({ people: ['p2'], safe: copy('f1.jpg') });
    expect(shown(piece('first1', { photos: [itself] }, asked))).toEqual([
      'first1/words as-approved',
    ]);
    const unnamed = photo({ needs_safe: true, safe: copy('f1.jpg', []) });
    expect(shown(piece('first1', { photos: [unnamed] }))).toEqual(['first1/words as-approved']);
  });

  test('because it is another picture of this piece with the same person in it', () => {
    const photos = (people: readonly string[]) => [
      photo({ people: ['p2'], safe: copy('f2.jpg') }),
      photo({ id: 'f2', file: 'f2.jpg', people }),
    ];
    expect(shown(piece('first1', { photos: photos(['p3', 'p2']) }, asked))).not.toContain(
      'first1/f1 safe',
    );
    expect(shown(piece('first1', { photos: photos([]) }, asked))).toContain('first1/f1 safe');
  });

  test('because it is the recording itself', () => {
    const safe = (file: string) => ({ file, covers: ['p2'], checked_on: DAY });
    const heard = person({ interest: 'voice', state: 'requested' });
    const spoken = (file: string) => voice({ people: ['p2'], safe: safe(file) });
    expect(shown(piece('first1', { voice: spoken('v1.wav') }, heard))).toEqual([
      'first1/words as-approved',
    ]);
  });
});

describe('the files that somebody said no to', () => {
  const photos = [photo({ people: ['p2'] }), photo({ id: 'f2', file: 'f2.jpg' })];

  test('are those with them in it, of a piece or of one part of it', () => {
    const one = piece('first1', { photos }, person({ withdrawn_on: DAY }));
    expect(refusedFiles(one, DAY)).toEqual(new Set(['of f1.jpg']));
    expect(refusedFiles(one, DAY, 'f1')).toEqual(new Set(['of f1.jpg']));
    expect(refusedFiles(one, DAY, 'f2')).toEqual(new Set());
    expect(refusedFiles(one, '2026-11-21')).toEqual(new Set());
  });

  test('are those whose kind was left blank, for the site', () => {
    const blank = (web: readonly string[]) => person({ grants: { web, print: ['photo'] } });
    expect(refusedFiles(piece('first1', { photos }, blank(['voice'])), DAY)).toEqual(
      new Set(['of f1.jpg']),
    );
    expect(refusedFiles(piece('first1', { photos }, blank(['photo'])), DAY)).toEqual(new Set());
  });
});

describe('a file that is held back in one place and stands in another', () => {
  const first = (change: Fields, ...theirs: readonly Fields[]) =>
    piece('first1', { photos: [photo({ id: 'a1', file: 'a1.jpg' }), photo(change)] }, ...theirs);
  const second = piece('second', { photos: [photo({ id: 'f2' })] });
  const at = (id: string, field: string) => ({ file: `stories/${id}/story.md`, field });
  const FIRST = at('first1', 'photos[1]');
  const SECOND = at('second', 'photos[0]');

  test('is told in each other place, with where it is held back and whether it is shown here', () => {
    const asked = first({ people: ['p2'] }, person({ state: 'requested' }));
    expect(heldDuplicates([asked, second], DAY)).toEqual([
      { ...SECOND, isShown: true, heldBackIn: [FIRST] },
    ]);
    const refused = first({ people: ['p2'] }, person({ state: 'refused' }));
    expect(heldDuplicates(knowingEachOther([refused, second]), DAY)).toEqual([
      { ...FIRST, isShown: false, heldBackIn: [SECOND] },
      { ...SECOND, isShown: false, heldBackIn: [FIRST] },
    ]);
  });

  test('is told between two pieces of one picture each, and between two parts of one piece', () => {
    const asked = person({ state: 'requested' });
    const alone = piece('first1', { photos: [photo({ people: ['p2'] })] }, asked);
    const back = [at('first1', 'photos[0]')];
    expect(heldDuplicates([alone, second], DAY)).toEqual([
      { ...SECOND, isShown: true, heldBackIn: back },
    ]);
    const photos = [photo({ people: ['p2'] }), photo({ id: 'f2' })];
    expect(heldDuplicates([piece('first1', { photos }, asked)], DAY)).toEqual([
      { ...at('first1', 'photos[1]'), isShown: true, heldBackIn: back },
    ]);
  });

  test('is told where the whole of its piece is held', () => {
    const hold = piece('first1', { photos: [photo()], hold: true });
    expect(heldDuplicates([hold, second], DAY)).toEqual([
      { ...SECOND, isShown: true, heldBackIn: [at('first1', 'photos[0]')] },
    ]);
  });

  test('is not told where it is shown in both, nor where it stands in one place alone', () => {
    expect(heldDuplicates([first({}), second], DAY)).toEqual([]);
    const alone = first({ people: ['p2'] }, person({ state: 'requested' }));
    expect(heldDuplicates([alone], DAY)).toEqual([]);
  });

  test('is told where its own piece shows the safe copy of it and another shows it whole', () => {
    const asked = person({ state: 'requested' });
    expect(heldDuplicates([first({ people: ['p2'], safe: SAFE }, asked), second], DAY)).toEqual([
      { ...SECOND, isShown: true, heldBackIn: [FIRST] },
    ]);
  });

  test('is told where it is shown as a safe copy, of a picture and of a recording', () => {
    const asked = first({ people: ['p2'] }, person({ state: 'requested' }));
    const safe = { ...SAFE, file: 'f1.jpg', covers: ['p3'] };
    const copied = photo({ id: 'f2', file: 'f2.jpg', people: ['p3'], safe });
    expect(heldDuplicates([asked, piece('second', { photos: [copied] })], DAY)).toEqual([
      { ...at('second', 'photos[0].safe.file'), isShown: true, heldBackIn: [FIRST] },
    ]);
    const spare = photo({ id: 'f2', file: 'f2.jpg', safe });
    expect(heldDuplicates([asked, piece('second', { photos: [spare] })], DAY)).toEqual([
      { ...at('second', 'photos[0].safe.file'), isShown: false, heldBackIn: [FIRST] },
    ]);

    const quiet = person({ interest: 'voice', state: 'requested' });
    const spoken = piece('first1', { voice: voice({ people: ['p2'] }) }, quiet);
    const masked = voice({
      ...{ file: 'v2.wav', people: ['p3'] },
      safe: { file: 'v1.wav', covers: ['p3'], checked_on: DAY },
    });
    expect(heldDuplicates([spoken, piece('second', { voice: masked })], DAY)).toEqual([
      { ...at('second', 'voice.safe.file'), isShown: true, heldBackIn: [at('first1', 'voice')] },
    ]);
  });

  test('holds nothing back by a safe copy that is not needed', () => {
    const safe = { ...SAFE, file: 'f1.jpg' };
    const spare = piece('second', { photos: [photo({ id: 'f2', file: 'f2.jpg', safe })] });
    expect(heldDuplicates([first({}), spare], DAY)).toEqual([]);
  });
});

describe('a piece that is hidden', () => {
  test('is held, and no other is', () => {
    const [one, other] = [piece('first1', {}), piece('second', {})];
    const after = [one, other].map(holdHidden(new Set(['first1'])));
    expect(after.map(({ fields }) => fields.hold)).toEqual([true, false]);
    expect(after[0]).toEqual({ ...one, fields: { ...one?.fields, hold: true } });
    expect(holdHidden()(one as HeldContribution)).toBe(one);
  });
});
