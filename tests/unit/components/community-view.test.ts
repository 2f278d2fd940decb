import { describe, expect, test } from 'vitest';
import { answersTo, assetsByTown, piecesBehind } from '#components/community-view.ts';
import type { Answer, Asset, Released, Story } from '#release/released.ts';

const answer = (id: string, answers: Answer['answers']): Released<Answer> =>
  ({ id, answers }) as Released<Answer>;
const asset = (id: string, places: readonly string[]): Released<Asset> =>
  ({ id, places }) as Released<Asset>;
const story = (id: string, change: Partial<Story> = {}): Story =>
  ({
    ...{ id, title: 'T', summary: 'S', credit: { as: 'anonymous' } },
    ...{ images: [], translations: [], siblings: [] },
    ...change,
  }) as Story;

describe('what belongs together', () => {
  test('an answer to an exhibition is not one to a priority of the same name', () => {
    const given = [answer('a', { priority: 'rain' }), answer('b', { exhibition: 'rain' })];
    expect(answersTo(given, { priority: 'rain' }).map(({ id }) => id)).toEqual(['a']);
    expect(answersTo(given, { exhibition: 'rain' }).map(({ id }) => id)).toEqual(['b']);
  });

  test('behind a priority stand the pieces it names, in its order', () => {
    const byId = new Map(['a', 'b', 'c'].map((id) => [id, story(id, { themes: ['trust'] })]));
    const pieces = ['c', 'gone', 'a'].map((id) => ({ id, parts: ['words'] }));
    expect(piecesBehind({ pieces }, byId).map(({ id }) => id)).toEqual(['c', 'a']);
    expect(piecesBehind({ pieces: [] }, byId)).toEqual([]);
  });

  test('a piece behind a priority shows no part that was not granted for that', () => {
    const whole = story('a', {
      wordsFile: 'a.md',
      contentNotes: [{ topic: 'illness' }],
      places: ['acton'],
      translations: [{ part: 't1' }, { part: 't2' }] as unknown as Story['translations'],
      images: [{ part: 'f1' }, { part: 'f2' }] as unknown as Story['images'],
      sound: { part: 'v1' } as Story['sound'],
    });
    const shown = (...parts: string[]) =>
      piecesBehind({ pieces: [{ id: 'a', parts }] }, new Map([['a', whole]]))[0];
    expect(shown('words', 'f1', 'f2', 'v1', 't1', 't2')).toEqual(whole);
    expect(shown('words', 'f2', 't2')).toEqual({
      ...whole,
      translations: [{ part: 't2' }],
      images: [{ part: 'f2' }],
      sound: undefined,
    });
    expect(shown('v1')).toEqual({
      ...whole,
      ...{ title: undefined, summary: undefined, credit: undefined, wordsFile: undefined },
      ...{ contentNotes: [], images: [], translations: [] },
      ...{ series: [], themes: [], places: [] },
    });
  });

  test('a place in two towns is listed in both, one in none comes last, and no town is empty', () => {
    const site = { places: ['acton', 'ealing', 'hanwell'].map((id) => ({ id, name: { en: id } })) };
    const groups = assetsByTown(site, [asset('a', []), asset('b', ['hanwell', 'acton'])]);
    expect(groups.map(({ town, assets }) => [town?.id, assets.map(({ id }) => id)])).toEqual([
      ['acton', ['b']],
      ['hanwell', ['b']],
      [undefined, ['a']],
    ]);
  });
});
