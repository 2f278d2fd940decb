import { BOX, FRAME } from './sheet.ts';

/** What is in a box, as far as it can be told. Whatever is not plain is doubtful, and counts as a no. */
export type BoxState = 'ticked' | 'empty' | 'doubtful';

/** The ink around a place of a box, in millimetres from its upper left corner; 0 to 1. */
export type InkInBox = (x: number, y: number) => number;

/** Millimetres between two points that are looked at. */
const STEP = 0.1;
/** From the edge of a box inwards: its frame, and what a blurred one spreads. */
const INSET = FRAME + 0.35;
const INSIDE = Math.round((BOX - 2 * INSET) / STEP);
/** A band around the box: from so far outside of it, and so wide. */
const BESIDE = { from: 0.4, wide: 0.9 } as const;

/** As dark as a pen; and so dark that something is there at all. */
const PEN = 0.3;
const TRACE = 0.14;

/**
 * A tick is two strokes that meet below, one longer than the other or not, and little else. A cross may mean yes
 * or no, a line through a box may be a name struck out, and a stroke may come from the box below: a person
 * looks at those.
 */
export function boxState(ink: InkInBox): BoxState {
  const inside = gridOf(INSIDE, INSIDE, (column, row) =>
    ink(INSET + (column + 0.5) * STEP, INSET + (row + 0.5) * STEP),
  );
  const all = INSIDE * INSIDE;
  const pen = inside.count(PEN);
  if (pen < all * 0.008 && inside.count(TRACE) < all * 0.05) return 'empty';
  if (pen < all * 0.045 || pen > all * 0.66) return 'doubtful';
  if (crossings(ink) > 1) return 'doubtful';
  return isTick(inside) ? 'ticked' : 'doubtful';
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly at: (column: number, row: number) => number;
  readonly count: (least: number) => number;
}

function gridOf(
  columns: number,
  rows: number,
  value: (column: number, row: number) => number,
): Grid {
  const values = Float32Array.from({ length: columns * rows }, (_, at) =>
    value(at % columns, Math.floor(at / columns)),
  );
  return {
    ...{ columns, rows },
    at: (column, row) => values[row * columns + column] ?? 0,
    count: (least) => values.filter((each) => each > least).length,
  };
}

/** How often a stroke leaves the box or comes into it. */
function crossings(ink: InkInBox): number {
  const near = BESIDE.from;
  const far = BESIDE.from + BESIDE.wide;
  const length = Math.round((BOX + 2 * near) / STEP);
  const darkest = (from: (out: number) => number): number =>
    Math.max(...[near, (near + far) / 2, far].map(from));
  const along = (at: number) => at * STEP - near;
  // Around the box clockwise, in one line.
  const around = [
    ...steps(length).map((at) => darkest((out) => ink(along(at), -out))),
    ...steps(length).map((at) => darkest((out) => ink(BOX + out, along(at)))),
    ...steps(length).map((at) => darkest((out) => ink(BOX - along(at), BOX + out))),
    ...steps(length).map((at) => darkest((out) => ink(-out, BOX - along(at)))),
  ];
  return runsIn(around.map((each) => each > PEN));
}

const steps = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

/** How many stretches of yes there are; gaps of one or two points are none. */
function runsIn(line: readonly boolean[]): number {
  let runs = 0;
  let gap = 3;
  for (const isInk of line) {
    if (isInk && gap > 2) runs += 1;
    gap = isInk ? 0 : gap + 1;
  }
  return runs;
}

function isTick(inside: Grid): boolean {
  const rows = steps(inside.rows).map((row) =>
    steps(inside.columns).map((column) => inside.at(column, row) > PEN),
  );
  const columns = steps(inside.columns).map((column) => rows.map((row) => row[column] ?? false));
  const [across, down] = [columns, rows].map((lines) => extentOf(lines.map(runsIn)));
  if (across === undefined || down === undefined) return false;
  if (across.length < 13 || down.length < 11) return false;
  // Each column is met once: a tick is drawn in one line from side to side. A cross, a ring or a
  // struck-out tick is met twice.
  const twice = across.filter((runs) => runs > 1).length;
  const gaps = across.filter((runs) => runs === 0).length;
  if (twice > across.length * 0.12 || gaps > 2) return false;
  // Two strokes side by side above, one point below: a stroke alone, a blot or a roof has none of that.
  const sides = down.filter((runs) => runs === 2).length;
  const more = down.filter((runs) => runs > 2).length;
  const foot = down.slice(-Math.ceil(down.length * 0.12));
  return sides >= Math.max(3, down.length * 0.12) && more <= 1 && foot.every((runs) => runs <= 1);
}

/** Without the empty lines at either end. */
function extentOf(runs: readonly number[]): readonly number[] {
  const first = runs.findIndex((each) => each > 0);
  return first < 0 ? [] : runs.slice(first, runs.findLastIndex((each) => each > 0) + 1);
}
