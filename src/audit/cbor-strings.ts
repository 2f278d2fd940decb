/**
 * The text strings of some CBOR, one a line; `undefined` when the bytes are not CBOR to their end.
 * Pagefind keeps its words this way, and a short string's first byte is itself a letter: read as
 * plain text, `maria` would be `emaria` and would not be found.
 */
export function cborStrings(bytes: Buffer): string | undefined {
  const strings: string[] = [];
  // Lists and maps hold nothing but further items, so nesting need not be followed.
  for (let at = 0; at < bytes.length;) {
    const head = readHead(bytes, at);
    if (head === undefined) return undefined;
    at = head.next;
    if (head.major !== 2 && head.major !== 3) continue;
    if (at + head.value > bytes.length) return undefined;
    strings.push(bytes.toString('utf8', at, at + head.value));
    at += head.value;
  }
  return strings.length === 0 ? undefined : strings.join('\n');
}

interface Head {
  readonly major: number;
  readonly value: number;
  readonly next: number;
}

function readHead(bytes: Buffer, at: number): Head | undefined {
  const first = bytes[at];
  if (first === undefined) return undefined;
  const major = first >> 5;
  const low = first & 31;
  if (low < 24) return { major, value: low, next: at + 1 };
  if (low === 31) return { major, value: 0, next: at + 1 };
  const width = 1 << (low - 24);
  if (width > 8 || at + 1 + width > bytes.length) return undefined;
  const value =
    width === 8 ? Number(bytes.readBigUInt64BE(at + 1)) : bytes.readUIntBE(at + 1, width);
  return { major, value, next: at + 1 + width };
}
