import type { Story } from './released.ts';

/** Latest publication first; pieces with no day come last, and ids settle what is equal. */
export function newestFirst<S extends Story>(stories: readonly S[]): readonly S[] {
  return [...stories].sort(
    (a, b) => (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '') || (a.id < b.id ? -1 : 1),
  );
}

/**
 * What a reader of an interface language can read here comes first: pieces in that language, or let out in it.
 * Otherwise the order stays as it is, and nothing is left out: every list of pieces is shown in this order
 * (src/components/README.md).
 */
export function readableFirst<S extends Story>(
  stories: readonly S[],
  reader?: string,
): readonly S[] {
  const canRead = ({ language, translations }: Story): boolean =>
    language === reader || translations.some((translation) => translation.language === reader);
  return [...stories.filter(canRead), ...stories.filter((story) => !canRead(story))];
}
