/**
 * The keys as they stand in the index. Each kind carries two letters in front that begin no word of
 * any language, so that a key is never taken for a word: the audit must not mistake the stem of a
 * word that was let out for a name that was not.
 */
import { keysOf, keyScriptOf } from './keys.ts';
import { type QueryWord, type IndexedLine, voiceless } from './match.ts';
import { wordsIn } from './words.ts';

const SPELLING = 'xw';
const SOUND = 'xq';
const BONES = 'xz';
const LETTERS = 'xj';

/** What the index is asked for one typed word. */
export interface SearchTerm {
  readonly term: string;
  readonly weight: number;
  /** Also every longer word that begins so. */
  readonly begins: boolean;
}

/** Every key of the words of a line, each once. */
export function tokensOf({ text, language }: IndexedLine): readonly string[] {
  const words = wordsIn(text);
  const tokens = words.flatMap(({ word }, place) => {
    if (keyScriptOf(word) === 'unspaced')
      return letterKeys(keysOf(word, '').fold, words[place + 1]?.word ?? '');
    const { fold, stem, sound, long, bones } = keysOf(word, language);
    const spoken = keyScriptOf(word) === 'latin' ? [] : [mark(SOUND, sound), mark(SOUND, long)];
    return [mark(SPELLING, fold), mark(SPELLING, stem), ...spoken, mark(BONES, bones)];
  });
  return [...new Set(tokens.filter((each) => each !== ''))];
}

/** The keys to ask for; the answers are more than what was meant, and `match.ts` checks them. */
export function searchTermsOf(
  { keys, stems, script, last }: QueryWord,
  close: boolean,
): readonly SearchTerm[] {
  if (script === 'unspaced') return terms([spelt([...keys.fold].slice(0, 2))], 8);
  if (close) return terms([mark(BONES, keys.bones)], 1);
  const latin = script === 'latin';
  const begins = last && keys.fold.length > 1;
  return [
    ...terms([mark(SPELLING, keys.fold)], 8, begins),
    ...terms(
      Object.values(stems)
        .filter((stem) => stem !== keys.fold)
        .map((stem) => mark(SPELLING, stem)),
      4,
    ),
    ...terms(
      latin
        ? [mark(SOUND, keys.sound), mark(SOUND, voiceless(keys.sound)), mark(BONES, keys.bones)]
        : [mark(SOUND, keys.long)],
      1,
    ),
  ];
}

function terms(of: readonly string[], weight: number, begins = false): readonly SearchTerm[] {
  return [...new Set(of)].filter((each) => each !== '').map((term) => ({ term, weight, begins }));
}

/**
 * Where no space shows the words, a browser may cut them elsewhere than the index did, so the index
 * holds every letter and every two neighbours, and `match.ts` cuts.
 */
function letterKeys(fold: string, next: string): readonly string[] {
  const letters = [...fold];
  const [after] = keyScriptOf(next) === 'unspaced' ? keysOf(next, '').fold : [];
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
  return mark(
    LETTERS,
    numbers.join('').replace(/./g, (digit) => LETTER_OF[Number.parseInt(digit, 16)] ?? ''),
  );
}
const LETTER_OF = 'abcdefghijklmnop';

function mark(kind: string, key: string): string {
  return key === '' ? '' : kind + token(key);
}

/** A key as the index holds it. Pagefind splits a word at a capital, so `A` is written `qa`. */
function token(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `q${letter.toLowerCase()}`);
}
