import { describe, expect, test } from 'vitest';
import { PLAIN, readingAge } from '#build/reading-age.ts';
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
  test('no sentence is longer than 25 words', () => {
    const long = english.filter(([, text]) => readingAge(text).words > PLAIN.words);
    expect(long).toEqual([]);
  });

  test('every subject suits a reader of 11', () => {
    const subjects = Object.groupBy(english, ([path]) => path.split('/')[1] ?? '');
    const hard = Object.entries(subjects).flatMap(([subject, texts = []]) => {
      const text = texts.map(([, words]) => words).join('\n');
      const { grade } = readingAge(text);
      return text.split(/\s+/).length >= 100 && grade > PLAIN.grade ? [[subject, grade]] : [];
    });
    expect(hard).toEqual([]);
  });

  test('the measure tells hard words from plain ones', () => {
    const hard = 'Authorisation is revocable irrespective of antecedent dissemination obligations.';
    expect(readingAge(hard).grade).toBeGreaterThan(12);
    expect(readingAge('You can ask us. We will take it down.').grade).toBeLessThan(3);
    expect(readingAge('').words).toBe(0);
  });
});
