import { type Problem, problemAt } from './problem.ts';

/** How much one record may hold. Far above what people write, and read in well under a second. */
export interface Limits {
  /** Letters of the file as it was written, with the words below the record. */
  readonly letters: number;
  /** Keys, values and entries of lists, all together. */
  readonly values: number;
  /** Groups and lists within each other. */
  readonly depth: number;
}

export const RECORD_LIMITS: Limits = { letters: 2_000_000, values: 10_000, depth: 16 };
/** A list of a whole collection, as an import brings it. */
export const MANIFEST_LIMITS: Limits = { letters: 100_000_000, values: 4_000_000, depth: 16 };

/**
 * Whether a value is within its limits. Walks no further than the limit allows and does not call
 * itself, so that what was made to be large costs no more than what is just too large.
 */
export function isWithin(value: unknown, { values, depth }: Limits): boolean {
  const left: { readonly value: unknown; readonly deep: number }[] = [{ value, deep: 0 }];
  let counted = 0;
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next.deep > depth) return false;
    if (typeof next.value !== 'object' || next.value === null) continue;
    const entries = Array.isArray(next.value) ? next.value : Object.values(next.value);
    counted += entries.length;
    if (counted > values) return false;
    for (const entry of entries) left.push({ value: entry, deep: next.deep + 1 });
  }
  return true;
}

/** Said of a record that holds more than any could; what is too much of it is not told. */
export function tooMuch(file: string, field?: string): Problem {
  return problemAt({ file, field }, 'too-much');
}
