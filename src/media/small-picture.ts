import sharp from 'sharp';

const WIDTH = 480;

/**
 * A photograph that was cleaned and stored, small enough for the pages of a phone's form: JPEG, at most 480
 * pixels wide. Only of files that this room made; what somebody sent is decoded by a job of its own.
 */
export function smallPicture(file: string): Promise<Buffer> {
  return sharp(file)
    .resize({ width: WIDTH, withoutEnlargement: true })
    .jpeg({ quality: 60, mozjpeg: true })
    .toBuffer();
}
