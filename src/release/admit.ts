import { decide } from '#consent/decide.ts';
import type { Day, Decision } from '#consent/decision.ts';
import { USES, type Use } from '#consent/uses.ts';
import type { Part } from '#consent/grant.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { factsOf } from './facts.ts';
import type { Copy } from './safe-copy.ts';

/** One part that consent lets out for the use that was asked: on the site, `web`. */
export interface OpenPart {
  readonly part: Part;
  readonly copy: Copy;
  /** Every use it is granted for on this day; the one that was asked is always among them. */
  readonly uses: readonly Use[];
}

/** A contribution with the answer for one use; only the parts in `open` may be read from it. */
export interface Admission {
  readonly held: HeldContribution;
  readonly decision: Decision;
  readonly open: ReadonlyMap<string, OpenPart>;
  /** The words themselves are out, so the title, the credit and the notes are too. */
  readonly withWords: boolean;
  /** In the index and the sitemap: what leads the page is granted for `search`. */
  readonly searchable: boolean;
}

/** Which parts go onto the site (docs/content-format.md: a part needs `web`). */
export function admit(held: HeldContribution, day: Day): Admission {
  return admitForUse(held, { use: 'web', day });
}

/**
 * Asks `decide` for one use, and says which parts it opens and what else those are granted for. A yes to
 * `web` opens nothing for another use, and none for another use opens anything on the site.
 */
export function admitForUse(
  held: HeldContribution,
  { use: asked, day }: { readonly use: Use; readonly day: Day },
): Admission {
  const facts = factsOf(held);
  const decision = decide(facts, { use: asked, day });
  const answers = USES.map((use) => ({ use, parts: decide(facts, { use, day }).parts }));
  const open = new Map<string, OpenPart>();
  for (const part of facts.parts) {
    const verdict = decision.parts.get(part.id);
    if (verdict?.verdict !== 'release') continue;
    const uses = answers.flatMap(({ use, parts }) => {
      const other = parts.get(part.id);
      // A use that is open for the safe copy only does not cover the approved one.
      const covers =
        other?.verdict === 'release' && (other.copy === 'as-approved' || verdict.copy === 'safe');
      return covers ? [use] : [];
    });
    open.set(part.id, { part, copy: verdict.copy, uses });
  }
  const words = open.get('words');
  const leads = words === undefined ? [...open.values()] : [words];
  return {
    held,
    decision,
    open,
    withWords: words !== undefined,
    searchable: leads.some((lead) => lead.uses.includes('search')),
  };
}
