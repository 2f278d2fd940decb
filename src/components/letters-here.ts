import { endonym, languageName, scriptOf } from '#i18n/language.ts';
import type { Interface } from '#i18n/words.ts';
import { mayStandInList } from '#release/card.ts';
import type { Story } from '#release/released.ts';
import { type LanguageText, languageText } from './story-view.ts';

/** The letters that a page brings anyway, and so may be used on it without costing its reader more. */
export type LettersHere = ReadonlySet<string>;

/** The letters of a page about a piece: those of the page's own language, and of all that the piece is in. */
export function lettersOn(
  { language, translations, more }: Pick<Story, 'language' | 'translations' | 'more'>,
  ui: string,
): LettersHere {
  const languages = [ui, language, ...[...translations, ...more].map((each) => each.language)];
  return new Set([...languages.map((tag) => lettersOf(tag)), 'Latn']);
}

/** By script; Arabic letters by language too, because Urdu has a typeface of its own. */
function lettersOf(tag: string): string {
  const script = scriptOf(tag);
  return script === 'Arab' ? `${script} ${new Intl.Locale(tag).language}` : script;
}

/** Latin letters beyond the first file of them. */
const RARE_LATIN = /[\u0100-\u024f\u1e00-\u1eff]/u;

/**
 * The title of another piece in the letters of this page: the teller's own, or that of a translation;
 * undefined where it has none in them that may stand in a list. Titles in six scripts would each bring a file of letters, up to
 * 116 kB, to somebody who pays for each megabyte (docs/traps/pagefind.md, "Weight").
 */
export function titleIn(letters: LettersHere, story: Story): LanguageText | undefined {
  const translations = story.translations.filter(({ part }) => mayStandInList(story, part));
  return [story, ...translations]
    .flatMap(({ title, language }) => (title ? [languageText(title, language)] : []))
    .find(({ text, lang }) => letters.has(lettersOf(lang)) && !RARE_LATIN.test(text));
}

/** The name of a language as its speakers write it, or in the words of the page where that needs other letters. */
export function languageIn(letters: LettersHere, tag: string, ui: Interface): LanguageText {
  const own = languageText(endonym(tag), tag);
  return letters.has(lettersOf(tag)) && !RARE_LATIN.test(own.text)
    ? own
    : languageText(languageName(tag, ui.lang), ui.lang);
}
