import { interfaceIn } from '#i18n/words.ts';

/**
 * What the marks are that words may hold (records/README.md), in each language of the archive that
 * has words of its own. Decap reads a hint as Markdown, so that each sign is made to stand as it is;
 * the isolating characters keep each language in its own direction.
 */
export function wordsHint(languages: readonly string[]): string {
  const shown = new Set(languages.map((tag) => interfaceIn(tag).words.wordsHelp));
  return [...shown]
    .map((help) => `\u2068${help.replace(/[\\*_[\]()#<>~\`]/g, '\\$&')}\u2069`)
    .join('\n\n');
}
