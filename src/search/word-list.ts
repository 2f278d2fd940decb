/**
 * The words of all pieces, so that what was typed can be laid beside each of them before the index is asked:
 * the index knows only whether a word is there. In a small archive it is one file; in a large one the words
 * lie in files by their first consonants, and a reader loads those of what was typed.
 * It runs when the index is made and in the reader's browser.
 */
import { keyScriptOf } from './keys.ts';
import { type QueryWord, textWord } from './same-word.ts';
import { groupsOf } from './sound-groups.ts';

/** A word of some piece, in one of its spellings. */
export interface KnownWord {
  readonly word: string;
  readonly language: string;
  /** One of those that stand in every text of its language and say little. */
  readonly isCommon: boolean;
}

/** What lies beside the index; `depth`: how many consonants a file is named after. */
export interface WordListFiles {
  readonly depth: 0 | 1 | 2;
  /** The name of each file by its consonants. */
  readonly files: Readonly<Record<string, string>>;
}

export const WORD_LIST = 'words.json';

/** The files a typed word may stand in. */
export function filesFor(typed: QueryWord, { depth, files }: WordListFiles): readonly string[] {
  const groups = [...typed.sounds, ...typed.stemSounds].flatMap((sounds) =>
    groupsOf(sounds, depth),
  );
  return [...new Set(groups.flatMap((group) => files[group] ?? []))];
}

/** Where a word of a text lies. */
export function groupsOfWord({ word, language }: KnownWord, depth: number): readonly string[] {
  const { script, sounds, stemSounds } = textWord(word, language);
  // Some languages join words to the front: المدرسة lies with مدرسة.
  const rows = [...(script === 'latin' ? sounds.slice(0, 1) : sounds), ...stemSounds];
  return [...new Set(rows.flatMap((row) => groupsOf(row, depth)))];
}

/** One line a language: its tag, and its words; with a star those that say little. */
export function fileOfWords(words: readonly KnownWord[]): string {
  const lines = new Map<string, string[]>();
  for (const { word, language, isCommon } of words) {
    const tag = isCommon ? `${language}*` : language;
    lines.set(tag, [...(lines.get(tag) ?? []), word]);
  }
  return [...lines].map(([tag, of]) => `${tag} ${of.join(' ')}\n`).join('');
}

export function wordsOfFile(text: string): readonly KnownWord[] {
  return text.split('\n').flatMap((line) => {
    const [tag = '', ...words] = line.split(' ');
    const isCommon = tag.endsWith('*');
    const language = isCommon ? tag.slice(0, -1) : tag;
    return words.map((word) => ({ word, language, isCommon }));
  });
}

/** A word that the index holds by its letters is in no list. */
export const isListed = (word: string): boolean => keyScriptOf(word) !== 'unspaced';
