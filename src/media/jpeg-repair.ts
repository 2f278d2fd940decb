/**
 * A JPEG with those of its header bytes put right that say nothing of its pixels, so that the strictest
 * decoder warns only where pixels are missing. Phones write such bytes: Samsung's name a range
 * of frequencies that a plain (not progressive) scan does not have; other programs leave bytes between two
 * segments, or the last two bytes of the file off. The coded picture itself is never touched. Pure.
 */
export function repairedJpeg(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let isPlain = false;
  let at = 2;
  for (;;) {
    const marker = markerAt(bytes, at);
    if (marker === undefined) break;
    const code = bytes[marker + 1] ?? 0;
    const length = ((bytes[marker + 2] ?? 0) << 8) + (bytes[marker + 3] ?? 0);
    const end = marker + 2 + length;
    if (code === END || length < 2 || end > bytes.length) return bytes;
    if (code === PLAIN || code === PLAIN_EXTENDED) isPlain = true;
    if (code === SCAN) {
      kept.push(scanHeader(bytes.subarray(marker, end), isPlain), bytes.subarray(end), LAST_BYTES);
      return joined(kept);
    }
    kept.push(bytes.subarray(marker, end));
    at = end;
  }
  return bytes;
}

const PLAIN = 0xc0;
const PLAIN_EXTENDED = 0xc1;
const SCAN = 0xda;
const END = 0xd9;
const LAST_BYTES = Uint8Array.of(0xff, END);

/** The next marker from here on, at its last 0xff: any number of them may stand before the code. */
function markerAt(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const code = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && code !== 0 && code !== 0xff) return at;
  }
  return undefined;
}

/** In a plain scan the last three bytes can only be 0, 63 and 0 (ITU-T T.81, B.2.3). */
function scanHeader(header: Uint8Array, isPlain: boolean): Uint8Array {
  if (!isPlain || header.length < 6) return header;
  const mended = Uint8Array.from(header);
  mended.set([0, 63, 0], mended.length - 3);
  return mended;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
