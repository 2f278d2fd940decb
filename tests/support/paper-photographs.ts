import sharp from 'sharp';
import type { Browser } from 'playwright-core';
import { deskPages } from '#cli/desk-pages.ts';
import { projectionOf } from '#intake/paper/projection.ts';
import { SHEET, type TickBox } from '#intake/paper/sheet.ts';
import type { PaperSide } from '#intake/paper/form.ts';
import { paperPage } from '#server/paper-page.ts';

/** Chance that is the same in each run: a number from 0 to 1. */
export type Chance = () => number;

export function chanceOf(seed: number): Chance {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Pixels for a millimetre of a printed side, before it is photographed. */
const PRINTED = 8;

/** The same pixels, in more bytes: nobody keeps them. */
const QUICKLY = { compressionLevel: 1 } as const;

/** Both sides of the form as they are printed, from the real page, by the real browser. */
export async function printedSides(
  browser: Browser,
  { language, sheet }: { readonly language: string; readonly sheet: string },
): Promise<readonly Buffer[]> {
  const page = await browser.newPage({
    viewport: { width: 794, height: 1123 },
    deviceScaleFactor: (PRINTED * SHEET.width) / 794,
  });
  await page.setContent(await paperPage(await deskPages(), { language, sheet }));
  await page.evaluate(() => document.fonts.ready);
  await page.emulateMedia({ media: 'print' });
  const sides = [];
  for (const side of await page.locator('svg.side').all())
    sides.push(
      await sharp(await side.screenshot())
        .resize({ width: SHEET.width * PRINTED, height: SHEET.height * PRINTED, fit: 'fill' })
        .png(QUICKLY)
        .toBuffer(),
    );
  await page.close();
  return sides;
}

/** What somebody did with a pen in or beside a box. Only `tick` is a plain yes; `nothing` is a plain no. */
export const PEN_MARKS = {
  nothing: () => '',
  tick: (pen) => tick(pen, 1),
  'large tick': (pen) => tick(pen, 1.3),
  cross: (pen) => line(pen, [0.9, 0.9], [3.8, 3.7]) + line(pen, [3.8, 0.8], [0.8, 3.8]),
  'line through': (pen) => line(pen, [-3, 2.2], [7.5, 2.5]),
  dash: (pen) => line(pen, [1, 2.3], [3.6, 2.2]),
  slash: (pen) => line(pen, [0.9, 3.9], [3.7, 0.7]),
  'struck-out tick': (pen) => tick(pen, 1) + line(pen, [-1.5, 3.4], [6, 1.4]),
  'blacked out': (pen) =>
    Array.from({ length: 9 }, (_, at) =>
      line(pen, [0.4, 0.5 + at * 0.45], [4.2, 0.6 + at * 0.42]),
    ).join(''),
  blot: (pen) => `<circle cx="${2.2 + pen()}" cy="${1.8 + pen()}" r="${0.3 + pen() * 0.9}"/>`,
  // The tick itself is in the box below.
  'tail from below': (pen) =>
    line(pen, [0.9, 8.8], [1.7, 10.2]) + line(pen, [1.7, 10.2], [2 + pen() * 2, 1 + pen() * 2]),
  'tail from beside': (pen) => line(pen, [-4, 5.5], [2.6, 1.2]),
  'writing across': (pen) =>
    Array.from({ length: 7 }, (_, at) =>
      line(pen, [-5 + at * 2, 3.6 - (at % 2) * 2.4], [-4 + at * 2, 1.3 + (at % 2) * 2.2]),
    ).join(''),
  ring: () => '<circle cx="2.3" cy="2.3" r="1.3" fill="none"/>',
  'ring around': () => '<circle cx="2.3" cy="2.3" r="3.4" fill="none"/>',
  corner: (pen) => line(pen, [0.2, 0.1], [0.9, 0.8]),
} as const satisfies Readonly<Record<string, (pen: Chance) => string>>;
export type PenMark = keyof typeof PEN_MARKS;

const near = (chance: Chance, value: number, by = 0.3) => value + (chance() * 2 - 1) * by;

function line(pen: Chance, from: readonly number[], to: readonly number[]): string {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [...from, ...to].map((each) => near(pen, each));
  const bend = `${near(pen, (x1 + x2) / 2, 0.2)} ${near(pen, (y1 + y2) / 2, 0.2)}`;
  return `<path d="M${x1} ${y1}Q${bend} ${x2} ${y2}" fill="none"/>`;
}

function tick(pen: Chance, size: number, [right = 0, down = 0] = [0, 0], long = 1): string {
  const at = (x: number, y: number) =>
    `${near(pen, 2.3 + (x - 2.3) * size + right, 0.25)} ${near(pen, 2.3 + (y - 2.3) * size + down, 0.25)}`;
  const end = at(1.9 + 2 * long, 3.7 - 2.9 * long);
  return `<path d="M${at(0.9, 2.2)}L${at(1.9, 3.7)}Q${at(2.6, 2.1)} ${end}" fill="none" stroke-linejoin="round"/>`;
}

const PENS = [
  { wide: 0.32, colour: '#16205e' },
  { wide: 0.45, colour: '#111111' },
  { wide: 0.6, colour: '#203a9a' },
  { wide: 0.85, colour: '#0d0d0d' },
  { wide: 0.4, colour: '#5a5a5a' },
] as const;

/** Writes on a printed side: a mark for each box, with one pen. */
export async function filledIn(
  printed: Buffer,
  marks: readonly BoxMark[],
  chance: Chance,
): Promise<Buffer> {
  const { wide, colour } = PENS[Math.floor(chance() * PENS.length)] ?? PENS[0];
  const drawn = marks
    .map(
      ({ box, mark }) =>
        `<g transform="translate(${box.x} ${box.y})">${PEN_MARKS[mark](chance)}</g>`,
    )
    .join('');
  const { width, height } = SHEET;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * PRINTED}" height="${height * PRINTED}" viewBox="0 0 ${width} ${height}"><g stroke="${colour}" fill="${colour}" stroke-width="${wide}" stroke-linecap="round">${drawn}</g></svg>`;
  return sharp(printed)
    .composite([{ input: Buffer.from(svg) }])
    .png(QUICKLY)
    .toBuffer();
}

