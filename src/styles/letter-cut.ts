import type { Typeface } from '#i18n/scripts.ts';

/** One file of letters that is cut out of a typeface. */
export interface Cut {
  /** Name of the file here, without its ending. */
  readonly name: string;
  /** What the style sheets call it. */
  readonly family: string;
  readonly letters: Typeface;
  readonly ranges: readonly (readonly [number, number])[];
  /**
   * Latin is cut in both weights; the frame of a story has nothing bold in it, so that it brings
   * one. Of all else the regular letters stand for the bold ones too: a second file would cost a
   * page 10 to 115 kB, and letters that the browser smears are hard to read.
   */
  readonly weight: '400' | '700' | '400 700';
  /** Keeps only the shapes that these texts are drawn with, beside the bare letters. */
  readonly only?: { readonly texts: readonly string[]; readonly languages: readonly string[] };
  /** OpenType scripts to keep; absent: all. */
  readonly scripts?: readonly string[];
}

/** A cut of all the shapes of some letters, in the one weight that stands for both. */
export function face(name: string, letters: Typeface, ranges: Cut['ranges']): Cut {
  return { name, family: letters.typeface, letters, ranges, weight: '400 700' };
}
