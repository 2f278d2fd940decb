import { COLOURS as C, type Point, Sheet, blend, outline } from './paint.ts';

/** A football cage at dusk with nobody in it: wire against bands of sky, one light, flats behind. */
export function cage(): Sheet {
  const s = new Sheet(1800, 1200, 141);
  sky(s);
  flats(s, -30, 330, 430, C.indigo);
  flats(s, 1330, 250, 520, blend(C.indigo, C.night, 0.35));
  flats(s, 420, 470, 270, C.dusk);
  hedge(s);
  ground(s);
  goal(s);
  wire(s);
  lamp(s);
  ball(s, 690, 985);
  return s;
}

function sky(s: Sheet): void {
  const bands = [
    C.night,
    C.indigo,
    C.dusk,
    blend(C.dusk, C.rose, 0.6),
    C.rose,
    C.terracotta,
    C.mustard,
  ];
  bands.forEach((colour, at) => {
    s.box(-20, at * 100 - 20, 1840, 150, colour, {
      marks: 8,
      angle: 2,
      width: 26,
      contrast: 0.2,
      wobble: 10,
    });
  });
  for (let star = 0; star < 26; star += 1)
    s.round(s.between(60, 1740), s.between(50, 190), 4, 4, C.cream, { marks: 0, wobble: 1 });
  s.shape(outline('1120 118, 1168 96, 1204 128, 1196 180, 1150 198, 1176 164, 1172 128'), C.cream, {
    marks: 0,
    smooth: true,
  });
}

/** A block of flats standing on y 760, with some of its windows lit. */
function flats(s: Sheet, x: number, top: number, wide: number, colour: string): void {
  s.box(x, top, wide, 780 - top, colour, { marks: 9, angle: 88, contrast: 0.2 });
  s.box(x - 12, top - 16, wide + 24, 26, blend(colour, C.night, 0.5), { marks: 8 });
  const columns = Math.floor(wide / 92);
  for (let row = 0; row < Math.floor((700 - top) / 84); row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const lit = s.random() < 0.45;
      const [wx, wy] = [x + 34 + column * ((wide - 40) / columns), top + 40 + row * 84];
      s.box(wx, wy, 46, 50, lit ? C.mustard : blend(colour, C.night, 0.6), {
        marks: 0,
        wobble: 3,
      });
      if (lit && s.random() < 0.4)
        s.box(wx, wy, 20, 50, blend(C.terracotta, C.mustard, 0.4), { marks: 0, wobble: 2 });
    }
  }
}

function hedge(s: Sheet): void {
  for (let bush = 0; bush < 34; bush += 1)
    s.round(
      bush * 56 - 10,
      745 + s.between(-14, 18),
      58,
      s.between(44, 66),
      bush % 2 ? C.pine : C.moss,
      {
        marks: 9,
        angle: -60,
        wobble: 8,
      },
    );
}

function ground(s: Sheet): void {
  s.box(-20, 770, 1840, 460, C.brick, { marks: 9, angle: 1, width: 24, contrast: 0.2 });
  s.shape(outline('520 800, 1390 800, 1690 1230, 130 1230'), blend(C.terracotta, C.ochre, 0.35), {
    marks: 8,
    angle: 2,
    contrast: 0.2,
    opacity: 0.85,
  });
  s.line(outline('-20 1010, 900 1000, 1820 1012'), C.cream, 13, 0.85);
  const circle = Array.from({ length: 25 }, (_, at): Point => {
    const turn = (at / 24) * Math.PI * 2;
    return [900 + Math.cos(turn) * 330, 1050 + Math.sin(turn) * 92];
  });
  s.line(circle, C.cream, 11, 0.8);
  s.line(outline('640 812, 590 880, 1210 880, 1160 812'), C.cream, 10, 0.8);
}

