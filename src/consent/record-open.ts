import type { Day, Kind, Reason } from './decision.ts';
import type { Use } from './uses.ts';
import type { ConsentRecord } from './grant.ts';

/** The question put to one record: may this kind of thing be put to this use on this day? */
export interface Question {
  readonly use: Use;
  readonly day: Day;
  /** The exhibition asked about, when `use` is `exhibition`. */
  readonly exhibition?: string | undefined;
}

/** The reason this record has been stopped for good, whatever it once granted (docs/consent.md §3.4, rows 3 and 4). */
export function stopped(record: ConsentRecord, day: Day): Reason | undefined {
  if (record.withdrawn_on !== undefined && record.withdrawn_on <= day) return 'withdrawn';
  return STOPS.find((state) => state === record.state);
}

const STOPS = ['withdrawn', 'refused', 'revoked', 'invalidated'] as const;

/** The reason this record's time is over (row 5: the day itself is closed). */
export function ended(record: ConsentRecord, day: Day): Reason | undefined {
  if (record.state === 'expired') return 'expired';
  return record.expires_on !== undefined && record.expires_on <= day ? 'expired' : undefined;
}

/** Rows 6 and 10: a yes that was given, in full, by somebody able to give it, and still runs. */
function notInForce(record: ConsentRecord, day: Day): Reason | undefined {
  if (record.state !== 'given' && record.state !== 'renewed') return 'not-yet-answered';
  if (!record.information_sheet || !record.language || !record.method) return 'record-incomplete';
  if (record.given_on === undefined || record.given_on > day) return 'not-yet-given';
  if (record.expires_on === undefined) return 'no-end-date';
  return notAble(record, day);
}

function notAble(record: ConsentRecord, day: Day): Reason | undefined {
  if (record.capacity === 'in-doubt') return 'capacity-in-doubt';
  if (record.age_band === 'adult') return undefined;
  if (record.age_band === undefined) return 'age-not-known';
  if (record.assent_on === undefined || record.assent_on > day) return 'no-assent';
  const needsGuardian = record.age_band === 'child';
  if (needsGuardian && (record.guardian_on === undefined || record.guardian_on > day)) {
    return 'no-guardian';
  }
  return record.reconsent_due === undefined || record.reconsent_due <= day
    ? 'reconsent-due'
    : undefined;
}

/** Rows 11 and 12: this use, this kind, and for an exhibition this one by name or any. */
function notGranted(record: ConsentRecord, kind: Kind, question: Question): Reason | undefined {
  if (!record.grants?.[question.use]?.includes(kind)) return 'not-granted';
  if (question.use !== 'exhibition') return undefined;
  const named = record.exhibitions;
  if (named === 'any') return undefined;
  return named?.some((exhibition) => exhibition === question.exhibition)
    ? undefined
    : 'exhibition-not-named';
}

/** The first reason, in the order of the table, why this record does not say yes; none if it does. */
export function refusalOf(
  record: ConsentRecord,
  kind: Kind,
  question: Question,
): Reason | undefined {
  return (
    stopped(record, question.day) ??
    ended(record, question.day) ??
    notInForce(record, question.day) ??
    notGranted(record, kind, question)
  );
}
