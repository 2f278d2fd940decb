import type { Day } from '#consent/decision.ts';
import type { CopyHeld } from '#register/copies.ts';
import { admitForUse } from '#release/admit.ts';
import { holdHidden } from '#release/hold-hidden.ts';
import type { HeldContribution } from '#repository/archive.ts';

/** A copy that somebody has, with what of it may not be used any more. */
export interface CopyToCallBack extends CopyHeld {
  readonly callBack: CopyHeld['parts'];
}

/** What a copy is held against. */
export interface HeldAgainst {
  readonly contributions: readonly HeldContribution[];
  readonly hidden: ReadonlySet<string>;
  readonly day: Day;
}

/** Of copies those of which something has to be destroyed. */
export function copiesToCallBack(
  copies: readonly CopyHeld[],
  against: HeldAgainst,
): readonly CopyToCallBack[] {
  return copies
    .map((copy) => ({ ...copy, callBack: partsToCallBack(copy, against) }))
    .filter(({ callBack }) => callBack.length > 0);
}

/**
 * What stands in a copy and would not be let out for its use any more: withdrawn, hidden, over in time,
 * changed since, or not in the archive. Whoever has the copy has to be asked to destroy it. Asked of
 * `decide` anew, so that it does not matter by which door somebody took it back.
 */
export function partsToCallBack(
  { use, parts }: Pick<CopyHeld, 'use' | 'parts'>,
  { contributions, hidden, day }: HeldAgainst,
): CopyHeld['parts'] {
  const named = new Set(parts.map(({ contribution }) => contribution));
  const open = new Map(
    contributions
      .filter(({ id }) => named.has(id))
      .map(holdHidden(hidden))
      .map((held) => [held.id, admitForUse(held, { use, day }).open]),
  );
  return parts.filter(({ contribution, part }) => open.get(contribution)?.has(part) !== true);
}

/** The parts by their pieces, ids alone: `bread01 (words, f1)`. */
export function partsInWords(parts: CopyHeld['parts']): string {
  const byPiece = Map.groupBy(parts, ({ contribution }) => contribution);
  return [...byPiece]
    .map(([id, own]) => `${id} (${own.map(({ part }) => part).join(', ')})`)
    .join(', ');
}
