import type { GivenOut } from './own-piece.ts';
import { dateWords } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import type { Interface } from '#i18n/words.ts';

/** One thing that may be taken down, in words; `value` is what the form sends for it. */
export interface TakeDownChoice {
  readonly value: string;
  readonly group: 'all' | 'me' | 'part' | 'use' | 'person';
  readonly label: string;
}

/** How far the one step after hiding is: the whole site made again without the piece. */
export type Rebuild = 'owed' | 'failed' | 'done';

/** What came down, for whoever asked for it (docs/consent.md §4.2, W18). No word of the piece is in it. */
export interface TakenDownView {
  /** What was chosen, in the language of the receipt. */
  readonly choice: string;
  /** All of the piece, and not a part of it. */
  readonly isWhole: boolean;
  /** When it was hidden, ISO 8601. */
  readonly at: string;
  /** How many addresses of its page, in all languages. */
  readonly pages: number;
  /** How many picture and sound files. */
  readonly files: number;
  readonly inSearch: boolean;
  /** It is hidden in memory alone, and that is tried again. */
  readonly isUnwritten: boolean;
  /** Taking it out of the content failed, and is tried again. */
  readonly isUntaken: boolean;
  readonly rebuild: Rebuild;
  /** Copies that others have of it. */
  readonly givenOut: readonly GivenOut[];
}

/** What is said of each step of the rebuild. */
export function rebuildWords(rebuild: Rebuild, { words }: Interface): string {
  const { receiptOwed: owed, receiptFailed: failed, receiptRebuilt: done } = words;
  return { owed, failed, done }[rebuild];
}

/** The day and the time in London, where the archive is. */
export function whenWords(at: string, { words, lang }: Interface): string {
  return fill(words.receiptWhen, londonTime(at, lang));
}

/** A moment, ISO 8601, as a day in words and a time by the clock, both in London. */
export function londonTime(
  at: string,
  lang: string,
): { readonly day: string; readonly time: string } {
  const inLondon = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const parts = new Map(
    inLondon.formatToParts(new Date(at)).map(({ type, value }) => [type, value]),
  );
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  const time = `${parts.get('hour')}:${parts.get('minute')}`;
  return { day: dateWords(day, lang), time };
}
