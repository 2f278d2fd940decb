import { COLOURS as C, type Point, Sheet, blend, outline } from './paint.ts';
import { hammer, pliers, saw, spanners } from './bench-tools.ts';

/** A shared workshop: tools on their painted outlines, a bench, a letter nobody has opened. */
export function bench(): Sheet {
  const s = new Sheet(1800, 1350, 152);
  s.box(-20, -20, 1840, 1000, blend(C.sage, C.mist, 0.3), {
    marks: 7,
    angle: 88,
    width: 28,
    contrast: 0.14,
    light: C.cream,
  });
  for (let plank = 1; plank < 9; plank += 1)
    s.line(
      [
        [plank * 205, -20],
        [plank * 205 + s.between(-6, 6), 460],
        [plank * 205, 960],
      ],
      C.moss,
      5,
      0.35,
    );
  window(s, 1220, 120);
  board(s);
  saw(s, 190, 230);
  hammer(s, 610, 210);
  pliers(s, 790, 230);
  spanners(s);
  table(s);
  vice(s, 300, 880);
  plane(s, 790, 900);
  letter(s);
  mug(s, 1580, 890);
  return s;
}

function window(s: Sheet, x: number, y: number): void {
  s.box(x - 28, y - 28, 496, 536, C.cream, { marks: 8 });
  s.box(x, y, 440, 480, blend(C.mustard, C.cream, 0.35), {
    marks: 10,
    angle: 20,
    width: 24,
    contrast: 0.2,
    light: C.cream,
  });
  s.round(x + 320, y + 110, 58, 58, C.terracotta, { marks: 6 });
  for (const [dx, size, green] of [
    [60, 130, C.moss],
    [210, 100, C.leaf],
    [360, 150, C.moss],
    [130, 84, C.leaf],
  ] as const)
    s.round(x + dx, y + 470 - size * 0.5, 92, size, green, { marks: 10, angle: -60 });
  s.box(x - 6, y + 440, 452, 44, C.leaf, { marks: 8 });
  for (let bloom = 0; bloom < 16; bloom += 1)
    s.round(
      x + s.between(20, 420),
      y + s.between(330, 460),
      12,
      12,
      [C.terracotta, C.cream, C.mustard][bloom % 3] ?? C.cream,
      { marks: 0, wobble: 2 },
    );
  s.line(
    [
      [x + 220, y],
      [x + 220, y + 480],
    ],
    C.cream,
    22,
  );
  s.line(
    [
      [x, y + 220],
      [x + 440, y + 220],
    ],
    C.cream,
    22,
  );
  s.box(x - 50, y + 488, 540, 36, C.cream, { marks: 8 });
}

function board(s: Sheet): void {
  s.box(110, 120, 970, 560, C.ochre, { marks: 9, angle: 3, width: 20, contrast: 0.24 });
  for (const [x, y, wide, high] of [
    [100, 108, 990, 22],
    [100, 670, 990, 22],
    [98, 110, 22, 580],
    [1070, 110, 22, 580],
  ] as const)
    s.box(x, y, wide, high, C.soil, { marks: 8 });
}

/** Every tool hangs on a cream outline of itself, so that it finds its way home. */
function table(s: Sheet): void {
  s.box(-20, 1010, 1840, 360, blend(C.soil, C.night, 0.25), { marks: 9, angle: 88, contrast: 0.2 });
  for (const x of [420, 900, 1380])
    s.line(
      [
        [x, 1060],
        [x, 1360],
      ],
      C.night,
      8,
      0.6,
    );
  for (const x of [200, 660, 1140, 1600]) s.round(x, 1150, 26, 26, C.mustard, { marks: 0 });
  s.shape(outline('-20 930, 1840 930, 1840 1050, -20 1050'), C.soil, { marks: 8, contrast: 0.26 });
  s.shape(outline('-20 820, 1840 820, 1840 960, -20 960'), blend(C.ochre, C.soil, 0.3), {
    marks: 10,
    angle: 1,
    width: 12,
    contrast: 0.3,
  });
}

