import { type InterfaceLanguage, LANGUAGES } from '#i18n/languages.ts';
import { typefaceOf } from '#i18n/scripts.ts';
import { type Cut, face } from './letter-cut.ts';

/** The languages of the interface whose own names are cut; Latin letters are on every page. */
const NAMED = Object.entries<InterfaceLanguage>(LANGUAGES).filter(
  ([, { script }]) => script !== 'Latn',
);

/** The name of each in its own letters. */
export function ownNames(): readonly Cut[] {
  return NAMED.map(([tag, row]) => ownName(tag, row));
}

/** A language's name for itself, for the menu: the whole script would cost every page 10 to 115 kB. */
function ownName(language: string, { name: word, script }: InterfaceLanguage): Cut {
  const letters = typefaceOf(language, script);
  const points = [...new Set([...word].map((letter) => letter.codePointAt(0) ?? 0))].sort();
  const cut = face(
    `name-${language}`,
    letters,
    points.map((point) => [point, point] as const),
  );
  const only = { texts: [word], languages: [language] };
  return {
    ...cut,
    ...{ family: nameFamily(language), only },
    ...(letters.scripts && { scripts: letters.scripts }),
  };
}

/**
 * A family for each: two languages of one script share letters, and a browser would take those of the
 * first out of the file of the second, so that they do not join.
 */
function nameFamily(language: string): string {
  return `Name of ${language}`;
}

/** The rules that say in which family a menu writes the name of each. */
export function ownNameRules(): readonly string[] {
  return NAMED.map(
    ([language]) => `[lang='${language}'] {
  --own-name: '${nameFamily(language)}';
}`,
  );
}
