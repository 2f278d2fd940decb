import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { OutputInfo, Sharp } from 'sharp';
import type { Made } from './cache.ts';
import { decodePhoto, type PhotoSource } from './decode-photo.ts';
import { FORMATS_OUT, MASTER_FORMAT, PHOTO_FORMATS, type PhotoFormat } from './formats.ts';
import { serveJobs } from './job.ts';
import { EARNED_BY_DECODING, MASTER_RECIPE, PHOTO_RECIPE, widthsFor } from './recipe.ts';

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
    return { files: [await write(job.staging, 'master', MASTER_FORMAT.photo, made)], notes };
  }
  const files: Made['files'][number][] = [];
  for (const format of PHOTO_FORMATS) {
    for (const width of widthsFor(format, info.width)) {
      const made = await ENCODE[format](picture(width)).toBuffer({ resolveWithObject: true });
      files.push(await write(job.staging, String(width), format, made));
    }
  }
  return { files, notes };
}

/** How sharp is asked for each coding. */
const ENCODE: Readonly<Record<PhotoFormat, (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif(PHOTO_RECIPE.avif),
  jpeg: (picture) => {
    const { quality, mozjpeg } = PHOTO_RECIPE.jpeg;
    return picture.jpeg({ quality, mozjpeg });
  },
};

async function write(
  folder: string,
  stem: string,
  format: PhotoFormat,
  { data, info }: { data: Buffer; info: OutputInfo },
): Promise<Made['files'][number]> {
  const { ending, type } = FORMATS_OUT[format];
  const name = `${stem}.${ending}`;
  await writeFile(join(folder, name), data);
  return { name, type, width: info.width, height: info.height };
}
