import { dateWords } from '#i18n/language.ts';
import type { Interface } from '#i18n/words.ts';
import type { Exhibition } from '#release/released.ts';

/** When an exhibition is open, in words; undefined when it says neither day. */
export function openingWords(
  { opens, closes }: Pick<Exhibition, 'opens' | 'closes'>,
  { words, lang }: Interface,
): string | undefined {
  if (opens && closes) return words.openBetween(dateWords(opens, lang), dateWords(closes, lang));
  if (opens) return words.openFrom(dateWords(opens, lang));
  if (closes) return words.openUntil(dateWords(closes, lang));
  return undefined;
}

/**
 * The language a quotation is in: that of the words or translation which hold it letter for letter
 * (spaces and punctuation aside), or the teller's own.
 */
export function languageOfQuote(
  quote: string,
  sources: readonly { readonly language: string; readonly html: string }[],
  own: string,
): string {
  const wanted = plain(quote);
  return sources.find((source) => plain(source.html).includes(wanted))?.language ?? own;
}

/** Two drawings of the same words may differ in tags and in how they write a quotation mark. */
function plain(html: string): string {
  return html.replace(/<[^>]*>|&[#\w]+;/g, '').replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
