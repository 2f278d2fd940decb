import { languagesOn } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';
import { type Problem, problemAt } from '#records/problem.ts';

const FILE = 'settings.yaml';

/** What in the settings is no mistake and still not what its readers will want. Stops nothing. */
export function settingsNotices({
  url,
  languages,
}: {
  readonly url?: string | undefined;
  readonly languages: readonly string[];
}): readonly Problem[] {
  return [
    ...(url === undefined ? [problemAt({ file: FILE, field: 'url' }, 'no-own-address')] : []),
    ...languages.flatMap(withoutWords),
  ];
}

/** A language of the interface in which it has no words yet is English on the page, and marked so. */
function withoutWords(language: string, index: number): readonly Problem[] {
  if (interfaceIn(language, 'site').lang === language) return [];
  const facts = { isFirst: index === 0, known: languagesOn('site') };
  return [problemAt({ file: FILE, field: `languages[${index}]` }, 'language-without-words', facts)];
}
