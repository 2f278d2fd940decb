import type { Because, PieceState } from '#components/own-piece.ts';
import { decide } from '#consent/decide.ts';
import type { Day, Decision, Reason, Refusal } from '#consent/decision.ts';
import { isOwnConsent } from '#intake/contribution/own-answers.ts';
import { factsOf } from '#release/facts.ts';
import type { HeldContribution } from '#repository/archive.ts';
import type { Status } from '#repository/drafts.ts';
import type { PieceNow } from './piece-now.ts';

/** What is known beside the record. */
export interface StateFacts {
  readonly day: Day;
  /** It was taken down, or is being taken down, and the site is not made again yet. */
  readonly isHidden: boolean;
  /** Its page is on the site that is served. */
  readonly isServed: boolean;
  /** The version that its maker sent by the form; nothing where it did not come so. */
  readonly sent: string | undefined;
  /** When it was taken down as a whole. */
  readonly downOn: Day | undefined;
}

/** How far a piece is, as whoever made it or is in it is told. What is not known is never said to be public. */
export function pieceState(now: PieceNow, facts: StateFacts): PieceState {
  if (now.isUnread) return { kind: 'unreadable' };
  if (facts.isHidden && (now.live ?? now.draft) !== undefined) return { kind: 'hidden' };
  if (now.live !== undefined) return publishedState(now.live, facts);
  if (now.draft !== undefined) return draftState(now.draft, facts);
  return facts.downOn === undefined ? { kind: 'down' } : { kind: 'down-on', day: facts.downOn };
}

function draftState(
  { of, revision, held }: NonNullable<PieceNow['draft']>,
  { sent }: StateFacts,
): PieceState {
  const { status } = of.workflow;
  const isTouched = sent !== undefined && sent !== revision;
  // Their own change takes their approval away, and nobody else's does.
  const maker = held.fields.consents.find(isOwnConsent);
  const isTheirs = isTouched && maker !== undefined && maker.approved === undefined;
  if (isTheirs && status === 'draft') return { kind: 'not-sent' };
  return { kind: isTouched && status === 'pending_review' ? 'looked-at' : DRAFTS[status] };
}

const DRAFTS = {
  draft: 'looked-at',
  pending_review: 'waiting',
  pending_publish: 'ready',
} as const satisfies Readonly<Record<Status, PieceState['kind']>>;

function publishedState(held: HeldContribution, facts: StateFacts): PieceState {
  const decision = decide(factsOf(held), { use: 'web', day: facts.day });
  if (isShown(decision)) return { kind: facts.isServed ? 'public' : 'ready' };
  const { embargo_until, consents } = held.fields;
  const reasons = new Set(decision.refusals.map(({ reason }) => reason));
  if (reasons.has('embargoed') && embargo_until !== undefined)
    return { kind: 'later', day: embargo_until };
  if (reasons.has('withdrawn')) {
    const day = consents.find(({ interest }) => interest === 'contributor')?.withdrawn_on;
    return day === undefined ? { kind: 'down' } : { kind: 'down-on', day };
  }
  return { kind: 'held', because: becauseOf(held, decision.refusals) };
}

export function isShown({ outcome }: Decision): boolean {
  return outcome === 'publish' || outcome === 'partial';
}

/** Each thing that keeps it back, once; a missing yes of somebody else is told as that, without whose it is. */
export function becauseOf(
  { fields }: HeldContribution,
  refusals: readonly Refusal[],
): readonly Because[] {
  const makers = new Set(
    fields.consents
      .filter(({ interest }) => interest === 'contributor')
      .map(({ person }) => person),
  );
  const toBecause = ({ reason, person }: Refusal): Because => {
    const isOthers = person !== undefined && !makers.has(person);
    return isOthers && BECAUSE[reason] === 'use' ? 'others' : BECAUSE[reason];
  };
  return [...new Set(refusals.map(toBecause))];
}

const BECAUSE: Readonly<Record<Reason, Because>> = {
  held: 'stopped',
  withdrawn: 'back',
  refused: 'others',
  revoked: 'stopped',
  invalidated: 'unsettled',
  expired: 'ended',
  'nobody-asked': 'others',
  'not-yet-answered': 'others',
  'not-yet-given': 'others',
  'record-incomplete': 'unsettled',
  'no-end-date': 'unsettled',
  'not-reviewed': 'unread',
  embargoed: 'unsettled',
  'no-credit': 'name',
  'age-not-known': 'age',
  'no-assent': 'age',
  'no-guardian': 'age',
  'reconsent-due': 'age',
  'capacity-in-doubt': 'unsettled',
  'not-granted': 'use',
  'exhibition-not-named': 'use',
  'not-the-version-approved': 'again',
  'no-safe-copy': 'unsettled',
  'said-no-elsewhere': 'others',
  'no-description': 'described',
  'depends-on-a-closed-part': 'unsettled',
  'does-not-stand-alone': 'unsettled',
  'nothing-to-show': 'unsettled',
};
