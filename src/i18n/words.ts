import { type Area, FIRST, LANGUAGES, languageOf } from './languages.ts';
import type { Words } from './subjects.ts';

/** The interface in one language, with the language the words are really in. */
export interface Interface {
  readonly words: Words;
  /** The language of the words: `en` when the asked language has no words of its own yet. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/**
 * The words for an interface language; English, marked as English, when it has none yet, or when it
 * is not offered on the area that is named.
 */
export function interfaceIn(language: string, area?: Area): Interface {
  const asked = languageOf(language);
  const row = area === undefined || asked?.offeredOn.includes(area) ? asked : undefined;
  const [lang, { words, direction }] =
    row === undefined ? [FIRST, LANGUAGES[FIRST]] : [language, row];
  return { words, lang, dir: direction };
}
