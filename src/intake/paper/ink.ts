import sharp from 'sharp';

/** How dark each point of a photograph is against the paper around it: 0 as white as the paper, 1 black. */
export interface InkMap {
  readonly width: number;
  readonly height: number;
  /** Row by row, 0 to 255. */
  readonly ink: Uint8Array;
  /** How light the paper is where it is lightest, 0 to 255: a photograph in the dark has little. */
  readonly light: number;
}

/** No photograph is looked at in more pixels than this on its longer side. */
const LONGEST = 2_300;
/** The paper’s own brightness is measured in squares of so many pixels, and looked for so many squares around. */
const SQUARE = 20;
const AROUND = 2;

/** Reads a photograph that was cleaned here. Paper in a shadow is as white as paper in the sun. */
export async function inkMapOf(file: string): Promise<InkMap> {
  const { data, info } = await sharp(file)
    .greyscale()
    .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const paper = paperOf(data, width, height);
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const whiteAt = paper.along(y);
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      ink[at] = Math.max(0, Math.round(255 * (1 - (data[at] ?? 0) / Math.max(1, whiteAt(x)))));
    }
  }
  return { width, height, ink, light: paper.lightest };
}

/** The ink at a place between pixels; outside of the photograph there is nothing but ink. */
export function inkAt({ width, height, ink }: InkMap, x: number, y: number): number {
  // Asked millions of times: no list is made for two numbers.
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 1;
  const right = x - left;
  const down = y - top;
  const at = top * width + left;
  const upper = (ink[at] ?? 0) * (1 - right) + (ink[at + 1] ?? 0) * right;
  const lower = (ink[at + width] ?? 0) * (1 - right) + (ink[at + width + 1] ?? 0) * right;
  return (upper * (1 - down) + lower * down) / 255;
}

/** How bright the paper is around each place: the brightest fifth of a square, and of those around it. */
function paperOf(data: Uint8Array, width: number, height: number) {
  const columns = Math.ceil(width / SQUARE);
  const rows = Math.ceil(height / SQUARE);
  const bright = Array.from({ length: rows * columns }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const counts = new Uint32Array(256);
    let count = 0;
    for (let y = row * SQUARE; y < Math.min(height, (row + 1) * SQUARE); y += 1)
      for (let x = column * SQUARE; x < Math.min(width, (column + 1) * SQUARE); x += 1) {
        const value = data[y * width + x] ?? 0;
        counts[value] = (counts[value] ?? 0) + 1;
        count += 1;
      }
    let above = 0;
    for (let value = 255; value > 0; value -= 1) {
      above += counts[value] ?? 0;
      if (above >= count / 5) return value;
    }
    return 0;
  });
  const around = spread(bright, columns, rows);
  /** The same between the squares, for each place of one row. */
  const along = (y: number): ((x: number) => number) => {
    const down = y / SQUARE - 0.5;
    const top = Math.floor(down);
    const lower = down - top;
    const [above, below] = [clamped(top, rows) * columns, clamped(top + 1, rows) * columns];
    return (x) => {
      const across = x / SQUARE - 0.5;
      const left = Math.floor(across);
      const right = across - left;
      const one = clamped(left, columns);
      const other = clamped(left + 1, columns);
      return (
        ((around[above + one] ?? 0) * (1 - right) + (around[above + other] ?? 0) * right) *
          (1 - lower) +
        ((around[below + one] ?? 0) * (1 - right) + (around[below + other] ?? 0) * right) * lower
      );
    };
  };
  const sorted = [...bright].sort((a, b) => a - b);
  return { along, lightest: sorted[Math.floor(sorted.length * 0.9)] ?? 0 };
}

/** The brightest around each square: a mark that fills one has paper beside it. */
function spread(bright: readonly number[], columns: number, rows: number): readonly number[] {
  return bright.map((_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    let most = 0;
    for (let y = row - AROUND; y <= row + AROUND; y += 1)
      for (let x = column - AROUND; x <= column + AROUND; x += 1)
        most = Math.max(most, bright[clamped(y, rows) * columns + clamped(x, columns)] ?? 0);
    return most;
  });
}

const clamped = (at: number, length: number): number => Math.min(length - 1, Math.max(0, at));
