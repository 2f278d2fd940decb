import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { directionOf, endonym, scriptOf } from '#i18n/language.ts';
import { type InterfaceLanguage, LANGUAGES, languagesOn } from '#i18n/languages.ts';
import { OFTEN_TOLD_IN } from '#i18n/told-in.ts';
import { textsIn, wordFaults } from '#support/word-faults.ts';

const ENGLISH = LANGUAGES.en.words;
const TABLE: readonly (readonly [string, InterfaceLanguage])[] = Object.entries(LANGUAGES);
const UNSAID = '/** No speaker has checked these words. */';

const folder = (tag: string) => readdirSync(`src/i18n/${tag}`).sort();
const read = (path: string) => readFileSync(path, 'utf8');

describe.each(TABLE)('%s', (tag, row) => {
  test('says everything that English says, in its own words, letters and forms of numbers', () => {
    expect(wordFaults(tag, row, ENGLISH)).toEqual([]);
  });

  test('stands in the table under its own name, script and direction', () => {
    expect({ name: row.name, script: row.script, direction: row.direction }).toEqual({
      name: endonym(tag),
      script: scriptOf(tag),
      direction: directionOf(tag),
    });
    expect(Intl.DateTimeFormat.supportedLocalesOf(row.formats)).toEqual([row.formats]);
  });

  test('has a folder with a file for each subject, as English has', () => {
    expect(folder(tag)).toEqual(folder('en'));
    expect(read(`src/i18n/${tag}/all.ts`)).toBe(read('src/i18n/en/all.ts'));
  });

  test('says in each file whether a speaker has checked it, as the table does', () => {
    const files = folder(tag).filter((file) => file !== 'all.ts');
    const unsaid = files.filter((file) => read(`src/i18n/${tag}/${file}`).includes(UNSAID));
    expect(unsaid).toEqual(row.checked === 'no speaker has checked' ? files : []);
  });

  test('has its own name cut for the menu, unless it is in letters that every page has', () => {
    if (row.script === 'Latn') return;
    expect(read('src/styles/letters/letters.css')).toContain(`/name-${tag}.woff2`);
  });

  test('is among the languages that people are offered to write in', () => {
    expect(OFTEN_TOLD_IN).toContain(tag);
  });
});

test('no folder of words is without its row in the table', () => {
  const folders = readdirSync('src/i18n', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual(TABLE.map(([tag]) => tag).sort());
});

test('no word is in two subjects, where the second would hide the first', async () => {
  const keys: string[] = [];
  for (const file of folder('en').filter((name) => name !== 'all.ts'))
    for (const subject of Object.values(
      await import(`../../../src/i18n/en/${file.replace(/\.ts$/, '')}.ts`),
    ))
      keys.push(...Object.keys(Object(subject)));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  expect(keys.sort()).toEqual(Object.keys(ENGLISH).sort());
});

test('every area is offered in English, and none in a language that has no row', () => {
  for (const area of ['site', 'receipts', 'desk'] as const) {
    expect(languagesOn(area)[0]).toBe('en');
    expect(languagesOn(area).filter((tag) => !(tag in LANGUAGES))).toEqual([]);
  }
});

describe('what the walk finds', () => {
  const gujarati: InterfaceLanguage = {
    ...{ name: 'ગુજરાતી', direction: 'ltr', script: 'Gujr', formats: 'gu', offeredOn: ['site'] },
    checked: 'no speaker has checked',
    words: ENGLISH,
  };

  test('a language registered with the English words: every word of it', () => {
    const faults = wordFaults('gu', gujarati, ENGLISH);
    expect(faults).toHaveLength(textsIn(ENGLISH).length);
    expect(faults).toContain('gu: /home is still the English. Translate it.');
    expect(faults).toContain('gu: /atLeast (one) is still the English. Translate it.');
  });

  const { ur, pa, hi } = LANGUAGES;
  const spoilt = (row: InterfaceLanguage, words: object): InterfaceLanguage => ({
    ...row,
    words: { ...row.words, ...words },
  });

  test.each<readonly [string, string, InterfaceLanguage, string]>([
    [
      'one word left in English',
      'ur',
      spoilt(ur, { home: 'Home' }),
      '/home is still the English. Translate it.',
    ],
    [
      'a word written in English letters',
      'pa',
      spoilt(pa, { home: 'Ghar' }),
      '/home has no letter of its script (Guru). Translate it.',
    ],
    [
      'a word of another script',
      'pa',
      spoilt(pa, { home: hi.words.home }),
      '/home has no letter of its script (Guru). Translate it.',
    ],
    [
      'a letter of another script within a word',
      'hi',
      spoilt(hi, { home: `${hi.words.home}ਘ` }),
      '/home holds "ਘ", letters of another script than Deva.',
    ],
    [
      'letters that are read the other way',
      'hi',
      spoilt(hi, { home: `${hi.words.home} گھر` }),
      '/home holds "گھر", letters of another script than Deva, read the other way.',
    ],
    [
      'a sign that turns the direction',
      'ur',
      spoilt(ur, { home: `\u200f${ur.words.home}` }),
      '/home holds a sign that turns the direction. The page sets it; take the sign out.',
    ],
    [
      'a place that was lost',
      'ur',
      spoilt(ur, { pageOf: 'صفحہ {page}' }),
      '/pageOf has lost {pages}, which the English has. Put it in.',
    ],
    [
      'a place that English has not',
      'ur',
      spoilt(ur, { home: 'گھر {name}' }),
      '/home has {name}, which the English has not. Take it out.',
    ],
    [
      'a place in another style',
      'ur',
      spoilt(ur, { home: 'گھر {0}' }),
      '/home has a brace that opens no place.',
    ],
    [
      'a form of numbers that is missing',
      'ur',
      spoilt(ur, { atLeast: { other: '{count} چیزیں' } }),
      '/atLeast has no form "one", which this language has. Write it.',
    ],
    [
      'a form that the language has not',
      'ur',
      spoilt(ur, { atLeast: { ...ur.words.atLeast, few: 'چند' } }),
      '/atLeast has a form "few", which this language has not. Take it out.',
    ],
    [
      'a word that is missing',
      'ur',
      spoilt(ur, { home: undefined }),
      '/home is missing. Write it.',
    ],
    [
      'a list that lost an item',
      'ur',
      spoilt(ur, { consentStep: ur.words.consentStep.slice(1) }),
      '/consentStep/4 is missing. Write it.',
    ],
    ['an empty word', 'ur', spoilt(ur, { home: ' ' }), '/home is empty. Write it.'],
  ])('%s', (_fault, tag, row, said) => {
    expect(wordFaults(tag, row, ENGLISH)).toEqual([`${tag}: ${said}`]);
  });
});
