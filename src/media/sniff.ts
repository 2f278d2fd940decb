export const PHOTO_TYPES = ['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff', 'heic'] as const;
export const SOUND_TYPES = ['mp3', 'm4a', 'wav', 'ogg', 'webm', 'flac'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];
export type SoundType = (typeof SOUND_TYPES)[number];

/** How many bytes from the start are enough for `sniff`, save for an ID3 tag longer than this. */
export const SNIFF_BYTES = 4096;

/**
 * Says what a file is by its first bytes alone, never by its name; `undefined` for everything we
 * do not take. Markup, PDF and archives start otherwise, so they fall out here
 * (consent.md, T9); what follows the first bytes of a file of two kinds is lost on re-encoding.
 */
export function sniff(bytes: Uint8Array): PhotoType | SoundType | undefined {
  const text = (from: number, to: number): string => ascii(bytes.subarray(from, to));
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'gif';
  if (TIFF_STARTS.some((start) => starts(bytes, start))) return 'tiff';
  if (text(0, 4) === 'RIFF') return RIFF_TYPES[text(8, 12)];
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

/** MP3, alone or behind an ID3 tag; some programs put an ID3 tag before FLAC as well. */
function mpegType(bytes: Uint8Array): SoundType | undefined {
  if (ascii(bytes.subarray(0, 3)) !== 'ID3') return isMpegLayer3(bytes, 0) ? 'mp3' : undefined;
  const size = bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
  const after = 10 + size;
  if (after + 4 > bytes.length) return 'mp3';
  if (ascii(bytes.subarray(after, after + 4)) === 'fLaC') return 'flac';
  return 'mp3';
}

/** A frame header: eleven bits set, layer III, and a bit rate and sample rate that exist. */
function isMpegLayer3(bytes: Uint8Array, at: number): boolean {
  const [b0 = 0, b1 = 0, b2 = 0] = bytes.subarray(at, at + 3);
  const versionExists = (b1 & 0x18) !== 0x08;
  const rates = (b2 & 0xf0) !== 0xf0 && (b2 & 0xf0) !== 0 && (b2 & 0x0c) !== 0x0c;
  return b0 === 0xff && (b1 & 0xe6) === 0xe2 && versionExists && rates;
}

function starts(bytes: Uint8Array, with_: readonly number[]): boolean {
  return bytes.length >= with_.length && with_.every((byte, index) => bytes[index] === byte);
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
