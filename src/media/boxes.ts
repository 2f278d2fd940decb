/**
 * True when an ISO base media file (HEIC, AVIF, M4A) is cut short: a box at the top says it is
 * longer than what is left of the file. The HEIC decoder draws a file like that grey from the cut
 * on and reports no error, so this is asked first.
 *
 * `readAt` gives up to `length` bytes from a place in the file; `size` is the file's, in bytes.
 */
export async function isCutShort(
  size: number,
  readAt: (position: number, length: number) => Promise<Uint8Array>,
): Promise<boolean> {
  let at = 0;
  while (at < size) {
    const head = await readAt(at, 16);
    const length = boxLength(head);
    if (length === undefined) return true;
    // Length 0 means "to the end of the file", which can only be the last box.
    if (length === 0) return false;
    at += length;
  }
  return at > size;
}

/** The same for bytes in memory. */
export function areCutShort(bytes: Uint8Array): Promise<boolean> {
  return isCutShort(bytes.length, async (at, length) => bytes.subarray(at, at + length));
}

/** `undefined` when this cannot be the start of a box. */
function boxLength(head: Uint8Array): number | undefined {
  if (head.length < 8) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const short = view.getUint32(0);
  if (short === 0) return 0;
  if (short !== 1) return short >= 8 ? short : undefined;
  if (head.length < 16) return undefined;
  const long = Number(view.getBigUint64(8));
  return long >= 16 ? long : undefined;
}

/**
 * The same for a WAV file: its sound is said to be longer than what is left of the file. Recorders that
 * write as they go leave the length at nothing or at the most there can be; that says nothing.
 */
export async function isWavCutShort(
  size: number,
  readAt: (position: number, length: number) => Promise<Uint8Array>,
): Promise<boolean> {
  let at = 12;
  while (at + 8 <= size) {
    const head = Buffer.from(await readAt(at, 8));
    const length = head.readUInt32LE(4);
    if (head.toString('latin1', 0, 4) === 'data') {
      return length < UNKNOWN_LENGTH && at + 8 + length > size;
    }
    // Chunks begin at even places.
    at += 8 + length + (length % 2);
  }
  return true;
}

const UNKNOWN_LENGTH = 0x7fff_0000;
