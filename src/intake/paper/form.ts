import { createHash } from 'node:crypto';
import { directionOf } from '#i18n/language.ts';
import { type PaperLayout, paperLayout } from './layout.ts';
import { BOX, SHEET, SIDES, type Side } from './sheet.ts';

/** One side of a form as it is printed: which form it is stands on it for the reader. */
export interface PaperSide {
  readonly side: Side;
  /** Interface language of its words. */
  readonly language: string;
  readonly layout: PaperLayout;
  /** Black or not, from left to right. */
  readonly cells: readonly boolean[];
}

/** Centres of the four corner marks, in millimetres: upper left, upper right, lower right, lower left. */
export const CORNER_MARKS = [
  { x: 12, y: 12 },
  { x: SHEET.width - 12, y: 12 },
  { x: SHEET.width - 12, y: SHEET.height - 12 },
  { x: 12, y: SHEET.height - 12 },
] as const;
/** Each is a black ring with a dot in it: radii, in millimetres. */
export const MARK_RADII = { outer: 4.5, inner: 3, dot: 1.7 } as const;

/** The row of cells between the upper two marks, in millimetres. */
export const CELLS = { x: 53, y: 9.5, width: 2.6, height: 5 } as const;

/** Begins and ends the row; the same backwards would be another. */
const BEGIN = [true, false, true, true] as const;
const END = [true, false, false, true] as const;
const CODE_BITS = 32;

/**
 * Every form that may be printed now, side by side: a row for each language and side. The row of cells is
 * a digest of what is asked and where, so that a form that was printed before a question changed is known to
 * be another, and is not read by the wrong boxes. It is read by what reads the boxes, which a square
 * code would not be.
 */
export function paperSides(languages: readonly string[], sheet: string): readonly PaperSide[] {
  return languages.flatMap((language) => {
    const layout = paperLayout(directionOf(language));
    return SIDES.map((side) => {
      const cells = [...BEGIN, ...codeOf({ layout, language, side, sheet }), ...END];
      return { side, language, layout, cells };
    });
  });
}

/** Is it one of our rows at all, whichever form? */
export function isFramed(cells: readonly boolean[]): boolean {
  const last = cells.slice(-END.length);
  return (
    BEGIN.every((cell, at) => cells[at] === cell) && END.every((cell, at) => last[at] === cell)
  );
}

export const CELL_COUNT = BEGIN.length + CODE_BITS + END.length;

function codeOf(form: {
  readonly layout: PaperLayout;
  readonly language: string;
  readonly side: Side;
  readonly sheet: string;
}): readonly boolean[] {
  const digest = createHash('sha256')
    .update(JSON.stringify({ ...form, BOX }))
    .digest();
  return Array.from({ length: CODE_BITS }, (_, at) => {
    const byte = digest[Math.floor(at / 8)] ?? 0;
    return ((byte >> (at % 8)) & 1) === 1;
  });
}

/** The same for people, to tell one printed form from another. */
export function writtenCode({ cells }: PaperSide): string {
  const bits = cells.slice(BEGIN.length, BEGIN.length + CODE_BITS);
  const nibbles = Array.from({ length: CODE_BITS / 4 }, (_, at) =>
    bits.slice(at * 4, at * 4 + 4).reduce((sum, bit, place) => sum + (bit ? 1 << place : 0), 0),
  );
  return nibbles.map((nibble) => nibble.toString(16)).join('');
}
