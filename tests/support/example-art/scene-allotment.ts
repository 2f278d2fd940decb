import { COLOURS as C, type Point, Sheet, blend } from './paint.ts';

/** An allotment at dusk: a shed with a lit window, bean poles, rows of leaves, a full moon. */
export function allotment(): Sheet {
  const s = new Sheet(1800, 1350, 21);
  sky(s);
  hills(s);
  shed(s, 1130, 470);
  rows(s);
  beanPoles(s, 330, 830);
  wateringCan(s, 1330, 1120);
  return s;
}

function sky(s: Sheet): void {
  const bands = [C.night, C.indigo, C.dusk, blend(C.dusk, C.rose, 0.6), C.rose, C.mustard];
  bands.forEach((colour, at) => {
    const y = at * 112 - 20;
    s.shape(wave(s, y, 760, 18), colour, { angle: 3, marks: 9, contrast: 0.16, width: 26 });
  });
  s.round(420, 250, 92, 92, C.cream, { marks: 12, contrast: 0.12, width: 10 });
  for (let star = 0; star < 26; star += 1) {
    s.round(s.between(60, 1740), s.between(50, 290), 4, 4, C.cream, { marks: 0, wobble: 1 });
  }
}

function hills(s: Sheet): void {
  s.shape(wave(s, 590, 900, 34), blend(C.pine, C.dusk, 0.45), { marks: 8, angle: -6 });
  for (let tree = 0; tree < 15; tree += 1) {
    const [x, size] = [tree * 130 + s.between(-30, 30), s.between(46, 96)];
    s.round(x, 610, size, size * 0.8, blend(C.pine, C.indigo, s.between(0.1, 0.5)), {
      angle: -60,
      wobble: 9,
      marks: 9,
    });
  }
  s.shape(wave(s, 660, 1400, 14), C.moss, { marks: 7, angle: 4, width: 20 });
}

function shed(s: Sheet, x: number, y: number): void {
  s.box(x, y, 400, 330, C.terracotta, { marks: 10, angle: 90, contrast: 0.3 });
  for (let plank = 1; plank < 8; plank += 1) {
    s.line(
      [
        [x + plank * 50, y + 6],
        [x + plank * 50 + 3, y + 325],
      ],
      C.brick,
      5,
      0.8,
    );
  }
  s.shape(
    [
      [x - 46, y + 22],
      [x + 90, y - 130],
      [x + 350, y - 122],
      [x + 446, y + 26],
    ],
    C.night,
    { marks: 9, angle: -3, contrast: 0.25 },
  );
  s.box(x + 60, y + 80, 130, 120, C.mustard, { marks: 16, contrast: 0.3, width: 8 });
  s.line(
    [
      [x + 125, y + 78],
      [x + 125, y + 202],
    ],
    C.soil,
    10,
  );
  s.line(
    [
      [x + 58, y + 140],
      [x + 192, y + 140],
    ],
    C.soil,
    10,
  );
  s.box(x + 240, y + 70, 108, 262, C.soil, { marks: 12, angle: 90, contrast: 0.25 });
  s.round(x + 326, y + 206, 8, 8, C.mustard, { marks: 0 });
  s.box(x - 120, y + 210, 92, 124, C.indigo, { marks: 12, angle: 90 });
  s.round(x - 74, y + 210, 46, 12, C.dusk, { marks: 6 });
}

function rows(s: Sheet): void {
  for (let row = 0; row < 6; row += 1) {
    const y = 800 + row * row * 13 + row * 44;
    s.shape(
      wave(s, y, y + 58 + row * 12, 7),
      row % 2 ? C.soil : blend(C.soil, C.terracotta, 0.35),
      { marks: 10, angle: 2, contrast: 0.25 },
    );
    const size = 15 + row * 7;
    for (let x = -20; x < 1830; x += size * 2.1) leaves(s, x + s.between(-8, 8), y + 6, size);
  }
}

function leaves(s: Sheet, x: number, y: number, size: number): void {
  const greens = [C.leaf, C.sage, C.moss, blend(C.leaf, C.mustard, 0.3)];
  for (const lean of [-0.9, -0.3, 0.35, 0.95]) {
    const tip: Point = [x + Math.sin(lean) * size * 1.5, y - Math.cos(lean) * size * 1.7];
    const colour = greens[Math.floor(s.random() * greens.length)] ?? C.leaf;
    s.shape(
      [
        [x, y + 6],
        [x + (tip[0] - x) * 0.5 - size * 0.3, (y + tip[1]) / 2],
        tip,
        [x + (tip[0] - x) * 0.5 + size * 0.34, (y + tip[1]) / 2 + 4],
      ],
      colour,
      { smooth: true, marks: 4, angle: -70, width: 5, wobble: 2 },
    );
  }
}

function beanPoles(s: Sheet, x: number, y: number): void {
  for (let pole = 0; pole < 5; pole += 1) {
    const at = x + pole * 92;
    s.line(
      [
        [at - 66, y + 250],
        [at + 42, y - 330],
      ],
      C.sand,
      10,
    );
    s.line(
      [
        [at + 84, y + 250],
        [at - 18, y - 330],
      ],
      C.ochre,
      10,
    );
  }
  s.line(
    [
      [x - 20, y - 290],
      [x + 430, y - 286],
    ],
    C.sand,
    10,
  );
  for (let leaf = 0; leaf < 120; leaf += 1) {
    const up = s.random();
    const at = x + s.between(-50, 450) * (1 - up * 0.12) + up * 16;
    s.round(
      at,
      y + 220 - up * 500,
      s.between(12, 26),
      s.between(10, 20),
      [C.leaf, C.sage, C.moss][leaf % 3] ?? C.leaf,
      { marks: 3, wobble: 4, width: 5 },
    );
    if (leaf % 9 === 0)
      s.round(at + 8, y + 210 - up * 500, 10, 10, C.terracotta, { marks: 0, wobble: 2 });
  }
}

function wateringCan(s: Sheet, x: number, y: number): void {
  s.line(
    [
      [x + 150, y + 20],
      [x + 250, y - 30],
      [x + 200, y + 120],
    ],
    C.mist,
    15,
  );
  s.shape(
    [
      [x, y + 10],
      [x + 160, y],
      [x + 178, y + 150],
      [x - 16, y + 152],
    ],
    C.mist,
    { marks: 14, angle: 80, contrast: 0.3 },
  );
  s.shape(
    [
      [x + 6, y + 110],
      [x - 120, y + 6],
      [x - 104, y - 10],
      [x + 6, y + 66],
    ],
    C.mist,
    { marks: 10, angle: 40 },
  );
  s.shape(
    [
      [x - 140, y + 16],
      [x - 96, y - 34],
      [x - 84, y - 22],
      [x - 122, y + 30],
    ],
    C.sand,
    { marks: 6 },
  );
}

function wave(s: Sheet, top: number, bottom: number, swing: number): Point[] {
  const line: Point[] = [];
  for (let x = -20; x <= 1840; x += 155) line.push([x, top + s.between(-swing, swing)]);
  return [...line, [1840, bottom], [-20, bottom]];
}
