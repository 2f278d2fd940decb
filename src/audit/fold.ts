/**
 * Text as the audit compares it: NFKC, upper and lower case made one, and characters that show
 * nothing (zero-width joiners and spaces, direction marks, soft hyphens) taken out (docs/consent.md, §6).
 */
export function fold(text: string): string {
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  return (
    text
      .normalize('NFKC')
      .replace(SHOWS_NOTHING, '')
      // Upper case first, so that ß and SS, and ﬁ and FI, become the same.
      .toUpperCase()
      .toLowerCase()
      .replaceAll('ς', 'σ')
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII.
const ASCII_ONLY = /^[\x00-\x7f]*$/;
const SHOWS_NOTHING =
  /\u00ad|\u034f|\u061c|[\u180b-\u180e]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/g;

/** What a UTF-16 unit is to a word: outside it, part of it, or a word by itself. */
export const PART = 1;
export const WHOLE = 2;

/**
 * The class of every UTF-16 unit. Letters, marks and digits make words. Han, kana, Thai, Lao,
 * Khmer and Burmese are written without spaces, so each of their characters is a word of its own.
 * Surrogates count as part of a word: letters beyond the first plane must not split one.
 */
export const UNIT_CLASS: Uint8Array = classifyUnits();

function classifyUnits(): Uint8Array {
  const classes = new Uint8Array(0x1_0000);
  const part = /[\p{L}\p{M}\p{N}]/u;
  const alone =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
  for (let unit = 0; unit < classes.length; unit += 1) {
    const character = String.fromCharCode(unit);
    if (unit >= 0xd800 && unit <= 0xdfff) classes[unit] = PART;
    else if (part.test(character)) classes[unit] = alone.test(character) ? WHOLE : PART;
  }
  return classes;
}

/** The words of a folded text, in order. */
export function wordsOf(folded: string): string[] {
  const words: string[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (end > start) words.push(folded.slice(start, end));
  };
  for (let at = 0; at < folded.length; at += 1) {
    const unit = UNIT_CLASS[folded.charCodeAt(at)];
    if (unit === PART) continue;
    close(at);
    if (unit === WHOLE) words.push(folded.charAt(at));
    start = at + 1;
  }
  close(folded.length);
  return words;
}
