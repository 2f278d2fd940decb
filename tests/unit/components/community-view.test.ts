import { describe, expect, test } from 'vitest';
import { answersTo, assetsByTown, piecesBehind } from '#components/community-view.ts';
import type { Answer, Asset, Released, Story } from '#release/released.ts';

const answer = (id: string, answers: Answer['answers']): Released<Answer> =>
  ({ id, answers }) as Released<Answer>;
const asset = (id: string, places: readonly string[]): Released<Asset> =>
  ({ id, places }) as Released<Asset>;
const story = (id: string, themes: readonly string[], searchable = true): Story =>
  ({ id, themes, searchable }) as Story;

describe('what belongs together', () => {
  test('an answer to an exhibition is not one to a priority of the same name', () => {
    const given = [answer('a', { priority: 'rain' }), answer('b', { exhibition: 'rain' })];
    expect(answersTo(given, { priority: 'rain' }).map(({ id }) => id)).toEqual(['a']);
    expect(answersTo(given, { exhibition: 'rain' }).map(({ id }) => id)).toEqual(['b']);
  });

  test('behind a priority stand pieces of its themes whose makers said yes to search', () => {
    const stories = [
      story('a', ['trust']),
      story('b', ['grief']),
      story('c', ['food', 'trust'], false),
      story('d', ['food']),
    ];
    const behind = (themes?: string[]) => piecesBehind({ themes }, stories).map(({ id }) => id);
    expect(behind(['trust', 'food'])).toEqual(['a', 'd']);
    expect(behind()).toEqual([]);
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
