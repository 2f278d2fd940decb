import { existsSync } from 'node:fs';
import { newCalendarSecret, stopCalendar } from '#schedule/calendar-secret.ts';
import type { Outcome } from './printer.ts';
import { stateOf } from '#state/state.ts';
import { noContent, refusedWith } from './with-register.ts';

/** Makes or stops the address at which facilitators' calendars find the days ahead. */
export async function calendar(input: {
  readonly content: string;
  readonly origin: string;
  readonly make: boolean;
}): Promise<Outcome> {
  if (!existsSync(input.content)) return refusedWith(noContent(input.content));
  const { desk } = stateOf(input.content);
  if (!input.make) {
    await stopCalendar(desk);
    return {
      exit: 0,
      lines: ['The calendar has no address any more. Make a new one with --new.'],
      data: { ok: true },
    };
  }
  const secret = await newCalendarSecret(desk);
  const address = new URL(`/calendar/${secret}.ics`, input.origin).href;
  return {
    exit: 0,
    lines: [
      address,
      'Add this address to a calendar. It is shown once; an older one does not work any more.',
      'Whoever has it can read the days and the ids, and nothing else. Stop it with --stop.',
    ],
    data: { ok: true, address },
  };
}
