interface MadeHere {
  readonly of: 'image' | 'sound';
  /** As people call it. */
  readonly name: string;
  /** How the names of such files end, without the dot, and under which type they are sent. */
  readonly ending: string;
  readonly type: string;
}

/**
 * The kinds that the archive makes, and so the only ones that may be below `media/`. A list of this
 * room's own, because a proof should not lean on what it proves: a kind that is only in the table of
 * `media` is refused here. tests/unit/house/formats.test.ts holds the two equal.
 */
export const MADE_HERE = {
  jpeg: { of: 'image', name: 'JPEG', ending: 'jpg', type: 'image/jpeg' },
  avif: { of: 'image', name: 'AVIF', ending: 'avif', type: 'image/avif' },
  webm: { of: 'sound', name: 'WebM', ending: 'webm', type: 'audio/webm' },
  mp3: { of: 'sound', name: 'MP3', ending: 'mp3', type: 'audio/mpeg' },
} as const satisfies Readonly<Record<string, MadeHere>>;

type Made = typeof MADE_HERE;
export type ImageMadeHere = {
  [Name in keyof Made]: Made[Name]['of'] extends 'image' ? Name : never;
}[keyof Made];
export type SoundMadeHere = Exclude<keyof Made, ImageMadeHere>;

/** The site's own icons and drawings may be more than what the archive makes. */
export type ImageKind = ImageMadeHere | 'png' | 'ico' | 'other-image';
export type SoundKind = SoundMadeHere | 'other-sound';

/** A picture, a recording or a film, told by its first bytes and never by its name. */
export type MediaFileKind = ImageKind | SoundKind;

export function isMadeHere(kind: MediaFileKind): kind is keyof Made {
  return Object.hasOwn(MADE_HERE, kind);
}

export function isImage(kind: MediaFileKind): kind is ImageKind {
  return isMadeHere(kind) ? MADE_HERE[kind].of === 'image' : kind !== 'other-sound';
}

/** What kind of media some bytes are; `undefined` when they are none that is known. */
export function mediaFileKindOf(bytes: Buffer): MediaFileKind | undefined {
  if (bytes.length < 8) return undefined;
  const start = bytes.toString('latin1', 0, 16);
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('\x1a\x45\xdf\xa3')) return 'webm';
  if (start.slice(4, 8) === 'ftyp') return kindOfBoxes(start.slice(8, 12));
  if (start.startsWith('RIFF'))
    return start.slice(8, 12) === 'WEBP' ? 'other-image' : 'other-sound';
  if (OTHER_IMAGES.some((known) => start.startsWith(known))) return 'other-image';
  if (OTHER_SOUNDS.some((known) => start.startsWith(known))) return 'other-sound';
  if (start.startsWith('ID3') || isMp3Frame(bytes)) return 'mp3';
  if (start.startsWith('\0\0\x01\0') && (bytes[5] ?? 0) === 0 && (bytes[4] ?? 0) > 0) return 'ico';
  return undefined;
}

function kindOfBoxes(brand: string): MediaFileKind {
  if (brand === 'avif') return 'avif';
  return /^(?:avis|hei|hev|mif1|msf1|crx|jp|miaf)/.test(brand) ? 'other-image' : 'other-sound';
}

const OTHER_IMAGES = [
  'GIF8',
  'II*\0',
  'MM\0*',
  '\0\0\0\x0cJXL ',
  '\xff\x0a',
  '8BPS',
  '\0\0\0\x0cjP',
];
const OTHER_SOUNDS = ['OggS', 'fLaC', 'FORM', 'wvpk', 'MAC ', '#!AMR', 'caff', '\x30\x26\xb2\x75'];

/** Two frame headers in a row, because eleven set bits alone come up by chance. */
function isMp3Frame(bytes: Buffer): boolean {
  const first = mp3FrameAt(bytes, 0);
  if (first === undefined) return false;
  return first.length === bytes.length || mp3FrameAt(bytes, first.length) !== undefined;
}

/** What the header of one MPEG audio layer III frame says. */
export interface Mp3Frame {
  /** Bytes, header included. */
  readonly length: number;
  /** What must stay the same in one recording: version, layer, sampling rate. */
  readonly stream: number;
}

/** The frame that starts at a byte; `undefined` when none does (ISO 11172-3 and 13818-3). */
export function mp3FrameAt(bytes: Buffer, at: number): Mp3Frame | undefined {
  if (at + 4 > bytes.length) return undefined;
  const header = bytes.readUInt32BE(at);
  const version = (header >>> 19) & 3;
  const rate = (header >>> 10) & 3;
  const kilobits = BIT_RATES[version === 3 ? 0 : 1]?.[(header >>> 12) & 15] ?? 0;
  const isFrame = header >>> 21 === 0x7ff && version !== 1 && ((header >>> 17) & 3) === 1;
  if (!isFrame || rate === 3 || kilobits === 0) return undefined;
  const hertz = (SAMPLE_RATES[rate] ?? 1) / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const samplesPerByte = version === 3 ? 144 : 72;
  const padding = (header >>> 9) & 1;
  const length = Math.floor((samplesPerByte * kilobits * 1000) / hertz) + padding;
  return { length, stream: (version << 2) | rate };
}

const BIT_RATES: readonly (readonly number[])[] = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
];
const SAMPLE_RATES: readonly number[] = [44_100, 48_000, 32_000];
