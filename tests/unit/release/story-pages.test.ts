import { describe, expect, test } from 'vitest';
import { addressesOf, addressIn } from '#release/addresses.ts';
import { openToAi } from '#release/ai-choice.ts';
import { PAGES_PER_PIECE, storyLanguages, storyPageFor } from '#release/story-pages.ts';
import { fc } from '#support/properties.ts';
import type { Site, Story } from '#release/released.ts';
import { idInAddress } from '#server/site/piece-address.ts';

const ELEVEN = ['en', 'ur', 'pa', 'hi', 'ar', 'so', 'pl', 'ta', 'gu', 'fa', 'ne'];

const site = (languages: readonly string[]): Site => ({
  ...{ name: 'Trial', languages, contacts: [], support: [], takesThanks: false, sharing: false },
  ...{ themes: [], places: [], series: [], priorities: [], tombstones: [] },
  ...{ ledger: { year: '2026', shown: 'few', languages: 'few', cameDown: 'few' } },
  builtFor: '2026-11-22',
});

const text = (language: string) => ({ part: language, language, wordsFile: `${language}.md` });

function piece(fields: object): Story {
  return {
    ...{ id: 'aaa111', kind: 'story', language: 'en', series: [], themes: [], places: [] },
    ...{ contentNotes: [], images: [], translations: [], more: [], siblings: [], uses: {} },
    ...{ wordsFile: 'aaa111.md', searchable: true, openToAi: true, openLicence: false },
    ...{ example: false, thanks: false, ...fields },
  } as Story;
}

/** A piece in some languages, with words or without, and the interface languages of an archive. */
const tongue = fc.constantFrom(...ELEVEN, 'pa-Arab', 'en-GB', 'bn', 'cy');
const anyPiece = fc
  .record({
    language: tongue,
    translations: fc.uniqueArray(tongue, { maxLength: 6 }).map((tags) => tags.map(text)),
    more: fc.uniqueArray(tongue, { maxLength: 2 }).map((tags) => tags.map(text)),
    wordsFile: fc.constantFrom('aaa111.md', undefined),
  })
  .map(piece);
const anySite = fc.shuffledSubarray(ELEVEN, { minLength: 1 }).map(site);

describe('the pages of a piece', () => {
  test('are few, in languages of the site, the first among them', () => {
    fc.assert(
      fc.property(anyPiece, anySite, (story, of) => {
        const pages = storyLanguages(story, of);
        expect(pages).toEqual(of.languages.filter((each) => pages.includes(each)));
        expect(pages[0]).toBe(of.languages[0]);
        expect(pages.length).toBeLessThanOrEqual(PAGES_PER_PIECE);
        if (of.languages.includes(story.language)) expect(pages).toContain(story.language);
      }),
    );
  });

  test('are where each reader is led, and nowhere else', () => {
    fc.assert(
      fc.property(anyPiece, anySite, (story, of) => {
        const nothing = { exhibitions: [], pages: [], assets: [] };
        const files = addressesOf({ site: of, stories: [story], ...nothing });
        const there = files.filter((file) => file.endsWith('stories/aaa111/index.html'));
        const led = of.languages.map((ui) => {
          const page = storyPageFor(story, ui, of);
          return `${addressIn('/stories/aaa111/', page, of)}index.html`.slice(1);
        });
        expect(new Set(led)).toEqual(new Set(there));
        expect(openToAi([story], of).pages.map((path) => `${path}index.html`.slice(1))).toEqual(
          there,
        );
      }),
    );
  });

  test('are in its own language and those it was let out in, before any other', () => {
    const of = site(ELEVEN);
    const told = (fields: object) => storyLanguages(piece(fields), of);
    expect(told({ language: 'so' })).toEqual(['en', 'so']);
    expect(told({ language: 'en' })).toEqual(['en']);
    expect(told({ language: 'cy' })).toEqual(['en']);
    expect(told({ language: 'so', translations: [text('ne'), text('ur')] })).toEqual([
      ...['en', 'so', 'ne'],
    ]);
    expect(told({ language: 'pa-Arab' })).toEqual(['en']);
    expect(told({ language: 'en-GB', more: [text('fa')] })).toEqual(['en', 'fa']);
    expect(told({ language: 'so', wordsFile: undefined })).toEqual(['en', 'ur', 'so']);
  });

  test('are in each language of a site that has few', () => {
    expect(storyLanguages(piece({}), site(['en', 'ur', 'pa']))).toEqual(['en', 'ur', 'pa']);
  });

  test('are at most three times the pieces, at 10,000 pieces in eleven languages', () => {
    const stories = Array.from({ length: 10_000 }, (_, at) =>
      piece({
        id: `p${at}`,
        language: ELEVEN[at % 11],
        translations: ELEVEN.slice(0, at % 5).map(text),
        wordsFile: at % 7 === 0 ? undefined : 'words.md',
      }),
    );
    const of = site(ELEVEN);
    const pages = stories.reduce((sum, story) => sum + storyLanguages(story, of).length, 0);
    expect(pages).toBeLessThanOrEqual(3 * stories.length);
    expect(pages).toBeGreaterThan(stories.length);
  });

  test('are hidden at an address in any language, whether a page was ever there or not', () => {
    for (const language of [...ELEVEN, 'cy', 'pa-Arab'])
      expect(idInAddress(`/${language}/stories/aaa111/`)).toEqual({ id: 'aaa111', kind: 'page' });
  });
});
