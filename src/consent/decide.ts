import type { Day, Decision, PartDecision, Refusal } from './decision.ts';
import type { Use } from './uses.ts';
import { decidePart, inPlace, makersOf, withhold } from './decide-part.ts';
import type { Contribution, Part } from './grant.ts';
import { ended, stopped } from './record-open.ts';

/**
 * May this contribution, and which of its parts, be put to this use on this day?
 *
 * Pure and total: whatever is absent counts as no. `day` is a London calendar day, passed in.
 * For `exhibition`, name the exhibition. One use never affects another; on the site a part needs
 * `web`, and in an exhibition page both `web` and `exhibition`, which the caller asks one by one.
 * Source: docs/consent.md §3.4, rows 2 to 20; where the two differ, docs/content-format.md.
 */
export function decide(
  contribution: Contribution,
  question: { readonly use: Use; readonly day: Day; readonly exhibition?: string | undefined },
): Decision {
  const stop = wholeStop(contribution, question.day);
  if (stop !== undefined) return closed(formerly(contribution, question.day), [stop]);
  const wait = wholeWait(contribution, question.day);
  if (wait !== undefined) return closed('withhold', [wait]);
  const parts = standing(
    contribution.parts.map((part) => ({ part, own: decidePart(contribution, part, question) })),
  );
  const decisions = [...parts.values()];
  const shown = decisions.filter((decision) => decision.verdict === 'release');
  if (shown.length === 0) return { outcome: 'withhold', refusals: refusalsIn(decisions), parts };
  const whole =
    shown.length === decisions.length && shown.every(({ copy }) => copy === 'as-approved');
  return { outcome: whole ? 'publish' : 'partial', refusals: refusalsIn(decisions), parts };
}

/** Rows 2 to 5: what stops the whole and, where it was public, leaves a tombstone. */
function wholeStop(contribution: Contribution, day: Day): Refusal | undefined {
  if (contribution.hold !== false) return { reason: 'held' };
  const contributors = contribution.consents.filter(({ interest }) => interest === 'contributor');
  const [maker] = inPlace(contributors, day);
  if (maker === undefined) return undefined;
  const reason = stopped(maker, day) ?? ended(maker, day);
  return reason === undefined ? undefined : { reason, person: maker.person };
}

/** Rows 6 to 9: what keeps the whole back without a trace. */
function wholeWait(
  { review, embargo_until, credit, ...rest }: Contribution,
  day: Day,
): Refusal | undefined {
  if (!rest.consents.some(({ interest }) => interest === 'contributor'))
    return { reason: 'nobody-asked' };
  if (review?.outcome !== 'cleared' || review.on === undefined || review.on > day) {
    return { reason: 'not-reviewed' };
  }
  if (embargo_until !== undefined && embargo_until > day) return { reason: 'embargoed' };
  if (!credit?.as || (credit.as !== 'anonymous' && !credit.name)) return { reason: 'no-credit' };
  return undefined;
}

/** What an address says of something that was public once (docs/consent.md §4.3); never of what was not. */
function formerly(contribution: Contribution, day: Day): 'tombstone' | 'gone' | 'withhold' {
  if (contribution.published_on === undefined || contribution.published_on > day) return 'withhold';
  const quiet = makersOf(contribution).some(({ on_withdrawal }) => on_withdrawal === 'no-trace');
  return quiet ? 'gone' : 'tombstone';
}

/** What falls with the words or the voice, and, where the words are closed, what may stand alone. */
function standing(
  decided: readonly { readonly part: Part; readonly own: PartDecision }[],
): ReadonlyMap<string, PartDecision> {
  const open = (role: Part['role']): boolean =>
    decided.some(({ part, own }) => part.role === role && own.verdict === 'release');
  const voices = decided.filter(({ part }) => part.role === 'voice').map(({ own }) => own);
  const settle = (part: Part, own: PartDecision): PartDecision => {
    if (own.verdict === 'withhold') return own;
    const beside = part.role === 'transcript' ? besideTheVoice(part, own, voices) : own;
    if (beside.verdict === 'withhold') return beside;
    if (open('words')) return beside;
    if (part.role === 'image' || part.role === 'voice') {
      return part.stands_alone ? own : withhold([{ reason: 'does-not-stand-alone' }]);
    }
    return withhold([{ reason: 'depends-on-a-closed-part' }]);
  };
  const settled = new Map<string, PartDecision>();
  for (const { part, own } of decided) {
    const decision = settle(part, own);
    // Of two parts by one name nobody knows which is meant: the stricter answer is for both.
    const other = settled.get(part.id);
    settled.set(part.id, other?.verdict === 'withhold' ? other : decision);
  }
  return settled;
}

/**
 * A transcript is read beside the copy of the voice that is heard: what was said in full would name
 * whoever the safe copy hides, so that has a transcript of its own or none.
 */
function besideTheVoice(
  part: Part,
  own: PartDecision,
  voices: readonly PartDecision[],
): PartDecision {
  const heard = voices.filter((voice) => voice.verdict === 'release');
  if (heard.length === 0) return withhold([{ reason: 'depends-on-a-closed-part' }]);
  if (heard.every(({ copy }) => copy === 'as-approved'))
    return part.digest === '' ? withhold([{ reason: 'nothing-to-show' }]) : own;
  return part.safe === undefined
    ? withhold([{ reason: 'no-safe-copy' }])
    : { verdict: 'release', copy: 'safe' };
}

function refusalsIn(decisions: readonly PartDecision[]): readonly Refusal[] {
  return decisions.flatMap((decision) =>
    decision.verdict === 'withhold' ? decision.refusals : [],
  );
}

function closed(outcome: Decision['outcome'], refusals: readonly Refusal[]): Decision {
  return { outcome, refusals, parts: new Map() };
}
