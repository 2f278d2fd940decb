import { describe, expect, test } from 'vitest';
import { plainText } from '#release/plain-text.ts';
import { wordsToHtml } from '#release/words.ts';

/** The text a reader gets, with entities turned back. */
function read(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}

const EXACT = [
  'I <3 you',
  '{smile} and {process.env.HOME}',
  'import the rice from home',
  'export what is left',
  '"straight" -- quotes... and \'more\'',
  'ਸਿੰਘ\u200cਸ\u200dਾ ਨਹੀਂ',
  'می‌خواهم',
  'e\u0301 is not é',
  'a & b < c > d',
  '1 < 2 and 3 > 2',
];

describe('contributors’ words are not changed', () => {
  test.each(EXACT)('%s', (words) => {
    expect(read(wordsToHtml(words))).toBe(words);
    expect(plainText(words)).toBe(words);
  });
});

describe('A22: contributors’ words can do nothing', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', /<script/i],
    ['an image that runs something', '<img src=x onerror=alert(1)>', /<img/i],
    ['a frame', 'a <iframe src="https://e.example"></iframe> b', /<iframe/i],
    ['a style', '<p style="color:red">x</p>', /<p style/i],
    ['a link that runs something', '[x](javascript:alert(1))', /javascript:/i],
    [
      'a link by reference that runs something',
      '[x][y]\n\n[y]: javascript:alert(1)',
      /href="javascript:/i,
    ],
    ['a data link', '[x](data:text/html;base64,AAAA)', /href="data:/i],
    ['a picture from elsewhere', '![words](https://e.example/x.png)', /<img/i],
    ['an auto link that runs something', '<javascript:alert(1)>', /href="javascript:/i],
  ])('%s', (_name, words, never) => {
    expect(wordsToHtml(words)).not.toMatch(never);
  });

  test('a comment says nothing to a reader and does not come along', () => {
    const words = 'before <!-- CNRY hidden --> after\n\n<!--\nCNRY hidden\n-->\n\nlast';
    expect(wordsToHtml(words)).not.toContain('CNRY');
    expect(plainText(words)).not.toContain('CNRY');
    expect(read(wordsToHtml(words))).toContain('before');
  });

  test('links to the web, a telephone and an address stay', () => {
    const html = wordsToHtml('[a](https://a.example) [b](tel:111) [c](mailto:a@a.example)');
    expect(html.match(/href="/g)?.length).toBe(3);
  });

  test('a heading with no words is not drawn', () => {
    expect(wordsToHtml('##\none\n\n##\ntwo')).not.toContain('<h');
  });
});

test('markup of its own between two paragraphs stands on a line of its own', () => {
  expect(plainText('<div>One</div>\n\nTwo')).toBe('<div>One</div>\nTwo');
});
