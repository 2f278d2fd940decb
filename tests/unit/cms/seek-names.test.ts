import { describe, expect, test } from 'vitest';
import { seekNames } from '#cms/browser/seek-names.ts';
import { deskLists } from '#cms/desk-lists.ts';

const { lists } = await deskLists('content');
const found = (typed: string, list: 'themes' | 'places' = 'places') =>
  seekNames(lists[list], typed).map(({ option, by }) => [option.value, by?.text]);

describe('a name that is sought in the archive’s own lists', () => {
  test('is found in any language it has, and shown beside the label', () => {
    expect(found('sout')).toEqual([['southall', undefined]]);
    expect(found('ساؤتھ')).toEqual([['southall', 'ساؤتھ ہال']]);
    // Typed on an Arabic keyboard.
    expect(found('ايلنگ')).toEqual([['ealing', 'ایلنگ']]);
    expect(found('SÓUTHALL')).toEqual([['southall', undefined]]);
  });

  test('is found by what people here say, and by what the council says', () => {
    expect(found('fuel poverty', 'themes')).toEqual([['food-and-warmth', 'fuel poverty']]);
    expect(found('چائے', 'themes')).toEqual([['food-and-warmth', 'چائے']]);
  });

  test('that begins with what is typed comes first, and nothing typed finds all', () => {
    const named = (value: string, label: string) => ({ value, label });
    const list = [named('a', 'East Acton'), named('b', 'Acton'), named('c', 'Ealing')];
    expect(seekNames(list, 'act').map(({ option }) => option.value)).toEqual(['b', 'a']);
    expect(seekNames(list, ' ').length).toBe(3);
    expect(seekNames(list, 'zz')).toEqual([]);
  });
});
