import { listWords } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import type { Interface } from '#i18n/words.ts';
import type { Missing } from './waiting-view.ts';

/** One thing that is missing, in words: “what can be seen in picture 2”. */
export function missingWords(missing: Missing, { words, lang }: Interface): string {
  const { what, people = 1, pictures = [] } = missing;
  const says = words.daily.missing;
  if (what === 'unasked' || what === 'unanswered') return fill(says[what], { count: people }, lang);
  if (what !== 'descriptions') return says[what];
  const listed = listWords(pictures.map(String), lang);
  return fill(says.descriptions, { count: pictures.length, pictures: listed }, lang);
}

/** For how long it has waited, in whole days. */
export function waitsWords(days: number, { words, lang }: Interface): string {
  return days === 0 ? words.daily.waitsToday : fill(words.daily.waits, { count: days }, lang);
}
