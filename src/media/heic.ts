import decode from 'heic-decode';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { MediaRuleError } from './job.ts';
import { MAX_MEGAPIXELS, PHOTO_RECIPE, earnedBySize } from './recipe.ts';

/**
 * Turns a HEIC photograph into a PNG no wider than we publish, with its colour profile beside
 * the pixels, for the path all photographs take. sharp has no HEVC decoder but reads the form around
 * it; heic-decode has the decoder, turns the picture upright as the file says (so EXIF must not
 * turn it again), and leaves the colours in the photograph's own profile.
 *
 * Throws for anything that cannot be decoded. Call only with files that are not cut short. `earn`
 * tells the time limit how large a picture is being decoded.
 */
export async function heicToPng(
  bytes: Uint8Array,
  earn: (milliseconds: number) => void,
): Promise<{ readonly png: Uint8Array; readonly pictures: number }> {
  const { icc, pagePrimary = 0 } = await sharp(bytes, { limitInputPixels: false }).metadata();
  const pictures = await decode.all({ buffer: bytes });
  try {
    const picture = pictures[pagePrimary];
    if (picture === undefined) throw new MediaRuleError('media-unreadable');
    if (picture.width * picture.height > MAX_MEGAPIXELS * 1e6)
      throw new MediaRuleError('media-too-large');
    earn(earnedBySize({ pixels: picture.width * picture.height, bytes: bytes.length }));
    const { data, width, height } = await picture.decode();
    const png = await sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: false })
      .resize({
        width: Math.max(...PHOTO_RECIPE.widths),
        height: PHOTO_RECIPE.maxHeight,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .png({ compressionLevel: 0 })
      .toBuffer();
    return { png: icc === undefined ? png : withProfile(png, icc), pictures: pictures.length };
  } finally {
    pictures.dispose();
  }
}

/** Where the first chunk (IHDR) of a PNG ends. */
const AFTER_HEADER = 33;

/** sharp can convert to a profile but not declare one for pixels, so the chunk is put in by hand. */
function withProfile(png: Uint8Array, profile: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from('iCCPicc\0\0', 'latin1'), deflateSync(profile)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  const [before, after] = [png.subarray(0, AFTER_HEADER), png.subarray(AFTER_HEADER)];
  return Buffer.concat([before, length, body, check, after]);
}
