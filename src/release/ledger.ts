import type { Day } from '#consent/decision.ts';
import type { Admission } from './admit.ts';
import type { Archive } from '#repository/archive.ts';
import type { Count, Ledger } from './released.ts';

/** Below this a number could point at a person (docs/consent.md, T21 and A32). */
const LEAST = 5;

/**
 * The public totals (docs/consent.md §7, "Transparency"): what is shown, in how many languages, and how
 * much came down this year, all reasons together. Never by place, theme or exhibition, and no number
 * under five leaves this room.
 */
export function ledgerOf({
  archive,
  admissions,
  day,
}: {
  readonly archive: Pick<Archive, 'withdrawn'>;
  readonly admissions: readonly Admission[];
  readonly day: Day;
}): Ledger {
  const shown = admissions.filter(({ open }) => open.size > 0);
  const languages = new Set(shown.map(({ held }) => held.fields.language));
  const year = day.slice(0, 4);
  const left = [...archive.withdrawn.values()].map(({ withdrawn_on }) => withdrawn_on);
  const stopped = admissions
    .filter(({ decision }) => decision.outcome === 'tombstone' || decision.outcome === 'gone')
    .map(cameDownOn);
  const down = [...left, ...stopped].filter(
    (on): on is Day => on !== undefined && on.slice(0, 4) === year && on <= day,
  );
  return {
    year,
    shown: countOf(shown.length),
    languages: countOf(languages.size),
    cameDown: countOf(down.length),
  };
}

function countOf(number: number): Count {
  return number < LEAST ? 'few' : number;
}

/** The day a record says so; a hold has none, and is not counted until it is a withdrawal. */
function cameDownOn({ held }: Admission): Day | undefined {
  const maker = held.fields.consents.find(({ interest }) => interest === 'contributor');
  return maker?.withdrawn_on ?? maker?.expires_on;
}
