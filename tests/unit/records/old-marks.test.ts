import { describe, expect, test } from 'vitest';
import { type OldMark, oldMarksIn } from '#records/old-marks.ts';

const FOUND: Readonly<Record<Exclude<OldMark, 'lines that ran on'>, readonly string[]>> = {
  'bullet list': ['- one', '* one', '  + one'],
  'numbered list': ['1947. The line was drawn.', '2) two'],
  quotation: ['> he said'],
  'indented code': ['one\n\n    میں', '\ttwo'],
  'code in backticks': ['a `tick` b', '```\nx'],
  'heading by underline': ['I never went back\n---\nThat was all.', 'One\n==='],
  'heading in a paragraph': ['text\n# not alone'],
  'heading behind spaces or before hashes': ['  # one', '# one ##'],
  'line across': ['one\n\n---', '* * *', '_____'],
  table: ['| a | b |\n|---|---|\n| c | d |'],
  'emphasis by low lines': ['__init__', 'so _very_ cold'],
  'emphasis inside a word': ['un*believ*able', '*a*b'],
  'struck out words': ['~~gone~~'],
  'link by reference': ['[Me]: Fine.'],
  'link with a title or to another place': ['[a](https://b.example "c")', '[a](/b)'],
  'address made a link': ['see https://a.example', 'www.a.example'],
  picture: ['![a](b.png)'],
  comment: ['a <!-- b --> c'],
  'letters written as code': ['&amp; and &#35;'],
  'backslash before a sign': ['a \\_ b'],
  'line end by backslash': ['one\\'],
};

describe('what Markdown drew and is shown as typed now', () => {
  test.each(Object.entries(FOUND))('%s', (kind, texts) => {
    for (const text of texts)
      expect([text, oldMarksIn(text)]).toEqual([text, expect.arrayContaining([kind])]);
  });

  test('is nothing in plain words, and nothing in the marks that are still drawn', () => {
    const plain =
      'We left in 1947. It was 3 - 2 = 1.\n\nSo *very* cold, **never** again: [call](tel:111).\n\n# Home\n\nsnake_case, a & b, I <3 you {smile}';
    expect(oldMarksIn(plain)).toEqual([]);
    expect(oldMarksIn('')).toEqual([]);
  });

  test('is lines of one paragraph, which ran on', () => {
    expect(oldMarksIn('Rain on the glass,\nI wipe it away.')).toEqual(['lines that ran on']);
  });

  test('is looked for without end in no text, however long its lines', () => {
    for (const part of [
      '~a',
      '_a',
      '`a',
      '![',
      '](',
      '*a',
      '# #',
      ' ',
      '|',
      '- -',
      '\\',
      '&a',
      '<!--',
    ])
      expect(oldMarksIn(`x${part.repeat(100_000)}`).length).toBeLessThan(22);
  });
});
