import { describe, expect, test } from 'vitest';
import { joinedQuotes } from '#components/joined-quotes.ts';
import { exactWords, lettersOf } from '#components/quote-words.ts';
import type { Component } from '#release/document.ts';
import type { DrawnBlock } from '#release/document-html.ts';

describe('quotations that stand one after another', () => {
  const quote = (id: string, html: string): DrawnBlock => ({
    component: { name: 'Quote', attributes: { id } } as unknown as Component,
    inside: [{ html }],
  });
  test('of one piece are one, in their order; another piece or other words part them', () => {
    const drawn = [
      quote('a', 'ਘਰ'),
      quote('a', 'Home'),
      quote('b', 'x'),
      { html: '-' },
      quote('b', 'y'),
    ];
    expect(joinedQuotes(drawn)).toEqual([
      { quote: 'a', passages: ['ਘਰ', 'Home'] },
      { quote: 'b', passages: ['x'] },
      { html: '-' },
      { quote: 'b', passages: ['y'] },
    ]);
  });
});

describe('the words of a quotation', () => {
  const said = [
    { language: 'pa', text: 'ਮੈਂ ਹੁਣ ਵੀ\nਲਿਖਦੀ ਹਾਂ।' },
    { language: 'en', text: '[Me]: I still write.\n1947. "Here."' },
  ];

  test('are in the language of the words or the translation which hold them', () => {
    expect(exactWords('I still write.', said)?.language).toBe('en');
    expect(exactWords('ਹੁਣ ਵੀ ਲਿਖਦੀ', said)?.language).toBe('pa');
  });

  test('are drawn with the lines of the piece', () => {
    expect(exactWords('ਹੁਣ ਵੀ ਲਿਖਦੀ ਹਾਂ', said)?.text).toBe('ਹੁਣ ਵੀ\nਲਿਖਦੀ ਹਾਂ');
  });

  test('are found however their letters were drawn', () => {
    expect(exactWords(lettersOf('<p>1947. &quot;Here.&#34;</p>\n'), said)?.text).toBe(
      '1947. "Here."',
    );
    expect(lettersOf('<p>a<br>b &amp;amp; &#x41;&nbsp;</p>')).toBe('a\nb &amp; A&nbsp;\n');
  });

  test('are none where the piece does not say them', () => {
    expect(exactWords('Something else', said)).toBeUndefined();
  });
});