/** How a sheet was photographed. Lengths are shares of the photograph’s. */
export interface Shot {
  readonly width: number;
  readonly height: number;
  /** Quarter turns, and degrees besides. */
  readonly turns: number;
  readonly degrees: number;
  /** How far each corner is off, and how much of the photograph the sheet fills. */
  readonly slant: number;
  readonly fills: number;
  /** In pixels. */
  readonly blur: number;
  /** Of 255. */
  readonly noise: number;
  /** How bright it is, and how dark its shadow; 1 is no shadow. */
  readonly bright: number;
  readonly shadow: number;
  /** Millimetres by which the middle of the paper is bent aside. */
  readonly bent: number;
}

/** Taken with care: a little aslant, in good light. */
export const STILL: Shot = {
  ...{ width: 1500, height: 2000, turns: 0, degrees: 3, slant: 0.02, fills: 0.86 },
  ...{ blur: 0.4, noise: 3, bright: 0.85, shadow: 0.9, bent: 0.3 },
};

export function anyShot(chance: Chance): Shot {
  const upright = chance() < 0.75;
  const [long, short] = [2000 + chance() * 1200, 1500 + chance() * 900];
  return {
    ...(upright ? { width: short, height: long } : { width: long, height: short }),
    turns: Math.floor(chance() * 4),
    degrees: (chance() * 2 - 1) * 12,
    slant: chance() * 0.05,
    fills: 0.78 + chance() * 0.1,
    blur: chance() * 1.6,
    noise: chance() * 9,
    bright: 0.55 + chance() * 0.45,
    shadow: 0.45 + chance() * 0.55,
    bent: (chance() * 2 - 1) * 1.2,
  };
}

