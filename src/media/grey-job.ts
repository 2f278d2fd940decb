import sharp from 'sharp';
import { decodePhoto, type PhotoSource } from './decode-photo.ts';
import { serveJobs } from './job.ts';
import { EARNED_BY_DECODING, GREY_SIZE } from './recipe.ts';

serveJobs(makeGrey);

/** The picture as so few greys that its size and the way it was saved no longer show. */
async function makeGrey(job: PhotoSource, earn: (milliseconds: number) => void): Promise<number[]> {
  const { data, info } = await decodePhoto(job, earn);
  earn(EARNED_BY_DECODING);
  const { width, height } = info;
  const grey = await sharp(data, { raw: { width, height, channels: 3 } })
    .greyscale()
    .resize({ ...GREY_SIZE, fit: 'fill', kernel: 'linear' })
    .raw({ depth: 'uchar' })
    .toBuffer();
  return [...grey];
}
