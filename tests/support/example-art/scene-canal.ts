import { COLOURS as C, type Point, Sheet, blend, outline } from './paint.ts';
import { willow, reeds } from './plants.ts';

/** A canal in autumn: a moored narrowboat, a hump-backed bridge, an empty path to walk. */
export function canal(): Sheet {
  const s = new Sheet(1800, 1200, 117);
  const sky = [blend(C.rose, C.cream, 0.55), blend(C.mustard, C.cream, 0.45), C.mustard];
  sky.forEach((colour, at) => {
    s.box(-20, -20 + at * 140, 1840, 520, colour, {
      marks: 7,
      angle: 2,
      width: 30,
      wobble: 14,
      contrast: 0.13,
      light: C.cream,
    });
  });
  farTrees(s);
  water(s);
  bridge(s);
  path(s);
  boat(s, 480, 640);
  willow(s, 1690, 860);
  reeds(s);
  ducks(s);
  return s;
}

function farTrees(s: Sheet): void {
  for (let tree = 0; tree < 26; tree += 1) {
    const size = s.between(60, 120);
    const colour =
      [C.ochre, C.leaf, C.terracotta, C.sage, C.moss][Math.floor(s.random() * 5)] ?? C.leaf;
    s.round(tree * 74 - 20, 520 - size * 0.4, size, size * 1.05, blend(colour, C.rose, 0.18), {
      marks: 9,
      angle: -60,
      wobble: 9,
    });
  }
  s.box(-20, 545, 1840, 60, C.moss, { marks: 8 });
}

function water(s: Sheet): void {
  s.box(-20, 590, 1840, 640, C.indigo, {
    marks: 7,
    angle: 1,
    width: 20,
    contrast: 0.18,
    light: C.mist,
  });
  for (let band = 0; band < 90; band += 1) {
    const y = s.between(615, 1020);
    const x = s.between(-60, 1700);
    const colour = [C.mustard, C.rose, C.dusk, C.leaf, C.dusk][band % 5] ?? C.dusk;
    s.line(
      [
        [x, y],
        [x + s.between(40, 110), y + s.between(-5, 5)],
        [x + s.between(120, 260), y],
      ],
      colour,
      s.between(5, 13),
      0.5,
    );
  }
}

function bridge(s: Sheet): void {
  s.shape(outline('950 620, 950 480, 1120 412, 1300 386, 1500 412, 1840 500, 1840 620'), C.brick, {
    marks: 12,
    angle: 2,
    contrast: 0.25,
  });
  for (let row = 0; row < 6; row += 1) {
    for (let at = 0; at < 14; at += 1)
      if (s.random() < 0.3)
        s.box(970 + at * 62 + (row % 2) * 30, 470 + row * 25, 44, 15, C.terracotta, {
          marks: 0,
          wobble: 2,
        });
  }
  const arch: Point[] = [];
  for (let at = 0; at <= 12; at += 1) {
    const turn = Math.PI + (at / 12) * Math.PI;
    arch.push([1300 + Math.cos(turn) * 200, 622 + Math.sin(turn) * 158]);
  }
  s.shape(arch, blend(C.mustard, C.rose, 0.4), { marks: 8, wobble: 2 });
  s.line(arch, C.sand, 16);
  s.shape(outline('1080 622, 1520 622, 1460 760, 1140 760'), blend(C.brick, C.indigo, 0.6), {
    marks: 8,
    opacity: 0.75,
  });
  s.line(outline('946 478, 1120 408, 1300 380, 1500 408, 1840 498'), C.sand, 20);
}

