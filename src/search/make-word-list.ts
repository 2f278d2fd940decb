import { createHash } from 'node:crypto';
import { ara, ben, eng, fas, guj, hin, panGu, pol, som, urd } from 'stopword';
import { spellingOf } from './keys.ts';
import type { IndexedLine } from './match.ts';
import {
  isListed,
  type KnownWord,
  groupsOfWord,
  WORD_LIST,
  type WordListFiles,
  fileOfWords,
} from './word-list.ts';
import { wordsIn } from './words.ts';

/** A file of words is loaded whole, so it is split where it grows past this, bytes. */
const LARGEST = 60_000;

/**
 * Words that stand in every text and say little, by language: the package's lists, and ours where it has
 * none. Keyed by spelling, as the index is.
 */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  en: eng,
  pa: panGu,
  ur: urd,
  hi: hin,
  ar: ara,
  so: som,
  pl: pol,
  gu: guj,
  fa: fas,
  bn: ben,
  // No speaker has checked these two.
  ne: 'र हो छ म को का की मा ले लाई यो त्यो हामी तिमी उनी पनि भने गरेको एक छन् थियो हुन् तर वा अनि के मेरो हाम्रो'.split(
    ' ',
  ),
  ta: 'ஒரு என்று மற்றும் இந்த அந்த என் நான் நாம் அவர் அது இது எங்கள் தான் போல் மிக உள்ள இருந்து ஆனால் என்ன'.split(
    ' ',
  ),
};
const common = new Map<string, ReadonlySet<string>>();

function isCommon(word: string, language: string): boolean {
  const of = common.get(language) ?? new Set((COMMON[language] ?? []).map(spellingOf));
  common.set(language, of);
  return of.has(spellingOf(word));
}

/** The files of words that lie beside the index, each named after what is in it. */
export function wordListFiles(
  lines: readonly IndexedLine[],
): readonly { readonly path: string; readonly content: Buffer }[] {
  const words = knownWords(lines);
  const size = Buffer.byteLength(fileOfWords(words));
  const depth = size <= LARGEST ? 0 : size <= LARGEST * 8 ? 1 : 2;
  const places = new Map<string, KnownWord[]>();
  for (const word of words)
    for (const place of groupsOfWord(word, depth)) {
      const there = places.get(place);
      if (there) there.push(word);
      else places.set(place, [word]);
    }
  const files = [...places].map(([place, there]) => {
    const content = Buffer.from(fileOfWords(there));
    const digest = createHash('sha256').update(content).digest('hex').slice(0, 10);
    return { place, path: `words-${place}${place && '-'}${digest}.txt`, content };
  });
  const list: WordListFiles = {
    depth,
    files: Object.fromEntries(files.map(({ place, path }) => [place, path])),
  };
  return [
    ...files.map(({ path, content }) => ({ path, content })),
    { path: WORD_LIST, content: Buffer.from(JSON.stringify(list)) },
  ];
}

/** Each spelling once in each language, in the order of the alphabet. */
function knownWords(lines: readonly IndexedLine[]): readonly KnownWord[] {
  const known = new Map<string, KnownWord>();
  for (const { text, language } of lines)
    for (const { word } of wordsIn(text)) {
      if (!isListed(word)) continue;
      const name = `${language} ${tokenName(word)}`;
      if (known.has(name)) continue;
      const tongue = language.split('-')[0] ?? '';
      known.set(name, {
        word: word.toLowerCase(),
        language,
        isCommon: isCommon(word, tongue),
      });
    }
  return [...known].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, word]) => word);
}

/** Indic scripts are spelt alike; a word of each is kept, because people type one of them. */
const tokenName = (word: string): string =>
  `${spellingOf(word)} ${(word.codePointAt(0) ?? 0) >> 7}`;
