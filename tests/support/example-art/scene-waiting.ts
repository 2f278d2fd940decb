import { COLOURS as C, Sheet, blend, outline } from './paint.ts';
import { floorPlant } from './plants.ts';

/** A waiting room after hours: a row of chairs, a clock, a plant, light from a tall window. */
export function waitingRoom(): Sheet {
  const s = new Sheet(1800, 1200, 105);
  s.box(-20, -20, 1840, 830, C.sage, {
    marks: 7,
    angle: 86,
    width: 30,
    contrast: 0.14,
    light: C.cream,
  });
  s.box(-20, 560, 1840, 30, C.moss, { marks: 8 });
  s.box(-20, 590, 1840, 230, blend(C.moss, C.sage, 0.35), { marks: 8, angle: 88 });
  floor(s);
  tallWindow(s, 110, 90);
  notices(s);
  clock(s, 900, 190);
  const seats = [C.terracotta, C.ochre, C.indigo, C.terracotta, C.dusk];
  seats.forEach((colour, at) => {
    chair(s, 560 + at * 214, 620, colour);
  });
  table(s, 1180, 1010);
  floorPlant(s, 1660, 800);
  return s;
}

function floor(s: Sheet): void {
  for (let row = 0; row < 4; row += 1) {
    for (let column = 0; column < 14; column += 1) {
      const [top, bottom] = [
        800 + row * row * 14 + row * 76,
        800 + (row + 1) ** 2 * 14 + (row + 1) * 76,
      ];
      const spread = (y: number, at: number) => 900 + (at - 7) * (150 + (y - 800) * 0.16);
      const colour = (row + column) % 2 ? C.sand : blend(C.rose, C.sand, 0.45);
      s.shape(
        [
          [spread(top, column), top],
          [spread(top, column + 1), top],
          [spread(bottom, column + 1), bottom],
          [spread(bottom, column), bottom],
        ],
        colour,
        { marks: 7, contrast: 0.13 },
      );
    }
  }
  s.shape(outline('180 1190, 330 820, 760 820, 900 1190'), C.cream, { marks: 5, opacity: 0.4 });
}

function tallWindow(s: Sheet, x: number, y: number): void {
  s.box(x - 24, y - 24, 388, 618, C.cream, { marks: 8 });
  s.box(x, y, 340, 570, C.mustard, {
    marks: 10,
    angle: 30,
    width: 26,
    contrast: 0.2,
    light: C.cream,
  });
  s.round(x + 230, y + 150, 62, 62, C.terracotta, { marks: 6 });
  for (const [dx, size] of [
    [40, 90],
    [150, 120],
    [290, 100],
  ] as const)
    s.round(x + dx, y + 520, size * 0.62, size, C.leaf, { marks: 9, angle: -60 });
  s.line(
    [
      [x + 170, y],
      [x + 170, y + 570],
    ],
    C.cream,
    22,
  );
  s.line(
    [
      [x, y + 250],
      [x + 340, y + 250],
    ],
    C.cream,
    22,
  );
  s.box(x - 44, y + 580, 428, 34, C.cream, { marks: 8 });
}

function notices(s: Sheet): void {
  s.box(1130, 120, 430, 330, C.ochre, { marks: 12, angle: 30, contrast: 0.25 });
  const papers = [C.cream, C.rose, C.cream, C.mist, C.mustard, C.cream];
  papers.forEach((paper, at) => {
    const [x, y] = [1156 + (at % 3) * 134, 146 + Math.floor(at / 3) * 154];
    s.shape(
      [
        [x, y],
        [x + 112, y + 6],
        [x + 108, y + 132],
        [x - 4, y + 128],
      ],
      paper,
      { marks: 6, wobble: 5 },
    );
    for (let line = 0; line < 4; line += 1)
      s.line(
        [
          [x + 16, y + 44 + line * 20],
          [x + s.between(60, 96), y + 45 + line * 20],
        ],
        C.soil,
        6,
        0.5,
      );
    s.round(x + 54, y + 14, 9, 9, C.brick, { marks: 0, wobble: 1 });
  });
}

function clock(s: Sheet, x: number, y: number): void {
  s.round(x, y, 98, 98, C.brick, { marks: 8 });
  s.round(x, y, 80, 80, C.cream, { marks: 8, contrast: 0.1 });
  for (let hour = 0; hour < 12; hour += 1) {
    const turn = (hour * Math.PI) / 6;
    s.round(x + Math.cos(turn) * 64, y + Math.sin(turn) * 64, 5, 5, C.night, {
      marks: 0,
      wobble: 0.5,
    });
  }
  s.line(
    [
      [x, y],
      [x - 30, y - 24],
    ],
    C.night,
    10,
  );
  s.line(
    [
      [x, y],
      [x + 8, y - 56],
    ],
    C.night,
    7,
  );
}

function chair(s: Sheet, x: number, y: number, colour: string): void {
  s.round(x + 90, y + 352, 110, 18, C.soil, { marks: 0, opacity: 0.3 });
  for (const [top, bottom] of [
    [16, -6],
    [164, 188],
    [44, 34],
    [136, 148],
  ] as const)
    s.line(
      [
        [x + top, y + 200],
        [x + bottom, y + 350],
      ],
      C.night,
      12,
    );
  s.shape(
    [
      [x, y - 40],
      [x + 180, y - 40],
      [x + 172, y + 150],
      [x + 8, y + 150],
    ],
    colour,
    { marks: 14, angle: 84, contrast: 0.26, wobble: 5 },
  );
  s.shape(
    [
      [x - 6, y + 150],
      [x + 186, y + 150],
      [x + 204, y + 214],
      [x - 24, y + 214],
    ],
    blend(colour, C.night, 0.22),
    { marks: 12, contrast: 0.2 },
  );
  s.line(
    [
      [x + 30, y - 6],
      [x + 90, y + 2],
      [x + 150, y - 6],
    ],
    C.cream,
    6,
    0.45,
  );
}

function table(s: Sheet, x: number, y: number): void {
  for (const dx of [-130, 130])
    s.line(
      [
        [x + dx, y],
        [x + dx * 1.1, y + 140],
      ],
      C.soil,
      18,
    );
  s.round(x, y, 210, 44, C.soil, { marks: 12, contrast: 0.3 });
  s.shape(
    [
      [x - 120, y - 20],
      [x - 10, y - 30],
      [x + 4, y + 4],
      [x - 112, y + 12],
    ],
    C.cream,
    { marks: 6 },
  );
  s.shape(
    [
      [x + 20, y - 22],
      [x + 118, y - 14],
      [x + 112, y + 16],
      [x + 14, y + 8],
    ],
    C.terracotta,
    { marks: 6 },
  );
}
