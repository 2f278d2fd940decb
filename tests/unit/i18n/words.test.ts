import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#i18n/languages.ts';
import { type Counted, fill } from '#i18n/text.ts';
import { interfaceIn } from '#i18n/words.ts';
import { textsIn } from '#support/word-faults.ts';

type Counts = Counted<'count'>;
const COUNT: Counts = { other: '{count}' };

const en = LANGUAGES.en.words;
const english = textsIn(en).map(({ at, text }) => [at, text] as const);

describe('filling a text', () => {
  const { words } = interfaceIn('en');

  test('puts each value in its place, and never reads a value for places', () => {
    expect(fill(words.pageOf, { page: '{pages}', pages: '$& 2' })).toBe('Page {pages} of $& 2');
  });

  test('leaves a place open of which nothing is known, rather than say “undefined”', () => {
    expect(fill('{name} and {constructor}', { name: 'A' } as Record<string, string>)).toBe(
      'A and {constructor}',
    );
  });

  test.each<readonly [string, Counts, readonly (readonly [number, string])[]]>([
    [
      'en',
      { one: '{count} piece', other: '{count} pieces' },
      [
        [1, '1 piece'],
        [2, '2 pieces'],
      ],
    ],
    [
      'hi',
      { one: 'एक', other: 'अनेक {count}' },
      [
        [0, 'एक'],
        [2, 'अनेक 2'],
      ],
    ],
    [
      'pl',
      { one: 'a', few: 'b', many: 'c', other: '{count}' },
      [
        [22, 'b'],
        [5, 'c'],
        [1.5, '1,5'],
      ],
    ],
    [
      'ar',
      { two: 'two', few: 'few', other: '{count}' },
      [
        [2, 'two'],
        [3, 'few'],
        [11, '11'],
      ],
    ],
  ])('takes the form that the rules of %s choose for a number', (tag, forms, said) => {
    for (const [count, text] of said) expect(fill(forms, { count }, tag)).toBe(text);
  });

  test('writes a number with the digits of a poster in every language', () => {
    for (const tag of [...Object.keys(LANGUAGES), 'fa', 'ar', 'bn'])
      expect(fill(COUNT, { count: 12 }, tag)).toBe('12');
  });
});

describe('a language without words of its own', () => {
  test('speaks English and says that it is English', () => {
    expect(interfaceIn('ro')).toEqual({ words: en, lang: 'en', dir: 'ltr' });
    expect(interfaceIn('ur')).toMatchObject({ lang: 'ur', dir: 'rtl' });
  });
});

describe('plain English (docs/consent.md, A39)', () => {
  const sentences = english.flatMap(([path, text]) =>
    text.split(/(?<=[.?!:])\s+/).map((sentence) => ({ path, sentence })),
  );

  test('no sentence is longer than 25 words', () => {
    expect(sentences.filter(({ sentence }) => wordsIn(sentence).length > 25)).toEqual([]);
  });

  test.each(['consent', 'withdraw', 'complain', 'support', 'ledger', 'mark', 'access', 'home'])(
    'the words of the %s page suit a reader of 11',
    (page) => {
      const text = english
        .filter(([path]) => path.startsWith(`/${page}`))
        .map(([, words]) => (/[.?!…:]$/.test(words) ? words : `${words}.`))
        .join(' ');
      expect(grade(text)).toBeLessThanOrEqual(6);
    },
  );

  test('the measure tells hard words from plain ones', () => {
    expect(
      grade('Authorisation is revocable irrespective of antecedent dissemination obligations.'),
    ).toBeGreaterThan(12);
    expect(grade('You can ask us. We will take it down.')).toBeLessThan(3);
  });
});

function wordsIn(text: string): readonly string[] {
  return text.match(/[A-Za-z’'-]+/g) ?? [];
}

/** The Flesch–Kincaid grade, with syllables counted by groups of vowels. */
function grade(text: string): number {
  const words = wordsIn(text);
  const sentences = text.split(/[.?!…:]+(?:\s|$)/).filter((part) => part.trim() !== '').length;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = letters.replace(/(?<![aeiouyl])e$|(?<=[^td])ed$/, '').match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}
