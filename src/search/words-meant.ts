import type { Query } from './match.ts';
import { DIRECT, isHalfOf, type QueryWord, type Sureness, surenessOf } from './same-word.ts';
import { filesFor, type KnownWord, type WordListFiles } from './word-list.ts';

/** The words of all pieces, as they lie beside the index. */
export interface WordList {
  readonly list: () => Promise<WordListFiles>;
  readonly file: (name: string) => Promise<readonly KnownWord[]>;
}

/** The index is asked for so many words in place of one that was typed, the surest. */
const MOST_WORDS = 40;

/** A word of some piece that a typed one may be. */
export interface Meant {
  readonly known: KnownWord;
  readonly sureness: Sureness;
}

/** The words of all pieces that each typed word may be, the surest first. */
export async function wordsMeant(
  wordList: WordList,
  { words, pairs }: Query,
  { language }: { readonly language?: string },
): Promise<readonly (readonly Meant[])[]> {
  const list = await wordList.list();
  const read = async (typed: QueryWord, least: number): Promise<readonly Meant[]> => {
    if (typed.script === 'unspaced')
      return [{ known: { word: typed.word, language: '', isCommon: false }, sureness: 1 }];
    const files = await Promise.all(filesFor(typed, list).map((name) => wordList.file(name)));
    return files
      .flat()
      .filter((known) => language === undefined || known.language === language)
      .map((known) => ({ known, sureness: wordSureness(typed, known) }))
      .filter(({ sureness }) => sureness > least);
  };
  const alone = await Promise.all(words.map((word) => read(word, 0)));
  const joined = await Promise.all(
    pairs.map(async ({ at, word }) => ({ at, meant: await read(word, DIRECT) })),
  );
  return alone.map((meant, number) =>
    [
      ...meant,
      ...joined.flatMap(({ at, meant: of }) => (number - at <= 1 && number >= at ? of : [])),
    ]
      .sort((one, other) => other.sureness - one.sureness)
      .slice(0, MOST_WORDS),
  );
}

/** Also where the word is the first half of what was typed, and a text may have the other half after it. */
function wordSureness(typed: QueryWord, { word, language }: KnownWord): Sureness {
  const sureness = surenessOf(typed, word, language);
  if (sureness >= DIRECT || typed.word.length < 5) return sureness;
  return Math.max(sureness, isHalfOf(typed, word, language) ? HALF : 0);
}
export const HALF = 0.2;