function vice(s: Sheet, x: number, y: number): void {
  s.round(x + 30, y + 62, 170, 20, C.night, { marks: 0, opacity: 0.35 });
  s.shape(
    outline(
      `${x - 90} ${y - 10}, ${x + 140} ${y - 10}, ${x + 166} ${y + 60}, ${x - 120} ${y + 60}`,
    ),
    C.indigo,
    { marks: 14 },
  );
  s.box(x - 120, y - 130, 94, 130, C.indigo, { marks: 14, angle: 88, contrast: 0.28 });
  s.box(x + 40, y - 130, 94, 130, blend(C.indigo, C.dusk, 0.4), {
    marks: 14,
    angle: 88,
    contrast: 0.28,
  });
  s.box(x - 26, y - 176, 66, 120, C.rose, { marks: 12, angle: 88 });
  s.line(outline(`${x + 134} ${y - 60}, ${x + 234} ${y - 58}`), C.mist, 22);
  s.line(outline(`${x + 226} ${y - 130}, ${x + 230} ${y + 16}`), C.mist, 14);
  for (const dy of [-132, 18]) s.round(x + 228, y + dy, 17, 17, C.mustard, { marks: 0 });
}

function plane(s: Sheet, x: number, y: number): void {
  s.round(x + 120, y + 30, 240, 18, C.night, { marks: 0, opacity: 0.35 });
  s.shape(
    outline(
      `${x - 90} ${y - 34}, ${x + 330} ${y - 34}, ${x + 356} ${y + 24}, ${x - 110} ${y + 24}`,
    ),
    C.pine,
    { marks: 14 },
  );
  s.shape(
    outline(
      `${x + 200} ${y - 30}, ${x + 214} ${y - 136}, ${x + 262} ${y - 150}, ${x + 280} ${y - 30}`,
    ),
    C.brick,
    { marks: 12, smooth: true },
  );
  s.round(x - 30, y - 62, 36, 38, C.brick, { marks: 10 });
  s.shape(
    outline(
      `${x + 70} ${y - 34}, ${x + 130} ${y - 110}, ${x + 170} ${y - 92}, ${x + 130} ${y - 34}`,
    ),
    C.mist,
    { marks: 8 },
  );
  for (const [dx, dy, size] of [
    [-190, 8, 38],
    [-250, 26, 28],
    [-150, 34, 26],
    [404, 26, 34],
  ] as const)
    s.line(
      Array.from({ length: 15 }, (_, at): Point => {
        const turn = at * 0.75;
        const far = size * (1 - at / 18);
        return [x + dx + Math.cos(turn) * far + at * 2, y + dy + Math.sin(turn) * far * 0.7];
      }),
      at3(dx),
      9,
    );
}

function at3(dx: number): string {
  return dx % 4 === 0 ? C.cream : C.sand;
}

function letter(s: Sheet): void {
  s.shape(outline('1236 862, 1470 846, 1486 930, 1226 940'), C.cream, { marks: 6, contrast: 0.1 });
  s.line(outline('1240 866, 1362 906, 1468 850'), C.soil, 5, 0.6);
  s.shape(outline('1276 912, 1340 908, 1342 920, 1278 924'), C.dusk, { marks: 0, opacity: 0.7 });
  s.round(1454, 918, 12, 10, C.terracotta, { marks: 0 });
}

function mug(s: Sheet, x: number, y: number): void {
  s.round(x, y + 58, 92, 15, C.night, { marks: 0, opacity: 0.35 });
  s.line(
    outline(`${x + 54} ${y - 34}, ${x + 112} ${y - 20}, ${x + 96} ${y + 30}, ${x + 52} ${y + 28}`),
    C.terracotta,
    18,
  );
  s.shape(
    outline(`${x - 66} ${y - 60}, ${x + 66} ${y - 60}, ${x + 56} ${y + 58}, ${x - 56} ${y + 58}`),
    C.terracotta,
    { marks: 14, angle: 88 },
  );
  s.round(x, y - 60, 66, 17, C.soil, { marks: 0 });
  s.line(
    outline(`${x - 60} ${y}, ${x - 30} ${y - 12}, ${x} ${y}, ${x + 30} ${y - 12}, ${x + 60} ${y}`),
    C.cream,
    7,
  );
  for (const dx of [-22, 16])
    s.line(
      outline(
        `${x + dx} ${y - 90}, ${x + dx - 18} ${y - 140}, ${x + dx + 12} ${y - 190}, ${x + dx - 6} ${y - 236}`,
      ),
      C.cream,
      8,
      0.6,
    );
}
