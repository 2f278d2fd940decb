import sharp from 'sharp';
import { COLOURS, type Sheet, seeded } from './paint.ts';

/** How a picture is saved: the formats people really send. */
export type Format = 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff';

/**
 * Prints a drawing on grainy cream paper with an uneven margin and encodes it.
 * `grain` is the strength of the paper, in steps of 255; PNG does best with 0.
 */
export async function finish(
  sheet: Sheet,
  options: { readonly format: Format; readonly seed: number; readonly grain?: number },
): Promise<Buffer> {
  const { width, height } = sheet;
  const drawn = await sharp(Buffer.from(sheet.svg()), { unlimited: true })
    .flatten({ background: COLOURS.cream })
    .removeAlpha()
    .raw()
    .toBuffer();
  layOnPaper(drawn, width, height, options.seed, options.grain ?? 5);
  const picture = sharp(drawn, { raw: { width, height, channels: 3 } });
  switch (options.format) {
    case 'jpeg':
      return picture.jpeg({ quality: 74, mozjpeg: true }).toBuffer();
    case 'png':
      return picture.png({ palette: true, colours: 16, dither: 0, effort: 9 }).toBuffer();
    case 'webp':
      return picture.webp({ quality: 72, effort: 5 }).toBuffer();
    case 'avif':
      return picture.avif({ quality: 55, effort: 3 }).toBuffer();
    case 'tiff':
      return picture.tiff({ compression: 'jpeg', quality: 74 }).toBuffer();
  }
}

/** Changes the pixels in place: soft blotches, fine grain and a torn cream margin. */
function layOnPaper(
  pixels: Buffer,
  width: number,
  height: number,
  seed: number,
  grain: number,
): void {
  const blotch = cloud(seed, 170);
  const tear = cloud(seed + 1, 90);
  const edge = cloud(seed + 2, 17);
  const random = seeded(seed + 3);
  const paper = [246, 235, 212];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inset = Math.min(x, y, width - 1 - x, height - 1 - y);
      const margin = 30 + tear(x, y) * 18 + edge(x, y) * 7;
      const bare = inset < margin ? 1 : 0;
      const shade = grain === 0 ? 0 : (blotch(x, y) - 0.5) * 16 + (random() - 0.5) * 2 * grain;
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const ink = pixels[at + channel] ?? 0;
        const mixed = ink + ((paper[channel] ?? 0) - ink) * bare + shade * (bare === 1 ? 0.4 : 1);
        pixels[at + channel] = Math.max(0, Math.min(255, Math.round(mixed)));
      }
    }
  }
}

/** Smooth noise from 0 to 1 with features about `size` pixels wide. */
function cloud(seed: number, size: number): (x: number, y: number) => number {
  const random = seeded(seed);
  const side = 256;
  const grid = Float32Array.from({ length: side * side }, () => random());
  const value = (x: number, y: number) => grid[(y % side) * side + (x % side)] ?? 0;
  const ease = (share: number) => share * share * (3 - 2 * share);
  return (x, y) => {
    const [gx, gy] = [x / size, y / size];
    const [left, top] = [Math.floor(gx), Math.floor(gy)];
    const [across, down] = [ease(gx - left), ease(gy - top)];
    const upper = value(left, top) * (1 - across) + value(left + 1, top) * across;
    const lower = value(left, top + 1) * (1 - across) + value(left + 1, top + 1) * across;
    return upper * (1 - down) + lower * down;
  };
}
