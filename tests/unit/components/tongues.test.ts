import { expect, test } from 'vitest';
import { tonguesOn } from '#components/tongues.ts';
import type { Released, Story } from '#release/released.ts';

const story = (language: string, ...into: readonly string[]): Released<Story> =>
  ({
    ...{ language, wordsFile: 'words.md', more: [{ form: 'easy-read', language: 'en' }] },
    translations: into.map((tag) => ({ language: tag, wordsFile: `${tag}.md` })),
  }) as unknown as Released<Story>;
const drawn = (piece: Released<Story>, ui: string) =>
  tonguesOn(piece, ui).map(({ anchor, isOpen }) => (isOpen ? anchor : `(${anchor})`));

test('what the reader can read comes first, then the words as they were told', () => {
  expect(drawn(story('pa', 'en'), 'en')).toEqual(['in-en', 'as-told', 'easy-read-en']);
  expect(drawn(story('pa', 'en'), 'pa')).toEqual(['as-told', 'in-en', 'easy-read-en']);
  expect(drawn(story('pa', 'en'), 'ur')).toEqual(['as-told', 'in-en', 'easy-read-en']);
});

test('of many languages those that are neither the teller’s nor the reader’s are folded', () => {
  expect(drawn(story('pa', 'en', 'ur', 'so'), 'ur')).toEqual([
    ...['in-ur', 'as-told', '(in-en)', '(in-so)', 'easy-read-en'],
  ]);
});

test('a piece whose own words are not let out still has its translations', () => {
  const closed = { ...story('pa', 'en'), wordsFile: undefined };
  expect(drawn(closed, 'en')).toEqual(['in-en', 'easy-read-en']);
});
