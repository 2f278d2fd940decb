import { InvalidArgumentError } from 'commander';
import { isDay } from '#records/day.ts';

/** A London day of a command line, `YYYY-MM-DD`, as it was typed. */
export function aDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('It is not a day written YYYY-MM-DD.');
  return text;
}

/** A moment of a command line, ISO 8601 with its zone, in UTC. */
export function aMoment(text: string): string {
  const at = Date.parse(text);
  const [, day = ''] = /^(\d{4}-\d{2}-\d{2})T.*(?:Z|[+-]\d{2}:\d{2})$/.exec(text) ?? [];
  if (!isDay(day) || Number.isNaN(at))
    throw new InvalidArgumentError('It is not a moment written as 2026-11-22T00:05:00Z.');
  return new Date(at).toISOString();
}

/** A whole number of a command line, of five digits at most. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('It is not a whole number.');
  return Number(text);
}
