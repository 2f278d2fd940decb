/** A word as it is compared, and where it stands in the text it was read from (UTF-16 units). */
export interface FoldedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a text, folded so that a copy is known again whatever was done to its dress: one form
 * of each letter (NFKC), no capitals, no invisible characters, no apostrophes, no punctuation.
 * A letter written `\u0645`, as JSON may, is that letter, and `\n` parts words. Scripts that
 * write no spaces count each letter as a word. Vowel signs stay: in our scripts they carry the meaning.
 */
export function foldedWordsIn(text: string): readonly FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = folded(match[0]);
    if (match[0].startsWith('\\') && !/^\\u/.test(match[0])) continue;
    if (word !== '') words.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** The folded words of a text alone; tags of HTML and MDX stand between words and are none. */
export function foldedWords(text: string): readonly string[] {
  return foldedWordsIn(text.replace(/<\/?[A-Za-z][^<>]*>/g, ' ')).map(({ word }) => word);
}

const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

const WORD = new RegExp(
  `\\\\[nrt]|[${UNSPACED}]\\p{M}*|(?:\\\\u[0-9a-fA-F]{4}|(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}\\p{Cf}'’ʼ])+`,
  'gu',
);

function folded(raw: string): string {
  return raw
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Variation_Selector}'’ʼ]/gu, '')
    .toLowerCase();
}
