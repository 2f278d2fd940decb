import { cornersAmong, marksIn, type Pixel } from './corner-marks.ts';
import { CELL_COUNT, CELLS, CORNER_MARKS, isFramed, type PaperSide } from './form.ts';
import { type InkMap, inkAt, inkMapOf } from './ink.ts';
import { type Projection, projectionOf } from './projection.ts';
import { BOX, FRAME, SHEET, type TickBox } from './sheet.ts';
import { type BoxState, boxState } from './tick.ts';

/** One side of a form as it was photographed, or why it was not read. */
export type PaperRead =
  | {
      readonly kind: 'read';
      readonly form: PaperSide;
      readonly boxes: readonly (TickBox & { readonly state: BoxState })[];
    }
  | { readonly kind: 'not-read'; readonly why: PaperFault };

/**
 * `corners`: four marks of one form are not to be seen; `other-form`: one that is not printed any more;
 * `dark`, `unsharp`, `far`: the boxes cannot be told from their surroundings.
 */
export type PaperFault = 'corners' | 'other-form' | 'dark' | 'unsharp' | 'far';

/** Paper darker than this, of 255, hides its ink. */
const LEAST_LIGHT = 70;
/** Pixels for a millimetre of the sheet. */
const LEAST_PIXELS = 3.2;
/** How much darker than the paper the frames of the boxes are: sharp ones 0.5 and more. */
const SHARP = 0.3;
/** One that is less plain than this is not known to be where it was looked for. */
const PLAIN = 0.2;

/** Reads a photograph of one side of a form. `file` was cleaned here; `forms` are all that may be printed now. */
export async function readPaper(file: string, forms: readonly PaperSide[]): Promise<PaperRead> {
  const map = await inkMapOf(file);
  if (map.light < LEAST_LIGHT) return notRead('dark');
  const found = findForm(map, forms);
  if (typeof found === 'string') return notRead(found);
  const { form, onPhoto } = found;
  if (scaleOf(onPhoto) < LEAST_PIXELS) return notRead('far');
  const here = form.layout.boxes.filter(({ side }) => side === form.side);
  const seen = here.map((box) => ({ box, ...frameOf(map, onPhoto, box) }));
  const plain = seen.map(({ frame }) => frame).sort((one, other) => one - other);
  if ((plain[Math.floor(plain.length / 2)] ?? 0) < SHARP) return notRead('unsharp');
  const boxes = seen.map(({ box, frame, x, y }) => {
    const ink = (right: number, down: number) => inkOn(map, onPhoto(x + right, y + down));
    return { ...box, state: frame < PLAIN ? 'doubtful' : boxState(ink) } as const;
  });
  return { kind: 'read', form, boxes };
}

const notRead = (why: PaperFault): PaperRead => ({ kind: 'not-read', why });

const inkOn = (map: InkMap, { x, y }: Pixel): number => inkAt(map, x, y);

interface Found {
  readonly form: PaperSide;
  readonly onPhoto: Projection;
}

/** Tries what looks like marks as corners until the row between two of them is that of a form. */
function findForm(map: InkMap, forms: readonly PaperSide[]): Found | PaperFault {
  const byCells = new Map(forms.map((form) => [form.cells.join(), form]));
  let isOther = false;
  for (const corners of cornersAmong(marksIn(map))) {
    const onPhoto = projectionOf(CORNER_MARKS, corners);
    const cells = onPhoto && cellsOn(map, onPhoto);
    if (onPhoto === undefined || cells === undefined || !isFramed(cells)) continue;
    const form = byCells.get(cells.join());
    if (form !== undefined) return { form, onPhoto };
    isOther = true;
  }
  return isOther ? 'other-form' : 'corners';
}

/** The row of cells; nothing where one of them is neither black nor white. */
function cellsOn(map: InkMap, onPhoto: Projection): readonly boolean[] | undefined {
  const cells: boolean[] = [];
  for (let at = 0; at < CELL_COUNT; at += 1) {
    const x = CELLS.x + (at + 0.5) * CELLS.width;
    const y = CELLS.y + CELLS.height / 2;
    const points = [-0.4, 0, 0.4].flatMap((right) =>
      [-0.8, 0, 0.8].map((down) => inkOn(map, onPhoto(x + right, y + down))),
    );
    const ink = points.reduce((sum, each) => sum + each, 0) / points.length;
    if (ink > 0.3 && ink < 0.42) return undefined;
    cells.push(ink > 0.36);
  }
  return cells;
}

/** Pixels for a millimetre, where the sheet is farthest away. */
function scaleOf(onPhoto: Projection): number {
  const { width, height } = SHEET;
  const corner = (x: number, y: number) => onPhoto(x * width, y * height);
  const [a, b, c, d] = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
  const length = (one: Pixel, other: Pixel) => Math.hypot(one.x - other.x, one.y - other.y);
  return Math.min(
    length(a, b) / width,
    length(d, c) / width,
    length(a, d) / height,
    length(b, c) / height,
  );
}

/** Paper bends: a box is looked for so far around its place, in millimetres, and so finely. */
const REACH = 1.8;
const FINE = 0.2;

/** Where the frame of a box is, and how much darker it is than what is beside it on its palest side. */
function frameOf(map: InkMap, onPhoto: Projection, { x, y }: TickBox) {
  let best = { x, y, frame: -1 };
  for (let right = -REACH; right <= REACH; right += FINE)
    for (let down = -REACH; down <= REACH; down += FINE) {
      // Of two that are as plain, the nearer.
      const away = Math.hypot(right, down) * 0.01;
      const corner = { x: x + right, y: y + down };
      const frame = frameAt(map, onPhoto, corner, best.frame + away);
      if (frame - away > best.frame) best = { x: x + right, y: y + down, frame: frame - away };
    }
  return best;
}

const ALONG = [0.12, 0.26, 0.4, 0.5, 0.6, 0.74, 0.88].map((share) => share * BOX);

/** The lines of a frame, and beside each the paper outside of it, in millimetres from its corner. */
const LINES = (() => {
  const middle = FRAME / 2;
  const far = BOX - middle;
  const beside = 0.55;
  const along = (at: (along: number) => Pixel) => ALONG.map(at);
  return [
    { on: along((x) => ({ x, y: middle })), out: along((x) => ({ x, y: middle - beside })) },
    { on: along((x) => ({ x, y: far })), out: along((x) => ({ x, y: far + beside })) },
    { on: along((y) => ({ x: middle, y })), out: along((y) => ({ x: middle - beside, y })) },
    { on: along((y) => ({ x: far, y })), out: along((y) => ({ x: far + beside, y })) },
  ];
})();

/** How much darker the palest line is than its paper; where that is no more than `least`, any number that is not. */
function frameAt(map: InkMap, onPhoto: Projection, { x, y }: Pixel, least: number): number {
  const mean = (points: readonly Pixel[]) =>
    points.reduce((sum, at) => sum + inkOn(map, onPhoto(x + at.x, y + at.y)), 0) / points.length;
  let palest = Number.POSITIVE_INFINITY;
  for (const { on, out } of LINES) {
    palest = Math.min(palest, mean(on) - mean(out));
    if (palest <= least) return palest;
  }
  return palest;
}
