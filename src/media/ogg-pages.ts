import type { ReadAt } from './boxes.ts';

/**
 * Looks at the pages of an Ogg file (RFC 3533). Cut short: its last page says that it is longer than what
 * is left, or a page in between is missing. libav reads both without a word.
 *
 * `seconds` is what the pages say all parts last together: recordings joined one after another each
 * count from nought. `undefined` where a part does not say.
 */
export async function oggLength(
  size: number,
  readAt: ReadAt,
): Promise<{ readonly isCutShort: boolean; readonly seconds: number | undefined }> {
  const parts = new Map<number, OggStream>();
  let at = 0;
  while (at < size) {
    const head = Buffer.from(await readAt(at, 27 + 255));
    if (head.length < 27 || head.toString('latin1', 0, 4) !== 'OggS') break;
    const table = head.subarray(27, 27 + (head[26] ?? 0));
    const body = table.reduce((sum, part) => sum + part, 0);
    const start = at + 27 + (head[26] ?? 0);
    if (start + body > size) return { isCutShort: true, seconds: undefined };
    const serial = head.readUInt32LE(14);
    const page = head.readUInt32LE(18);
    const before = parts.get(serial);
    const begins = ((head[5] ?? 0) & 2) !== 0;
    if (before !== undefined && !begins && page !== before.page + 1) {
      return { isCutShort: true, seconds: undefined };
    }
    const granule = head.readBigInt64LE(6);
    const part: OggStream = begins
      ? { page, ...rateOf(Buffer.from(await readAt(start, 64))), first: undefined, last: 0 }
      : { ...(before ?? UNKNOWN), page };
    parts.set(serial, granule > 0n ? reached(part, Number(granule)) : part);
    if (begins && before !== undefined) parts.set(-parts.size - 1, before);
    at = start + body;
  }
  const lengths = [...parts.values()].filter(({ rate }) => rate !== 0).map(secondsOf);
  return { isCutShort: false, seconds: lengths.reduce((sum, each) => sum + each, 0) || undefined };
}

interface OggStream {
  readonly page: number;
  /** Ticks a second; nothing for what is not sound, or is sound we cannot count. */
  readonly rate: number;
  /** Ticks before the sound, which no player plays. */
  readonly skip: number;
  readonly first: number | undefined;
  readonly last: number;
}

const UNKNOWN: OggStream = { page: 0, rate: 0, skip: 0, first: undefined, last: 0 };

function reached(part: OggStream, granule: number): OggStream {
  return { ...part, first: part.first ?? granule, last: granule };
}

/** A recording taken from the middle of a stream begins at a high count. */
function secondsOf({ rate, skip, first, last }: OggStream): number {
  const start = first !== undefined && first > rate * FROM_THE_MIDDLE ? first : skip;
  return Math.max(0, last - start) / rate;
}

const FROM_THE_MIDDLE = 30;

/** The first packet of a part says what it holds: RFC 7845, Vorbis I §4.2.2, Speex, Ogg FLAC. */
function rateOf(packet: Buffer): { readonly rate: number; readonly skip: number } {
  const starts = (text: string): boolean => packet.toString('latin1', 0, text.length) === text;
  if (starts('OpusHead')) return { rate: 48_000, skip: packet.readUInt16LE(10) };
  if (starts('\x01vorbis')) return { rate: packet.readUInt32LE(12), skip: 0 };
  if (starts('Speex   ')) return { rate: packet.readUInt32LE(36), skip: 0 };
  if (starts('\x7fFLAC')) return { rate: (packet.readUIntBE(27, 3) >> 4) & 0xf_ffff, skip: 0 };
  return { rate: 0, skip: 0 };
}
