import { COLOURS as C, Sheet, blend, outline } from './paint.ts';
import { streetTree } from './plants.ts';

/** A terraced street in the morning with a bus going by and nobody on the pavement. */
export function street(): Sheet {
  const s = new Sheet(1800, 1200, 57);
  s.box(-20, -20, 1840, 760, C.mustard, {
    marks: 8,
    angle: 2,
    width: 30,
    contrast: 0.16,
    light: C.cream,
  });
  s.round(1420, 190, 120, 120, C.cream, { marks: 8, contrast: 0.1 });
  for (const [x, y] of [
    [200, 110],
    [760, 170],
    [1080, 80],
  ] as const)
    cloud(s, x, y);
  const walls = [C.terracotta, C.rose, C.brick, C.sage, C.terracotta, C.cream, C.brick];
  const doors = [C.indigo, C.moss, C.mustard, C.brick, C.pine, C.dusk, C.sage];
  walls.forEach((wall, at) => {
    house(s, at * 262 - 20, wall, doors[at] ?? C.indigo);
  });
  s.box(-20, 830, 1840, 70, C.sand, { marks: 8 });
  s.box(-20, 892, 1840, 340, blend(C.indigo, C.mist, 0.35), {
    marks: 7,
    width: 22,
    contrast: 0.14,
  });
  for (let dash = 0; dash < 8; dash += 1)
    s.box(60 + dash * 240, 1100, 130, 16, C.cream, { marks: 0, wobble: 4 });
  bus(s, 430, 520);
  streetTree(s, 1560, 880);
  return s;
}

/** The same street at night: one window has a shape in it, or a drawn curtain when `covered`. */
export function nightWindow(covered: boolean): Sheet {
  const s = new Sheet(1800, 1350, 58);
  s.box(-20, -20, 1840, 1400, C.indigo, { marks: 8, angle: 4, width: 34, contrast: 0.2 });
  s.box(-20, 330, 1840, 1100, blend(C.brick, C.night, 0.45), {
    marks: 7,
    angle: 1,
    contrast: 0.16,
  });
  for (let row = 0; row < 26; row += 1) {
    for (let brick = 0; brick < 16; brick += 1) {
      if (s.random() < 0.5)
        s.box(
          brick * 120 + (row % 2) * 60 - 30,
          345 + row * 40,
          104,
          28,
          blend(C.brick, C.night, s.between(0.2, 0.6)),
          { marks: 0, wobble: 3 },
        );
    }
  }
  s.shape(outline('-20 340, -20 250, 1840 230, 1840 340'), C.night, { marks: 8 });
  for (let star = 0; star < 30; star += 1)
    s.round(s.between(50, 1750), s.between(50, 215), 4, 4, C.cream, { marks: 0, wobble: 1 });
  for (const far of [560, 450, 350])
    s.round(910, 800, far, far * 0.94, C.ochre, { marks: 0, opacity: 0.08 });
  litWindow(s, 190, 480, 400, C.dusk);
  litWindow(s, 1230, 480, 400, C.night);
  litWindow(s, 690, 520, 440, C.mustard);
  if (covered) blind(s);
  else shape(s);
  s.box(640, 1080, 540, 46, C.sand, { marks: 10 });
  for (const x of [760, 910, 1060]) geranium(s, x, 1082);
  return s;
}

function cloud(s: Sheet, x: number, y: number): void {
  for (const [dx, dy, size] of [
    [0, 0, 60],
    [70, -24, 76],
    [150, 0, 58],
  ] as const) {
    s.round(x + dx, y + dy, size, size * 0.55, C.cream, { marks: 6, opacity: 0.9 });
  }
}

function house(s: Sheet, x: number, wall: string, door: string): void {
  s.shape(
    [
      [x - 8, 350],
      [x + 34, 230],
      [x + 240, 230],
      [x + 276, 350],
    ],
    blend(C.indigo, C.soil, 0.5),
    { marks: 10, angle: 0 },
  );
  s.box(x + 196, 160, 46, 110, C.brick, { marks: 8 });
  s.box(x, 342, 264, 500, wall, { marks: 9, angle: 2, contrast: 0.18 });
  for (const dx of [32, 152]) pane(s, x + dx, 400, 80, 120);
  s.box(x + 24, 590, 108, 34, C.cream, { marks: 8 });
  pane(s, x + 30, 622, 96, 130);
  s.box(x + 160, 620, 80, 216, door, { marks: 14, angle: 90, contrast: 0.25 });
  s.round(x + 224, 734, 6, 6, C.mustard, { marks: 0, wobble: 1 });
  s.box(x + 152, 598, 96, 24, C.cream, { marks: 6 });
  for (let leaf = 0; leaf < 12; leaf += 1)
    s.round(x + s.between(10, 145), 815 + s.between(-26, 20), 20, 17, leaf % 2 ? C.moss : C.leaf, {
      marks: 0,
      wobble: 4,
    });
}