/** Photographs a sheet that lies on a table: seen at a slant, in some light, by a hand that is not still. */
export async function photographed(sheet: Buffer, shot: Shot, chance: Chance): Promise<Buffer> {
  const { data, info } = await sharp(sheet).greyscale().raw().toBuffer({ resolveWithObject: true });
  const [width, height] = [Math.round(shot.width), Math.round(shot.height)];
  const back = projectionOf(cornersOf(shot, chance), [
    { x: 0, y: 0 },
    { x: info.width, y: 0 },
    { x: info.width, y: info.height },
    { x: 0, y: info.height },
  ]);
  if (back === undefined) throw new Error('This sheet cannot be seen at all.');
  const out = Buffer.alloc(width * height);
  const edge = {
    at: width * (0.3 + chance() * 0.4),
    lean: (chance() - 0.5) * 0.6,
    soft: 4 + chance() * 300,
  };
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const place = back(x, y);
      const bend = shot.bent * PRINTED * Math.sin((Math.PI * place.y) / info.height);
      const u = place.x + bend * Math.sin((Math.PI * place.x) / info.width);
      const v = place.y;
      const isTable = u < 0 || v < 0 || u >= info.width - 1 || v >= info.height - 1;
      const paper = isTable ? 95 + 25 * Math.sin(x / 17) : between(data, info.width, u, v);
      const side = 1 / (1 + Math.exp(-(x - edge.at - edge.lean * y) / edge.soft));
      const light = shot.bright * (shot.shadow + (1 - shot.shadow) * side);
      const grain = (chance() + chance() + chance() - 1.5) * shot.noise * 1.4;
      out[y * width + x] = Math.max(0, Math.min(255, paper * light + grain));
    }
  const photo = sharp(out, { raw: { width, height, channels: 1 } });
  return (shot.blur > 0.35 ? photo.blur(shot.blur) : photo).jpeg({ quality: 82 }).toBuffer();
}

function between(data: Buffer, width: number, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = x - left;
  const down = y - top;
  const at = top * width + left;
  const upper = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
  const lower = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
  return upper * (1 - down) + lower * down;
}

/** Where the corners of the sheet come to lie, the sheet’s own upper left first. */
function cornersOf({ width, height, turns, degrees, slant, fills }: Shot, chance: Chance) {
  const isAcross = turns % 2 === 1;
  const [sheetWide, sheetHigh] = isAcross
    ? [SHEET.height, SHEET.width]
    : [SHEET.width, SHEET.height];
  const scale = Math.min(width / sheetWide, height / sheetHigh) * fills;
  const angle = (degrees * Math.PI) / 180;
  const [halfWide, halfHigh] = [(sheetWide * scale) / 2, (sheetHigh * scale) / 2];
  const corners = [
    [-halfWide, -halfHigh],
    [halfWide, -halfHigh],
    [halfWide, halfHigh],
    [-halfWide, halfHigh],
  ].map(([x = 0, y = 0]) => ({
    x: width / 2 + x * Math.cos(angle) - y * Math.sin(angle) + (chance() * 2 - 1) * slant * width,
    y: height / 2 + x * Math.sin(angle) + y * Math.cos(angle) + (chance() * 2 - 1) * slant * height,
  }));
  return [...corners.slice(turns), ...corners.slice(0, turns)];
}

/** A box of a printed side, and what was done with a pen there. */
export interface BoxMark {
  readonly box: TickBox;
  readonly mark: PenMark;
}

/** A form filled in as people do: most boxes empty, many ticked, and something odd here and there. */
export function anyMarks(form: PaperSide, chance: Chance): readonly BoxMark[] {
  const odd = (Object.keys(PEN_MARKS) as PenMark[]).filter(
    (mark) => mark !== 'nothing' && mark !== 'tick',
  );
  return form.layout.boxes
    .filter(({ side }) => side === form.side)
    .map((box) => {
      const kind = chance();
      if (kind < 0.45) return { box, mark: 'nothing' };
      if (kind < 0.8) return { box, mark: 'tick' };
      return { box, mark: odd[Math.floor(chance() * odd.length)] ?? 'nothing' };
    });
}

/** Is a box ticked? Also by a tick whose tail goes into the box above it. */
export function meansYes(marks: readonly BoxMark[], at: number): boolean {
  const here = marks[at];
  if (here === undefined) return false;
  const isFromAbove = ({ box, mark }: BoxMark) =>
    mark === 'tail from below' &&
    Math.abs(box.x - here.box.x) < 1 &&
    Math.abs(box.y + 6.6 - here.box.y) < 1;
  return here.mark === 'tick' || here.mark === 'large tick' || marks.some(isFromAbove);
}
