/**
 * What is covered of a photograph and what is cut away, for its safe copy (docs/consent.md, rows 15 to 17).
 * A box is filled with one colour: what was blurred or made coarse can be made out again (T3). Pure.
 */

/** A part of a picture, upright as it is shown: each number from 0 to 1, of its width and its height, from its top left. */
export interface PictureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** All that is hidden: the boxes are covered, and what is outside `crop` is cut away. */
export interface Cover {
  readonly boxes: readonly PictureBox[];
  readonly crop?: PictureBox | undefined;
}

/** Why a cover is none. */
export type CoverFault = 'not-boxes' | 'outside' | 'too-many' | 'too-small' | 'nothing-hidden';

/** More faces than this are cut away sooner than covered one by one. */
export const MOST_BOXES = 60;

/** What is left has at least this much of each side: less is no picture any more. */
const LEAST_LEFT = 0.02;

/** Sums of fractions as browsers make them: a thousandth of a pixel in the widest picture that is kept. */
const SLACK = 1e-6;

/** Reads a cover that somebody sent: not believed in anything. A box of no size covers nobody, so it is refused. */
export function readCover(sent: unknown): Cover | CoverFault {
  if (!isTable(sent)) return 'not-boxes';
  const { boxes = [], crop } = sent;
  if (!Array.isArray(boxes)) return 'not-boxes';
  if (boxes.length > MOST_BOXES) return 'too-many';
  const read = boxes.map(readBox);
  const left = crop === undefined || crop === null ? undefined : readBox(crop);
  const faults = [...read, left].filter((each) => typeof each === 'string');
  if (faults[0] !== undefined) return faults[0];
  const all = read.filter((each) => typeof each !== 'string');
  const kept = typeof left === 'string' ? undefined : left;
  if (kept !== undefined && Math.min(kept.width, kept.height) < LEAST_LEFT) return 'too-small';
  const cutsNothing = kept === undefined || (kept.width >= 1 - SLACK && kept.height >= 1 - SLACK);
  if (all.length === 0 && cutsNothing) return 'nothing-hidden';
  return { boxes: all, crop: cutsNothing ? undefined : kept };
}

function readBox(sent: unknown): PictureBox | 'not-boxes' | 'outside' | 'too-small' {
  if (!isTable(sent)) return 'not-boxes';
  const { x, y, width, height } = sent;
  if (!isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height)) return 'not-boxes';
  if (width <= 0 || height <= 0) return 'too-small';
  const isInside = x >= 0 && y >= 0 && x + width <= 1 + SLACK && y + height <= 1 + SLACK;
  return isInside ? { x, y, width, height } : 'outside';
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** In whole pixels, as `sharp` cuts a part out of a picture. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The pixels a box covers: each one it touches, so that it never hides less than was drawn. */
export function coveredPixels(box: PictureBox, size: PictureSize): PixelBox {
  return pixels(box, size, { first: Math.floor, end: Math.ceil });
}

/** The pixels that are left of a picture: only those that are wholly inside, so that no more is shown than was drawn; one at least. */
export function keptPixels(box: PictureBox, size: PictureSize): PixelBox {
  return pixels(box, size, { first: Math.ceil, end: Math.floor });
}

type Round = (place: number) => number;

function pixels(
  box: PictureBox,
  size: PictureSize,
  to: { readonly first: Round; readonly end: Round },
): PixelBox {
  const along = (from: number, length: number, whole: number): readonly [number, number] => {
    const first = Math.min(Math.max(to.first(near(from * whole)), 0), whole - 1);
    const end = Math.min(Math.max(to.end(near((from + length) * whole)), first + 1), whole);
    return [first, end - first];
  };
  const [left, width] = along(box.x, box.width, size.width);
  const [top, height] = along(box.y, box.height, size.height);
  return { left, top, width, height };
}

/** 0.1 + 0.2 of a hundred pixels are thirty. */
function near(place: number): number {
  const whole = Math.round(place);
  return Math.abs(place - whole) < 1e-3 ? whole : place;
}

/** Makes every pixel of the boxes black, in upright pixels of three bytes each. */
export function fillBoxes(data: Uint8Array, size: PictureSize, boxes: readonly PictureBox[]): void {
  for (const box of boxes) {
    const { left, top, width, height } = coveredPixels(box, size);
    for (let row = top; row < top + height; row += 1) {
      const start = (row * size.width + left) * 3;
      data.fill(0, start, start + width * 3);
    }
  }
}
