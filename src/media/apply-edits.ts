import type { Edit } from './edits.ts';
import { MediaRuleError } from './job.ts';
import type { SampleBlock } from './sound-file.ts';

/** Silence a file may leave between two blocks (a paused recording), seconds; more is a fault. */
const LONGEST_GAP = 10;

/** Timestamps of milliseconds wobble; only a true pause is filled. Seconds. */
const WOBBLE = 0.05;

/**
 * One block after another without gaps: a pause the file's clock tells of becomes silence. The clock may
 * begin anywhere and begin anew, as in recordings that were joined. With `fromZero` it begins at nought,
 * and silence before the first block counts: edits and transcripts are told from there.
 */
export async function* withoutGaps(
  blocks: AsyncIterable<SampleBlock>,
  { sampleRate, fromZero }: { readonly sampleRate: number; readonly fromZero: boolean },
): AsyncGenerator<Float32Array> {
  let end: number | undefined;
  for await (const { at, mono } of blocks) {
    const isFirst = end === undefined;
    const gap = at === undefined || (isFirst && !fromZero) ? 0 : at - (end ?? 0);
    if (gap > LONGEST_GAP && !isFirst) throw new MediaRuleError('media-unreadable');
    if (gap > WOBBLE && gap <= LONGEST_GAP) yield new Float32Array(Math.round(gap * sampleRate));
    if (mono.length > 0) yield mono;
    end = (at ?? end ?? 0) + mono.length / sampleRate;
  }
}

/**
 * What its maker wants heard of a recording: what was cut off at the start, at the end or between is
 * left out, to the sample. Nothing is decoded past the last edit.
 */
export async function* applyEdits(
  blocks: AsyncIterable<Float32Array>,
  edits: readonly Edit[],
  sampleRate: number,
): AsyncGenerator<Float32Array> {
  if (edits.length === 0) return yield* blocks;
  const waiting = edits.map(({ from, seconds }) => ({
    from: from === undefined ? undefined : Math.round(from * sampleRate),
    length: Math.round((seconds ?? Number.POSITIVE_INFINITY) * sampleRate),
  }));
  const silence = function* (): Generator<Float32Array> {
    while (waiting[0] !== undefined && waiting[0].from === undefined) {
      yield* quiet(waiting.shift()?.length ?? 0, sampleRate);
    }
  };
  let at = 0;
  yield* silence();
  for await (const block of blocks) {
    const next = at + block.length;
    for (;;) {
      const [edit] = waiting;
      if (edit?.from === undefined) break;
      const to = edit.from + edit.length;
      const [first, last] = [Math.max(edit.from, at), Math.min(to, next)];
      if (first < last) yield block.subarray(first - at, last - at);
      if (to > next) break;
      waiting.shift();
      yield* silence();
    }
    if (waiting.length === 0) return;
    at = next;
  }
}

/** How long the edits last, in seconds; `length` is that of the recording they choose from. */
export function editedSeconds(
  edits: readonly Edit[],
  length: number | undefined,
): number | undefined {
  if (edits.length === 0) return length;
  const rest = length ?? Number.NaN;
  const sum = edits.reduce((total, { from, seconds }) => {
    if (from === undefined) return total + (seconds ?? 0);
    const most = Math.max(0, rest - from);
    return total + (Number.isNaN(most) ? (seconds ?? Number.NaN) : Math.min(seconds ?? most, most));
  }, 0);
  return Number.isNaN(sum) ? undefined : sum;
}

/** Silence by the second, so that none of it is long in memory. */
function* quiet(length: number, sampleRate: number): Generator<Float32Array> {
  for (let left = length; left > 0; left -= sampleRate) {
    yield new Float32Array(Math.min(left, sampleRate));
  }
}
