import type { PartForUse, PieceForUse } from '#release/released-for-use.ts';
import type { Released } from '#release/released.ts';
import type { CopyAbout, CopyFile } from './copy.ts';

/** What a column says of one part of one piece. */
type Cell = (of: {
  readonly piece: Released<PieceForUse>;
  readonly part: PartForUse;
  readonly about: CopyAbout;
}) => string | undefined;

/** The columns, by the name in the first row, in their order. */
const CSV_COLUMNS = {
  piece: ({ piece }) => piece.id,
  part: ({ part }) => part.part,
  form: ({ part }) => part.form,
  kind: ({ part }) => part.kind,
  piece_kind: ({ piece }) => piece.kind,
  language: ({ part }) => part.language,
  title: ({ part }) => part.title,
  summary: ({ part }) => part.summary,
  words: ({ part }) => part.words,
  description: ({ part }) => part.description,
  caption: ({ part }) => part.caption,
  credit_as: ({ part }) => part.credit?.as,
  credit: ({ part }) => part.credit?.name,
  told: ({ piece }) => piece.told,
  themes: ({ piece }) => piece.themes.join(' '),
  places: ({ piece }) => piece.places.join(' '),
  series: ({ piece }) => piece.series.join(' '),
  content_notes: ({ piece }) =>
    piece.contentNotes
      .map(({ topic, words }) => (words === undefined ? topic : `${topic}: ${words}`))
      .join('\n'),
  licence: ({ piece }) => piece.licence?.name,
  licence_url: ({ piece }) => piece.licence?.url,
  attribution: ({ piece }) => piece.licence?.attribution,
  example: ({ piece }) => (piece.example ? 'yes' : ''),
  use: ({ about }) => about.use,
  day: ({ about }) => about.day,
} as const satisfies Readonly<Record<string, Cell>>;

/** What stands in the table and is nobody's. */
export const CSV_OWN_WORDS: readonly string[] = [...Object.keys(CSV_COLUMNS), 'yes'];

/** One table, a row for each part; RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function csvFiles(
  pieces: readonly Released<PieceForUse>[],
  about: CopyAbout,
): readonly CopyFile[] {
  const rows = pieces.flatMap((piece) =>
    piece.parts.map((part) =>
      Object.values<Cell>(CSV_COLUMNS).map((cell) => cell({ piece, part, about }) ?? ''),
    ),
  );
  const lines = [Object.keys(CSV_COLUMNS), ...rows].map(
    (cells) => `${cells.map(quotedCell).join(',')}\r\n`,
  );
  return [{ name: `${about.use}.csv`, text: `\uFEFF${lines.join('')}` }];
}

function quotedCell(words: string): string {
  return `"${safeCell(words).replaceAll('"', '""')}"`;
}

/**
 * A spreadsheet takes what begins with one of these for a calculation, which can send what stands in other
 * cells to somebody. Such a cell gets an apostrophe before it; so does one that begins with an apostrophe,
 * so that whoever takes away one has exactly the words.
 */
const CALCULATES = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠']|^[\t\r\n]/u;

/** The words as a cell that nothing calculates; `wordsInCell` is the way back. */
export function safeCell(words: string): string {
  return CALCULATES.test(words) ? `'${words}` : words;
}

/** The words of a cell, exactly as they were. */
export function wordsInCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
