import { languagesOn } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';

/** A list to read before somebody writes that a piece is checked, in one language. */
export interface ReviewQuestions {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly questions: readonly string[];
}

/**
 * What to look for (docs/consent.md §3.4, row 7), in an interface language. It is read beside the decision and
 * nothing of it is stored: the record holds the outcome and the day.
 */
export function reviewQuestions(language: string): ReviewQuestions {
  const { lang, dir, words } = interfaceIn(language, 'desk');
  return { lang, dir, questions: Object.values(words.reviewQuestions) };
}

/** The same as files of the editor, one for each language of the desk: `review/ur.json`. */
export function reviewFiles(): readonly (readonly [path: string, text: string])[] {
  return languagesOn('desk').map(
    (tag) => [`review/${tag}.json`, JSON.stringify(reviewQuestions(tag))] as const,
  );
}
