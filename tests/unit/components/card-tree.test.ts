import { describe, expect, test } from 'vitest';
import { type CardFound, type CardNode, cardTree } from '#components/card-tree.ts';
import { cardWords } from '#components/card-words.ts';
import { type Card, cardOf } from '#release/card.ts';
import type { Story } from '#release/released.ts';
import { anyCard } from '#support/any-card.ts';

const PUNJABI = {
  ...{ language: 'pa', title: 'ਅੱਧਾ ਚਮਚਾ', summary: 'ਚੌਦਾਂ ਔਰਤਾਂ' },
  translations: [
    { language: 'en', title: 'Half a spoon', summary: 'Fourteen women' },
    { language: 'ur', title: 'آدھا چمچ' },
  ],
  also: ['en', 'ur'],
};
const SITE = { places: [{ id: 'acton', name: { en: 'Acton' } }], languages: ['en', 'ur', 'pa'] };

function drawn(fields: Partial<Card>, ui = 'en', found?: CardFound): CardNode {
  const card = anyCard(fields);
  return cardTree(card, cardWords([card], SITE, ui), 'p', found);
}
const textOf = (node: CardNode | string): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('');
const all = (node: CardNode): readonly CardNode[] => [
  node,
  ...node.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
];
/** What each part of a card says, in order, with the language it is marked with. */
const said = (node: CardNode): readonly string[] =>
  node.children.map((child) =>
    typeof child === 'string'
      ? child
      : `${child.attributes['class']} ${child.attributes['lang'] ?? ''}: ${textOf(child)}`,
  );

describe('a card', () => {
  test('says what it talks about before anything else', () => {
    const [first, second] = said(
      drawn({ topics: ['illness', 'bereavement', 'abuse'], title: 'Bread' }),
    );
    expect(first).toMatch(/^card-note : Talks about .+, .+ and .+$/);
    expect(second).toMatch(/^card-patch/);
  });

  test('has the teller’s own title first, then what the reader can read', () => {
    expect(said(drawn(PUNJABI)).slice(1)).toEqual([
      'card-title pa: ਅੱਧਾ ਚਮਚਾ',
      'card-here en: Half a spoon',
      'card-summary as-typed en: Fourteen women',
      'card-facts : StoryਪੰਜਾਬੀAlso in English · اردو',
    ]);
    expect(said(drawn(PUNJABI, 'ur')).slice(2, 4)).toEqual([
      'card-here ur: آدھا چمچ',
      'card-summary as-typed pa: ਚੌਦਾਂ ਔਰਤਾਂ',
    ]);
  });

  test('leads to the page that is there, and says quietly what language that page is in', () => {
    const link = (node: CardNode) => all(node).find(({ tag }) => tag === 'a')?.attributes;
    const facts = (node: CardNode) => said(node).at(-1);
    const card = { id: 'any001', pages: ['en', 'ur'] };
    expect(link(drawn(card, 'ur'))).toEqual({ href: '/ur/stories/any001/' });
    expect(link(drawn(card, 'en'))).toEqual({ href: '/stories/any001/' });
    expect(link(drawn(card, 'pa'))).toEqual({ href: '/stories/any001/', hreflang: 'en' });
    expect(facts(drawn(card, 'pa'))).toContain('ਪੰਨਾ English ਵਿੱਚ');
    for (const ui of ['en', 'ur']) expect(facts(drawn(card, ui))).not.toMatch(/Page in|صفحہ/);
    expect(link(drawn({ id: 'any001', pages: undefined }, 'ur'))?.['hreflang']).toBe('en');
  });

  test('says nothing twice to who reads the teller’s language', () => {
    expect(said(drawn(PUNJABI, 'pa')).join()).not.toContain('Half a spoon');
  });

  test('names each language by itself and marks its letters', () => {
    const tongues = all(drawn(PUNJABI)).filter(({ tag }) => tag === 'bdi');
    expect(tongues.map(({ attributes }) => [attributes['lang'], attributes['dir']])).toEqual([
      ...[
        [undefined, undefined],
        ['pa', 'ltr'],
        [undefined, undefined],
        ['ur', 'rtl'],
      ],
    ]);
  });

  test('shows among results the words that were asked for, marked', () => {
    const pieces = [{ text: 'ਚਮਚਾ', marked: true }];
    const found = { title: undefined, excerpt: { language: 'pa', pieces } };
    const card = drawn({ ...PUNJABI, towns: ['acton'], seconds: 62 }, 'en', found);
    expect(said(card).slice(3)).toEqual([
      'card-excerpt pa: ਚਮਚਾ',
      'card-facts : StoryਪੰਜਾਬੀActonSound, 1 minuteAlso in English · اردو',
    ]);
    expect(all(card).filter(({ tag }) => tag === 'mark')).toHaveLength(1);
  });

  test('has a neutral title where the words are not let out', () => {
    expect(said(drawn({ kind: 'sound', language: 'ur', title: undefined }))[1]).toBe(
      'card-title en: A sound recording',
    );
  });
});

describe('what a card may say of a piece', () => {
  const story = (fields: object): Story =>
    ({
      ...{ id: 'a1', kind: 'story', language: 'pa', title: 'ਅੱਧਾ', summary: 'ਸ', places: ['acton'] },
      ...{ contentNotes: [], images: [], example: false },
      translations: [{ part: 't1', language: 'en', title: 'Half', wordsFile: '' }],
      siblings: [{ id: 'b2', language: 'ur' }],
      ...fields,
    }) as unknown as Story;

  test('in a list that search engines keep: a translation with its own yes to search alone', () => {
    const languages = (searchable: boolean, ...uses: string[]) =>
      cardOf(story({ searchable, uses: { words: uses } })).translations.map(
        (each) => each.language,
      );
    expect(languages(true, 'web')).toEqual([]);
    expect(languages(true, 'web', 'search')).toEqual(['en']);
    expect(languages(false, 'web')).toEqual(['en']);
  });

  test('for a narrower use: nothing but the parts that are for it', () => {
    const whole = story({ searchable: true, uses: {}, sound: { part: 'v1', seconds: 60 } });
    const only = (...parts: string[]) => cardOf(whole, (part) => parts.includes(part));
    expect(only('v1')).toMatchObject({ towns: [], translations: [], also: [], seconds: 60 });
    expect(only('v1').title).toBeUndefined();
    expect(only('words', 't1')).toMatchObject({ title: 'ਅੱਧਾ', towns: ['acton'], also: ['en'] });
    expect(only('words').seconds).toBeUndefined();
  });
});
