import { describe, expect, test } from 'vitest';
import { visibleText } from '#records/marks.ts';
import { wordsToHtml } from '#release/words.ts';
import { shownWords } from '#support/shown-words.ts';

/**
 * Words that once ended or held up a build. No clock is read: what grew with the square of the
 * length, or called itself for each mark, does not come back from these at all.
 */
const LONG: Readonly<Record<string, string>> = {
  'quotations in quotations': '> '.repeat(5000),
  'lists in lists': Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}- a`).join(
    '\n',
  ),
  'stars that open': '*a '.repeat(200_000),
  'stars that close': 'a* '.repeat(200_000),
  'stars without an end': '*'.repeat(500_000),
  'backslashes and stars': '\\*'.repeat(200_000),
  'brackets that open': '['.repeat(500_000),
  'brackets that close': ']('.repeat(200_000),
  'addresses that never end': '[a](https://(('.repeat(50_000),
  'a title of spaces': `# ${' '.repeat(500_000)}`,
  ticks: '`'.repeat(500_000),
  'low lines': '_a '.repeat(200_000),
  'open tags': '<a '.repeat(200_000),
};

describe('5,000 marks in each other, and their like', () => {
  test.each(Object.entries(LONG))('%s are drawn as the letters they are', (_name, words) => {
    expect(visibleText(words)).toBe(words.replace(/\n+$/, ''));
    expect(shownWords(wordsToHtml(words))).toBe(visibleText(words));
  });

  test('a hundred thousand links are links', () => {
    const html = wordsToHtml('[a](https://b.example) '.repeat(100_000));
    expect(html.split('<a href="https://b.example">').length).toBe(100_001);
  });
});
