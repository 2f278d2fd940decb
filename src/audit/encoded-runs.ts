import { isUtf8 } from 'node:buffer';

/** Bytes that were written as letters and digits in a text. */
export interface DecodedRun {
  readonly bytes: Buffer;
  readonly how: 'base64' | 'hex';
}

/**
 * Every run of a text that reads as base64 (also with the letters used in addresses, and broken
 * into lines) or as hexadecimal, decoded. Base64 is tried from each of its four positions, because
 * the run may be glued to a path or a key before it; a reading is kept only when it gives text or
 * the first bytes of a packed file or a media file. `barren` remembers runs that gave nothing, such
 * as the addresses and class names on every page, so that they are tried once; it never holds a run
 * that gave something, because the next file with it must be reported too.
 */
export function* decodedRuns(text: string, barren: Set<string>): Generator<DecodedRun> {
  for (const run of runsIn(text)) {
    if (barren.has(run)) continue;
    let gave = false;
    for (const decoded of readingsOfRun(run.replace(/[\r\n]+/g, ''))) {
      gave = true;
      yield decoded;
    }
    if (gave || run.length > REMEMBERED) continue;
    if (barren.size >= MOST_REMEMBERED) barren.clear();
    barren.add(run);
  }
}

const REMEMBERED = 256;
const MOST_REMEMBERED = 1_000_000;

function* readingsOfRun(run: string): Generator<DecodedRun> {
  if (run.length % 2 === 0 && HEX.test(run)) yield* worthReading(Buffer.from(run, 'hex'), 'hex');
  for (let skip = 0; skip < 4; skip += 1) {
    yield* worthReading(Buffer.from(skip === 0 ? run : run.slice(skip), 'base64'), 'base64');
  }
}

const HEX = /^[0-9a-fA-F]+$/;

/** Twelve characters are nine bytes: shorter than that, chance writes words by itself. */
const SHORTEST = 12;

/** A line this long that ends in a break is taken to go on in the next, as in a mail or a key file. */
const FULL_LINE = 60;

/** The runs of letters of base64. Looks at every twelfth character first, and most texts end there. */
function* runsIn(text: string): Generator<string> {
  for (let probe = SHORTEST - 1; probe < text.length; probe += SHORTEST) {
    if (!isLetter(text, probe)) continue;
    let start = probe;
    while (start > 0 && isLetter(text, start - 1)) start -= 1;
    let line = start;
    let end = probe;
    for (;;) {
      while (isLetter(text, end)) end += 1;
      const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
      const goesOn = end - line >= FULL_LINE && /[\r\n]/.test(text.charAt(end));
      if (!goesOn || !isLetter(text, next)) break;
      line = next;
      end = next;
    }
    if (end - start >= SHORTEST) yield text.slice(start, end);
    probe = Math.max(probe, end - 1);
  }
}

function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 128 && LETTERS[unit] === 1;
}

const LETTERS = new Uint8Array(128);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-') {
  LETTERS[letter.charCodeAt(0)] = 1;
}

function* worthReading(bytes: Buffer, how: DecodedRun['how']): Generator<DecodedRun> {
  if (hasKnownStart(bytes) || looksLikeUtf16(bytes)) yield { bytes, how };
  else if (isUtf8(bytes) && !hasControls(bytes)) yield { bytes, how };
  else {
    // What was glued to the run reads as noise before or after the words; the words are kept.
    const stretches = bytes.toString('utf8').match(READABLE) ?? [];
    if (stretches.length > 0) yield { bytes: Buffer.from(stretches.join('\n')), how };
  }
}

const READABLE = /[^\p{Cc}\p{Cn}\ufffd]{6,}/gu;

function hasControls(bytes: Buffer): boolean {
  for (const byte of bytes) {
    if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) return true;
  }
  return false;
}

/** Nearly every second byte is the same: letters of one script, two bytes each. */
function looksLikeUtf16(bytes: Buffer): boolean {
  const pairs = bytes.length >> 1;
  if (pairs < 4) return false;
  for (const parity of [0, 1]) {
    const first = bytes[parity] ?? 0;
    let same = 0;
    for (let at = parity; at < pairs * 2; at += 2) if (bytes[at] === first) same += 1;
    if (same >= pairs * 0.7) return true;
  }
  return false;
}

const KNOWN_STARTS: readonly string[] = [
  '\x1f\x8b\x08',
  'PK\x03\x04',
  '\xff\xd8\xff',
  '\x89PNG',
  'RIFF',
  'GIF8',
  '\x1a\x45\xdf\xa3',
  'ID3',
  'OggS',
  'fLaC',
  '%PDF',
  'II*\0',
  'MM\0*',
  'Exif',
  'BZh',
];

function hasKnownStart(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 12);
  if (KNOWN_STARTS.some((known) => start.startsWith(known))) return true;
  if (start.slice(4, 8) === 'ftyp') return true;
  const header = bytes.length < 2 ? 1 : bytes.readUInt16BE(0);
  // A zlib header: deflate, and a check that only one in thirty-one chance values passes.
  return (
    bytes.length >= 16 && (header & 0x0f00) === 0x0800 && header >> 12 <= 7 && header % 31 === 0
  );
}
