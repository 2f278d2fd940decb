import { describe, expect, test } from 'vitest';
import { byChance, type Piece, type Shelves } from '#components/near-pieces.ts';
import { mayBeNamedOn, readNext } from '#components/read-next.ts';
import { exhibitionsOf, neighboursOf, prioritiesOf } from '#components/shown-where.ts';
import { listingsOf } from '#release/addresses.ts';
import { newestFirst } from '#release/list-order.ts';
import type { Exhibition, Released, Site, Story } from '#release/released.ts';

const piece = (id: string, change: Partial<Story> = {}): Piece =>
  ({
    ...{ id, kind: 'story', language: 'en', title: id, themes: [], places: [], series: [] },
    ...{ siblings: [], translations: [], searchable: true, openToAi: false, ...change },
  }) as unknown as Piece;

function shelvesOf(pieces: readonly Piece[], more: Partial<Shelves> = {}): Shelves {
  const stories = newestFirst(pieces);
  const terms = (key: 'themes' | 'places' | 'series') =>
    [...new Set(stories.flatMap((each) => each[key]))].map((id) => ({ id, name: { en: id } }));
  const site = {
    ...{ themes: terms('themes'), places: terms('places'), series: terms('series') },
    priorities: [],
  } as unknown as Released<Site>;
  return {
    stories,
    byId: new Map(stories.map((story) => [story.id, story])),
    listings: listingsOf(site, stories),
    exhibitions: [],
    site,
    ...more,
  };
}

const idsOf = (pieces: readonly Piece[]) => pieces.map(({ id }) => id);
const some = (count: number, change: (at: number) => Partial<Story> = () => ({})) =>
  Array.from({ length: count }, (_, at) => piece(`p${String(at).padStart(4, '0')}`, change(at)));

describe('on from a piece', () => {
  test('what shares a rare theme comes before what shares a common one', () => {
    const pieces = some(12, (at) => ({ themes: at < 3 ? ['all', 'rare'] : ['all'] }));
    const [first] = pieces;
    if (first === undefined) throw new Error('no piece');
    const found = idsOf(readNext(first, shelvesOf(pieces), 'en'));
    expect(found.slice(0, 2)).toEqual(['p0001', 'p0002']);
    expect(found).toHaveLength(3);
  });

  test('what the reader can follow, or could follow a moment ago, comes before what they cannot', () => {
    const told = piece('told', { language: 'pa', themes: ['t'] });
    const far = [piece('a', { language: 'so' }), piece('b', { language: 'so' })];
    const near = [
      piece('c', { language: 'pa' }),
      piece('d', { language: 'so', translations: [{ language: 'ur' }] as never }),
    ].map((each) => ({ ...each, themes: ['t'] }));
    const pieces = [told, ...far.map((each) => ({ ...each, themes: ['t'] })), ...near];
    expect(idsOf(readNext(told, shelvesOf(pieces), 'ur')).slice(0, 2)).toEqual(['c', 'd']);
  });

  test('words in common bring pieces together where nobody gave them a theme', () => {
    const pieces = some(30, (at) => ({
      title: at % 7 === 0 ? 'The interpreter was late' : 'Rain',
    }));
    const [first] = pieces;
    if (first === undefined) throw new Error('no piece');
    expect(idsOf(readNext(first, shelvesOf(pieces), 'en'))).toEqual(['p0007', 'p0014', 'p0021']);
  });

  test('the same piece in another language is no other piece', () => {
    const [first, second, third] = some(3);
    if (!first || !second || !third) throw new Error('no piece');
    const told = { ...first, siblings: [{ id: second.id, language: 'ur' }] };
    expect(idsOf(readNext(told, shelvesOf([told, second, third]), 'en'))).toEqual([third.id]);
  });

  test('a title stands on no page that lets in more than its own makers did', () => {
    const open = { searchable: true, openToAi: true };
    const found = { searchable: true, openToAi: false };
    const shut = { searchable: false, openToAi: false };
    expect([mayBeNamedOn(open, open), mayBeNamedOn(open, found)]).toEqual([true, false]);
    expect([mayBeNamedOn(found, open), mayBeNamedOn(found, found)]).toEqual([true, true]);
    expect([mayBeNamedOn(found, shut), mayBeNamedOn(shut, shut)]).toEqual([false, true]);
  });

  test('those that may be named come first, and those that may not are still reached', () => {
    const pieces = some(5, (at) => ({
      themes: ['t'],
      searchable: at === 0 || at === 4,
      ...(at === 4 ? { themes: [] } : {}),
    }));
    const [first] = pieces;
    if (first === undefined) throw new Error('no piece');
    const found = idsOf(readNext(first, shelvesOf(pieces), 'en'));
    expect([found[0], found.length]).toEqual(['p0004', 3]);
  });

  test('each of four thousand pieces leads to three others', () => {
    const pieces = some(4000, (at) => ({ themes: [`t${at % 9}`], places: [`o${at % 7}`] }));
    const shelves = shelvesOf(pieces);
    const sample = pieces.filter((_, at) => at % 97 === 0);
    expect(sample.every((each) => new Set(idsOf(readNext(each, shelves, 'en'))).size === 3)).toBe(
      true,
    );
  });

  test('who goes on by chance comes to every piece once, and alone there is nowhere to go', () => {
    const pieces = some(40);
    const shelves = shelvesOf(pieces);
    const seen = new Set<string>();
    let at: string | undefined = 'p0000';
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      at = byChance(at, shelves)?.id;
    }
    expect([seen.size, at]).toEqual([40, 'p0000']);
    expect(byChance('p0000', shelvesOf(some(1)))).toBeUndefined();
    expect(byChance('2026-01-01', shelvesOf(some(1)))?.id).toBe('p0000');
  });
});

describe('where a piece is shown', () => {
  const pieces = some(4, () => ({ themes: ['t'] }));
  const works = ['p0002/f1', 'p0000', 'p0000/words', 'p0003'];
  const hall = { id: 'hall', title: 'Hall', works } as unknown as Released<Exhibition>;
  const asks = [{ id: 'ask', name: { en: 'Ask' }, pieces: [{ id: 'p0002', parts: ['words'] }] }];
  const plain = shelvesOf(pieces);
  const shelves = {
    ...plain,
    exhibitions: [hall],
    site: { ...plain.site, priorities: asks } as unknown as Shelves['site'],
  };
  const at = (id: string) => pieces.find((each) => each.id === id) ?? piece('none');

  test('it names the exhibitions that show any part of it, and the asks it stands behind', () => {
    expect(exhibitionsOf(at('p0002'), shelves)).toEqual([hall]);
    expect(exhibitionsOf(at('p0001'), shelves)).toEqual([]);
    expect(prioritiesOf(at('p0002'), shelves).map(({ id }) => id)).toEqual(['ask']);
    expect(prioritiesOf(at('p0000'), shelves)).toEqual([]);
  });

  test('its neighbours are those of the exhibition, in its order, and those of its theme', () => {
    const rows = neighboursOf(at('p0000'), shelves);
    expect(
      rows.map(({ of, before, after }) => [Object.keys(of)[0], before?.id, after?.id]),
    ).toEqual([
      ['exhibition', 'p0002', 'p0003'],
      ['theme', undefined, 'p0001'],
    ]);
    expect(neighboursOf(at('p0001'), { ...shelves, listings: [] })).toEqual([]);
  });
});
