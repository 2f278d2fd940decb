import { dateWords } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import type { Interface } from '#i18n/words.ts';
import type { Exhibition } from '#release/released.ts';

/** When an exhibition is open, in words; undefined when it says neither day. */
export function openingWords(
  { opens, closes }: Pick<Exhibition, 'opens' | 'closes'>,
  { words, lang }: Interface,
): string | undefined {
  if (opens && closes)
    return fill(words.openBetween, {
      from: dateWords(opens, lang),
      until: dateWords(closes, lang),
    });
  if (opens) return fill(words.openFrom, { day: dateWords(opens, lang) });
  if (closes) return fill(words.openUntil, { day: dateWords(closes, lang) });
  return undefined;
}
