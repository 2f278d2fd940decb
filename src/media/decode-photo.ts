import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { OutputInfo } from 'sharp';
import { areCutShort } from './boxes.ts';
import { heicToPng } from './heic.ts';
import { repairedJpeg } from './jpeg-repair.ts';
import type { MediaNote } from './media.ts';
import { MediaRuleError } from './job.ts';
import { MAX_MEGAPIXELS, PHOTO_RECIPE, earnedBySize } from './recipe.ts';
import type { PhotoType } from './formats.ts';

export interface PhotoSource {
  readonly file: string;
  /** Of the bytes that were sniffed; other bytes are refused. */
  readonly sha256: string;
  readonly type: PhotoType;
}

// Only the decoders for what we take, whatever a file claims to be: no SVG, PDF or camera-specific
// loaders. The plain JPEG loader also ignores the second picture of an Ultra HDR photograph.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif', 'Tiff'].map((n) => `VipsForeignLoad${n}`),
});
sharp.cache(false);

/**
 * Upright pixels in sRGB, three channels of eight bits, on white, no wider than we publish.
 *
 * `failOn: 'warning'`, the strictest: libjpeg only warns of a broken data segment and fills the
 * rest with grey, and 'error' lets that through (four files of the malformed set show it). Every
 * whole photograph from a camera in the test collection passes all the same, once the bytes are put
 * right that it would warn of though no pixel is missing (`jpeg-repair.ts`).
 */
export async function decodePhoto(
  { file, sha256, type }: PhotoSource,
  earn: (milliseconds: number) => void,
): Promise<{ data: Buffer; info: OutputInfo; notes: readonly MediaNote[] }> {
  const source = await readFile(file);
  if (createHash('sha256').update(source).digest('hex') !== sha256) {
    throw new MediaRuleError('media-unreadable');
  }
  const isIsoMedia = type === 'heic' || type === 'avif';
  if (isIsoMedia && (await areCutShort(source))) throw new MediaRuleError('media-unreadable');
  const heic = type === 'heic' ? await heicToPng(source, earn) : undefined;
  const bytes = heic?.png ?? (type === 'jpeg' ? repairedJpeg(source) : source);
  const strict = { failOn: 'warning', limitInputPixels: false } as const;
  const { width, height, format, pages = 1 } = await sharp(bytes, strict).metadata();
  if (width * height > MAX_MEGAPIXELS * 1e6) throw new MediaRuleError('media-too-large');
  if (type === 'avif') earn(earnedBySize({ pixels: width * height, bytes: source.length }));
  if (format !== FORMATS[type]) throw new MediaRuleError('media-unreadable');
  const { data, info } = await sharp(bytes, { ...strict, limitInputPixels: MAX_MEGAPIXELS * 1e6 })
    .autoOrient()
    .resize({
      width: Math.max(...PHOTO_RECIPE.widths),
      height: PHOTO_RECIPE.maxHeight,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, info, notes: notesOn(type, heic?.pictures ?? pages) };
}

/** What is shown is one picture; that there are more is said. A JPEG holds further ones as its own previews. */
function notesOn(type: PhotoType, pictures: number): readonly MediaNote[] {
  if (pictures <= 1 || type === 'jpeg') return [];
  return [type === 'tiff' ? 'first-page-only' : 'first-picture-only'];
}

/** What sharp must call each type; HEIC has become a PNG by then. */
const FORMATS: Readonly<Record<PhotoType, string>> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'heif',
  gif: 'gif',
  tiff: 'tiff',
  heic: 'png',
};
