import { KINDS, type Kind, NAMED_KINDS, type NamedKind } from '#consent/decision.ts';
import { USES, type Use } from '#consent/uses.ts';
import type { GrantedUses } from '#release/released.ts';

const NAMES: Readonly<Record<Kind, NamedKind>> = {
  words: 'words',
  photo: 'pictures',
  artwork: 'pictures',
  voice: 'voice',
};

/** One use, and for what of the piece it was granted. */
export interface Granted {
  readonly use: Use;
  /** Empty: for all that is shown. */
  readonly only: readonly NamedKind[];
}

/** The uses a piece, or one kind of part in it, was granted for, in the order of the consent grid. */
export function grantedUses(uses: GrantedUses, part?: Kind): readonly Granted[] {
  const shown = KINDS.filter((kind) => uses[kind] !== undefined && (part ?? kind) === kind);
  return USES.flatMap((use) => {
    const named = NAMED_KINDS.filter((name) => {
      const kinds = shown.filter((kind) => NAMES[kind] === name);
      return kinds.length > 0 && kinds.every((kind) => uses[kind]?.includes(use));
    });
    const all = new Set(shown.map((kind) => NAMES[kind]));
    if (named.length === 0) return [];
    return [{ use, only: named.length === all.size ? [] : named }];
  });
}

/** The same for a program: `web: words, photo; print: words`. What is not named was not granted. */
export function grantedUsesText(uses: GrantedUses): string {
  return USES.flatMap((use) => {
    const kinds = KINDS.filter((kind) => uses[kind]?.includes(use));
    return kinds.length === 0 ? [] : [`${use}: ${kinds.join(', ')}`];
  }).join('; ');
}
