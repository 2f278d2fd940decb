import type { Day } from '#consent/decision.ts';
import { londonDay } from './london.ts';

/** Why a site is not fresh: a closed list. */
export type Staleness = 'unreadable' | 'from-the-future' | 'too-old' | 'another-day';

export interface Freshness {
  readonly fresh: boolean;
  readonly why?: Staleness;
  readonly builtFor?: Day;
  /** ISO time. */
  readonly builtAt?: string;
}

/** A site is built every day; two hours more are left for the build and for the host. */
export const FRESH_HOURS = 26;

/** Two machines may disagree on the time by some minutes. */
const CLOCKS_DIFFER = 10 * 60_000;
const HOUR = 3_600_000;

/**
 * Is a built site of today? `text` is its `/.well-known/build.json`, or nothing when it could not be
 * read; `now` is in milliseconds, `hours` the age at which the alarm goes off. What cannot be read,
 * or comes from a clock that ran ahead, is never fresh. The London day may be the last one for as
 * many hours as `hours` is above 24 (docs/consent.md §3.4, "Time on a static site"; A13, T30).
 */
export function freshnessOf(input: {
  readonly text: string | undefined;
  readonly now: number;
  readonly hours: number;
}): Freshness {
  const { now, hours } = input;
  const facts = factsIn(input.text ?? '');
  if (facts === undefined) return { fresh: false, why: 'unreadable' };
  const why = staleness(facts, now, hours);
  return why === undefined ? { fresh: true, ...facts } : { fresh: false, why, ...facts };
}

interface Facts {
  readonly builtFor: Day;
  readonly builtAt: string;
}

function staleness({ builtFor, builtAt }: Facts, now: number, hours: number) {
  const at = Date.parse(builtAt);
  if (at > now + CLOCKS_DIFFER || builtFor > londonDay(new Date(now + CLOCKS_DIFFER)))
    return 'from-the-future' as const;
  if (now - at > hours * HOUR) return 'too-old' as const;
  const earliest = londonDay(new Date(now - Math.max(0, hours - 24) * HOUR));
  return builtFor < earliest ? ('another-day' as const) : undefined;
}

function factsIn(text: string): Facts | undefined {
  try {
    const { builtFor, builtAt } = JSON.parse(text) as Record<string, unknown>;
    if (typeof builtFor !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(builtFor)) return undefined;
    if (typeof builtAt !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(builtAt)) return undefined;
    return Number.isNaN(Date.parse(builtAt)) ? undefined : { builtFor, builtAt };
  } catch {
    return undefined;
  }
}
