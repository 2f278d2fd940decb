import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { type Cover, fillBoxes, keptPixels } from './cover.ts';
import { decodePhoto, type PhotoSource } from './decode-photo.ts';
import { serveJobs } from './job.ts';
import { EARNED_BY_DECODING, MASTER_RECIPE } from './recipe.ts';

export interface CoverJob extends PhotoSource {
  readonly cover: Cover;
  /** Where the copy is written. */
  readonly to: string;
}

serveJobs(makeCovered);

/**
 * Decoded, filled and only then encoded: of what lay under a box nothing goes from one to the other. The fill
 * is written into the pixels themselves, because the order in which `sharp` does its steps is its own.
 */
async function makeCovered(job: CoverJob, earn: (milliseconds: number) => void): Promise<Size> {
  const { data, info } = await decodePhoto(job, earn);
  earn(EARNED_BY_DECODING);
  const { width, height } = info;
  const { boxes, crop } = job.cover;
  fillBoxes(data, { width, height }, boxes);
  const picture = sharp(data, { raw: { width, height, channels: 3 } });
  const left = crop === undefined ? picture : picture.extract(keptPixels(crop, info));
  const made = await left.jpeg(MASTER_RECIPE.photo).toBuffer({ resolveWithObject: true });
  await writeFile(job.to, made.data);
  return { width: made.info.width, height: made.info.height };
}

interface Size {
  readonly width: number;
  readonly height: number;
}
