import { describe, expect, test } from 'vitest';
import { cardOf, mayStandInList, titleForReader } from '#release/card.ts';
import type { MediaFile, ReleasedImage, Story } from '#release/released.ts';

const copy = (path: string, width: number): MediaFile => ({
  ...{ path, type: 'image/avif', bytes: 9, width, height: width },
});
const image = (part: string): ReleasedImage => ({
  ...{ part, kind: 'photo', alt: `of ${part}`, saysSafe: false, caption: 'C', openToAi: true },
  sources: [
    [copy(`${part}-s.avif`, 320), copy(`${part}-l.avif`, 960)],
    [copy(`${part}.webp`, 320)],
  ],
  fallback: { ...copy(`${part}.jpg`, 960), type: 'image/jpeg' },
});
const translation = (part: string, language: string, title?: string) => ({
  ...{ part, language, title, summary: `in ${language}`, wordsFile: `${part}.md` },
});

const story = (change: Partial<Story> = {}): Story => ({
  ...{ id: 'abcdef', kind: 'story', language: 'pa', title: 'T', summary: 'S', wordsFile: 'a.md' },
  ...{ series: [], themes: ['x'], places: ['southall'], images: [image('f1'), image('f2')] },
  contentNotes: [{ topic: 'illness' }, { topic: 'abuse', words: 'own' }, { topic: 'illness' }],
  sound: {
    ...{ part: 'v1', seconds: 42, peaks: [], sources: [], openToAi: true },
    fallback: { path: 'v1.mp3', type: 'audio/mpeg', bytes: 9 },
  },
  translations: [translation('t1', 'en', 'In English'), translation('t2', 'ur', 'In Urdu')],
  more: [],
  siblings: [
    { id: 'sister', language: 'so' },
    { id: 'again', language: 'pa' },
  ],
  uses: { words: ['web', 'search'] },
  ...{ searchable: true, openToAi: false, openLicence: false, example: true, thanks: false },
  ...change,
});

describe('the card of a piece', () => {
  test('shows its notes once each, its first picture small, its town, its length, and what it is in', () => {
    expect(cardOf(story())).toEqual({
      ...{ id: 'abcdef', kind: 'story', language: 'pa', title: 'T', summary: 'S' },
      topics: ['illness', 'abuse'],
      picture: {
        ...{ alt: 'of f1', saysSafe: false },
        sources: [
          { path: 'f1-s.avif', type: 'image/avif', width: 320, height: 320 },
          { path: 'f1.webp', type: 'image/avif', width: 320, height: 320 },
        ],
        fallback: { path: 'f1.jpg', type: 'image/jpeg', width: 960, height: 960 },
      },
      towns: ['southall'],
      seconds: 42,
      translations: [
        { language: 'en', title: 'In English', summary: 'in en' },
        { language: 'ur', title: 'In Urdu', summary: 'in ur' },
      ],
      also: ['en', 'ur', 'so'],
      ...{ speaks: true, example: true, pages: undefined },
    });
  });

  test('shows of each part only what may stand in this list', () => {
    const card = cardOf(story(), (part) => ['f2', 't2'].includes(part));
    expect([card.title, card.summary, card.seconds, card.towns]).toEqual([
      ...[undefined, undefined, undefined],
      [],
    ]);
    expect(card.picture?.alt).toBe('of f2');
    expect(card.translations.map(({ language }) => language)).toEqual(['ur']);
    expect([card.also, card.speaks]).toEqual([['ur'], false]);
    expect(cardOf(story(), () => false).picture).toBeUndefined();
  });

  test('speaks its language where there is a title, words or a recording', () => {
    const mute = { title: undefined, wordsFile: undefined, sound: undefined };
    expect(cardOf(story(mute)).speaks).toBe(false);
    expect(cardOf(story({ ...mute, title: 'T' })).speaks).toBe(true);
    expect(cardOf(story({ ...mute, wordsFile: 'a.md' })).speaks).toBe(true);
    const { sound } = story();
    expect(cardOf(story({ ...mute, sound }), (part) => part === 'v1').speaks).toBe(true);
  });

  test('names the languages it has a page in where the site is known', () => {
    const site = { languages: ['en', 'ur', 'hi', 'pa', 'so'] };
    expect(cardOf(story(), undefined, site).pages).toEqual(['en', 'ur', 'pa']);
  });
});

describe('a translation in a list that may be found', () => {
  const found = story();
  test('stands there only where its makers said yes to search', () => {
    expect(mayStandInList(found, 't1')).toBe(true);
    const closed = story({ uses: { words: ['web'] } });
    expect(mayStandInList(closed, 't1')).toBe(false);
    expect(mayStandInList(story({ uses: {} }), 't2')).toBe(false);
    expect(cardOf(closed).translations).toEqual([]);
  });

  test('is no matter where the list is not found, and other parts are none of its business', () => {
    const unfound = story({ searchable: false, uses: {} });
    expect(mayStandInList(unfound, 't1')).toBe(true);
    expect(mayStandInList(story({ uses: {} }), 'words')).toBe(true);
  });
});

test('the title for a reader is in their language, else in English, and none where the teller’s own is', () => {
  const { language, translations } = story();
  const of = (own: string, reader: string) =>
    titleForReader({ language: own, translations }, reader)?.title;
  expect([of(language, 'ur'), of(language, 'so'), of(language, 'pa')]).toEqual([
    ...['In Urdu', 'In English', undefined],
  ]);
  expect([of('en', 'so'), of('en', 'ur')]).toEqual([undefined, 'In Urdu']);
  const untitled = [{ language: 'ur' }, { language: 'en', title: 'E' }];
  expect(titleForReader({ language, translations: untitled }, 'ur')?.title).toBe('E');
});
