/**
 * The words as they stand in the index. Each carries letters in front that begin no word of any language, so
 * that a spelling is never taken for a word: the audit must not mistake it for a name that was not let out.
 */
import { foldOf, keyScriptOf } from './keys.ts';
import type { IndexedLine } from './match.ts';
import { wordsIn } from './words.ts';

const SPELLING = 'xw';
const LETTERS = 'xj';

/** Every word of a line, each once. */
export function tokensOf({ text }: IndexedLine): readonly string[] {
  const words = wordsIn(text);
  const tokens = words.flatMap(({ word }, place) =>
    keyScriptOf(word) === 'unspaced'
      ? letterTokens(foldOf(word, 'unspaced'), words[place + 1]?.word ?? '')
      : [tokenOf(word)],
  );
  return [...new Set(tokens.filter((each) => each !== SPELLING))];
}

/** A word as the index holds it. Pagefind splits a word at a capital, so `A` is written `qa`. */
export function tokenOf(word: string): string {
  const script = keyScriptOf(word);
  if (script === 'unspaced') return spelt([...foldOf(word, script)].slice(0, 2));
  return SPELLING + foldOf(word, script).replace(/[A-Z]/g, (letter) => `q${letter.toLowerCase()}`);
}

/**
 * Where no space shows the words, a browser may cut them elsewhere than the index did, so the index
 * holds every letter and every two neighbours, and `match.ts` cuts.
 */
function letterTokens(fold: string, next: string): readonly string[] {
  const letters = [...fold];
  const [after] = keyScriptOf(next) === 'unspaced' ? foldOf(next, 'unspaced') : [];
  const all = after === undefined ? letters : [...letters, after];
  return [
    ...letters.map((letter) => spelt([letter])),
    ...all.slice(1).map((letter, at) => spelt([all[at] ?? '', letter])),
  ];
}

/** Letters by their numbers, because Pagefind would drop the vowel signs of Thai. */
function spelt(letters: readonly string[]): string {
  const numbers = letters.map((letter) =>
    (letter.codePointAt(0) ?? 0).toString(16).padStart(5, '0'),
  );
  return (
    LETTERS + numbers.join('').replace(/./g, (digit) => LETTER_OF[Number.parseInt(digit, 16)] ?? '')
  );
}
const LETTER_OF = 'abcdefghijklmnop';
