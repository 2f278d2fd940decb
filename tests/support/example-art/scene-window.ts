import { COLOURS as C, Sheet, blend } from './paint.ts';
import { sillPlant } from './plants.ts';

/** A window on a wet evening street, seen from a warm room: a plant and a cup on the sill. */
export function rainWindow(): Sheet {
  const s = new Sheet(1800, 1350, 33);
  s.box(-20, -20, 1840, 1400, C.terracotta, { marks: 8, angle: 82, contrast: 0.22, width: 24 });
  for (let x = 40; x < 1800; x += 120) {
    for (let y = 60; y < 1340; y += 150) sprig(s, x + ((y / 150) % 2 > 1 ? 60 : 0), y);
  }
  outside(s);
  rain(s);
  frame(s);
  s.box(150, 1085, 1500, 92, C.cream, { marks: 9, contrast: 0.18 });
  s.box(190, 1172, 1420, 30, C.sand, { marks: 8 });
  sillPlant(s, 520, 1090);
  cup(s, 1190, 1000);
  curtains(s);
  return s;
}

function sprig(s: Sheet, x: number, y: number): void {
  const pale = blend(C.terracotta, C.rose, 0.55);
  s.line(
    [
      [x, y + 34],
      [x + 4, y],
      [x - 2, y - 26],
    ],
    pale,
    5,
    0.8,
  );
  for (const [dx, dy] of [
    [-15, 4],
    [15, -2],
    [-13, -22],
    [13, -28],
  ] as const) {
    s.round(x + dx, y + dy, 12, 8, pale, { marks: 0, wobble: 2, opacity: 0.8 });
  }
}

function outside(s: Sheet): void {
  const bands = [
    C.night,
    C.indigo,
    blend(C.indigo, C.dusk, 0.6),
    C.dusk,
    blend(C.dusk, C.rose, 0.35),
  ];
  bands.forEach((colour, at) => {
    s.box(260, 120 + at * 130, 1280, 970 - at * 130, colour, {
      marks: 8,
      angle: 84,
      width: 30,
      wobble: 10,
    });
  });
  for (let house = 0; house < 5; house += 1) {
    const [x, top] = [250 + house * 262, 600 + s.between(-30, 50)];
    const wall = blend(C.night, C.brick, 0.25 + (house % 3) * 0.12);
    s.shape(
      [
        [x, 1100],
        [x, top],
        [x + 130, top - 120],
        [x + 262, top],
        [x + 262, 1100],
      ],
      wall,
      { marks: 7, angle: 85, contrast: 0.15 },
    );
    s.box(x + 196, top - 130, 34, 90, wall, { marks: 6 });
    for (const [dx, dy] of [
      [50, 60],
      [156, 60],
      [50, 220],
    ] as const) {
      const lit = s.random() < 0.6;
      s.box(x + dx, top + dy, 58, 84, lit ? C.mustard : C.night, {
        marks: 10,
        contrast: 0.2,
        width: 7,
      });
      if (lit) s.round(x + dx + 29, top + dy + 40, 74, 84, C.ochre, { marks: 0, opacity: 0.16 });
    }
  }
  for (const x of [420, 900, 1390]) {
    s.round(x, 560, 92, 92, C.mustard, { marks: 0, opacity: 0.16 });
    s.round(x, 560, 52, 52, C.mustard, { marks: 0, opacity: 0.3 });
    s.round(x, 560, 22, 24, C.cream, { marks: 0 });
    s.line(
      [
        [x, 588],
        [x + 2, 1090],
      ],
      C.night,
      12,
    );
  }
}

function rain(s: Sheet): void {
  for (let drop = 0; drop < 190; drop += 1) {
    const [x, y, long] = [s.between(270, 1530), s.between(130, 1060), s.between(20, 90)];
    s.line(
      [
        [x, y],
        [x - long * 0.16, y + long],
      ],
      C.mist,
      s.between(2, 5),
      s.between(0.25, 0.75),
    );
  }
  for (let bead = 0; bead < 90; bead += 1) {
    const [x, y, size] = [s.between(270, 1530), s.between(150, 1070), s.between(4, 11)];
    s.round(x, y, size, size * 1.25, C.mist, { marks: 0, wobble: 1.5, opacity: 0.65 });
    s.round(x - size * 0.3, y - size * 0.4, size * 0.3, size * 0.35, C.cream, {
      marks: 0,
      wobble: 0.5,
    });
    if (bead % 6 === 0)
      s.line(
        [
          [x, y],
          [x + 3, y - 60],
          [x - 2, y - 130],
        ],
        C.mist,
        4,
        0.35,
      );
  }
}

function frame(s: Sheet): void {
  const wood = { marks: 12, contrast: 0.25, width: 8 };
  for (const x of [222, 872, 1522]) s.box(x, 90, 56, 1010, C.sand, { ...wood, angle: 90 });
  for (const y of [84, 440]) s.box(222, y, 1356, 50, C.sand, wood);
  for (const x of [276, 926])
    s.line(
      [
        [x, 140],
        [x + 2, 1080],
      ],
      C.soil,
      6,
      0.45,
    );
}

function cup(s: Sheet, x: number, y: number): void {
  for (const dx of [50, 96, 140]) {
    s.line(
      [
        [x + dx, y - 26],
        [x + dx - 26, y - 80],
        [x + dx + 22, y - 140],
        [x + dx - 6, y - 210],
      ],
      C.cream,
      9,
      0.45,
    );
  }
  s.line(
    [
      [x + 170, y + 16],
      [x + 244, y + 14],
      [x + 236, y + 78],
      [x + 162, y + 76],
    ],
    C.ochre,
    18,
  );
  s.shape(
    [
      [x, y - 10],
      [x + 190, y - 10],
      [x + 166, y + 108],
      [x + 26, y + 108],
    ],
    C.ochre,
    { marks: 14, angle: 85, contrast: 0.28, wobble: 2 },
  );
  s.round(x + 95, y - 8, 92, 16, C.soil, { marks: 6 });
  s.line(
    [
      [x + 20, y + 44],
      [x + 95, y + 52],
      [x + 176, y + 42],
    ],
    C.cream,
    8,
  );
}

function curtains(s: Sheet): void {
  for (const [edge, inner, side] of [
    [-20, 250, 1],
    [1820, 1550, -1],
  ] as const) {
    for (let fold = 0; fold < 4; fold += 1) {
      const x = edge + side * fold * 62;
      const colour = fold % 2 ? C.mustard : C.ochre;
      s.shape(
        [
          [x, -20],
          [x + side * 92, -20],
          [(x + side * 92 + inner) / 2 - side * 40, 700],
          [x + side * 76, 1360],
          [x, 1360],
        ],
        colour,
        { marks: 9, angle: 88, contrast: 0.24, width: 12 },
      );
    }
  }
}
