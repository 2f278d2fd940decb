import { directionOf, endonym, languageName, scriptOf, type Direction } from '#i18n/language.ts';
import type { Interface } from '#i18n/words.ts';
import type { Facet } from '#release/addresses.ts';
import type { Credit, ReleasedImage, Story, Term } from '#release/released.ts';
import type { ReleasedArchive } from './released-archive.ts';

/** Words together with the language they are in. */
export interface LanguageText {
  readonly text: string;
  readonly lang: string;
  readonly dir: Direction;
  /** Words of those who look after the archive, not yet in the language of the page. */
  readonly untranslated?: true;
}

export function languageText(text: string, lang: string): LanguageText {
  return { text, lang, dir: directionOf(lang) };
}

/** The title in the teller's language, or a neutral one by kind where the words are not let out. */
export function titleOf(story: Story, ui: Interface): LanguageText {
  return story.title === undefined
    ? languageText(ui.words.untitled[story.kind], ui.lang)
    : languageText(story.title, story.language);
}

/** A facilitators' word in the interface language, or in English marked as English. */
export function inLanguage(texts: Readonly<Record<string, string>>, ui: Interface): LanguageText {
  const lang = [ui.lang, 'en', ...Object.keys(texts)].find((tag) => texts[tag] !== undefined);
  return oursIn(ui, texts[lang ?? 'en'] ?? '', lang ?? 'en');
}

/** Facilitators' words in the language they wrote them in, marked where that is not the page's. */
export function oursIn(ui: Interface, text: string, lang: string): LanguageText {
  const words = languageText(text, lang);
  return lang === ui.lang || text === '' ? words : { ...words, untranslated: true };
}

/** What an element says of the words in it. The frame of a page reads the last (`StoryFrame.astro`). */
export function marksOf({ lang, dir, untranslated }: LanguageText): {
  readonly lang: string;
  readonly dir: Direction;
  readonly 'data-untranslated': true | undefined;
} {
  return { lang, dir, 'data-untranslated': untranslated };
}

export function termName(term: Term, ui: Interface): LanguageText {
  return inLanguage(term.name, ui);
}

/** The name of one entry of a way in: a theme, a town, a project, a kind or a language. */
export function facetTermName(
  archive: Pick<ReleasedArchive, 'terms'>,
  facet: Facet,
  term: string,
  ui: Interface,
): LanguageText {
  if (facet === 'languages') return languageText(languageName(term, ui.lang), ui.lang);
  if (facet === 'kinds') {
    return languageText(ui.words.kindPlural[term as keyof typeof ui.words.kindPlural], ui.lang);
  }
  const found = archive.terms[facet].get(term);
  return found === undefined ? languageText(term, 'en') : termName(found, ui);
}

/** A language by its own name; in the interface's words as well when the two differ. */
export function languageLabels(
  tag: string,
  ui: Interface,
): { own: LanguageText; here: LanguageText | undefined } {
  const own = languageText(endonym(tag), tag);
  const here = languageText(languageName(tag, ui.lang), ui.lang);
  return { own, here: own.text.toLowerCase() === here.text.toLowerCase() ? undefined : here };
}

/**
 * What can be seen in a picture, for who cannot see it. A decoration says nothing, and a safe copy
 * that nobody described says, in the words of the page, that it is one.
 */
export function descriptionOf(
  { alt, saysSafe }: Pick<ReleasedImage, 'alt' | 'saysSafe'>,
  language: string,
  ui: Interface,
): { readonly text: string; readonly lang?: string | undefined } {
  if (saysSafe) return { text: ui.words.safePicture, lang: ui.lang };
  return { text: alt, lang: alt === '' ? undefined : language };
}

/** The topics of the content notes in plain words, each once. */
export function topicWords(story: Story, ui: Interface): readonly string[] {
  return [...new Set(story.contentNotes.map(({ topic }) => ui.words.topic[topic]))];
}

/** Topics on which a reader may need to leave the page at once (docs/consent.md §7, "Quick exit"). */
const LEAVE_AT_ONCE = new Set(['abuse', 'violence']);

export function offersQuickExit(story: Story): boolean {
  return story.contentNotes.some((note) => LEAVE_AT_ONCE.has(note.topic));
}

/** The name to show, in the language it is in; the interface says it when there is none. */
export function creditName(credit: Credit, language: string, ui: Interface): LanguageText {
  return credit.as === 'anonymous' || credit.name === undefined
    ? languageText(ui.words.anonymous, ui.lang)
    : languageText(credit.name, languageOfName(credit.name, language));
}

/** A name in Latin letters under a story in another script needs Latin letters and a Latin voice. */
function languageOfName(name: string, language: string): string {
  const isLatin = /\p{Script=Latin}/u.test(name) && scriptOf(language) !== 'Latn';
  return isLatin ? 'en' : language;
}

/** The language is named where there is something to read or hear in it. */
export function namesLanguage(story: Story): boolean {
  return story.title !== undefined || story.wordsFile !== undefined || story.sound !== undefined;
}
