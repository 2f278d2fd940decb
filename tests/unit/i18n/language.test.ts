import { describe, expect, test } from 'vitest';
import {
  clockTime,
  dateWords,
  directionOf,
  endonym,
  languageByLetters,
  languageName,
  listWords,
  minutesWords,
  momentWords,
  sizeWords,
} from '#i18n/language.ts';
import { LANGUAGES } from '#i18n/languages.ts';

describe('direction', () => {
  test.each(['ur', 'ar', 'fa', 'ps', 'pa-Arab', 'pa-PK', 'ckb', 'ku-Arab'])(
    '%s is read from right to left',
    (tag) => {
      expect(directionOf(tag)).toBe('rtl');
    },
  );

  test.each(['en', 'pa', 'pa-Guru', 'hi', 'so', 'pl', 'ta', 'ur-Latn'])(
    '%s is read from left to right',
    (tag) => {
      expect(directionOf(tag)).toBe('ltr');
    },
  );

  test('a tag that is no language does not stop a page', () => {
    expect(directionOf('not a tag')).toBe('ltr');
  });
});

test('a text of which nobody said the language is drawn with the letters it is written in', () => {
  const texts = [
    'شکریہ',
    'ਧੰਨਵਾਦ',
    'धन्यवाद',
    'આભાર',
    'நன்றி',
    'ধন্যবাদ',
    'Thanks',
    '12 … 5',
    'Спасибо',
  ];
  expect(texts.map(languageByLetters)).toEqual([
    ...['ur', 'pa', 'hi', 'gu', 'ta', 'bn', 'en'],
    ...[undefined, undefined],
  ]);
});

describe('a moment', () => {
  test('is told by the clocks of London, in summer time too, with the digits of a poster', () => {
    expect(momentWords('2026-11-22T12:05:00Z', 'en')).toBe('22 November 2026 at 12:05');
    expect(momentWords('2026-07-22T23:05:00Z', 'en')).toBe('23 July 2026 at 00:05');
    for (const language of Object.keys(LANGUAGES).slice(1))
      expect(momentWords('2026-11-22T12:05:00Z', language)).toMatch(/^(?!.*[AP]M).*\b22\b.* 12:05/);
    expect(momentWords('no moment', 'en')).toBe('no moment');
  });
});

describe('names of languages', () => {
  test('a language is named in itself and in the reader’s language', () => {
    expect(endonym('pa')).toBe('ਪੰਜਾਬੀ');
    expect(endonym('ur')).toBe('اردو');
    expect(endonym('pl')).toBe('Polski');
    expect(languageName('pa', 'en')).toBe('Punjabi');
    expect(languageName('pa', 'ur')).toBe('پنجابی');
  });

  test('Punjabi in its Arabic script is called what its readers call it', () => {
    expect(languageName('pa-Arab', 'en')).toBe('Punjabi (Shahmukhi)');
    expect(endonym('pa-Arab')).toBe('پنجابی');
  });
});

describe('dates and amounts', () => {
  test('a year stays a year, a month is said in words, a day is said the British way', () => {
    expect(dateWords('2023', 'en')).toBe('2023');
    expect(dateWords('2023-05', 'en')).toBe('May 2023');
    expect(dateWords('2026-11-02', 'en')).toBe('2 November 2026');
  });

  test.each(['ur', 'fa', 'ne', 'ar'])(
    'dates in %s keep the calendar and digits of a poster',
    (tag) => {
      expect(dateWords('2023-05', tag)).toContain('2023');
    },
  );

  test('a length is said to the minute, and is never less than one', () => {
    expect(minutesWords(198, 'en')).toBe('3 minutes');
    expect(minutesWords(20, 'en')).toBe('1 minute');
    expect(clockTime(67.9)).toBe('1:07');
  });

  test('sizes say what a download costs', () => {
    expect(sizeWords(190_400, 'en')).toBe('190 kB');
    expect(sizeWords(1_188_000, 'en')).toBe('1.2 MB');
    expect(sizeWords(12, 'en')).toBe('1 kB');
  });

  test('lists are joined as the language joins them', () => {
    expect(listWords(['a', 'b', 'c'], 'en')).toBe('a, b and c');
  });
});
