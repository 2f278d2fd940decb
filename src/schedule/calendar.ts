import { createEvents, type EventAttributes } from 'ics';
import type { Day } from '#consent/decision.ts';
import type { Words } from '#i18n/subjects.ts';
import { fill } from '#i18n/text.ts';
import { interfaceIn } from '#i18n/words.ts';
import type { Coming } from './coming.ts';
import { daysAfter } from '#records/day.ts';
import { Fault } from '#records/fault.ts';

type CalendarWords = Words['calendar'];

/**
 * A calendar file (RFC 5545) with one all-day event for each thing that comes: opaque ids, no titles
 * and no names, because calendars are shared and copied. An event keeps its UID when its day moves
 * and its SEQUENCE grows with `day`, so that a calendar updates it and does not show it twice. The
 * same days give the same bytes.
 */
export function calendarFile(input: {
  readonly coming: readonly Coming[];
  readonly day: Day;
  readonly language?: string;
}): string {
  const { words } = interfaceIn(input.language ?? 'en');
  const taken = new Map<string, number>();
  const events = input.coming.map((each) => {
    const key = keyOf(each);
    const again = taken.get(key) ?? 0;
    taken.set(key, again + 1);
    const uid = `${again === 0 ? key : `${key}-${again}`}@living-roots.invalid`;
    return eventOf({ each, uid, day: input.day, words: words.calendar });
  });
  const { error, value } = createEvents(events, {
    productId: 'living-roots-archive',
    method: 'PUBLISH',
    calName: words.calendar.name,
  });
  if (error || value === null) throw new Fault('calendar-not-written', {});
  return value;
}

function eventOf(input: {
  readonly each: Coming;
  readonly uid: string;
  readonly day: Day;
  readonly words: CalendarWords;
}): EventAttributes {
  const { each, uid, day, words } = input;
  const event = {
    uid,
    sequence: Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000),
    // Else it would be the moment of writing, and each answer would differ.
    timestamp: Date.parse(`${day}T00:00:00Z`),
    start: dateOf(each.on),
    end: dateOf(daysAfter(each.on, 1)),
    title: titleOf(each, words),
    busyStatus: 'FREE',
    transp: 'TRANSPARENT',
    classification: 'PRIVATE',
  } as const;
  return { ...event, start: [...event.start], end: [...event.end] };
}

function titleOf(each: Coming, words: CalendarWords): string {
  switch (each.what) {
    case 'ends':
      return fill(words.ends, { id: each.id, person: each.person });
    case 'ask-again':
      return fill(words.askAgain, { id: each.id, person: each.person });
    case 'opens':
      return fill(words.opens, { id: each.id });
    case 'leaves':
      return fill(words.leaves, { exhibition: each.gap.exhibition, work: each.gap.work });
  }
}

/** What an event is about, without its day. */
function keyOf(each: Coming): string {
  switch (each.what) {
    case 'ends':
    case 'ask-again':
      return `${each.what}-${each.id}-${each.person}-${each.interest}`;
    case 'opens':
      return `opens-${each.id}`;
    case 'leaves':
      return `leaves-${each.gap.exhibition}-${each.gap.work.replace('/', '-')}`;
  }
}

function dateOf(day: Day): readonly [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}
