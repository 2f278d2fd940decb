import type { PictureBox } from '#media/cover.ts';

/** The boxes over a picture as they are drawn, moved and sized; each number from 0 to 1 (`media/cover.ts`). Pure. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a box has at least of each side, so that it can still be seen and taken hold of. */
export const LEAST_SIDE = 0.02;

/** What a tap or the button for another box makes: about a face in a picture of a group. */
const FACE = 0.16;

const within = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);

/** The box between two corners, wherever they lie; where they are one place, a box of the size of a face around it. */
export function drawnBox(from: Point, to: Point): PictureBox {
  const width = Math.abs(to.x - from.x);
  const height = Math.abs(to.y - from.y);
  if (width < LEAST_SIDE && height < LEAST_SIDE)
    return movedBox(
      { x: 0, y: 0, width: FACE, height: FACE },
      {
        ...{ x: from.x - FACE / 2, y: from.y - FACE / 2 },
      },
    );
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)].map(inPicture);
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)].map(inPicture);
  return grown({ x: left ?? 0, y: top ?? 0 }, { x: right ?? 1, y: bottom ?? 1 });
}

/** A box in the middle; each further one a little aside, so that none hides under another. */
export function nextBox(count: number): PictureBox {
  const aside = ((count % 8) - 3) * 0.05;
  return drawnBox({ x: 0.5 + aside, y: 0.5 + aside }, { x: 0.5 + aside, y: 0.5 + aside });
}

/** Moved as far as the picture goes. */
export function movedBox(box: PictureBox, by: Point): PictureBox {
  const x = within(box.x + by.x, 0, 1 - box.width);
  const y = within(box.y + by.y, 0, 1 - box.height);
  return { ...box, x, y };
}

/** Its bottom right corner moved; the top left one stays. */
export function sizedBox(box: PictureBox, by: Point): PictureBox {
  const width = within(box.width + by.x, LEAST_SIDE, 1 - box.x);
  const height = within(box.height + by.y, LEAST_SIDE, 1 - box.y);
  return { ...box, width, height };
}

/** Its top left corner moved; the bottom right one stays. */
export function sizedFromStart(box: PictureBox, by: Point): PictureBox {
  const x = within(box.x + by.x, 0, box.x + box.width - LEAST_SIDE);
  const y = within(box.y + by.y, 0, box.y + box.height - LEAST_SIDE);
  return { x, y, width: box.x + box.width - x, height: box.y + box.height - y };
}

const inPicture = (value: number): number => within(value, 0, 1);

/** Between two corners of the picture, and wide enough, also at its edge. */
function grown(from: Point, to: Point): PictureBox {
  const width = Math.max(to.x - from.x, LEAST_SIDE);
  const height = Math.max(to.y - from.y, LEAST_SIDE);
  return movedBox({ x: from.x, y: from.y, width, height }, { x: 0, y: 0 });
}
