import type { Day } from '#consent/decision.ts';

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in London at this moment, whatever the machine's time zone (docs/consent.md, A14). */
export function londonDay(now: Date): Day {
  const parts = new Map(LONDON.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
