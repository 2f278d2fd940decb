import { describe, expect, test } from 'vitest';
import { en } from '#i18n/en/site.ts';
import { hi } from '#i18n/hi/site.ts';
import { pa } from '#i18n/pa/site.ts';
import { ur } from '#i18n/ur/site.ts';
import { interfaceIn } from '#i18n/words.ts';

const SLOTS = ['ONE', 'TWO'] as const;

/** Every text of a language by its path, functions called with marks that must come back. */
function textsOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(...SLOTS.slice(0, value.length)))]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`));
}

const english = textsOf(en);
const OTHERS = [
  ['Urdu', textsOf(ur), /\p{Script=Arabic}/u],
  ['Punjabi', textsOf(pa), /\p{Script=Gurmukhi}/u],
  ['Hindi', textsOf(hi), /\p{Script=Devanagari}/u],
] as const;

describe.each(OTHERS)('%s', (_language, texts, letters) => {
  test('says the same things as English, list by list', () => {
    expect(texts.map(([path]) => path).sort()).toEqual(english.map(([path]) => path).sort());
  });

  test('keeps every name and number it is given', () => {
    const marks = (text: string) => [...SLOTS, '{count}'].filter((slot) => text.includes(slot));
    const expected = new Map(english.map(([path, text]) => [path, marks(text)]));
    for (const [path, text] of texts)
      expect([path, marks(text)]).toEqual([path, expected.get(path)]);
  });

  test('is in its own letters', () => {
    for (const [path, text] of texts) expect([path, letters.test(text)]).toEqual([path, true]);
  });
});

test.each(english)('%s is not empty', (_, text) => {
  expect(text.trim()).not.toBe('');
});

describe('a language without words of its own', () => {
  test('speaks English and says that it is English', () => {
    expect(interfaceIn('so')).toEqual({ words: en, lang: 'en', dir: 'ltr' });
    expect(interfaceIn('ur')).toMatchObject({ lang: 'ur', dir: 'rtl' });
  });
});

describe('plain English (consent.md, A39)', () => {
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
