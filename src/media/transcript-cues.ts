import type { TranscriptFault } from './problems.ts';

/** What one line of a transcript file says, in WebVTT or SubRip. */
export interface TimedText {
  readonly start: number;
  readonly end: number;
  /** As written, between the first line of words and the last. */
  readonly lines: readonly string[];
}

export type TimedTexts =
  | { readonly ok: true; readonly cues: readonly TimedText[] }
  /** `line` counts from 1. */
  | { readonly ok: false; readonly why: TranscriptFault; readonly line: number };

/**
 * Sorts the lines of a transcript into cues, each line once. Every line of words stays: one that stands
 * behind an empty line, which a player would drop, is a further paragraph of the cue above it. What belongs
 * to no cue is refused by its line; notes, styles, regions and the settings below `WEBVTT` are not words
 * and are left out.
 */
export function timedTexts(text: string): TimedTexts {
  const lines = text.split('\n');
  const isWebVtt = /^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '');
  const cues: { start: number; end: number; lines: string[] }[] = [];
  const begin = isWebVtt ? endOfHeader(lines) : 0;
  let at = begin;
  let isApart = false;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const cue = cues.at(-1);
    // Only a line with nothing at all ends a block; one of spaces stands for an empty line inside a cue.
    const beginsBlock = at === begin || lines[at - 1] === '';
    if (line.trim() === '') isApart = true;
    else if (line.includes('-->')) {
      const times = timesOf(line);
      if (times === undefined) return refuse('time-not-written-right', at);
      if (times.end < times.start) return refuse('time-ends-before-it-starts', at);
      cues.push({ ...times, lines: [] });
      isApart = false;
    } else if (isWebVtt && beginsBlock && ASIDE.test(line)) {
      const end = endOfBlock(lines, at);
      // A player shows such a cue, and whoever wrote it there may have wished that nobody sees it.
      const times = lines.slice(at, end).findIndex((each) => each.includes('-->'));
      if (times >= 0) return refuse('time-in-a-note', at + times);
      at = end - 1;
    } else if (!isName(lines, at, isApart || cue === undefined)) {
      if (cue === undefined) return refuse('words-before-the-first-time', at);
      if (isApart && cue.lines.length > 0) cue.lines.push('');
      cue.lines.push(line);
      isApart = false;
    }
  }
  return { ok: true, cues };
}

/** What programs write right below `WEBVTT`; any other line there may be words. */
const SETTING =
  /^(?:(?:Kind|Language)[ \t]*:[ \t]*[\w-]{1,40}|X-TIMESTAMP-MAP=[\w:.,=]{1,100})[ \t]*$/i;

function endOfHeader(lines: readonly string[]): number {
  let at = 1;
  while (at < lines.length && SETTING.test(lines[at] ?? '')) at += 1;
  return at;
}

/** Blocks of WebVTT that hold no words. */
const ASIDE = /^(?:NOTE(?:[ \t]|$)|(?:STYLE|REGION)[ \t]*$)/;

function endOfBlock(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at] !== '') at += 1;
  return at;
}

/** The name or the number of a cue: the line above its times. A number may follow words without an empty line. */
function isName(lines: readonly string[], at: number, begins: boolean): boolean {
  const isAboveTimes = timesOf(lines[at + 1] ?? '') !== undefined;
  return isAboveTimes && (begins || /^\s*\d{1,6}\s*$/.test(lines[at] ?? ''));
}

function refuse(why: TranscriptFault, index: number): TimedTexts {
  return { ok: false, why, line: index + 1 };
}

const TIME = String.raw`(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)(?:[.,](\d{1,3}))?`;
const TIMES = new RegExp(String.raw`^[ \t]*${TIME}[ \t]*-->[ \t]*${TIME}(?:[ \t]+[^>]*)?$`);

/** Seconds, of `00:01.000 --> 00:02.500 align:start` or `00:00:01,000 --> 00:00:02,500`. */
function timesOf(line: string): { readonly start: number; readonly end: number } | undefined {
  if (line.length > LONGEST_TIMES) return undefined;
  const found = TIMES.exec(line);
  if (found === null) return undefined;
  return { start: secondsOf(found.slice(1, 5)), end: secondsOf(found.slice(5, 9)) };
}

const LONGEST_TIMES = 500;

function secondsOf([hours = '0', minutes, seconds, rest = '0']: readonly string[]): number {
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return (whole * 1000 + Number(rest.padEnd(3, '0'))) / 1000;
}
