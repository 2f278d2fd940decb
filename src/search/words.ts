/**
 * What a word is. It runs when the index is made and in the reader's browser; it imports nothing.
 */

/** A word as it is written, and where it stands. */
export interface Word {
  readonly word: string;
  readonly at: number;
}

/** Letters, marks and digits, joined across characters that show nothing and apostrophes. */
const RUN = /[\p{L}\p{M}\p{N}]+(?:[\u200b-\u200f\u2060\ufeff'’ʼ‘]+[\p{L}\p{M}\p{N}]+)*/gu;
export const SHOWS_NOTHING = /[\u00ad\u200b-\u200f\u2060\ufeff'’ʼ‘`]/g;

/** A letter of the scripts that are written without spaces between the words. */
export const UNSPACED =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Mymr}]/u;
/** «NHS医院» is two words: letters with spaces between the words, and letters without. */
const STRETCH = new RegExp(`(?:${UNSPACED.source}[\\u200b-\\u200f\\u2060\\ufeff]*)+`, 'gu');

/** Where each word of a text stands, as it is written. */
export function wordsIn(text: string): readonly Word[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) =>
    UNSPACED.test(run)
      ? stretches(run).flatMap(({ word, at }) =>
          (UNSPACED.test(word) ? segments(word) : [{ word, at: 0 }]).map((each) => ({
            word: each.word,
            at: index + at + each.at,
          })),
        )
      : [{ word: run, at: index }],
  );
}

function stretches(run: string): readonly Word[] {
  const found: Word[] = [];
  let at = 0;
  for (const { 0: stretch, index } of run.matchAll(STRETCH)) {
    if (index > at) found.push({ word: run.slice(at, index), at });
    found.push({ word: stretch, at: index });
    at = index + stretch.length;
  }
  return at < run.length ? [...found, { word: run.slice(at), at }] : found;
}

/** Cut where a dictionary of the language would. A browser without one takes the stretch as one word. */
function segments(stretch: string): readonly Word[] {
  cutter ??= 'Segmenter' in Intl ? new Intl.Segmenter('und', { granularity: 'word' }) : undefined;
  if (cutter === undefined) return [{ word: stretch, at: 0 }];
  return [...cutter.segment(stretch)].flatMap(({ segment, index }) =>
    UNSPACED.test(segment) ? [{ word: segment, at: index }] : [],
  );
}
let cutter: Intl.Segmenter | undefined;
