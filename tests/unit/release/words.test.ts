import { describe, expect, test } from 'vitest';
import { linesToHtml, placeOfQuote, typedAndSeen, wordsToHtml } from '#release/words.ts';
import { elementsIn, shownWords } from '#support/shown-words.ts';

describe('A22: contributors’ words can do nothing', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['an image that runs something', '<img src=x onerror=alert(1)>'],
    ['a frame', 'a <iframe src="https://e.example"></iframe> b'],
    ['a style', '<p style="color:red">x</p>'],
    ['a link that runs something', '[x](javascript:alert(1))'],
    ['a link by reference that runs something', '[x][y]\n\n[y]: javascript:alert(1)'],
    ['a data link', '[x](data:text/html;base64,AAAA)'],
    ['a picture from elsewhere', '![words](https://e.example/x.png)'],
    ['an address in angle brackets that runs something', '<javascript:alert(1)>'],
    ['an element that never closes', 'a <!-- b'],
    ['an end of the page', '</div></main></body></html>'],
  ])('%s is the letters it was typed with', (_name, words) => {
    const html = wordsToHtml(words);
    expect(elementsIn(html).filter((name) => name !== 'p')).toEqual([]);
    expect(shownWords(html)).toBe(words);
  });

  test('a link cannot leave its address', () => {
    const html = wordsToHtml(`[a](https://b.example/'onclick=alert(1)&quot;x)`);
    expect(html).toBe(`<p><a href="https://b.example/'onclick=alert(1)&amp;quot;x">a</a></p>`);
    expect(elementsIn(wordsToHtml('[a](https://b.example/"onclick="c)'))).toEqual(['p']);
  });
});

describe('contributors’ words are drawn with their marks', () => {
  test.each([
    ['paragraphs', 'a\n\nb', '<p>a</p>\n<p>b</p>'],
    ['lines', 'a\nb', '<p>a<br>b</p>'],
    ['a gap that was typed', 'a\n\n\n\nb', '<p>a</p>\n<p><br><br>b</p>'],
    ['emphasis', 'so *very* **cold**', '<p>so <em>very</em> <strong>cold</strong></p>'],
    ['a link', '[a](https://b.example)', '<p><a href="https://b.example">a</a></p>'],
    [
      'every sign of HTML',
      '<a> & "b" & "c" <d>',
      '<p>&lt;a&gt; &amp; &quot;b&quot; &amp; &quot;c&quot; &lt;d&gt;</p>',
    ],
    ['nothing', '', ''],
  ])('%s', (_name, words, html) => {
    expect(wordsToHtml(words)).toBe(html);
  });

  test.each([
    ['under that of the page', '# a', undefined, ['h2']],
    ['under others', '# a', 3, ['h3']],
    ['the highest first, whatever it is', '#### a\n\nb\n\n##### c', 2, ['h2', 'p', 'h3']],
    ['all as high as the highest after it', '### a\n\n# b', 3, ['h3', 'h3']],
    ['the same for two that are the same', '# a\n\nb\n\n# c', 2, ['h2', 'p', 'h2']],
    ['no level left out', '# a\n\n### b\n\n## c\n\n# d', 2, ['h2', 'h3', 'h3', 'h2']],
    ['six at most', '# a\n\n## b\n\n### c\n\n#### d', 4, ['h4', 'h5', 'h6', 'h6']],
  ] as const)('headings stand %s', (_name, words, top, elements) => {
    expect(elementsIn(wordsToHtml(words, top))).toEqual(elements);
  });
});

describe('who looks for words', () => {
  test('looks for them as typed and as seen, once where both are the same', () => {
    expect(typedAndSeen('so *very* cold')).toEqual(['so *very* cold', 'so very cold']);
    expect(typedAndSeen('plain\n')).toEqual(['plain\n']);
    expect(typedAndSeen(undefined)).toEqual(['']);
  });
});

describe('letters of a quotation are drawn with their lines and no marks', () => {
  test('nothing in them is a mark', () => {
    expect(linesToHtml('*a* <b>\n\n# c')).toBe('<p>*a* &lt;b&gt;<br><br># c</p>');
    expect(linesToHtml('a\r\nb\rc')).toBe('<p>a<br>b<br>c</p>');
  });
});

describe('the place of exact words in a text', () => {
  const slice = (quoted: string, text: string): string | undefined => {
    const place = placeOfQuote(quoted, text);
    return place && text.slice(place.from, place.to);
  };

  test.each([
    ['in the middle', 'b c', 'a b c d', 'b c'],
    ['at the end', 'c d', 'a b c d', 'c d'],
    ['over a line end', 'b c', 'a b\nc d', 'b\nc'],
    ['over a line end of another system', 'b c', 'a b\r\nc', 'b\r\nc'],
    ['with more spaces', ' b   c\n', 'a b \n\n  c', 'b \n\n  c'],
    ['in the other Unicode form', 'caf\u00e9', 'the cafe\u0301 shut', 'cafe\u0301'],
    ['in the other form, the other way', 'cafe\u0301', 'the caf\u00e9 shut', 'caf\u00e9'],
    ['in Gurmukhi', 'ਸ਼ਾਮ', 'ਇੱਕ \u0a38\u0a3cਾਮ ਸੀ', '\u0a38\u0a3cਾਮ'],
    ['with joiners', 'می\u200cخواهم', 'من می\u200cخواهم', 'می\u200cخواهم'],
    ['of brackets and stars', '[Me]: *x*', 'a\n[Me]: *x*', '[Me]: *x*'],
  ])('%s', (_name, quoted, text, found) => {
    expect(slice(quoted, text)).toBe(found);
  });

  test.each([
    ['other words', 'b d', 'a b c d'],
    ['other capitals', 'B', 'a b'],
    ['half a letter', 'e', 'caf\u00e9'],
    ['no joiner', 'میخواهم', 'می\u200cخواهم'],
    ['a space that carries a sign', 'a b', 'a \u0301b'],
    ['a sign that carries a space', 'a b', 'a\u0600 b'],
    ['words run together', 'bc', 'b c'],
    ['nothing', ' \n', 'a b'],
  ])('%s is not there', (_name, quoted, text) => {
    expect(placeOfQuote(quoted, text)).toBeUndefined();
  });
});
