import { expect, test } from 'vitest';
import { languageIn, lettersOn, titleIn } from '#components/letters-here.ts';
import { interfaceIn } from '#i18n/words.ts';
import type { Story } from '#release/released.ts';

const story = (language: string, title: string, translations: readonly object[] = []): Story =>
  ({ id: 'a', kind: 'story', language, title, translations, more: [] }) as unknown as Story;

const urdu = story('ur', 'بارش', [{ part: 't1', language: 'en', title: 'Rain' }]);

test('a page has the letters of its language, of its piece, of each translation, and Latin ones', () => {
  expect([...lettersOn(urdu, 'hi')].sort()).toEqual(['Arab ur', 'Deva', 'Latn']);
});

test('a title stands in the words of its teller where the page has the letters, else in a translation', () => {
  expect(titleIn(lettersOn(story('ur', 'x'), 'en'), urdu)).toMatchObject({
    text: 'بارش',
    dir: 'rtl',
  });
  expect(titleIn(lettersOn(story('pa', 'x'), 'en'), urdu)).toMatchObject({
    text: 'Rain',
    lang: 'en',
  });
  expect(titleIn(lettersOn(story('pa', 'x'), 'en'), story('ur', 'بارش'))).toBeUndefined();
});

test('Urdu letters are no Arabic letters, and those of Polish are more than those of English', () => {
  const english = lettersOn(story('ar', 'x'), 'en');
  expect(titleIn(english, story('ur', 'بارش'))).toBeUndefined();
  expect(titleIn(english, story('pl', 'Łódź'))).toBeUndefined();
  expect(titleIn(english, story('pl', 'Deszcz'))?.text).toBe('Deszcz');
});

test('a language is named in its own letters, or in the words of the page', () => {
  const letters = lettersOn(story('pa', 'x'), 'en');
  expect(languageIn(letters, 'pa', interfaceIn('en')).text).toBe('ਪੰਜਾਬੀ');
  expect(languageIn(letters, 'ur', interfaceIn('en'))).toMatchObject({ text: 'Urdu', lang: 'en' });
});

test('a translation that may stand in no list of findable pieces lends it no title', () => {
  const closed = { ...urdu, searchable: true, uses: { words: ['web'] } } as unknown as Story;
  const open = { ...closed, uses: { words: ['web', 'search'] } } as unknown as Story;
  const english = lettersOn(story('pa', 'x'), 'en');
  expect(titleIn(english, closed)).toBeUndefined();
  expect(titleIn(english, open)?.text).toBe('Rain');
});
