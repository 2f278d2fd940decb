import { describe, expect, test } from 'vitest';
import { REASONS } from '#consent/decision.ts';
import { directionOf } from '#i18n/language.ts';
import { languagesOn } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { decisionWords } from '#server/cms/decision-words.ts';
import { approved, held } from '#support/held.ts';
import type { Fields } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const english = interfaceIn('en');
const told = (piece: HeldContribution, shown = english) => decisionWords(piece, DAY, shown);

const photo = { id: 'f1', file: 'f1.jpg', alt: 'A table', people: ['p2'] };
const withPhoto = (change: Fields = {}) => approved(held({ photos: [photo], ...change }));
/** The picture has a safe copy that hides the one person in it. */
const covered = {
  photos: [{ ...photo, safe: { file: 's.jpg', alt: 'A table', covers: ['p2'], checked_on: DAY } }],
};
const NOT_ASKED = 'Not public: Picture 1, because one person in it has not been asked.';

const CASES: readonly (readonly [
  string,
  HeldContribution,
  readonly string[],
  readonly string[],
])[] = [
  ['all open', approved(held()), ['Public: The words.'], []],
  ['somebody not asked', withPhoto(), ['Public: The words.', NOT_ASKED], []],
  [
    'a safe copy',
    withPhoto(covered),
    ['Public: The words.', 'Public as the safe copy only: Picture 1.'],
    [],
  ],
  [
    'on hold and not checked',
    withPhoto({ hold: true, review: { outcome: 'pending' } }),
    ['Nothing of it is public, because it is on hold and nobody has checked and cleared it.'],
    ['Public: The words.', NOT_ASKED],
  ],
  [
    'a review that said no',
    withPhoto({ review: { outcome: 'refused', on: DAY } }),
    ['Nothing of it is public, because nobody has checked and cleared it.'],
    [],
  ],
  [
    'changed since',
    held(),
    ['Not public: The words, because one person has not seen it as it is now.'],
    [],
  ],
  [
    'withdrawn',
    approved(held({}, { state: 'withdrawn', withdrawn_on: DAY })),
    ['Nothing of it is public, because somebody said stop.'],
    [],
  ],
  [
    'nobody',
    held({ consents: [] }),
    ['Nothing of it is public, because one person in it has not been asked.'],
    [],
  ],
];

describe('what consent allows of a piece, in sentences', () => {
  for (const [name, piece, now, later] of CASES)
    test(name, () => expect(told(piece)).toMatchObject({ now, later }));

  test('each use that anything is open to is named with what, an exhibition also where only it is named', () => {
    const grants = { web: ['words'], exhibition: ['words', 'photo'], print: [] };
    const only = withPhoto({ photos: [{ ...photo, people: [] }] });
    const named = (exhibitions: unknown) => {
      const consents = only.fields.consents.map((one) => ({ ...one, grants, exhibitions }));
      return told({ ...only, fields: { ...only.fields, consents } as typeof only.fields }).also;
    };
    expect(named('any')).toEqual(['in an exhibition: The words and Picture 1']);
    expect(named(['spring'])).toEqual(['in an exhibition: The words and Picture 1']);
    expect(named(undefined)).toEqual([]);
  });

  test('it is said in every language of the desk, in its direction, and names nobody', () => {
    const said = languagesOn('desk').map((language) => told(withPhoto(), interfaceIn(language)));
    expect(said.map(({ lang }) => lang)).toEqual(languagesOn('desk'));
    expect(said.map(({ dir }) => dir)).toEqual(languagesOn('desk').map(directionOf));
    expect(new Set(said.map(({ now }) => now.join())).size).toBe(said.length);
    expect(JSON.stringify(said)).not.toMatch(/p2|\{[a-z]/);
    for (const language of languagesOn('desk'))
      expect(Object.keys(interfaceIn(language).words.decision.because)).toEqual([...REASONS]);
  });
});
