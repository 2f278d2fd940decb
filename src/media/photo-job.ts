import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { OutputInfo, Sharp } from 'sharp';
import { areCutShort } from './boxes.ts';
import type { Made } from './cache.ts';
import { heicToPng } from './heic.ts';
import { Refusal, serveJobs } from './job.ts';
import {
  EARNED_BY_DECODING,
  MASTER_RECIPE,
  MAX_MEGAPIXELS,
  PHOTO_RECIPE,
  earnedBySize,
  jpegWidthFor,
  widthsFor,
} from './recipe.ts';
import type { PhotoType } from './sniff.ts';

export interface PhotoJob {
  readonly file: string;
  /** Of the bytes that were sniffed; other bytes are refused. */
  readonly sha256: string;
  readonly type: PhotoType;
  /** Folder to write the copies into. */
  readonly staging: string;
  /** One JPEG of high quality to be stored, instead of the public copies. */
  readonly master?: boolean;
}

// Only the decoders for what we take, whatever a file claims to be: no SVG, PDF or camera-specific
// loaders. The plain JPEG loader also ignores the second picture of an Ultra HDR photograph.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif', 'Tiff'].map((n) => `VipsForeignLoad${n}`),
});
sharp.cache(false);

serveJobs(makeCopies);

/** Decodes once, then makes every copy from that picture. Nothing but pixels goes from one to the other. */
async function makeCopies(job: PhotoJob, earn: (milliseconds: number) => void): Promise<Made> {
  const bytes = await readFile(job.file);
  if (createHash('sha256').update(bytes).digest('hex') !== job.sha256) {
    throw new Refusal('media-unreadable');
  }
  const { data, info } = await decodeOnce(bytes, job.type, earn);
  earn(EARNED_BY_DECODING);
  const picture = (width: number): Sharp =>
    sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } }).resize({ width });
  if (job.master === true) {
    const made = await picture(info.width)
      .jpeg(MASTER_RECIPE.photo)
      .toBuffer({ resolveWithObject: true });
    return { files: [await write(job.staging, 'master.jpg', 'image/jpeg', made)] };
  }
  const { quality, effort } = PHOTO_RECIPE.avif;
  const files: Made['files'][number][] = [];
  for (const width of widthsFor(info.width)) {
    const name = `${width}.avif`;
    const made = await picture(width)
      .avif({ quality, effort })
      .toBuffer({ resolveWithObject: true });
    files.push(await write(job.staging, name, 'image/avif', made));
  }
  const jpeg = await picture(jpegWidthFor(info.width))
    .jpeg({ quality: PHOTO_RECIPE.jpeg.quality, mozjpeg: PHOTO_RECIPE.jpeg.mozjpeg })
    .toBuffer({ resolveWithObject: true });
  files.push(await write(job.staging, 'fallback.jpg', 'image/jpeg', jpeg));
  return { files };
}

/**
 * Upright pixels in sRGB, three channels of eight bits, on white, no wider than we publish.
 *
 * `failOn: 'warning'`, the strictest: libjpeg only warns of a broken data segment and fills the
 * rest with grey, and 'error' lets that through (four files of the malformed set show it). Every
 * whole photograph from a camera in the test collection passes all the same.
 */
async function decodeOnce(
  source: Uint8Array,
  type: PhotoType,
  earn: (milliseconds: number) => void,
): Promise<{ data: Buffer; info: OutputInfo }> {
  const isIsoMedia = type === 'heic' || type === 'avif';
  if (isIsoMedia && (await areCutShort(source))) throw new Refusal('media-unreadable');
  const bytes = type === 'heic' ? await heicToPng(source, earn) : source;
  const strict = { failOn: 'warning', limitInputPixels: false } as const;
  const { width, height, format } = await sharp(bytes, strict).metadata();
  if (width * height > MAX_MEGAPIXELS * 1e6) throw new Refusal('media-too-large');
  if (type === 'avif') earn(earnedBySize({ pixels: width * height, bytes: source.length }));
  if (format !== FORMATS[type]) throw new Refusal('media-unreadable');
  return sharp(bytes, { ...strict, limitInputPixels: MAX_MEGAPIXELS * 1e6 })
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

async function write(
  folder: string,
  name: string,
  type: 'image/avif' | 'image/jpeg',
  { data, info }: { data: Buffer; info: OutputInfo },
): Promise<Made['files'][number]> {
  await writeFile(join(folder, name), data);
  return { name, type, width: info.width, height: info.height };
}
