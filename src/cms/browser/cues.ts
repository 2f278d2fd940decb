/** The lines of a transcript while somebody changes them: times in whole milliseconds, the words as typed. Pure. */

export interface EditCue {
  /** Tells one line from another while they move. */
  readonly key: number;
  /** Undefined where what was typed is no time. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly text: string;
}

export type CueFault =
  'not-a-time' | 'ends-early' | 'out-of-order' | 'overlaps' | 'past-end' | 'no-words';

/** What cannot be kept; the rest is told, and kept as it is. */
const STOPS: ReadonlySet<CueFault> = new Set(['not-a-time', 'ends-early', 'no-words']);

/** What is wrong with each line, by its place: with its times, and beside the line above. `length` in milliseconds, where it is known. */
export function cueFaults(
  cues: readonly EditCue[],
  length: number | undefined,
): readonly (readonly CueFault[])[] {
  return cues.map(({ start, end, text }, at) => {
    const faults: CueFault[] = [];
    const above = cues[at - 1];
    if (start === undefined || end === undefined) faults.push('not-a-time');
    else {
      if (end <= start) faults.push('ends-early');
      if (above?.start !== undefined && start < above.start) faults.push('out-of-order');
      else if (above?.end !== undefined && start < above.end) faults.push('overlaps');
      if (length !== undefined && end > length + SLACK) faults.push('past-end');
    }
    if (text.trim() === '') faults.push('no-words');
    return faults;
  });
}

/** Players and files differ by some frames on how long a recording is. */
const SLACK = 250;

export function canBeKept(faults: readonly (readonly CueFault[])[]): boolean {
  return faults.length > 0 && !faults.flat().some((fault) => STOPS.has(fault));
}

/** A time as somebody types it: `1:02.5`, `62`, `0:01:02,500`, with a point or a comma. Undefined where it is none. */
export function readTime(typed: string): number | undefined {
  const found = /^\s*(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?\s*$/.exec(typed);
  if (found === null) return undefined;
  const [, hours, minutes, seconds = '0', rest = ''] = found;
  if (minutes !== undefined && Number(seconds) > 59) return undefined;
  if (hours !== undefined && Number(minutes) > 59) return undefined;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
  return whole * 1000 + Number(rest.padEnd(3, '0'));
}

/** A time as it is shown: `1:02.500`, or `1:00:02.500` from an hour on. */
export function timeText(milliseconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const [hours, minutes] = [Math.floor(milliseconds / 3_600_000), milliseconds / 60_000];
  const rest = `${two((milliseconds / 1000) % 60)}.${String(milliseconds % 1000).padStart(3, '0')}`;
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${rest}` : `${Math.floor(minutes)}:${rest}`;
}

const nextKey = (cues: readonly EditCue[]): number =>
  cues.reduce((most, { key }) => Math.max(most, key), 0) + 1;

/** One line is another; all others are the very same. */
export function withCue(
  cues: readonly EditCue[],
  at: number,
  change: Partial<Omit<EditCue, 'key'>>,
): readonly EditCue[] {
  return cues.map((cue, index) => (index === at ? { ...cue, ...change } : cue));
}

/** How long a new line is before anybody says so, in milliseconds. */
const NEW_LINE = 2000;

/** A line without words that begins at a time, behind all that begin no later. */
export function addCue(cues: readonly EditCue[], time: number): readonly EditCue[] {
  const after = cues.findLastIndex(({ start }) => start !== undefined && start <= time);
  const next = cues[after + 1]?.start;
  const end = next !== undefined && next > time ? Math.min(next, time + NEW_LINE) : time + NEW_LINE;
  const cue = { key: nextKey(cues), start: time, end, text: '' };
  return cues.toSpliced(after + 1, 0, cue);
}

export function removeCue(cues: readonly EditCue[], at: number): readonly EditCue[] {
  return cues.toSpliced(at, 1);
}

/**
 * Two lines of one, parted at a place in its words; only the spaces there go. The times part at `time` where that
 * is inside, or else as the letters do.
 */
export function splitCue(
  cues: readonly EditCue[],
  at: number,
  { place, time }: { readonly place: number; readonly time?: number | undefined },
): readonly EditCue[] {
  const cue = cues[at];
  if (cue === undefined) return cues;
  const { start, end, text } = cue;
  const [before, after] = [text.slice(0, place).trimEnd(), text.slice(place).trimStart()];
  const middle = middleOf(cue, { place, time });
  return cues.toSpliced(
    at,
    1,
    { ...cue, start, end: middle, text: before },
    { key: nextKey(cues), start: middle, end, text: after },
  );
}

function middleOf(
  { start, end, text }: EditCue,
  { place, time }: { readonly place: number; readonly time?: number | undefined },
): number | undefined {
  if (start === undefined || end === undefined) return undefined;
  if (time !== undefined && time > start && time < end) return time;
  const share = text.length === 0 ? 0.5 : place / text.length;
  return Math.min(Math.max(Math.round(start + (end - start) * share), start + 1), end - 1);
}

/** One line of two: the words of both with a space between them, from the start of the first to the end of the second. */
export function joinCue(cues: readonly EditCue[], at: number): readonly EditCue[] {
  const [cue, next] = [cues[at], cues[at + 1]];
  if (cue === undefined || next === undefined) return cues;
  const text = [cue.text, next.text].filter((each) => each.trim() !== '').join(' ');
  return cues.toSpliced(at, 2, { ...cue, end: next.end, text });
}
