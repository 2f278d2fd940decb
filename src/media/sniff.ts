import type { PhotoType, SoundType } from './formats.ts';

/** How many bytes from the start are enough for `sniff`, save for an ID3 tag longer than this. */
export const SNIFF_BYTES = 4096;

/**
 * Says what a file is by its first bytes alone, never by its name; `undefined` for everything we
 * do not take. Markup, PDF and archives start otherwise, so they fall out here
 * (docs/consent.md, T9); what follows the first bytes of a file of two kinds is lost on re-encoding.
 */
export function sniff(bytes: Uint8Array): PhotoType | SoundType | undefined {
  const text = (from: number, to: number): string => ascii(bytes.subarray(from, to));
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'gif';
  if (TIFF_STARTS.some((start) => starts(bytes, start))) return 'tiff';
  if (text(0, 4) === 'RIFF' || text(0, 4) === 'RF64') return RIFF_TYPES[text(8, 12)];
  if (text(0, 4) === 'FORM' && /^AIF[FC]$/.test(text(8, 12))) return 'aiff';
  if (text(0, 4) === 'caff') return 'caf';
  if (text(0, 6) === '#!AMR\n' || text(0, 9) === '#!AMR-WB\n') return 'amr';
  if (starts(bytes, ASF_HEADER)) return 'wma';
  if (text(4, 8) === 'ftyp') return typeOfBrands(bytes);
  if (text(0, 4) === 'OggS') return 'ogg';
  if (text(0, 4) === 'fLaC') return 'flac';
  if (starts(bytes, [0x1a, 0x45, 0xdf, 0xa3])) return ebmlType(text(0, 64));
  return mpegType(bytes);
}

const TIFF_STARTS = [
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x49, 0x49, 0x2b, 0x00],
  [0x4d, 0x4d, 0x00, 0x2b],
] as const;

/** The first of the identifiers of Windows Media. */
const ASF_HEADER = [0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11] as const;

const RIFF_TYPES: Readonly<Record<string, PhotoType | SoundType>> = { WEBP: 'webp', WAVE: 'wav' };

const AVIF_BRANDS = ['avif', 'avis'];
const HEIC_BRANDS = [
  'heic',
  'heix',
  'hevc',
  'hevx',
  'heim',
  'heis',
  'hevm',
  'hevs',
  'mif1',
  'msf1',
];

/** ISO base media: one box form for photographs and for sound, told apart by the brands. */
function typeOfBrands(bytes: Uint8Array): PhotoType | SoundType | undefined {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const end = Math.min(size, bytes.length, 256);
  const brands = [ascii(bytes.subarray(8, 12))];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(bytes.subarray(at, at + 4)));
  const major = brands[0] ?? '';
  if (AVIF_BRANDS.includes(major)) return 'avif';
  // 'mif1' only says "a picture in this form"; the further brands say which.
  if (['mif1', 'msf1', 'miaf'].includes(major) && brands.some((b) => AVIF_BRANDS.includes(b))) {
    return 'avif';
  }
  if (HEIC_BRANDS.includes(major)) return 'heic';
  return SOUND_BRAND.test(major) ? 'm4a' : undefined;
}

/** MPEG-4 and 3GPP: phones name their voice recordings by any of these. */
const SOUND_BRAND = /^(?:M4[AB] |mp4[12]|iso[m2-9]|3g[p2]\w|dash|MSNV|avc1|qt {2}|F4A )$/;

function ebmlType(start: string): SoundType | undefined {
  return /webm|matroska/.test(start) ? 'webm' : undefined;
}

/** How long an ID3 tag at the start is, in bytes, itself included; nothing where there is none. */
export function tagLength(bytes: Uint8Array): number {
  if (ascii(bytes.subarray(0, 3)) !== 'ID3' || bytes.length < 10) return 0;
  return 10 + bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
}

/** MP3 or AAC without a container, alone or behind an ID3 tag; some programs put one before FLAC as well. */
function mpegType(bytes: Uint8Array): SoundType | undefined {
  const after = tagLength(bytes);
  const rest = bytes.subarray(after);
  if (ascii(rest.subarray(0, 4)) === 'fLaC') return 'flac';
  // ADTS: twelve bits set, layer 0, and a sample rate that exists.
  const [b0 = 0, b1 = 0, b2 = 0] = rest;
  if (b0 === 0xff && (b1 & 0xf6) === 0xf0 && ((b2 >> 2) & 15) < 13) return 'aac';
  if (after > 0 || mpegFrame(bytes, 0) !== undefined) return 'mp3';
  return beginsLater(bytes) ? 'mp3' : undefined;
}

/** A recording cut out of a longer one begins in the middle of a frame; two whole ones must follow. */
function beginsLater(bytes: Uint8Array): boolean {
  for (let at = 1; at < LATEST_FRAME; at += 1) {
    const next = mpegFrame(bytes, at);
    const third = next === undefined ? undefined : mpegFrame(bytes, at + next);
    if (next !== undefined && third !== undefined && mpegFrame(bytes, at + next + third))
      return true;
  }
  return false;
}

/** The longest frame of MP3 there is, in bytes. */
const LATEST_FRAME = 1441;

const MPEG1_RATES = {
  2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
} as const;
const MPEG2_RATES = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/**
 * The length in bytes of the frame of MPEG layer II or III that begins here: eleven bits set, and a version,
 * a bit rate and a sample rate that exist.
 */
function mpegFrame(bytes: Uint8Array, at: number): number | undefined {
  const [b0 = 0, b1 = 0, b2 = 0] = bytes.subarray(at, at + 3);
  const version = (b1 >> 3) & 3;
  const layer = 4 - ((b1 >> 1) & 3);
  const rate = [44_100, 48_000, 32_000][(b2 >> 2) & 3];
  if (b0 !== 0xff || b1 < 0xe0 || version === 1 || rate === undefined) return undefined;
  if (layer !== 2 && layer !== 3) return undefined;
  const isMpeg1 = version === 3;
  const kilobits = (isMpeg1 ? MPEG1_RATES[layer] : MPEG2_RATES)[b2 >> 4];
  if (!kilobits) return undefined;
  const samplesRate = isMpeg1 ? rate : version === 2 ? rate / 2 : rate / 4;
  const slots = layer === 3 && !isMpeg1 ? 72 : 144;
  return Math.floor((slots * kilobits * 1000) / samplesRate) + ((b2 >> 1) & 1);
}

function starts(bytes: Uint8Array, with_: readonly number[]): boolean {
  return bytes.length >= with_.length && with_.every((byte, index) => bytes[index] === byte);
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
