import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#i18n/languages.ts';
import { allLookedAt, languagesSeen } from '#support/languages-seen.ts';

/** Eleven of them, and as many as there are now. */
const TABLES = [
  ['en', 'ur', 'pa', 'hi', 'gu', 'ta', 'fa', 'ne', 'ar', 'so', 'pl'],
  Object.keys(LANGUAGES),
];

describe.skipIf(process.env['PROVE']).each(TABLES)('where languages are %s, %s …', (...all) => {
  test('each thing is seen in English and in Urdu, and in no more than four', () => {
    for (const what of allLookedAt) {
      const seen = languagesSeen(what, all);
      expect(seen).toEqual(expect.arrayContaining(['en', 'ur']));
      expect(seen.length).toBe(Math.min(all.length, 4));
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  test('each language is seen in more than one place', () => {
    const times = (language: string) =>
      allLookedAt.filter((what) => languagesSeen(what, all).includes(language)).length;
    expect(all.filter((language) => times(language) < 2)).toEqual([]);
  });
});
