import { COLOURS as C, type Point, Sheet, blend, outline } from './paint.ts';
import { gourdSlices, lentils, pickle, rotis, salad, yoghurt } from './foods.ts';

/** A kitchen table seen from above: a steel tray with four bowls, bitter gourds, one spoon of oil. */
export function cookingTable(): Sheet {
  const s = new Sheet(1800, 1350, 163);
  s.box(-20, -20, 1840, 1400, C.indigo, { marks: 7, angle: 4, width: 28, contrast: 0.18 });
  cloth(s);
  s.round(916, 712, 470, 462, C.night, { marks: 0, opacity: 0.35 });
  s.round(900, 690, 468, 456, C.mist, { marks: 8, angle: 30, width: 22, contrast: 0.24 });
  s.round(900, 690, 424, 412, blend(C.mist, C.cream, 0.55), {
    marks: 8,
    angle: 120,
    contrast: 0.16,
  });
  rotis(s, 900, 830);
  bowl(s, 660, 560, 124, C.mustard, lentils);
  bowl(s, 905, 460, 128, C.leaf, gourdSlices);
  bowl(s, 1142, 566, 124, C.cream, yoghurt);
  bowl(s, 1180, 830, 96, C.terracotta, pickle);
  salad(s, 640, 850);
  spiceTin(s, 250, 300);
  gourd(s, 250, 830, 0.35, 300);
  gourd(s, 330, 1030, -0.15, 330);
  gourd(s, 180, 1130, 0.1, 230);
  tomatoes(s);
  lemon(s, 1500, 880);
  oilSpoon(s);
  return s;
}

function cloth(s: Sheet): void {
  for (let across = 0; across < 13; across += 1) {
    for (let down = 0; down < 10; down += 1) {
      const [x, y] = [across * 150 - 20, down * 150 - 20];
      if ((across + down) % 2) continue;
      for (let petal = 0; petal < 4; petal += 1) {
        const turn = (petal * Math.PI) / 2 + 0.78;
        s.round(x + Math.cos(turn) * 19, y + Math.sin(turn) * 19, 13, 13, C.rose, {
          marks: 0,
          wobble: 2,
        });
      }
      s.round(x, y, 9, 9, C.mustard, { marks: 0, wobble: 1 });
    }
  }
}

function bowl(
  s: Sheet,
  x: number,
  y: number,
  size: number,
  inside: string,
  fill: (s: Sheet, x: number, y: number, size: number) => void,
): void {
  s.round(x + 8, y + 12, size, size * 0.98, C.indigo, { marks: 0, opacity: 0.3 });
  s.round(x, y, size, size * 0.98, C.mist, { marks: 10, angle: 40, contrast: 0.3 });
  s.round(x, y, size * 0.84, size * 0.82, inside, {
    marks: 12,
    angle: -20,
    contrast: 0.26,
    width: 10,
  });
  fill(s, x, y, size * 0.7);
}

function spiceTin(s: Sheet, x: number, y: number): void {
  s.round(x + 14, y + 22, 222, 218, C.night, { marks: 0, opacity: 0.4 });
  s.round(x, y, 220, 216, C.mist, { marks: 9, angle: 30, contrast: 0.3 });
  s.round(x, y, 192, 188, blend(C.dusk, C.mist, 0.5), { marks: 8 });
  const spices = [C.terracotta, C.mustard, C.soil, C.brick, C.sand, C.moss];
  const cup = (cx: number, cy: number, colour: string) => {
    s.round(cx, cy, 62, 61, C.mist, { marks: 0 });
    s.round(cx, cy, 52, 51, colour, { marks: 22, angle: 60, contrast: 0.35, width: 6 });
    s.round(cx - 8, cy - 10, 22, 16, blend(colour, C.cream, 0.25), { marks: 0, opacity: 0.7 });
  };
  spices.forEach((colour, at) => {
    const turn = (at / 6) * Math.PI * 2 + 0.3;
    cup(x + Math.cos(turn) * 124, y + Math.sin(turn) * 120, colour);
  });
  cup(x, y, C.ochre);
}

