import { describe, expect, test } from 'vitest';
import { contribution } from '#records/contribution.ts';
import { registeredTag } from '#records/language-tag.ts';
import { theme } from '#records/lists.ts';
import { parseRecord } from '#records/parse-record.ts';
import { settings } from '#records/settings.ts';

describe('a language tag', () => {
  test.each([
    ['pa', 'pa'],
    ['EN', 'en'],
    ['PA-arab', 'pa-Arab'],
    ['en-gb', 'en-GB'],
    ['pa-arab-pk', 'pa-Arab-PK'],
    ['phr', 'phr'],
    ['syl', 'syl'],
    ['sl-ROZAJ', 'sl-rozaj'],
    ['es-419', 'es-419'],
  ])('of registered parts is taken, in its usual case: %s', (written, read) => {
    expect(registeredTag(written)).toBe(read);
  });

  test.each([
    ...['English', 'Arabic', 'gujarati', 'Punjabi', 'en_GB', 'xx', 'qq', 'eng', 'pa-Xxxx'],
    ...['en-ZZZ', 'pa-XX', 'x-own', 'en-x-own', 'ar-u-nu-latn', '', ' en', 'en-', 'constructor'],
    ...['en\n', 'ਪੰਜਾਬੀ', `en-${'a'.repeat(90_000)}`],
  ])('is nothing else: %s', (written) => {
    expect(registeredTag(written)).toBe(undefined);
  });

  test('is asked for wherever a record names a language', () => {
    const asked = [
      ['language', contribution, { language: 'Arabic' }],
      [
        'translations[0].language',
        contribution,
        { translations: [{ id: 't1', language: 'Urdu' }] },
      ],
      [
        'more[0].language',
        contribution,
        { more: [{ id: 'e', form: 'short', words: 'a', language: 'Urdu' }] },
      ],
      ['consents[0].language', contribution, { consents: [{ person: 'p1', language: 'Urdu' }] }],
      ['languages[0]', settings, { languages: ['gujarati'] }],
      ['defaults.language', settings, { defaults: { language: 'English' } }],
      ['name', theme, { name: { english: 'Food' } }],
    ] as const;
    for (const [field, schema, change] of asked) {
      const record = { title: 'a', language: 'en', kind: 'story', name: 'x', ...change };
      const known = Object.fromEntries(
        Object.entries(record).filter(([key]) => key in (schema.shape as object)),
      );
      const parsed = parseRecord(schema, known, 'file');
      expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.field)).toEqual([field]);
    }
  });

  test('in another case is read as the tag it is', () => {
    const parsed = parseRecord(settings, { name: 'x', languages: ['EN', 'pa-ARAB'] }, 'file');
    expect(parsed.ok && parsed.value.languages).toEqual(['en', 'pa-Arab']);
    expect(parseRecord(settings, { name: 'x', languages: ['EN', 'en'] }, 'file').ok).toBe(false);
  });
});
