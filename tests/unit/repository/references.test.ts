import { expect, test } from 'vitest';
import type { Archive } from '#repository/archive.ts';
import { referenceProblems } from '#repository/references.ts';

const list = (id: string, fields: object = {}) => new Map([[id, fields]]);
const archive = {
  ...{
    root: '',
    contributions: [],
    withdrawn: new Map(),
    exhibitions: [],
    pages: [],
    responses: [],
  },
  lists: {
    ...{ themes: new Map(), places: new Map(), series: new Map(), assets: new Map() },
    priorities: list('warm'),
  },
} as unknown as Archive;

test('a priority that names no theme and no piece names nothing that is not there', () => {
  expect(referenceProblems(archive)).toEqual([]);
  const priorities = list('warm', { themes: ['care'], pieces: ['a'] });
  const lists = { ...archive.lists, priorities } as Archive['lists'];
  expect(referenceProblems({ ...archive, lists }).map(({ field }) => field)).toEqual([
    ...['themes[0]', 'pieces[0]'],
  ]);
});
