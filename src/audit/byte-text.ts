import { isUtf8 } from 'node:buffer';
import { cborStrings } from './cbor-strings.ts';

/** One way to read bytes as text. */
export interface ByteReading {
  readonly text: string;
  /** The encoding, when it is not UTF-8. */
  readonly how?: string;
  /** Whether it is a text, and not letters between other bytes. */
  readonly isPlain: boolean;
  /** The fewest bytes a hit must have in this reading. */
  readonly shortest: number;
}

/**
 * Bytes as text, in every encoding they may be in. Plain UTF-8 is read once. Anything else is read
 * as UTF-8, Latin-1 and UTF-16 in both orders and from both positions, and as CBOR.
 */
export function readingsOf(bytes: Buffer, isMedia: boolean): readonly ByteReading[] {
  if (bytes.length === 0) return [];
  const share = controlShare(bytes);
  const isValid = isUtf8(bytes);
  const isPagefind = bytes.toString('latin1', 0, 12) === PAGEFIND_SIGNATURE;
  if (isValid && share === 0 && !isPagefind) return [plain(stripMark(bytes.toString('utf8')))];
  if (isMedia || isCompressed(bytes)) return mediaReadings(bytes);
  const words = cborStrings(isPagefind ? bytes.subarray(PAGEFIND_SIGNATURE.length) : bytes);
  return [
    ...(words === undefined ? [] : [plain(words, 'cbor')]),
    ...eightBitReadings(bytes, isValid, share),
    ...utf16Readings(bytes),
  ];
}

/** Pagefind writes twelve bytes of its own before what it packs. */
const PAGEFIND_SIGNATURE = 'pagefind_dcd';

function eightBitReadings(bytes: Buffer, isValid: boolean, share: number): readonly ByteReading[] {
  const text = bytes.toString('utf8');
  const latin = bytes.toString('latin1');
  if (isValid && share < 0.05) return [plain(text)];
  if (share < 0.02) return [plain(latin, 'latin-1'), loose(text)];
  return [loose(text), loose(latin, 'latin-1')];
}

function plain(text: string, how?: string): ByteReading {
  return { text, how, isPlain: true, shortest: 0 };
}

function loose(text: string, how?: string): ByteReading {
  return { text, how, isPlain: false, shortest: SHORTEST_IN_DATA };
}

/** Four letters rarely come up by chance between the numbers of an index or a program. */
const SHORTEST_IN_DATA = 4;

/**
 * In pixels and sound every byte is as likely as any other, so in 100 MB any given word of five
 * letters turns up about once in ten; of eight, about once in a million.
 */
const SHORTEST_IN_MEDIA = 8;

function mediaReadings(bytes: Buffer): readonly ByteReading[] {
  const binary = bytes.toString('latin1');
  const readings: ByteReading[] = [];
  const add = (text: string, how?: string): void => {
    if (text !== '') readings.push({ text, how, isPlain: false, shortest: SHORTEST_IN_MEDIA });
  };
  // Only what could be words is kept, so that a hundred megabytes of pixels are read quickly.
  const runs = (binary.match(/[\x20-\x7e\x80-\xff]{8,}/g) ?? []).join('\n');
  add(Buffer.from(runs, 'latin1').toString('utf8'));
  add((binary.match(/(?:[\x20-\xff]\0){4,}/g) ?? []).join('\n\0').replaceAll('\0', ''), 'utf-16le');
  add((binary.match(/(?:\0[\x20-\xff]){4,}/g) ?? []).join('\0\n').replaceAll('\0', ''), 'utf-16be');
  return readings;
}

function utf16Readings(bytes: Buffer): readonly ByteReading[] {
  const readings: ByteReading[] = [];
  for (const skip of [0, 1]) {
    const even = bytes.subarray(skip, skip + ((bytes.length - skip) & ~1));
    if (even.length === 0) continue;
    const swapped = Buffer.from(even).swap16();
    readings.push(asRead(even.toString('utf16le'), 'utf-16le'));
    readings.push(asRead(swapped.toString('utf16le'), 'utf-16be'));
  }
  return readings;
}

/** The right order of UTF-16 gives letters and spaces; the wrong one gives unassigned characters. */
function asRead(text: string, how: string): ByteReading {
  const sample = stripMark(text.slice(0, 4096));
  const letters = sample.match(/[\p{L}\p{M}\p{N}\p{P}\p{Z}\s<>=+]/gu)?.length ?? 0;
  const isText = letters > sample.length * 0.95 && /[\s\p{P}]/u.test(sample);
  return isText ? plain(stripMark(text), how) : loose(text, how);
}

function stripMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function controlShare(bytes: Buffer): number {
  let controls = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  return controls / bytes.length;
}

/** Shannon entropy above 7.5 bits a byte: packed, encrypted, or the pixels of something unknown. */
function isCompressed(bytes: Buffer): boolean {
  if (bytes.length < 1024) return false;
  const counts = new Float64Array(256);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    counts[byte] = (counts[byte] ?? 0) + 1;
  }
  let bits = 0;
  for (const count of counts) {
    if (count > 0) bits -= (count / bytes.length) * Math.log2(count / bytes.length);
  }
  return bits > 7.5;
}