function goal(s: Sheet): void {
  s.shape(outline('730 560, 1070 560, 1070 815, 730 815'), C.night, { marks: 6, opacity: 0.5 });
  for (let cord = 0; cord <= 11; cord += 1) {
    s.line(
      [
        [730 + cord * 31, 566],
        [742 + cord * 29, 806],
      ],
      C.mist,
      3,
      0.75,
    );
    if (cord < 9)
      s.line(
        [
          [732, 580 + cord * 28],
          [1068, 580 + cord * 28],
        ],
        C.mist,
        3,
        0.75,
      );
  }
  s.line(outline('728 818, 730 690, 730 560'), C.cream, 20);
  s.line(outline('1072 818, 1070 690, 1070 560'), C.cream, 20);
  s.line(outline('722 558, 900 554, 1078 558'), C.cream, 20);
}

/** The mesh, in lozenges, between its posts; a gap is left where the gate stands open. */
function wire(s: Sheet): void {
  for (let strand = -6; strand < 34; strand += 1) {
    const x = strand * 62;
    for (const lean of [430, -430])
      s.line(
        [
          [x + (lean < 0 ? 430 : 0), 372],
          [x + (lean < 0 ? 0 : 430) * 0.5 + (lean < 0 ? 215 : 0), 572],
          [x + (lean < 0 ? 0 : 430), 788],
        ],
        blend(C.mist, C.cream, 0.4),
        3.4,
        0.42,
      );
  }
  for (const y of [370, 575, 786])
    s.line(
      [
        [-20, y + 4],
        [900, y - 4],
        [1820, y + 4],
      ],
      C.pine,
      14,
    );
  for (const x of [40, 340, 600, 1200, 1470, 1760])
    s.line(
      [
        [x, 360],
        [x + 3, 580],
        [x, 800],
      ],
      C.pine,
      20,
    );
}

function lamp(s: Sheet): void {
  for (const [spread, opacity] of [
    [620, 0.1],
    [430, 0.12],
    [260, 0.16],
  ] as const)
    s.shape(
      [
        [1440, 236],
        [1500, 236],
        [1290 + spread * 0.42, 1210],
        [1190 - spread, 1210],
      ],
      C.mustard,
      { marks: 0, opacity },
    );
  s.line(outline('1560 800, 1562 500, 1556 190'), C.night, 24);
  s.line(outline('1560 200, 1520 176, 1462 186'), C.night, 18);
  s.round(1470, 216, 150, 130, C.mustard, { marks: 0, opacity: 0.12 });
  s.round(1470, 216, 100, 88, C.mustard, { marks: 0, opacity: 0.2 });
  s.round(1470, 216, 66, 56, C.mustard, { marks: 0, opacity: 0.5 });
  s.shape(outline('1408 172, 1536 172, 1516 216, 1426 216'), C.night, { marks: 0 });
  s.round(1471, 220, 40, 18, C.cream, { marks: 0 });
}

function ball(s: Sheet, x: number, y: number): void {
  s.round(x - 46, y + 50, 86, 18, C.night, { marks: 0, opacity: 0.4 });
  s.round(x, y, 54, 54, C.cream, { marks: 12, angle: 40, contrast: 0.16 });
  const star = (cx: number, cy: number, size: number) =>
    s.shape(
      Array.from({ length: 5 }, (_, at): Point => {
        const turn = (at * Math.PI * 2) / 5 - 1.3;
        return [cx + Math.cos(turn) * size, cy + Math.sin(turn) * size];
      }),
      C.indigo,
      { marks: 0, wobble: 1 },
    );
  star(x + 4, y + 2, 19);
  for (let patch = 0; patch < 5; patch += 1) {
    const turn = (patch * Math.PI * 2) / 5 - 1.3;
    star(x + Math.cos(turn) * 44, y + Math.sin(turn) * 44, 11);
    s.line(
      [
        [x + 4 + Math.cos(turn) * 19, y + 2 + Math.sin(turn) * 19],
        [x + Math.cos(turn) * 36, y + Math.sin(turn) * 36],
      ],
      C.indigo,
      3,
    );
  }
}
