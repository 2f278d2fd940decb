import { boxBodies, type ReadAt } from './boxes.ts';
import { MediaRuleError } from './job.ts';

/**
 * One line of the edit list of an MP4, M4A, MOV or 3GP: what its maker wants heard, in order.
 * Times in seconds.
 */
export interface Edit {
  /** Where in the recording it begins; absent for a stretch of silence. */
  readonly from: number | undefined;
  /** How long it lasts; absent for "to the end". */
  readonly seconds: number | undefined;
}

/**
 * Reads the edit list of one track (ISO 14496-12, 8.6.6); empty where there is none. Refuses a list that
 * asks for more than leaving out: another speed, a picture that stands still, or parts in another order.
 * Read by us and not by libav, which honours it to the packet and not to the sample, and passes over speeds.
 */
export async function editsOf(input: {
  readonly track: number;
  readonly size: number;
  readonly readAt: ReadAt;
}): Promise<readonly Edit[]> {
  const { track, size, readAt } = input;
  const whole = { start: 0, end: size };
  const movie = await firstBox(readAt, whole, 'moov');
  if (movie === undefined) return [];
  const movieScale = await timescale(readAt, await firstBox(readAt, movie, 'mvhd'));
  for await (const trak of boxBodies(readAt, movie, 'trak')) {
    const header = await firstBox(readAt, trak, 'tkhd');
    if (header === undefined || (await trackId(readAt, header)) !== track) continue;
    const list = await firstBox(readAt, await firstBox(readAt, trak, 'edts'), 'elst');
    if (list === undefined) return [];
    const media = await firstBox(readAt, trak, 'mdia');
    const mediaScale = await timescale(readAt, await firstBox(readAt, media, 'mdhd'));
    return inOrder(
      readEdits(await readAt(list.start, list.end - list.start), movieScale, mediaScale),
    );
  }
  return [];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

async function firstBox(
  readAt: ReadAt,
  within: Span | undefined,
  name: string,
): Promise<Span | undefined> {
  if (within === undefined) return undefined;
  for await (const box of boxBodies(readAt, within, name)) return box;
  return undefined;
}

/** Ticks a second, of a movie or a media header. */
async function timescale(readAt: ReadAt, box: Span | undefined): Promise<number> {
  if (box === undefined) throw new MediaRuleError('media-unreadable');
  const bytes = Buffer.from(await readAt(box.start, 32));
  const scale = bytes.readUInt32BE(bytes[0] === 1 ? 20 : 12);
  if (scale === 0) throw new MediaRuleError('media-unreadable');
  return scale;
}

async function trackId(readAt: ReadAt, box: Span): Promise<number> {
  const bytes = Buffer.from(await readAt(box.start, 24));
  return bytes.readUInt32BE(bytes[0] === 1 ? 20 : 12);
}

const MOST_EDITS = 10_000;

function readEdits(body: Uint8Array, movieScale: number, mediaScale: number): readonly Edit[] {
  const bytes = Buffer.from(body);
  const isLong = bytes[0] === 1;
  const length = isLong ? 20 : 12;
  const count = bytes.readUInt32BE(4);
  if (count > MOST_EDITS || 8 + count * length > bytes.length)
    throw new MediaRuleError('media-unreadable');
  return Array.from({ length: count }, (_, index) => {
    const at = 8 + index * length;
    const lasts = isLong ? Number(bytes.readBigUInt64BE(at)) : bytes.readUInt32BE(at);
    const from = isLong ? Number(bytes.readBigInt64BE(at + 8)) : bytes.readInt32BE(at + 4);
    const isSilent = from === -1;
    const speed = bytes.readInt32BE(at + length - 4);
    if (!isSilent && (speed !== NORMAL_SPEED || from < 0))
      throw new MediaRuleError('media-cut-not-followed');
    return {
      from: isSilent ? undefined : from / mediaScale,
      seconds: lasts === 0 ? undefined : lasts / movieScale,
    };
  }).filter(({ from, seconds }) => from !== undefined || seconds !== undefined);
}

/** 16.16 fixed point. */
const NORMAL_SPEED = 0x0001_0000;

/** Lengths are rounded to the film's ticks, so one edit may seem to end this much after the next begins. */
const ROUNDING = 0.02;

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  let end = 0;
  for (const [index, { from, seconds }] of edits.entries()) {
    if (from === undefined) continue;
    if (from < end - ROUNDING) throw new MediaRuleError('media-cut-not-followed');
    if (seconds === undefined && index < edits.length - 1) {
      throw new MediaRuleError('media-cut-not-followed');
    }
    end = from + (seconds ?? Number.POSITIVE_INFINITY);
  }
  return edits;
}
