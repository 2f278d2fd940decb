import type { Day } from '#consent/decision.ts';
import { daysAfter, yearsAfter } from '#records/day.ts';
import type { StoredEvent } from './event.ts';
import type { PersonIn } from './people.ts';

/** Somebody to be asked how they are, because their piece is public (docs/consent.md §7, "Care for tellers"). */
export interface CheckIn extends PersonIn {
  readonly dueOn: Day;
}

/** Somebody's piece that is public from a day on, and who says so. */
export interface PublicSince extends PersonIn {
  readonly on: Day;
  readonly actorRole: string;
}

/** Days from the first day in public to the first time somebody asks. */
const FIRST_AFTER = 14;

/** The word in the log for the first time a person's piece is public; its detail is `on:` and the day. */
export const PUBLISHED = 'published';

export function publishedDetail(day: Day): readonly string[] {
  return [`on:${day}`];
}

/** Everybody in the log whose piece was made public. */
function published(events: readonly StoredEvent[]): readonly (PersonIn & { on: Day })[] {
  const first = new Map<string, PersonIn & { on: Day }>();
  for (const { event, contribution, person, detail } of events) {
    const on = detail.find((code) => code.startsWith('on:'))?.slice(3);
    if (event !== PUBLISHED || contribution === undefined || person === undefined || !on) continue;
    const key = `${contribution} ${person}`;
    const known = first.get(key);
    if (known === undefined || on < known.on) first.set(key, { contribution, person, on });
  }
  return [...first.values()];
}

/**
 * The check-ins that fall due until `until`: two weeks after the first day in public, and on that day
 * each year. Of those that are over on `day` only the last: one visit makes up for all. None for
 * somebody who was forgotten, or whose piece was taken down as a whole.
 */
export function checkInsIn(
  events: readonly StoredEvent[],
  { day, until }: { readonly day: Day; readonly until: Day },
): readonly CheckIn[] {
  const isOver = isOverIn(events);
  return published(events)
    .filter((each) => !isOver(each))
    .flatMap(({ on, ...who }) => {
      const due = daysFrom(on, until);
      const late = due.filter((each) => each <= day).slice(-1);
      return [...late, ...due.filter((each) => each > day)].map((dueOn) => ({ ...who, dueOn }));
    });
}

function daysFrom(on: Day, until: Day): readonly Day[] {
  const days = [daysAfter(on, FIRST_AFTER)];
  for (let years = 1; ; years += 1) {
    const next = yearsAfter(on, years);
    if (next > until) break;
    days.push(next);
  }
  return days.filter((each) => each <= until);
}

/** Whether somebody is not to be asked any more: forgotten, or taken down by themselves or as a whole. */
export function isOverIn(events: readonly StoredEvent[]): (of: PersonIn) => boolean {
  const over = new Set(
    events.flatMap(({ event, contribution, person, detail }) => {
      const isWhole = event === 'withdrawn' && detail.length === 0;
      if (!isWhole && event !== 'person-forgotten') return [];
      return person === undefined ? (contribution ?? []) : `${contribution} ${person}`;
    }),
  );
  return ({ contribution, person }) =>
    over.has(contribution) || over.has(`${contribution} ${person}`);
}