function pane(s: Sheet, x: number, y: number, wide: number, high: number): void {
  s.box(x - 7, y - 7, wide + 14, high + 14, C.cream, { marks: 6 });
  s.box(x, y, wide, high, C.dusk, { marks: 12, angle: -50, contrast: 0.3 });
  s.line(
    [
      [x + wide / 2, y],
      [x + wide / 2, y + high],
    ],
    C.cream,
    6,
  );
  s.line(
    [
      [x, y + high / 2],
      [x + wide, y + high / 2],
    ],
    C.cream,
    6,
  );
}

function bus(s: Sheet, x: number, y: number): void {
  s.round(x + 400, y + 488, 440, 30, C.night, { marks: 0, opacity: 0.35 });
  s.box(x, y, 800, 440, C.brick, { marks: 12, angle: 1, contrast: 0.25, wobble: 5 });
  s.box(x, y + 212, 800, 26, C.cream, { marks: 6 });
  for (let row = 0; row < 2; row += 1) {
    for (let at = 0; at < (row ? 5 : 6); at += 1) {
      s.box(x + 34 + at * 126, y + 44 + row * 212, 106, 118, blend(C.mustard, C.cream, 0.3), {
        marks: 14,
        angle: -40,
        contrast: 0.2,
        width: 9,
      });
    }
  }
  s.box(x + 668, y + 250, 104, 172, C.night, { marks: 10, angle: 90 });
  s.line(
    [
      [x + 720, y + 252],
      [x + 720, y + 420],
    ],
    C.mist,
    6,
  );
  for (const dx of [160, 610]) {
    s.round(x + dx, y + 440, 66, 66, C.night, { marks: 8 });
    s.round(x + dx, y + 440, 30, 30, C.mist, { marks: 4 });
  }
  s.round(x + 786, y + 396, 15, 19, C.mustard, { marks: 0 });
}

function litWindow(s: Sheet, x: number, y: number, wide: number, colour: string): void {
  const high = wide * 1.3;
  s.box(x - 26, y - 26, wide + 52, high + 52, C.sand, { marks: 10 });
  s.box(x, y, wide, high, colour, { marks: 14, angle: 86, contrast: 0.16, width: 20 });
  s.line(
    [
      [x + wide / 2, y],
      [x + wide / 2, y + high],
    ],
    C.sand,
    18,
  );
  s.line(
    [
      [x, y + high * 0.4],
      [x + wide, y + high * 0.4],
    ],
    C.sand,
    18,
  );
}

/** A plain head and shoulders, no face and no features. */
function shape(s: Sheet): void {
  s.shape(outline('770 1092, 786 960, 850 906, 970 906, 1036 960, 1052 1092'), C.night, {
    smooth: true,
    marks: 6,
    contrast: 0.1,
  });
  s.round(910, 838, 74, 88, C.night, { marks: 6, contrast: 0.1 });
}

function blind(s: Sheet): void {
  for (let slat = 0; slat < 15; slat += 1) {
    s.box(694, 524 + slat * 38, 432, 34, slat % 2 ? C.ochre : C.mustard, {
      marks: 9,
      contrast: 0.2,
      wobble: 2,
    });
  }
}

/** Placed without chance, so that the two drawings of the window have the same flowers. */
function geranium(s: Sheet, x: number, y: number): void {
  s.shape(
    [
      [x - 44, y - 66],
      [x + 44, y - 66],
      [x + 30, y],
      [x - 30, y],
    ],
    C.terracotta,
    { marks: 10 },
  );
  for (let leaf = 0; leaf < 12; leaf += 1)
    s.round(
      x + Math.sin(leaf * 2.4 + x) * 54,
      y - 92 + Math.cos(leaf * 1.7) * 27,
      20,
      16,
      leaf % 2 ? C.leaf : C.moss,
      {
        marks: 0,
        wobble: 3,
      },
    );
  for (let bloom = 0; bloom < 7; bloom += 1)
    s.round(
      x + Math.sin(bloom * 2.1 + x) * 40,
      y - 124 + Math.cos(bloom * 3.1) * 24,
      12,
      12,
      C.rose,
      {
        marks: 0,
        wobble: 3,
      },
    );
}
