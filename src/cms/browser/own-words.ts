import type { OwnWords } from '#cms/own-words.ts';
import { over } from './locale.ts';
import { words } from './words.ts';

/** From here on our own fields speak to whoever writes their own drafts, in their language. */
export function speakTo({ said }: OwnWords): void {
  Object.assign(words, said);
}

/** Decap's own words, in their language where there are any. */
export function decapIn(
  english: Record<string, unknown>,
  { decap }: OwnWords,
): Record<string, unknown> {
  return over(english, decap as Record<string, unknown>);
}

/**
 * Decap lists what is published, and nothing that is published is theirs to write: their drafts stand on the
 * board, which opens first and in place of the list.
 */
export function beginOnBoard(): void {
  const go = (): void => {
    if (/^(?:#?\/?|#\/collections\/[a-z]+\/?)$/.test(location.hash)) location.hash = '#/workflow';
  };
  go();
  window.addEventListener('hashchange', go);
}