function path(s: Sheet): void {
  s.shape(outline('-20 960, 500 985, 1100 960, 1840 900, 1840 1240, -20 1240'), C.leaf, {
    marks: 10,
    angle: -4,
    contrast: 0.25,
  });
  s.shape(
    outline('-20 1060, 600 1070, 1200 1030, 1840 950, 1840 1040, 1300 1150, 600 1215, -20 1220'),
    C.sand,
    { marks: 9, angle: -3, contrast: 0.2 },
  );
  for (let leaf = 0; leaf < 110; leaf += 1) {
    const [x, y] = [s.between(20, 1780), s.between(985, 1180)];
    s.shape(
      [
        [x - 13, y],
        [x, y - 7],
        [x + 13, y + 2],
        [x, y + 7],
      ],
      [C.terracotta, C.ochre, C.mustard, C.brick][leaf % 4] ?? C.ochre,
      { marks: 0, smooth: true, wobble: 4 },
    );
  }
}

function boat(s: Sheet, x: number, y: number): void {
  s.shape(
    [
      [x - 440, y + 150],
      [x + 400, y + 150],
      [x + 330, y + 250],
      [x - 380, y + 250],
    ],
    C.night,
    { marks: 8, opacity: 0.55 },
  );
  s.shape(
    [
      [x - 470, y + 20],
      [x + 380, y + 20],
      [x + 452, y - 20],
      [x + 400, y + 152],
      [x - 440, y + 152],
    ],
    C.pine,
    { marks: 12, contrast: 0.25 },
  );
  s.line(
    [
      [x - 466, y + 40],
      [x, y + 44],
      [x + 430, y + 20],
    ],
    C.mustard,
    12,
  );
  s.box(x - 350, y - 110, 610, 134, C.terracotta, { marks: 14, angle: 2, contrast: 0.25 });
  s.shape(
    [
      [x - 372, y - 106],
      [x - 350, y - 138],
      [x + 262, y - 138],
      [x + 284, y - 106],
    ],
    C.cream,
    { marks: 8 },
  );
  for (let pane = 0; pane < 4; pane += 1) {
    s.box(x - 310 + pane * 146, y - 80, 92, 70, C.mustard, { marks: 0 });
    s.line(
      [
        [x - 264 + pane * 146, y - 80],
        [x - 264 + pane * 146, y - 10],
      ],
      C.soil,
      6,
    );
    s.round(x - 190 + pane * 146, y - 44, 15, 15, C.cream, { marks: 0, wobble: 2 });
    s.round(x - 190 + pane * 146, y - 44, 7, 7, C.indigo, { marks: 0, wobble: 1 });
  }
  s.box(x + 150, y - 224, 34, 92, C.night, { marks: 6 });
  s.line(
    [
      [x + 168, y - 236],
      [x + 150, y - 290],
      [x + 196, y - 340],
      [x + 176, y - 410],
    ],
    C.cream,
    20,
    0.6,
  );
  for (const dx of [-250, -120, 20])
    for (let bloom = 0; bloom < 7; bloom += 1)
      s.round(
        x + dx + s.between(-40, 40),
        y - 146 - s.between(0, 34),
        14,
        13,
        [C.leaf, C.rose, C.moss, C.mustard][bloom % 4] ?? C.leaf,
        { marks: 0, wobble: 3 },
      );
}

function ducks(s: Sheet): void {
  for (const [x, y] of [
    [980, 880],
    [1090, 905],
  ] as const) {
    s.shape(
      [
        [x - 56, y - 14],
        [x - 20, y + 14],
        [x + 30, y + 12],
        [x + 44, y - 12],
        [x, y - 20],
      ],
      C.sand,
      { smooth: true, marks: 0 },
    );
    s.round(x + 40, y - 34, 20, 19, C.pine, { marks: 0, wobble: 1 });
    s.shape(
      [
        [x + 56, y - 38],
        [x + 82, y - 30],
        [x + 56, y - 26],
      ],
      C.ochre,
      { marks: 0, wobble: 1 },
    );
    s.line(
      [
        [x - 70, y + 22],
        [x, y + 26],
        [x + 66, y + 20],
      ],
      C.mist,
      6,
      0.6,
    );
  }
}
