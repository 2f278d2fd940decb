import { COLOURS as C, type Point, Sheet, blend, outline } from './paint.ts';

/** A great tree over a row of small houses, and its roots, wider than the tree, below them. */
export function tree(): Sheet {
  const s = new Sheet(1500, 1800, 93);
  const sky = [blend(C.mustard, C.cream, 0.5), C.mustard, C.rose];
  sky.forEach((colour, at) => {
    s.box(-20, -20 + at * 290, 1540, 700, colour, {
      marks: 7,
      angle: 2,
      width: 34,
      contrast: 0.14,
      wobble: 14,
      light: C.cream,
    });
  });
  s.round(1160, 300, 110, 110, C.terracotta, { marks: 8, contrast: 0.15 });
  houses(s);
  soil(s);
  for (const [turn, long] of [
    [0.15, 660],
    [0.55, 640],
    [0.95, 660],
    [1.35, 700],
    [1.75, 720],
    [2.15, 660],
    [2.6, 640],
    [3.0, 650],
  ] as const) {
    root(s, 750, 1030, turn, long, 46, 3);
  }
  trunk(s);
  crown(s);
  return s;
}

function houses(s: Sheet): void {
  const walls = [C.brick, C.cream, C.terracotta, C.sage, C.cream, C.terracotta, C.brick, C.rose];
  walls.forEach((wall, at) => {
    const x = at * 196 - 30;
    const y = 880 + (at % 3) * 14;
    s.box(x, y, 168, 160, wall, { marks: 9, angle: 88 });
    s.shape(
      [
        [x - 14, y + 6],
        [x + 84, y - 88],
        [x + 182, y + 6],
      ],
      C.indigo,
      { marks: 10, angle: 0 },
    );
    for (const dx of [26, 100]) s.box(x + dx, y + 36, 42, 52, C.mustard, { marks: 0 });
    s.box(x + 64, y + 96, 40, 64, C.night, { marks: 0 });
  });
}

function soil(s: Sheet): void {
  const layers = [
    C.moss,
    C.soil,
    blend(C.soil, C.brick, 0.45),
    blend(C.soil, C.night, 0.35),
    blend(C.soil, C.night, 0.6),
  ];
  layers.forEach((colour, at) => {
    const y = 1020 + (at === 0 ? 0 : 34 + (at - 1) * 205);
    const line: Point[] = [];
    for (let x = -20; x <= 1540; x += 120) line.push([x, y + s.between(-16, 16)]);
    s.shape([...line, [1540, 1840], [-20, 1840]], colour, {
      marks: 7,
      angle: 3,
      contrast: 0.18,
      width: 18,
    });
  });
  for (let stone = 0; stone < 46; stone += 1) {
    const size = s.between(8, 26);
    s.round(
      s.between(40, 1460),
      s.between(1120, 1760),
      size * 1.4,
      size,
      blend(C.sand, C.soil, s.between(0.35, 0.8)),
      { marks: 0, wobble: 4 },
    );
  }
}

/** One root: it thins, bends and divides; `turn` is in radians, clockwise from the right. */
function root(
  s: Sheet,
  x: number,
  y: number,
  turn: number,
  long: number,
  wide: number,
  left: number,
): void {
  let [atX, atY, heading] = [x, y, turn];
  const steps = 9;
  const spine: [number, number, number][] = [[atX, atY, wide]];
  for (let step = 1; step <= steps; step += 1) {
    heading += s.between(-0.26, 0.26) + (1.57 - heading) * 0.05;
    atX += (Math.cos(heading) * long) / steps;
    atY += (Math.sin(heading) * long) / steps;
    spine.push([atX, atY, wide * (1 - step / (steps + 0.6))]);
    if (left > 0 && step % 3 === 0)
      root(
        s,
        atX,
        atY,
        heading + (step % 2 ? 0.6 : -0.6),
        long * 0.42,
        wide * (1 - step / steps) * 0.75 + 5,
        left - 1,
      );
  }
  const colour = blend(C.sand, C.ochre, s.between(0.1, 0.6));
  for (let step = 0; step < steps; step += 1) {
    const [ax, ay, aw] = spine[step] ?? [0, 0, 0];
    const [bx, by] = spine[step + 1] ?? [0, 0];
    s.line(
      [
        [ax, ay],
        [bx, by],
      ],
      colour,
      Math.max(4, aw),
    );
  }
}

function trunk(s: Sheet): void {
  s.shape(
    outline(
      '600 1080, 690 1000, 700 640, 640 470, 700 460, 750 580, 810 440, 868 462, 812 650, 820 1000, 910 1084, 750 1060',
    ),
    C.soil,
    { marks: 16, angle: 88, contrast: 0.35, width: 12 },
  );
  s.line(outline('720 700, 640 590, 520 520'), C.soil, 44);
  s.line(outline('800 680, 900 570, 1010 520'), C.soil, 40);
  for (const dx of [-36, 0, 40])
    s.line(
      [
        [750 + dx, 640],
        [744 + dx, 840],
        [752 + dx * 1.5, 1020],
      ],
      C.ochre,
      6,
      0.6,
    );
}

function crown(s: Sheet): void {
  const greens = [C.pine, C.moss, C.leaf, C.moss, C.sage, C.ochre];
  for (let puff = 0; puff < 120; puff += 1) {
    const turn = puff * 2.39996;
    const far = Math.sqrt(1 - puff / 120) * 430;
    const [x, y] = [750 + Math.cos(turn) * far * 1.25, 410 + Math.sin(turn) * far * 0.68];
    const size = s.between(46, 96);
    s.round(
      x,
      y,
      size,
      size * 0.82,
      greens[Math.max(0, Math.min(5, Math.floor((560 - y) / 90 + s.between(-0.8, 1.6))))] ?? C.leaf,
      { marks: 9, angle: -45, wobble: 9, contrast: 0.24 },
    );
  }
  for (let leaf = 0; leaf < 260; leaf += 1) {
    const turn = s.random() * 6.283;
    const far = Math.sqrt(s.random()) * 470;
    const [x, y] = [750 + Math.cos(turn) * far * 1.25, 410 + Math.sin(turn) * far * 0.68];
    s.shape(
      [
        [x - 16, y + 4],
        [x, y - 9],
        [x + 17, y],
        [x, y + 9],
      ],
      [C.mustard, C.sage, C.cream, C.terracotta, C.leaf][leaf % 5] ?? C.leaf,
      { marks: 0, smooth: true, wobble: 4 },
    );
  }
  for (const [x, y] of [
    [430, 300],
    [980, 240],
  ] as const)
    bird(s, x, y);
}

function bird(s: Sheet, x: number, y: number): void {
  s.shape(
    [
      [x - 50, y + 6],
      [x - 10, y - 28],
      [x + 34, y - 22],
      [x + 56, y - 8],
      [x + 30, y + 18],
      [x - 10, y + 24],
    ],
    C.indigo,
    { smooth: true, marks: 6 },
  );
  s.shape(
    [
      [x - 30, y - 6],
      [x - 96, y + 20],
      [x - 24, y + 16],
    ],
    C.indigo,
    { marks: 0 },
  );
  s.shape(
    [
      [x + 50, y - 16],
      [x + 76, y - 8],
      [x + 50, y - 2],
    ],
    C.mustard,
    { marks: 0, wobble: 1 },
  );
}
