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
