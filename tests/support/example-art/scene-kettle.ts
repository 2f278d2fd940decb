import { COLOURS as C, Sheet, blend, outline } from './paint.ts';

/** A kettle and four cups that do not match, on a kitchen table with a checked cloth. */
export function kettle(): Sheet {
  const s = new Sheet(1800, 1350, 45);
  tiles(s);
  shelf(s);
  cloth(s);
  pot(s, 560, 880);
  cup(s, 1010, 850, C.terracotta, 1);
  cup(s, 1280, 900, C.mustard, 1.1);
  cup(s, 1130, 1080, C.leaf, 1.15);
  cup(s, 1450, 1110, C.dusk, 1.05);
  plate(s, 470, 1190);
  return s;
}

function tiles(s: Sheet): void {
  s.box(-20, -20, 1840, 900, C.cream, { marks: 4 });
  for (let row = 0; row < 6; row += 1) {
    for (let column = 0; column < 12; column += 1) {
      const [x, y] = [column * 154 - 10, row * 150 - 20];
      const base = (row + column) % 2 ? C.sage : blend(C.sage, C.cream, 0.55);
      s.box(x + 5, y + 5, 144, 140, base, { marks: 9, angle: 40, contrast: 0.14, wobble: 4 });
      if ((row + column) % 2) flower(s, x + 77, y + 75);
    }
  }
}

function flower(s: Sheet, x: number, y: number): void {
  for (let petal = 0; petal < 4; petal += 1) {
    const turn = (petal * Math.PI) / 2 + 0.785;
    s.round(x + Math.cos(turn) * 26, y + Math.sin(turn) * 26, 17, 17, C.moss, {
      marks: 0,
      wobble: 3,
    });
  }
  s.round(x, y, 12, 12, C.terracotta, { marks: 0, wobble: 2 });
}

function shelf(s: Sheet): void {
  s.box(820, 300, 900, 34, C.soil, { marks: 12, contrast: 0.3 });
  const jars = [C.ochre, C.brick, C.leaf, C.mustard, C.terracotta, C.rose];
  jars.forEach((colour, at) => {
    const [x, high] = [850 + at * 142, 120 + (at % 3) * 28];
    s.box(x, 300 - high, 104, high, blend(C.mist, C.cream, 0.4), { marks: 8, angle: 90 });
    s.box(x + 8, 300 - high * 0.68, 88, high * 0.66, colour, {
      marks: 18,
      angle: 30,
      contrast: 0.4,
      width: 7,
    });
    s.box(x + 4, 276 - high, 96, 32, C.indigo, { marks: 8 });
  });
}

function cloth(s: Sheet): void {
  s.shape(outline('-20 820, 1840 800, 1840 1400, -20 1400'), C.rose, { marks: 5, contrast: 0.12 });
  for (let stripe = 0; stripe < 15; stripe += 1) {
    const x = 900 + (stripe - 7) * 150;
    s.shape(
      [
        [x, 806],
        [x + 56, 806],
        [x + 56 + (x - 900) * 0.5, 1370],
        [x - 20 + (x - 900) * 0.5, 1370],
      ],
      C.brick,
      { marks: 5, angle: 90, opacity: 0.5 },
    );
  }
  [830, 930, 1055, 1210].forEach((y, at) => {
    s.box(-20, y, 1840, 34 + at * 12, C.brick, { marks: 5, opacity: 0.5 });
  });
}

function pot(s: Sheet, x: number, y: number): void {
  s.round(x + 20, y + 250, 320, 46, C.soil, { marks: 0, opacity: 0.4 });
  s.line(
    [
      [x - 210, y - 70],
      [x - 190, y - 420],
      [x + 190, y - 430],
      [x + 214, y - 70],
    ],
    C.night,
    34,
  );
  s.shape(
    [
      [x + 200, y - 20],
      [x + 330, y - 150],
      [x + 396, y - 196],
      [x + 424, y - 160],
      [x + 330, y + 20],
      [x + 220, y + 150],
    ],
    C.indigo,
    { marks: 12, angle: -50, contrast: 0.25 },
  );
  s.shape(
    [
      [x - 230, y - 110],
      [x, y - 190],
      [x + 230, y - 110],
      [x + 296, y + 130],
      [x + 230, y + 262],
      [x - 230, y + 262],
      [x - 296, y + 130],
    ],
    C.indigo,
    { marks: 14, angle: 78, contrast: 0.3, smooth: true, width: 20 },
  );
  s.round(x - 110, y - 10, 46, 130, C.dusk, { marks: 10, angle: 80, opacity: 0.8 });
  s.round(x, y - 150, 130, 30, C.night, { marks: 10 });
  s.round(x, y - 196, 28, 26, C.mustard, { marks: 4 });
  for (let dot = 0; dot < 9; dot += 1) {
    const turn = Math.PI * (0.1 + dot * 0.1);
    s.round(x + Math.cos(turn) * 226, y + 90 + Math.sin(turn) * 90, 15, 15, C.cream, {
      marks: 0,
      wobble: 2,
    });
    s.round(x + Math.cos(turn) * 226, y + 90 + Math.sin(turn) * 90, 6, 6, C.terracotta, {
      marks: 0,
      wobble: 1,
    });
  }
  for (const dx of [0, 40, 84]) {
    s.line(
      [
        [x + 410 + dx * 0.4, y - 210],
        [x + 380 + dx, y - 310],
        [x + 470 + dx, y - 400],
        [x + 410 + dx, y - 520],
        [x + 470 + dx, y - 640],
      ],
      C.cream,
      22 - dx * 0.12,
      0.6,
    );
  }
}

function cup(s: Sheet, x: number, y: number, colour: string, size: number): void {
  const at = (dx: number, dy: number) => [x + dx * size, y + dy * size] as const;
  s.round(x, y + 120 * size, 128 * size, 26 * size, C.soil, { marks: 0, opacity: 0.35 });
  s.line([at(84, -10), at(150, -14), at(150, 60), at(74, 66)], colour, 20 * size);
  s.shape([at(-98, -40), at(98, -40), at(72, 112), at(-72, 112)], colour, {
    marks: 16,
    angle: 84,
    contrast: 0.3,
  });
  s.round(x, y - 38 * size, 98 * size, 24 * size, blend(colour, C.cream, 0.4), { marks: 6 });
  s.round(x, y - 34 * size, 80 * size, 17 * size, blend(C.ochre, C.soil, 0.45), { marks: 6 });
  s.line([at(-82, 30), at(-30, 44), at(0, 26), at(36, 46), at(82, 28)], C.cream, 8 * size);
  s.line([at(-10, -70), at(-30, -110), at(10, -150), at(-10, -190)], C.cream, 9, 0.5);
}

function plate(s: Sheet, x: number, y: number): void {
  s.round(x, y + 14, 270, 74, C.soil, { marks: 0, opacity: 0.35 });
  s.round(x, y, 264, 72, C.cream, { marks: 8, contrast: 0.14 });
  s.round(x, y - 4, 200, 50, C.sand, { marks: 7 });
  for (const [dx, dy] of [
    [-90, -6],
    [10, -28],
    [96, 0],
    [-10, 14],
  ] as const) {
    s.shape(
      [
        [x + dx - 70, y + dy + 16],
        [x + dx, y + dy - 62],
        [x + dx + 74, y + dy + 18],
      ],
      C.ochre,
      { marks: 20, contrast: 0.35, width: 6, angle: -50 },
    );
  }
}
