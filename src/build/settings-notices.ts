import { languagesOn } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';
import { type Problem, problemAt } from '#records/problem.ts';

const FILE = 'settings.yaml';

type ByLanguage = Readonly<Record<string, string>>;

/** What in the settings is no mistake and still not what its readers will want. Stops nothing. */
export function settingsNotices({
  url,
  languages,
  ...texts
}: {
  readonly url?: string | undefined;
  readonly languages: readonly string[];
} & Texts): readonly Problem[] {
  return [
    ...(url === undefined ? [problemAt({ file: FILE, field: 'url' }, 'no-own-address')] : []),
    ...languages.flatMap((language, index) => [
      ...withoutWords(language, index),
      ...untranslated(language, index, texts),
    ]),
  ];
}

/** What the settings say to readers, in as many languages as somebody wrote it in. */
interface Texts {
  readonly tagline?: ByLanguage | undefined;
  readonly contacts: readonly { readonly label: ByLanguage }[];
  readonly support: readonly { readonly about?: ByLanguage | undefined }[];
}

/** Pages in a language show a text of the settings in another one, where nobody wrote it in this. */
function untranslated(
  language: string,
  index: number,
  { tagline, contacts, support }: Texts,
): readonly Problem[] {
  if (interfaceIn(language, 'site').lang !== language) return [];
  const texts: readonly (readonly [string, ByLanguage | undefined])[] = [
    ['tagline', tagline],
    ...contacts.map(({ label }, at) => [`contacts[${at}].label`, label] as const),
    ...support.map(({ about }, at) => [`support[${at}].about`, about] as const),
  ];
  const fields = texts.flatMap(([field, text]) =>
    text !== undefined && text[language] === undefined ? [field] : [],
  );
  if (fields.length === 0) return [];
  return [
    problemAt({ file: FILE, field: `languages[${index}]` }, 'settings-untranslated', { fields }),
  ];
}

/** A language of the interface in which it has no words yet is English on the page, and marked so. */
function withoutWords(language: string, index: number): readonly Problem[] {
  if (interfaceIn(language, 'site').lang === language) return [];
  const facts = { isFirst: index === 0, known: languagesOn('site') };
  return [problemAt({ file: FILE, field: `languages[${index}]` }, 'language-without-words', facts)];
}
