import { languagesOn } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';
import type { Problem } from '#records/problem.ts';

const FILE = 'settings.yaml';

/** What in the settings is no mistake and still not what its readers will want. Stops nothing. */
export function settingsNotices({
  url,
  languages,
}: {
  readonly url?: string | undefined;
  readonly languages: readonly string[];
}): readonly Problem[] {
  return [...(url === undefined ? [NO_ADDRESS] : []), ...languages.flatMap(withoutWords)];
}

const NO_ADDRESS: Problem = {
  file: FILE,
  field: 'url',
  rule: 'no-address',
  what: 'The archive does not know its own address, so feed, sitemap, robots.txt and receipts say http://localhost:4321, where nobody finds it.',
  next: 'Before you publish, write the address under which people will read it: url: https://example.org',
};

/** A language of the interface in which it has no words yet is English on the page, and marked so. */
function withoutWords(language: string, index: number): readonly Problem[] {
  if (interfaceIn(language, 'site').lang === language) return [];
  return [
    {
      file: FILE,
      field: `languages[${index}]`,
      rule: 'no-interface-words',
      what: `The archive has no words of its own in this language yet, so ${index === 0 ? 'the whole site, whose first language it is,' : 'its pages in this language'} would speak English.`,
      next: `Choose one that has words (${languagesOn('site').join(', ')}), or add the language as src/i18n/README.md says. Stories may be in any language all the same.`,
    },
  ];
}
