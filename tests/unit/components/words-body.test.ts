import { describe, expect, test } from 'vitest';
import { languageOfQuote } from '#components/exhibition-view.ts';
import { fitUnder } from '#components/words-body.ts';
import { wordsToHtml } from '#release/words.ts';

describe('a contributor’s words under the headings of a page', () => {
  test('headings begin under the page’s own and skip no level', () => {
    const html = fitUnder(wordsToHtml('# One\n\n#### Two\n\n# Three\n'), 2);
    expect([...html.matchAll(/<h(\d)>(\w+)/g)].map((match) => match.slice(1))).toEqual([
      ['2', 'One'],
      ['3', 'Two'],
      ['2', 'Three'],
    ]);
  });

  test('a ticked box becomes the letters it was written with', () => {
    const html = fitUnder(wordsToHtml('- [x] rice\n- [ ] salt\n'), 2);
    expect(html).toContain('[x] rice');
    expect(html).toContain('[ ] salt');
    expect(html).not.toContain('<input');
  });

  test('words that only look like headings are left alone', () => {
    const html = wordsToHtml('I <3 you\n\n`<h1>` is a tag');
    expect(fitUnder(html, 2)).toBe(html);
  });
});

describe('the language of a quotation', () => {
  const sources = [
    { language: 'pa', html: '<p>ਮੈਂ ਹੁਣ ਵੀ\nਲਿਖਦੀ <em>ਹਾਂ</em>।</p>' },
    { language: 'en', html: '<p>I still write.</p>' },
  ];

  test('is that of the words or the translation which hold it', () => {
    expect(languageOfQuote('<p>I still write.</p>', sources, 'pa')).toBe('en');
    expect(languageOfQuote('<p>ਹੁਣ ਵੀ ਲਿਖਦੀ ਹਾਂ</p>', sources, 'en')).toBe('pa');
  });

  test('is found however the quotation marks are written', () => {
    const said = [{ language: 'pl', html: '<p>"To kurs", mówiłem.</p>' }];
    expect(languageOfQuote('<p>&quot;To kurs&quot;, m\u00f3wiłem.</p>', said, 'en')).toBe('pl');
  });

  test('is the teller’s own where neither does', () => {
    expect(languageOfQuote('<p>Something else</p>', sources, 'pa')).toBe('pa');
  });
});
