/** Gives up to `length` bytes from a place in a file. */
export type ReadAt = (position: number, length: number) => Promise<Uint8Array>;

/**
 * True when an ISO base media file (HEIC, AVIF, M4A) is cut short: a box at the top says it is
 * longer than what is left of the file. The HEIC decoder draws a file like that grey from the cut
 * on and reports no error, so this is asked first.
 *
 * `readAt` gives up to `length` bytes from a place in the file; `size` is the file's, in bytes.
 */
export async function isCutShort(size: number, readAt: ReadAt): Promise<boolean> {
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

/** The bodies of the boxes of one name that lie directly in a stretch of an ISO base media file. */
export async function* boxBodies(
  readAt: ReadAt,
  { start, end }: { readonly start: number; readonly end: number },
  name: string,
): AsyncGenerator<{ readonly start: number; readonly end: number }> {
  let at = start;
  while (at + 8 <= end) {
    const head = await readAt(at, 16);
    const length = boxLength(head);
    if (length === undefined || at + length > end) return;
    const next = length === 0 ? end : at + length;
    const body = at + (isLongBox(head) ? 16 : 8);
    if (String.fromCharCode(...head.subarray(4, 8)) === name) yield { start: body, end: next };
    at = next;
  }
}

/** A length of one says that the length itself follows in eight bytes. */
const isLongBox = (head: Uint8Array): boolean =>
  head[0] === 0 && head[1] === 0 && head[2] === 0 && head[3] === 1;

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
export async function isWavCutShort(size: number, readAt: ReadAt): Promise<boolean> {
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

/**
 * The same for WebM: its one segment says that it is longer than what is left of the file. A recorder that
 * writes as it goes leaves that open, which says nothing.
 */
export async function isWebmCutShort(size: number, readAt: ReadAt): Promise<boolean> {
  const header = await ebmlElement(readAt, 0);
  const segment = header && (await ebmlElement(readAt, header.start + header.length));
  if (segment === undefined) return true;
  return !segment.isOpen && segment.start + segment.length > size;
}

/** The body of an element of EBML (RFC 8794): an identifier and a length, each as long as its first bits say. */
async function ebmlElement(
  readAt: ReadAt,
  at: number,
): Promise<{ start: number; length: number; isOpen: boolean } | undefined> {
  const head = await readAt(at, 12);
  const idBytes = Math.clz32(head[0] ?? 0) - 23;
  const lengthBytes = Math.clz32(head[idBytes] ?? 0) - 23;
  if (idBytes > 4 || lengthBytes > 8 || head.length < idBytes + lengthBytes) return undefined;
  let length = (head[idBytes] ?? 0) & (0xff >> lengthBytes);
  let isOpen = length === 0xff >> lengthBytes;
  for (const byte of head.subarray(idBytes + 1, idBytes + lengthBytes)) {
    length = length * 256 + byte;
    isOpen &&= byte === 0xff;
  }
  return { start: at + idBytes + lengthBytes, length, isOpen };
}
