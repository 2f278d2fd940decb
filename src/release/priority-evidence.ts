import { decide } from '#consent/decide.ts';
import type { Day, Refusal } from '#consent/decision.ts';
import { admit } from './admit.ts';
import type { Archive, HeldContribution } from '#repository/archive.ts';
import { factsOf } from './facts.ts';
import type { EvidencePiece } from './released.ts';

/** A piece that a priority names and that may not stand behind it: for facilitators, never for the public. */
export interface EvidenceGap {
  readonly priority: string;
  readonly piece: string;
  /** `not-here`: it was withdrawn. `safe-copy-only`: the site shows the other copy. */
  readonly reason: 'not-here' | 'not-cleared' | 'safe-copy-only';
  /** Where it is not cleared: each refusal. */
  readonly why: readonly Refusal[];
}

export interface PriorityEvidence {
  /** By priority, in the order in which it names them. */
  readonly pieces: ReadonlyMap<string, readonly EvidencePiece[]>;
  readonly gaps: readonly EvidenceGap[];
}

/**
 * Which pieces stand behind what residents ask for on this day: those that the priority names, by
 * the parts whose makers, and whoever is in them, said yes to `web` and to `evidence`
 * (docs/content-format.md, "Uses"). Being of one theme with it lends nobody's words to a demand.
 */
export function evidenceOf(
  {
    lists,
    contributions,
  }: {
    readonly lists: Partial<Archive['lists']> & Pick<Archive['lists'], 'priorities'>;
    readonly contributions: Archive['contributions'];
  },
  day: Day,
): PriorityEvidence {
  const gaps: EvidenceGap[] = [];
  const byId = new Map(contributions.map((held) => [held.id, held]));
  const pieces = [...lists.priorities].map(([priority, { pieces: named = [] }]) => {
    const stand = [...new Set(named)].flatMap((piece): readonly EvidencePiece[] => {
      const held = byId.get(piece);
      if (held === undefined) {
        gaps.push({ priority, piece, reason: 'not-here', why: [] });
        return [];
      }
      const parts = partsFor(held, day);
      if (parts.length > 0) return [{ id: piece, parts }];
      const why = whyNot(held, day);
      const reason = why.length > 0 ? 'not-cleared' : 'safe-copy-only';
      gaps.push({ priority, piece, reason, why });
      return [];
    });
    return [priority, stand] as const;
  });
  return { pieces: new Map(pieces), gaps };
}

function partsFor(held: HeldContribution, day: Day): readonly string[] {
  const { open } = admit(held, day);
  return [...open].flatMap(([id, { uses }]) => (uses.includes('evidence') ? [id] : []));
}

/** The site's own refusals where nothing of it is shown there, else those of this use. */
function whyNot(held: HeldContribution, day: Day): readonly Refusal[] {
  const facts = factsOf(held);
  const web = decide(facts, { use: 'web', day });
  const isShown = web.outcome === 'publish' || web.outcome === 'partial';
  return isShown ? decide(facts, { use: 'evidence', day }).refusals : web.refusals;
}
