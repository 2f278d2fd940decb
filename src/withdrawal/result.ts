import type { Day } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import type { Problem } from '#records/problem.ts';
import type { Noted } from './add-to-blocklist.ts';

/** How much of a contribution came down. */
export type CameDown =
  | { readonly of: 'whole' }
  | { readonly of: 'person' }
  | { readonly of: 'words' }
  | { readonly of: 'part'; readonly part: string }
  /** Without a kind: of every kind. */
  | { readonly of: 'use'; readonly use: Use; readonly kind?: string | undefined };

/** It is out of the content. */
export interface Withdrawn {
  readonly kind: 'withdrawn';
  readonly id: string;
  readonly what: CameDown;
  /** The day that was written down, where one was. */
  readonly day?: Day | undefined;
  /** Others may have copies. */
  readonly wasPublic: boolean;
  /** Whether it would be known again; absent where nothing left the content for good. */
  readonly noted?: Noted | undefined;
  /** Parts that have a file of it too, so that the file stays. */
  readonly sharedWith: readonly string[];
  /** Where the archive still says it: the next build would stop there. */
  readonly stillSaid: readonly Problem[];
}

/** Nothing was changed, because there is nothing to take back. */
export type NotThere =
  /** Neither a contribution nor one that was withdrawn. */
  | { readonly kind: 'no-contribution'; readonly id: string }
  | { readonly kind: 'withdrawn-before'; readonly id: string }
  /** The contribution has no such part, or nobody by that name said yes in it. */
  | { readonly kind: 'no-such-part'; readonly id: string };

/** Nothing was changed: the record cannot be read, so no less than the whole can come down. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly id: string;
}

/** What taking something out of a folder with content came to. */
export type TakenOut = Withdrawn | NotThere | Unreadable;

/** It is out of the content now, by this withdrawal or an earlier one. */
export type Out = Withdrawn | Extract<NotThere, { readonly kind: 'withdrawn-before' }>;

export function isOut(taken: TakenOut): taken is Out {
  return taken.kind === 'withdrawn' || taken.kind === 'withdrawn-before';
}
