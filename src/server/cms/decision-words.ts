import { decide } from '#consent/decide.ts';
import type { Day, Decision, Reason, Refusal } from '#consent/decision.ts';
import type { Contribution } from '#consent/grant.ts';
import { USES, type Use } from '#consent/uses.ts';
import { listWords } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import type { Interface } from '#i18n/words.ts';
import { factsOf } from '#release/facts.ts';
import { partsTold, type PartTold } from '#release/preview.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { labelOfPart } from '#server/preview-words.ts';

/** What consent allows of one story, in sentences of one language. */
export interface DecisionTold {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  /** What would be public today. */
  readonly now: readonly string[];
  /** What would be, once the archive's own steps are done; empty where none of them is in the way. */
  readonly later: readonly string[];
  readonly laterTitle: string;
  /** Every other use that anything is open to, and what. */
  readonly also: readonly string[];
  readonly alsoTitle: string;
}

/** Says what `decide` answers on a day about each part, and about each use. */
export function decisionWords(held: HeldContribution, day: Day, shown: Interface): DecisionTold {
  const { words, lang, dir } = shown;
  const { decision: says } = words;
  const facts = factsOf(held);
  const { waits, settled } = pastOwnSteps(facts, day);
  const web = decide(settled, { use: 'web', day });
  const told = answer(held, web, shown);
  return {
    ...{ lang, dir, title: says.title, laterTitle: says.later, alsoTitle: says.also },
    now: waits.length === 0 ? told : [closedBy(waits, shown)],
    later: waits.length === 0 ? [] : told,
    also: USES.filter((use) => use !== 'web').flatMap((use) =>
      openTo(held, { use, day, settled }, shown),
    ),
  };
}

/** Steps that the archive takes itself: while one is open `decide` looks at no part. A review that said no is none. */
const OWN_STEPS: Partial<Record<Reason, (facts: Contribution, day: Day) => Contribution>> = {
  held: (facts) => ({ ...facts, hold: false }),
  'not-reviewed': (facts, day) =>
    facts.review?.outcome === 'refused'
      ? facts
      : { ...facts, review: { outcome: 'cleared', on: day } },
  embargoed: (facts) => ({ ...facts, embargo_until: undefined }),
  'no-credit': (facts) => ({ ...facts, credit: { as: 'anonymous' } }),
};

function pastOwnSteps(
  facts: Contribution,
  day: Day,
): { readonly waits: readonly Reason[]; readonly settled: Contribution } {
  const waits: Reason[] = [];
  let settled = facts;
  for (;;) {
    const [first] = wholly(decide(settled, { use: 'web', day }));
    const next = first && OWN_STEPS[first.reason]?.(settled, day);
    if (first === undefined || next === undefined || next === settled) return { waits, settled };
    waits.push(first.reason);
    settled = next;
  }
}

/** What closes the whole before any part of it is looked at. */
function wholly({ parts, refusals }: Decision): readonly Refusal[] {
  return parts.size === 0 ? refusals : [];
}

function answer(held: HeldContribution, decision: Decision, shown: Interface): readonly string[] {
  const { decision: says } = shown.words;
  const whole = wholly(decision);
  if (whole.length > 0 || decision.parts.size === 0)
    return [
      closedBy(whole.length > 0 ? whole.map(({ reason }) => reason) : ['nothing-to-show'], shown),
    ];
  const parts = partsTold(held, decision);
  const named = (list: readonly PartTold[]): string =>
    listWords([...new Set(list.map((part) => labelOfPart(part, shown)))], shown.lang);
  const inCopy = (copy: 'as-approved' | 'safe'): readonly PartTold[] =>
    parts.filter(({ decision: own }) => own.verdict === 'release' && own.copy === copy);
  const [open, safe] = [inCopy('as-approved'), inCopy('safe')];
  return [
    ...(open.length === 0 ? [] : [fill(says.public, { parts: named(open) })]),
    ...(safe.length === 0 ? [] : [fill(says.safeOnly, { parts: named(safe) })]),
    ...[...closedParts(parts, shown)].map(([why, list]) =>
      fill(says.notPublic, { parts: named(list), why }),
    ),
  ];
}

/** The parts that stay back, by why they do: what has one reason is said in one sentence. */
function closedParts(
  parts: readonly PartTold[],
  shown: Interface,
): ReadonlyMap<string, readonly PartTold[]> {
  const closed = new Map<string, readonly PartTold[]>();
  for (const part of parts) {
    if (part.decision.verdict === 'release') continue;
    const why = because(
      part.decision.refusals.map(({ reason }) => reason),
      shown,
    );
    closed.set(why, [...(closed.get(why) ?? []), part]);
  }
  return closed;
}

function closedBy(reasons: readonly Reason[], shown: Interface): string {
  return fill(shown.words.decision.nothing, { why: because(reasons, shown) });
}

function because(reasons: readonly Reason[], { words, lang }: Interface): string {
  return listWords(
    [...new Set(reasons)].map((reason) => words.decision.because[reason]),
    lang,
  );
}

/** One line for a use that anything is open to. An exhibition is asked about by each name that stands in a consent. */
function openTo(
  held: HeldContribution,
  { use, day, settled }: { readonly use: Use; readonly day: Day; readonly settled: Contribution },
  shown: Interface,
): readonly string[] {
  const named = settled.consents.flatMap(({ exhibitions }) =>
    Array.isArray(exhibitions) ? (exhibitions as readonly string[]) : [],
  );
  const asked = use === 'exhibition' ? [undefined, ...new Set(named)] : [undefined];
  const open = asked.flatMap((exhibition) =>
    partsTold(held, decide(settled, { use, day, exhibition })).filter(
      ({ decision }) => decision.verdict === 'release',
    ),
  );
  if (open.length === 0) return [];
  const parts = [...new Set(open.map((part) => labelOfPart(part, shown)))];
  return [`${shown.words.consentUses[use]}: ${listWords(parts, shown.lang)}`];
}
