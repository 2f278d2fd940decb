import { COLOURS as C, type Point, Sheet, blend } from './paint.ts';

const CLOTHS = [
  C.terracotta,
  C.ochre,
  C.indigo,
  C.moss,
  C.rose,
  C.mustard,
  C.brick,
  C.dusk,
  C.sage,
];
const SIZE = 270;

/** A quilt of six by five blocks, with stitches, in four old patterns. */
export function quilt(): Sheet {
  const s = new Sheet(1800, 1530, 69);
  s.box(-20, -20, 1840, 1600, C.brick, { marks: 3, contrast: 0.1 });
  for (let row = 0; row < 5; row += 1) {
    for (let column = 0; column < 6; column += 1) {
      const [x, y] = [90 + column * SIZE, 90 + row * SIZE];
      const first = Math.floor(s.random() * CLOTHS.length);
      const one = CLOTHS[first] ?? C.ochre;
      const two = CLOTHS[(first + 2 + Math.floor(s.random() * 5)) % CLOTHS.length] ?? C.indigo;
      block(s, x, y, one, two, (row + column * 2) % 4);
    }
  }
  for (let at = 0; at < 46; at += 1) {
    for (const y of [66, 1464])
      s.line(
        [
          [60 + at * 37, y],
          [80 + at * 37, y],
        ],
        C.cream,
        6,
      );
    if (at < 38)
      for (const x of [66, 1734])
        s.line(
          [
            [x, 66 + at * 37],
            [x, 86 + at * 37],
          ],
          C.cream,
          6,
        );
  }
  return s;
}

function block(s: Sheet, x: number, y: number, one: string, two: string, pattern: number): void {
  s.box(x + 4, y + 4, SIZE - 8, SIZE - 8, C.cream, { marks: 3, contrast: 0.08, wobble: 4 });
  switch (pattern) {
    case 0:
      star(s, x + SIZE / 2, y + SIZE / 2, one, two);
      break;
    case 1:
      cabin(s, x, y, one, two);
      break;
    case 2:
      pinwheel(s, x, y, one, two);
      break;
    default:
      leaf(s, x, y, one, two);
  }
  stitches(s, x, y);
}

const cloth = { marks: 6, contrast: 0.14, wobble: 3, width: 9 } as const;

function star(s: Sheet, x: number, y: number, one: string, two: string): void {
  const arm = (turn: number, far: number): Point => [
    x + Math.cos(turn) * far,
    y + Math.sin(turn) * far,
  ];
  for (let at = 0; at < 8; at += 1) {
    const turn = (at * Math.PI) / 4;
    const colour = at % 2 ? one : two;
    s.shape([[x, y], arm(turn - 0.39, 66), arm(turn, 122), arm(turn + 0.39, 66)], colour, {
      ...cloth,
      angle: at * 45,
    });
  }
  s.round(x, y, 22, 22, C.mustard, { marks: 0 });
}

function cabin(s: Sheet, x: number, y: number, one: string, two: string): void {
  for (let ring = 0; ring < 4; ring += 1) {
    const inset = 12 + ring * 32;
    const side = SIZE - inset * 2;
    const [warm, cool] = [blend(one, C.cream, ring * 0.15), blend(two, C.cream, ring * 0.12)];
    s.box(x + inset, y + inset, side, 30, warm, cloth);
    s.box(x + inset, y + inset, 30, side, warm, { ...cloth, angle: 90 });
    s.box(x + inset, y + inset + side - 30, side, 30, cool, cloth);
    s.box(x + inset + side - 30, y + inset, 30, side, cool, { ...cloth, angle: 90 });
  }
  s.box(x + 118, y + 118, 34, 34, C.terracotta, { marks: 0 });
}

function pinwheel(s: Sheet, x: number, y: number, one: string, two: string): void {
  const half = SIZE / 2;
  const [middleX, middleY] = [x + half, y + half];
  for (let at = 0; at < 4; at += 1) {
    const turn = (at * Math.PI) / 2;
    const spin = (dx: number, dy: number): Point => [
      middleX + dx * Math.cos(turn) - dy * Math.sin(turn),
      middleY + dx * Math.sin(turn) + dy * Math.cos(turn),
    ];
    s.shape([spin(0, 0), spin(122, 0), spin(122, 122)], one, { ...cloth, angle: 45 + at * 90 });
    s.shape([spin(0, 0), spin(122, 122), spin(0, 122)], at % 2 ? two : blend(two, C.cream, 0.3), {
      ...cloth,
      angle: 45 + at * 90,
    });
  }
}

function leaf(s: Sheet, x: number, y: number, one: string, two: string): void {
  s.box(x + 14, y + 14, SIZE - 28, SIZE - 28, blend(two, C.cream, 0.25), cloth);
  for (const [dx, dy, flip] of [
    [70, 70, 1],
    [200, 70, -1],
    [70, 200, -1],
    [200, 200, 1],
  ] as const) {
    s.shape(
      [
        [x + dx - 48 * flip, y + dy - 48],
        [x + dx + 26 * flip, y + dy - 30],
        [x + dx + 48 * flip, y + dy + 48],
        [x + dx - 26 * flip, y + dy + 30],
      ],
      one,
      { ...cloth, smooth: true, angle: 45 * flip },
    );
    s.line(
      [
        [x + dx - 30 * flip, y + dy - 30],
        [x + dx + 32 * flip, y + dy + 32],
      ],
      C.cream,
      4,
    );
  }
}

/** Running stitch along the seams of one block. */
function stitches(s: Sheet, x: number, y: number): void {
  for (let at = 0; at < 9; at += 1) {
    const along = 16 + at * 28;
    s.line(
      [
        [x + along, y + 3],
        [x + along + 14, y + 4],
      ],
      C.night,
      4,
      0.7,
    );
    s.line(
      [
        [x + 3, y + along],
        [x + 4, y + along + 14],
      ],
      C.night,
      4,
      0.7,
    );
  }
}
