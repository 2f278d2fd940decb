import { KINDS } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import type { OpenPart } from './admit.ts';
import type { GrantedUses } from './released.ts';

/**
 * What a reader may be told a piece may be used for: for each kind of part that is shown, the uses
 * that every shown part of that kind is granted for. Taken from `decide`'s answers and nothing else,
 * so a part that is kept back leaves no trace in it, and no day or person can be read out of it.
 */
export function grantedUsesOf(open: Iterable<Pick<OpenPart, 'part' | 'uses'>>): GrantedUses {
  const parts = [...open];
  return Object.fromEntries(
    KINDS.flatMap((kind) => {
      const shown = parts.filter(({ part }) => part.kind === kind);
      if (shown.length === 0) return [];
      return [[kind, USES.filter((use) => shown.every(({ uses }) => uses.includes(use)))]];
    }),
  );
}
