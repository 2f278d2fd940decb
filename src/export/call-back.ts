import type { Day } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import { admitForUse } from '#release/admit.ts';
import { holdHidden } from '#release/hold-hidden.ts';
import type { HeldContribution } from '#repository/archive.ts';

interface InACopy {
  readonly use: Use;
  readonly parts: readonly { readonly contribution: string; readonly part: string }[];
}

/**
 * What stands in a copy and would not be let out for its use any more: withdrawn, hidden, over in time,
 * changed since, or not in the archive. Whoever has the copy has to be asked to destroy it. Asked of
 * `decide` anew, so that it does not matter by which door somebody took it back.
 */
export function partsToCallBack<Copy extends InACopy>(
  { use, parts }: Copy,
  archive: {
    readonly contributions: readonly HeldContribution[];
    readonly hidden: ReadonlySet<string>;
    readonly day: Day;
  },
): Copy['parts'] {
  const { contributions, hidden, day } = archive;
  const named = new Set(parts.map(({ contribution }) => contribution));
  const open = new Map(
    contributions
      .filter(({ id }) => named.has(id))
      .map(holdHidden(hidden))
      .map((held) => [held.id, admitForUse(held, { use, day }).open]),
  );
  return parts.filter(({ contribution, part }) => open.get(contribution)?.has(part) !== true);
}
