import { describe, expect, test } from 'vitest';
import { jsonLdOf } from '#components/json-ld.ts';
import type { Story } from '#release/released.ts';

const ALLOWED = [
  '@context',
  '@type',
  'name',
  'inLanguage',
  'creditText',
  'author',
  'copyrightNotice',
  'license',
  'usageInfo',
  'conditionsOfAccess',
  'isAccessibleForFree',
  'accessMode',
];

const full: Story = {
  id: 'abc123',
  kind: 'sound',
  language: 'pa',
  title: 'A title </script><script>alert(1)</script>',
  summary: 'SUMMARY',
  wordsFile: 'contributions/abc123/words.md',
  credit: { as: 'first-name', name: 'Harpreet' },
  told: '2023-05',
  series: ['SERIES'],
  themes: ['THEME'],
  places: ['PLACE'],
  contentNotes: [{ topic: 'illness', words: 'NOTE' }],
  images: [],
  sound: {
    part: 'v1',
    seconds: 10,
    peaks: [],
    sources: [{ path: '/media/abc123/v.webm', type: 'audio/webm; codecs=opus', bytes: 1 }],
    fallback: { path: '/media/abc123/v.mp3', type: 'audio/mpeg', bytes: 1 },
    openToAi: false,
  },
  translations: [],
  more: [],
  siblings: [],
  publishedOn: '2026-06-20',
  uses: {},
  searchable: true,
  openToAi: false,
  openLicence: false,
  example: false,
  thanks: false,
};
const words = { copyright: '© the contributor', usageInfo: 'https://example.org/consent/' };
const read = (story: Story) => JSON.parse(jsonLdOf(story, words)) as Record<string, unknown>;

describe('structured data about a piece (docs/consent.md, T27)', () => {
  test('holds nothing but the properties on the list', () => {
    expect(Object.keys(read(full)).filter((key) => !ALLOWED.includes(key))).toEqual([]);
  });

  test('says no place, theme, note, summary or day', () => {
    expect(jsonLdOf(full, words)).not.toMatch(/PLACE|THEME|SERIES|NOTE|SUMMARY|2023|2026/);
  });

  test('names a licence only where all that is shown was granted an open one', () => {
    const licence = { name: 'CC-BY-4.0', url: 'https://example.org/by/' };
    expect(read({ ...full, openLicence: true })['license']).toBeUndefined();
    expect(read({ ...full, licence })['license']).toBeUndefined();
    expect(read({ ...full, licence, openLicence: true })['license']).toBe(licence.url);
  });

  test('cannot end the script it stands in', () => {
    expect(jsonLdOf(full, words)).not.toContain('<');
    expect(read(full)['name']).toBe(full.title);
  });

  test('names an author only by the name chosen, and never an anonymous one', () => {
    expect(read(full)['author']).toEqual({ name: 'Harpreet' });
    const anonymous = read({ ...full, credit: { as: 'anonymous', name: 'Harpreet' } });
    expect(JSON.stringify(anonymous)).not.toContain('Harpreet');
    expect(read({ ...full, credit: { as: 'collective', name: 'The table' } })).not.toHaveProperty(
      'author',
    );
  });

  test('is no recording when the voice is not let out (A07)', () => {
    expect(read(full)['@type']).toBe('AudioObject');
    const silent = read({ ...full, sound: undefined });
    expect(silent['@type']).toBe('CreativeWork');
    expect(silent['accessMode']).toEqual(['textual']);
  });

  test('points to the page on consent, whatever was granted', () => {
    expect(read(full)['usageInfo']).toBe(words.usageInfo);
    expect(read({ ...full, openToAi: true })['usageInfo']).toBe(words.usageInfo);
  });
});
