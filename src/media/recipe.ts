import { createHash } from 'node:crypto';
import type { PhotoFormat, SoundFormat } from './formats.ts';

/**
 * How clean copies are made, as plain numbers. Pure. The figures are measured in docs/traps/sharp.md, "What a picture costs"
 * (AVIF effort 1, quality 50: WebP's cost, 13 to 30 % fewer bytes) and docs/traps/sharp.md, "Sound" (Opus at
 * 24 kbit/s, MP3 at 48 kbit/s and 24 kHz).
 */
export const PHOTO_RECIPE = {
  /** Raise when the code that makes pictures changes what it makes. */
  edition: 2,
  widths: [480, 960, 1600],
  avif: { quality: 50, effort: 1 },
  jpeg: { quality: 75, mozjpeg: true, width: 960 },
  /** AVIF and JPEG cannot hold a side of more than 65,535; a very long picture is made to fit. */
  maxHeight: 16_000,
} as const satisfies Readonly<Record<PhotoFormat, PhotoCoding>> & Readonly<Record<string, unknown>>;

/** What sharp is asked for. With `width` one copy is made, of that width; without it one of each width. */
interface PhotoCoding {
  readonly quality: number;
  readonly width?: number;
  readonly [option: string]: unknown;
}

/** The size at which two copies of one picture are compared; one column more than the differences need. */
export const GREY_SIZE = { width: 17, height: 16 } as const;

/** What the desk stores of a photograph and a recording, from which the public copies are made later. */
export const MASTER_RECIPE = {
  photo: { quality: 92, chromaSubsampling: '4:4:4' },
  sound: { bitrate: 96_000 },
} as const;

export const SOUND_RECIPE = {
  edition: 3,
  opus: { bitrate: 24_000, sampleRate: 48_000 },
  mp3: { bitrate: 48_000, sampleRate: 24_000 },
} as const satisfies Readonly<Record<SoundFormat, SoundCoding>> & Readonly<Record<string, unknown>>;

/** Bits and samples for each second. */
interface SoundCoding {
  readonly bitrate: number;
  readonly sampleRate: number;
}

/** A photograph of 50 megapixels is common on phones, 108 exists; more is a scan or a bomb. */
export const MAX_MEGAPIXELS = 120;
export const MAX_MEGABYTES = { photo: 256, sound: 2000 } as const;
export const MAX_SOUND_HOURS = 5;
/** An hour of speech is about 60 kB. */
export const MAX_TRANSCRIPT_MEGABYTES = 4;

/**
 * Time at work for one photograph, milliseconds, the start of its process included: under ten seconds
 * and what the job has earned.
 */
export function photoTimeLimit(earned: number): number {
  return 9500 + earned;
}

/** Encoding what was decoded is bounded work. */
export const EARNED_BY_DECODING = 30_000;

/**
 * HEIC and AVIF decode slowly (a quarter of a second a megapixel with both cores taken), so a
 * large one earns more. Its own word on its size is believed only as far as its bytes bear it out:
 * phones write at least a twentieth of a byte for each pixel.
 */
export function earnedBySize(input: { readonly pixels: number; readonly bytes: number }): number {
  const megapixels = Math.min(input.pixels, input.bytes * 20) / 1e6;
  return Math.round(megapixels * 750);
}

/**
 * Time at work for one recording, milliseconds: a recording must be converted at least at four times
 * the speed of listening after the first eight seconds. What a file says of its own length is
 * not believed; only sound already converted earns time.
 */
export function soundTimeLimit(secondsDone: number): number {
  return 8000 + (secondsDone / 4) * 1000;
}

/** The widths to make in a coding for a photograph this wide, narrowest first. Never enlarged. */
export function widthsFor(format: PhotoFormat, originalWidth: number): readonly number[] {
  const { width: only }: PhotoCoding = PHOTO_RECIPE[format];
  if (only !== undefined) return [Math.min(only, originalWidth)];
  const fitting = PHOTO_RECIPE.widths.filter((width) => width <= originalWidth);
  return fitting.length > 0 ? fitting : [originalWidth];
}

/** Same source, same recipe and same encoders give the same key; anything else another. */
export function cacheKey(input: {
  readonly sourceSha256: string;
  readonly recipe: object;
  readonly versions: Readonly<Record<string, string>>;
}): string {
  const versions = Object.entries(input.versions).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([input.sourceSha256, input.recipe, versions]);
  return createHash('sha256').update(text).digest('hex');
}
