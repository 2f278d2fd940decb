import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { OutputInfo, Sharp } from 'sharp';
import type { Made } from './cache.ts';
import { decodePhoto, type PhotoSource } from './decode-photo.ts';
import { serveJobs } from './job.ts';
import {
  EARNED_BY_DECODING,
  MASTER_RECIPE,
  PHOTO_RECIPE,
  jpegWidthFor,
  widthsFor,
} from './recipe.ts';

export interface PhotoJob extends PhotoSource {
  /** Folder to write the copies into. */
  readonly staging: string;
  /** One JPEG of high quality to be stored, instead of the public copies. */
  readonly master?: boolean;
}

serveJobs(makeCopies);

/** Decodes once, then makes every copy from that picture. Nothing but pixels goes from one to the other. */
async function makeCopies(job: PhotoJob, earn: (milliseconds: number) => void): Promise<Made> {
  const { data, info, notes } = await decodePhoto(job, earn);
  earn(EARNED_BY_DECODING);
  const picture = (width: number): Sharp =>
    sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } }).resize({ width });
  if (job.master === true) {
    const made = await picture(info.width)
      .jpeg(MASTER_RECIPE.photo)
      .toBuffer({ resolveWithObject: true });
    return { files: [await write(job.staging, 'master.jpg', 'image/jpeg', made)], notes };
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
  return { files, notes };
}

async function write(
  folder: string,
  name: string,
  type: 'image/avif' | 'image/jpeg',
  { data, info }: { data: Buffer; info: OutputInfo },
): Promise<Made['files'][number]> {
  await writeFile(join(folder, name), data);
  return { name, type, width: info.width, height: info.height };
}
