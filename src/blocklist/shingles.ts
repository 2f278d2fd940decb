import { foldedWords } from './fold.ts';

/** How many words in a row make a shingle (docs/consent.md §4.4). */
export const SHINGLE_WORDS = 6;

/** A text of fewer words is known only as a whole, and only when it is longer than this. */
const SHORT_LETTERS = 20;

/**
 * Every run of six folded words of a text; a text of fewer words is one run, when it is long enough
 * to be somebody's own and not a greeting. Shorter texts have none.
 */
export function shinglesOf(text: string): readonly string[] {
  return shinglesOfWords(foldedWords(text));
}

/** The same for words that are folded already. */
export function shinglesOfWords(words: readonly string[]): readonly string[] {
  if (words.length < SHINGLE_WORDS) return whole(words);
  const runs: string[] = [];
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at += 1)
    runs.push(words.slice(at, at + SHINGLE_WORDS).join(' '));
  return runs;
}

/**
 * What a text is asked for when it is looked for in: its runs, and each of its lines that is short,
 * since a withdrawn title is pasted as a line of its own.
 */
export function askedOf(text: string): ReadonlySet<string> {
  const lines = text.split(/\r?\n/).map(foldedWords);
  const short = lines.filter(({ length }) => length < SHINGLE_WORDS).flatMap(whole);
  return new Set([...shinglesOf(text), ...short]);
}

/** Is this run a whole text of fewer words, such as a title? */
export function isShort(run: string): boolean {
  return run.split(' ').length < SHINGLE_WORDS;
}

/** At most `most` of them, spread evenly over the text, the first and the last among them. */
export function spread(runs: readonly string[], most: number): readonly string[] {
  if (runs.length <= most) return runs;
  const step = (runs.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => runs[Math.round(index * step)] ?? '');
}

function whole(words: readonly string[]): readonly string[] {
  const run = words.join(' ');
  return [...run].length > SHORT_LETTERS ? [run] : [];
}
