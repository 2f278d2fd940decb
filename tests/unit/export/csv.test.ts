import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvFiles, safeCell, wordsInCell } from '#export/csv.ts';
import type { PieceForUse } from '#release/released-for-use.ts';
import type { Released } from '#release/released.ts';
import { fc } from '#support/properties.ts';

const ABOUT = { key: 'k1', use: 'research', day: '2026-12-01' } as const;

/** What each cell of the column `words` holds, read by a reader of CSV that is not ours. */
function readBack(words: readonly string[]): readonly string[] {
  const piece: PieceForUse = {
    ...{ id: 'bread01', kind: 'story', told: undefined, series: [], themes: [], places: [] },
    ...{ contentNotes: [], licence: undefined, example: false },
    parts: words.map((each, at) => ({
      ...{ part: `t${at}`, kind: 'words', form: 'translation', language: 'en', words: each },
    })),
  };
  const [file] = csvFiles([piece as Released<PieceForUse>], ABOUT);
  const rows = parse<Record<string, string>>(file?.text ?? '', {
    ...{ bom: true, columns: true, record_delimiter: '\r\n' },
  });
  return rows.map((row) => row['words'] ?? '');
}

const CALCULATIONS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '=HYPERLINK("http://example.org/?"&A1)',
  ' =1+1',
  '\n=1',
  '\t=1',
  '\r=1',
  '\u00A0=1',
  '\u200B=1',
  '\uFEFF=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
  '- a list\n- of things',
];

describe('a table of words', () => {
  test.each(CALCULATIONS)('holds nothing that a spreadsheet calculates: %j', (words) => {
    const [cell = ''] = readBack([words]);
    expect(cell).toBe(`'${words}`);
    expect(wordsInCell(cell)).toBe(words);
  });

  test('leaves other words as they are, quotes, commas, lines and scripts too', () => {
    const words = [
      'He said "no", and left;\nthen\r\ncame back',
      'ਰੋਟੀ, ਅਤੇ ਚਾਹ',
      'شام = چائے',
      '',
      'x',
    ];
    expect(readBack(words)).toEqual(words);
  });

  test('gives every text back exactly, whatever it begins with', () => {
    const letter = fc.constantFrom(...'\'"=+-@,;ab \n\r\t＝\u200B');
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: letter }));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (words) => {
        expect(readBack(words).map(wordsInCell)).toEqual(words);
      }),
    );
  });

  test('tells apart a cell that was made safe from one that began with an apostrophe', () => {
    expect(safeCell("'tis")).toBe("''tis");
    expect(safeCell('=1')).toBe("'=1");
  });

  test('begins with the mark by which spreadsheets know UTF-8', () => {
    const [file] = csvFiles([], ABOUT);
    expect(Buffer.from(file?.text ?? '').subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });
});
