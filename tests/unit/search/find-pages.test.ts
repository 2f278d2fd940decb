import { expect, test } from 'vitest';
import { findPages, type SearchablePage } from '#search/find-pages.ts';

const page = (title: string, more: readonly (readonly [string, string])[] = [], filter = '') =>
  ({
    ...{ url: `/${title}/`, title, language: 'en', about: 'Theme' },
    lines: [['en', title] as const, ...more].map(([language, text]) => ({ language, text })),
    ...(filter && { filter: { theme: filter } }),
  }) satisfies SearchablePage;

const PAGES = [
  page('Southall', [['ur', 'ساؤتھ ہال']]),
  page(
    'Loneliness',
    [
      ['', 'tanhai'],
      ['', 'تنہائی'],
      ['', 'mental wellbeing'],
    ],
    'loneliness',
  ),
  page('No child should have to interpret'),
  page('Get support'),
  page('The bed by the window'),
];
const found = (typed: string) => findPages(PAGES, typed).map(({ page: { title } }) => title);

test.each([
  ['a town in its own letters', 'Southall', 'Southall'],
  ['a town in other letters', 'ਸਾਊਥਾਲ', 'Southall'],
  ['a theme by what residents call it', 'tanhai', 'Loneliness'],
  ['a theme by what institutions call it', 'mental health', 'Loneliness'],
  ['a priority by another form of its word', 'interpreters', 'No child should have to interpret'],
  ['an exhibition by its name', 'bed by the window', 'The bed by the window'],
  ['a page of the site', 'support', 'Get support'],
])('finds %s', (_, typed, title) => {
  expect(found(typed)[0]).toBe(title);
});

test('every page of a question that names two', () => {
  expect(found('what people in Southall say about interpreters')).toEqual(
    expect.arrayContaining(['Southall', 'No child should have to interpret']),
  );
});

test('nothing for a word that is of no page, nor for none', () => {
  expect(found('helicopter')).toEqual([]);
  expect(found('')).toEqual([]);
});

test('a page is meant by itself only where all is of it', () => {
  const [whole] = findPages(PAGES, 'loneliness');
  const [half] = findPages(PAGES, 'loneliness helicopter kettle');
  expect([whole?.isWhole, half?.isWhole]).toEqual([true, false]);
});
