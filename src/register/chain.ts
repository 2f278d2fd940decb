import { createHash } from 'node:crypto';
import type { StoredEvent } from './event.ts';

/** The digest of an event together with the digest of the one before it. */
export function linkOf(event: Omit<StoredEvent, 'hash'>): string {
  const { seq, contribution = null, person = null, at, actorRole, detail, prev } = event;
  const canonical = JSON.stringify([
    seq,
    event.event,
    contribution,
    person,
    at,
    actorRole,
    detail,
    prev,
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

export interface ChainVerdict {
  readonly ok: boolean;
  /** The place of the first event that does not follow from the one before it. */
  readonly brokenAt?: number;
}

/**
 * Is every event what it was when it was written, with none missing before the last? That the last
 * ones are missing shows only against a copy, or against the last digest written down elsewhere.
 */
export function verdictOn(events: readonly StoredEvent[]): ChainVerdict {
  let prev = '';
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1 || event.prev !== prev || linkOf(event) !== event.hash)
      return { ok: false, brokenAt: index + 1 };
    prev = event.hash;
  }
  return { ok: true };
}
