import { inflateRawSync } from 'node:zlib';

/** One file in a zip archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

export type ZipProblem = 'unreadable-file' | 'too-large-to-read';

/**
 * Every file in a zip archive, found by its local headers and not by its directory: a file that
 * the directory leaves out is still in the bytes. `room` bounds what one entry may unpack to.
 */
export function* zipEntries(bytes: Buffer, room: number): Generator<ZipEntry | ZipProblem> {
  for (let at = bytes.indexOf(LOCAL); at >= 0; at = bytes.indexOf(LOCAL, at + 4)) {
    if (at + 30 > bytes.length) return;
    const nameLength = bytes.readUInt16LE(at + 26);
    const start = at + 30 + nameLength + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 30, at + 30 + nameLength);
    // A streamed entry has no size here; its packed bytes say themselves where they end.
    const flags = bytes.readUInt16LE(at + 6);
    const size = (flags & STREAMED) === 0 ? bytes.readUInt32LE(at + 18) : bytes.length - start;
    const packed = bytes.subarray(start, Math.min(start + size, bytes.length));
    yield (flags & ENCRYPTED) !== 0
      ? 'unreadable-file'
      : unpackEntry(name, packed, bytes.readUInt16LE(at + 8), room);
  }
}

const LOCAL = Buffer.from('PK\x03\x04', 'latin1');
const ENCRYPTED = 1;
const STREAMED = 8;

function unpackEntry(
  name: string,
  packed: Buffer,
  method: number,
  room: number,
): ZipEntry | ZipProblem {
  if (method === 0) return { name, bytes: packed };
  if (method !== 8) return 'unreadable-file';
  try {
    return { name, bytes: inflateRawSync(packed, { maxOutputLength: room }) };
  } catch (error) {
    return isTooLarge(error) ? 'too-large-to-read' : 'unreadable-file';
  }
}

/** Whether unpacking stopped because there was more than was allowed. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
