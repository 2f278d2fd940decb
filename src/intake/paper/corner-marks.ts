import type { InkMap } from './ink.ts';
import { CORNER_MARKS, MARK_RADII } from './form.ts';
import { SHEET } from './sheet.ts';

/** A point of a photograph, in pixels. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** A spot of ink: what hangs together. */
interface Spot extends Pixel {
  readonly area: number;
  readonly width: number;
  readonly height: number;
}

/** As dark as this is printed in black, and not a shadow. */
const BLACK = 0.42 * 255;
/** So many that look like marks are tried; a form has four. */
const MOST = 9;

/**
 * Places that look like the marks in the corners of a form: a ring with a dot in its middle, from whichever
 * side it is seen; the largest first. A letter or a stain may look like one too.
 */
export function marksIn(map: InkMap): readonly Pixel[] {
  const spots = spotsIn(map);
  const least = (map.width / SHEET.width) * MARK_RADII.outer * 0.5;
  const rings = spots.filter(({ width, height }) => Math.min(width, height) > least);
  return rings
    .filter((ring) => spots.some((dot) => isDotOf(dot, ring)))
    .sort((one, other) => other.area - one.area)
    .slice(0, MOST);
}

/** Areas of the ring and its dot are in a proportion that no slant changes. */
const PROPORTION = (MARK_RADII.outer ** 2 - MARK_RADII.inner ** 2) / MARK_RADII.dot ** 2;

function isDotOf(dot: Spot, ring: Spot): boolean {
  if (dot === ring) return false;
  const size = Math.max(ring.width, ring.height);
  const isInMiddle = Math.hypot(dot.x - ring.x, dot.y - ring.y) < size * 0.12;
  const share = ring.area / dot.area / PROPORTION;
  const slant = ring.width / ring.height;
  return isInMiddle && share > 0.45 && share < 2.2 && slant > 0.4 && slant < 2.5;
}

/** Every way in which four of these places can be the four corners, in the order of `CORNER_MARKS`. */
export function* cornersAmong(places: readonly Pixel[]): Generator<readonly Pixel[]> {
  for (const four of chosen(places, CORNER_MARKS.length)) {
    const ring = aroundMiddle(four);
    for (let turn = 0; turn < ring.length; turn += 1)
      yield [...ring.slice(turn), ...ring.slice(0, turn)];
  }
}

function* chosen<T>(list: readonly T[], count: number): Generator<readonly T[]> {
  if (count === 0) return yield [];
  for (const [at, first] of list.entries())
    for (const rest of chosen(list.slice(at + 1), count - 1)) yield [first, ...rest];
}

/** Clockwise on the photograph, as the corners are on the sheet: a picture in a mirror is no form. */
function aroundMiddle(four: readonly Pixel[]): readonly Pixel[] {
  const middle = {
    x: four.reduce((sum, { x }) => sum + x, 0) / four.length,
    y: four.reduce((sum, { y }) => sum + y, 0) / four.length,
  };
  const angle = ({ x, y }: Pixel) => Math.atan2(y - middle.y, x - middle.x);
  return [...four].sort((one, other) => angle(one) - angle(other));
}

/** All spots of ink: runs of black pixels in each row, joined where they touch those of the row above. */
function spotsIn({ width, height, ink }: InkMap): readonly Spot[] {
  const joined = new Joined();
  let above: readonly Run[] = [];
  for (let y = 0; y < height; y += 1) {
    const runs: Run[] = [];
    for (let x = 0; x < width; x += 1) {
      if ((ink[y * width + x] ?? 0) < BLACK) continue;
      const from = x;
      while (x < width && (ink[y * width + x] ?? 0) >= BLACK) x += 1;
      runs.push({ from, to: x - 1, spot: joined.begin({ from, to: x - 1, y }) });
    }
    let next = 0;
    for (const run of runs) {
      while (next < above.length && (above[next]?.to ?? 0) < run.from - 1) next += 1;
      for (let at = next; at < above.length && (above[at]?.from ?? 0) <= run.to + 1; at += 1)
        joined.join(run.spot, above[at]?.spot ?? run.spot);
    }
    above = runs;
  }
  return joined.spots();
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly spot: number;
}

interface Sums {
  area: number;
  x: number;
  y: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Spots that grow together while a picture is read from above. */
class Joined {
  readonly #parents: number[] = [];
  readonly #sums: Sums[] = [];

  begin({
    from,
    to,
    y,
  }: {
    readonly from: number;
    readonly to: number;
    readonly y: number;
  }): number {
    const area = to - from + 1;
    const sums = { area, x: (area * (from + to)) / 2, y: area * y };
    this.#sums.push({ ...sums, left: from, right: to, top: y, bottom: y });
    return this.#parents.push(this.#parents.length) - 1;
  }

  join(one: number, other: number): void {
    const [into, gone] = [this.#root(one), this.#root(other)];
    const [sum, more] = [this.#sums[into], this.#sums[gone]];
    if (into === gone || sum === undefined || more === undefined) return;
    this.#parents[gone] = into;
    sum.area += more.area;
    sum.x += more.x;
    sum.y += more.y;
    sum.left = Math.min(sum.left, more.left);
    sum.right = Math.max(sum.right, more.right);
    sum.top = Math.min(sum.top, more.top);
    sum.bottom = Math.max(sum.bottom, more.bottom);
  }

  spots(): readonly Spot[] {
    return this.#sums
      .filter(({ area }, at) => this.#parents[at] === at && area >= 9)
      .map(({ area, x, y, left, right, top, bottom }) => ({
        ...{ area, x: x / area, y: y / area },
        ...{ width: right - left + 1, height: bottom - top + 1 },
      }));
  }

  #root(spot: number): number {
    let at = spot;
    while (this.#parents[at] !== at) {
      const parent = this.#parents[at] ?? at;
      this.#parents[at] = this.#parents[parent] ?? parent;
      at = parent;
    }
    return at;
  }
}