/** A bitter gourd lying with its stalk to the left, turned by `lean` radians. */
function gourd(s: Sheet, x: number, y: number, lean: number, long: number): void {
  const at = (along: number, off: number): Point => [
    x + Math.cos(lean) * along * long - Math.sin(lean) * off,
    y + Math.sin(lean) * along * long + Math.cos(lean) * off,
  ];
  const skin = [
    at(-0.5, 0),
    at(-0.34, -48),
    at(0, -68),
    at(0.34, -48),
    at(0.56, 2),
    at(0.34, 48),
    at(0, 64),
    at(-0.34, 46),
  ];
  s.shape(
    skin.map(([px, py]): Point => [px + 10, py + 16]),
    C.night,
    { marks: 0, smooth: true, opacity: 0.4 },
  );
  s.shape(skin, C.moss, { marks: 14, angle: (lean * 180) / Math.PI, contrast: 0.3, smooth: true });
  for (let row = -2; row <= 2; row += 1)
    for (let bump = 0; bump < 11; bump += 1) {
      const along = -0.4 + bump * 0.083 + (row % 2) * 0.04;
      const room = 1 - Math.abs(along) * 1.35;
      const [px, py] = at(along, row * 23 * room);
      s.round(px, py, 11, 8, bump % 3 ? C.leaf : C.sage, { marks: 0, wobble: 2 });
    }
  s.line([at(-0.5, 0), at(-0.58, -8), at(-0.64, -26)], C.pine, 13);
}

function tomatoes(s: Sheet): void {
  for (const [x, y, size] of [
    [1490, 240, 96],
    [1650, 350, 82],
    [1440, 420, 76],
  ] as const) {
    s.round(x + 10, y + 16, size, size * 0.94, C.night, { marks: 0, opacity: 0.4 });
    s.round(x, y, size, size * 0.94, C.terracotta, { marks: 12, angle: 50, contrast: 0.3 });
    s.round(x - size * 0.3, y - size * 0.3, size * 0.22, size * 0.16, C.rose, {
      marks: 0,
      opacity: 0.8,
    });
    for (let leaf = 0; leaf < 5; leaf += 1) {
      const turn = leaf * 1.257 + size;
      s.shape(
        [
          [x, y],
          [x + Math.cos(turn - 0.3) * 26, y + Math.sin(turn - 0.3) * 26],
          [x + Math.cos(turn) * 50, y + Math.sin(turn) * 50],
          [x + Math.cos(turn + 0.3) * 26, y + Math.sin(turn + 0.3) * 26],
        ],
        C.moss,
        { marks: 0 },
      );
    }
  }
}

function lemon(s: Sheet, x: number, y: number): void {
  s.round(x + 8, y + 14, 90, 88, C.night, { marks: 0, opacity: 0.4 });
  s.round(x, y, 90, 88, C.mustard, { marks: 10 });
  s.round(x, y, 74, 72, C.cream, { marks: 0 });
  for (let part = 0; part < 8; part += 1) {
    const turn = (part / 8) * Math.PI * 2;
    s.shape(
      [
        [x + Math.cos(turn) * 10, y + Math.sin(turn) * 10],
        [x + Math.cos(turn - 0.3) * 62, y + Math.sin(turn - 0.3) * 62],
        [x + Math.cos(turn + 0.3) * 62, y + Math.sin(turn + 0.3) * 62],
      ],
      C.mustard,
      { marks: 0, wobble: 2 },
    );
  }
}

function oilSpoon(s: Sheet): void {
  s.line(outline('1460 1170, 1600 1130, 1800 1080'), C.night, 34, 0.35);
  s.line(outline('1450 1152, 1600 1112, 1800 1060'), C.mist, 30);
  s.round(1390, 1166, 98, 66, C.mist, { marks: 10, contrast: 0.3 });
  s.round(1390, 1170, 76, 46, blend(C.mist, C.dusk, 0.35), { marks: 0 });
  s.round(1372, 1176, 44, 28, C.mustard, { marks: 0 });
  s.round(1362, 1168, 13, 8, C.cream, { marks: 0, opacity: 0.9 });
}
