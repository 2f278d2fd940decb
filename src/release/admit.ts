import { decide } from '#consent/decide.ts';
import { type Day, type Decision, USES, type Use } from '#consent/decision.ts';
import type { Part } from '#consent/grant.ts';
import type { HeldContribution } from './archive.ts';
import { factsOf } from './facts.ts';

/** One part that consent lets out onto the site. */
export interface OpenPart {
  readonly part: Part;
  readonly copy: 'as-approved' | 'safe';
  /** Every use it is granted for on this day; `web` is always among them. */
  readonly uses: readonly Use[];
}

/** A contribution with the answer for the site; only the parts in `open` may be read from it. */
export interface Admission {
  readonly held: HeldContribution;
  readonly decision: Decision;
  readonly open: ReadonlyMap<string, OpenPart>;
  /** The words themselves are out, so the title, the credit and the notes are too. */
  readonly withWords: boolean;
  /** In the index and the sitemap: what leads the page is granted for `search`. */
  readonly searchable: boolean;
}

/** Asks `decide` for every use, and says which parts go onto the site (content-format.md: a part needs `web`). */
export function admit(held: HeldContribution, day: Day): Admission {
  const facts = factsOf(held);
  const byUse = new Map(USES.map((use) => [use, decide(facts, { use, day })]));
  const decision = byUse.get('web') ?? decide(facts, { use: 'web', day });
  const open = new Map<string, OpenPart>();
  for (const part of facts.parts) {
    const verdict = decision.parts.get(part.id);
    if (verdict?.verdict !== 'release') continue;
    const uses = USES.filter((use) => {
      const other = byUse.get(use)?.parts.get(part.id);
      // A use that is open for the safe copy only does not cover the approved one.
      return (
        other?.verdict === 'release' && (other.copy === 'as-approved' || verdict.copy === 'safe')
      );
    });
    open.set(part.id, { part, copy: verdict.copy, uses });
  }
  const withWords = open.has('words');
  const leads = withWords ? [open.get('words')] : [...open.values()];
  return {
    held,
    decision,
    open,
    withWords,
    searchable: leads.some((lead) => lead?.uses.includes('search')),
  };
}
