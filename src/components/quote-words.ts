import type { Released, Story } from '#release/released.ts';
import { placeOfQuote } from '#release/words.ts';

/** Words of a piece as a reader meets them, and the language they are in. */
export interface QuotableText {
  readonly language: string;
  readonly text: string;
}

/** All that a released piece says that may be quoted; `wordsSeen` reads a file of the release tree. */
export function quotableTexts(
  story: Released<Story>,
  wordsSeen: (wordsFile: string) => string,
): readonly QuotableText[] {
  const { language, title, summary, wordsFile, translations, more, images, sound } = story;
  const own = [
    ...(wordsFile === undefined ? [] : [wordsSeen(wordsFile)]),
    ...[title, summary, ...images.map(({ caption }) => caption)],
    sound?.transcript?.map(({ text }) => text).join('\n'),
  ].map((text) => ({ language, text }));
  const others = [
    ...translations.flatMap((part) =>
      [wordsSeen(part.wordsFile), part.title, part.summary].map((text) => ({
        language: part.language,
        text,
      })),
    ),
    ...more.map((part) => ({ language: part.language, text: wordsSeen(part.wordsFile) })),
  ];
  return [...own, ...others].flatMap(({ language, text }) => (text ? [{ language, text }] : []));
}

/**
 * The words of a piece that are quoted, letter for letter and line for line as they stand there;
 * undefined where it does not say them.
 */
export function exactWords(
  quoted: string,
  said: readonly QuotableText[],
): QuotableText | undefined {
  for (const { language, text } of said) {
    const place = placeOfQuote(quoted, text);
    if (place !== undefined) return { language, text: text.slice(place.from, place.to) };
  }
  return undefined;
}

/** The letters of what the words between two tags were drawn as. */
export function lettersOf(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(?:p|li|h\d)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return NAMED[name] ?? whole;
    });
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
