/**
 * The words in which a question about consent is asked and answered.
 * Source of the lists: docs/content-format.md (kinds, states) and docs/consent.md §3.4.
 */

/** The kinds of thing a yes can cover. */
export const KINDS = ['words', 'photo', 'voice', 'artwork'] as const;
export type Kind = (typeof KINDS)[number];

/** Kinds as they are named to people: artwork and photographs are both pictures. */
export const NAMED_KINDS = ['words', 'pictures', 'voice'] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

export const STATES = [
  'unknown',
  'requested',
  'deferred',
  'refused',
  'given',
  'renewed',
  'expired',
  'withdrawn',
  'revoked',
  'invalidated',
] as const;
export type ConsentState = (typeof STATES)[number];

export const INTERESTS = [
  'contributor',
  'co-creator',
  'depicted',
  'voice',
  'identifiable-in-words',
] as const;
export type Interest = (typeof INTERESTS)[number];

/** A London calendar day, `YYYY-MM-DD`, already checked to exist. Compares as text. */
export type Day = string;

/** Why something is withheld: a closed list. The words for each are in `reasons.ts`. */
export const REASONS = [
  'held',
  'withdrawn',
  'refused',
  'revoked',
  'invalidated',
  'expired',
  'nobody-asked',
  'not-yet-answered',
  'not-yet-given',
  'record-incomplete',
  'no-end-date',
  'not-reviewed',
  'embargoed',
  'no-credit',
  'age-not-known',
  'no-assent',
  'no-guardian',
  'reconsent-due',
  'capacity-in-doubt',
  'not-granted',
  'exhibition-not-named',
  'not-the-version-approved',
  'no-safe-copy',
  'said-no-elsewhere',
  'no-description',
  'depends-on-a-closed-part',
  'does-not-stand-alone',
  'nothing-to-show',
] as const;
export type Reason = (typeof REASONS)[number];

/** One refusal: the reason and, where it is about one person, that person's opaque id. */
export interface Refusal {
  readonly reason: Reason;
  readonly person?: string;
}

/** The answer for one part. `safe` means: only the checked safe copy may be shown. */
export type PartDecision =
  | { readonly verdict: 'release'; readonly copy: 'as-approved' | 'safe' }
  | { readonly verdict: 'withhold'; readonly refusals: readonly Refusal[] };

/**
 * The answer for a whole contribution.
 * - `publish`: every part is let out as approved; `partial`: some are, or a safe copy stands in
 * - `tombstone` / `gone`: nothing is let out, and it was public once (docs/consent.md §4.3)
 * - `withhold`: nothing is let out, and no trace of it may be seen
 */
export interface Decision {
  readonly outcome: 'publish' | 'partial' | 'tombstone' | 'gone' | 'withhold';
  readonly refusals: readonly Refusal[];
  readonly parts: ReadonlyMap<string, PartDecision>;
}
