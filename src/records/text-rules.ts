import { type Problem, problemAt } from './problem.ts';

/**
 * Characters that may stand in no text, wherever it comes from:
 * - controls of the two old sets but tab, line feed and carriage return: a feed with one is no XML,
 *   and nobody can see them
 * - halves of a character, and the places that Unicode keeps empty for ever
 * - the two overrides of direction (U+202D, U+202E), which show letters in another order than they
 *   stand in, so that a reader sees another name or address than the archive holds
 *
 * All other marks of direction stay: phones and word processors put them around numbers and names.
 * So do joiners and variation selectors, without which words of many languages are written wrongly.
 */
const REFUSED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202d\u202e\ufdd0-\ufdef\p{Cs}]|[\ufffe\uffff]|\p{Noncharacter_Code_Point}/u;
const ALL_REFUSED = new RegExp(REFUSED.source, 'gu');

/** Where the first character stands that no text may hold. */
export interface RefusedCharacter {
  /** As its code is written: `U+000B`. */
  readonly code: string;
  /** From 1. */
  readonly line: number;
}

/** The first character of a text that may stand in none; nothing for a text that is well. Linear. */
export function refusedCharacter(text: string): RefusedCharacter | undefined {
  const found = REFUSED.exec(text);
  if (found === null) return undefined;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const line = text.slice(0, found.index).split(/\r\n|[\n\r]/).length;
  return { code: `U+${code}`, line };
}

/** A text without them, where whoever wrote it cannot be asked to write it anew. */
export function withoutRefused(text: string): string {
  return text.replace(ALL_REFUSED, '');
}

/** The problem of a text that holds such a character; `field` is given to a text of many lines. */
export function characterProblem(
  text: string,
  { file, field }: { readonly file: string; readonly field?: string | undefined },
): Problem | undefined {
  const found = refusedCharacter(text);
  if (found === undefined) return undefined;
  const isLong = /[\n\r]/.test(text);
  const where = isLong ? `${field ? `${field}, ` : ''}line ${found.line}` : field;
  return problemAt({ file, field: where }, 'character-refused', { code: found.code });
}
