import { COLOURS as C, type Point, Sheet, blend, outline } from './paint.ts';

/** A moped painted all over, with a loudspeaker on the back and paper flags above. */
export function moped(): Sheet {
  const s = new Sheet(1800, 1350, 81);
  s.box(-20, -20, 1840, 1060, C.rose, {
    marks: 8,
    angle: -8,
    width: 30,
    contrast: 0.18,
    light: C.cream,
  });
  sun(s);
  s.shape(outline('-20 1010, 900 985, 1840 1015, 1840 1400, -20 1400'), C.sand, {
    marks: 8,
    angle: 2,
    contrast: 0.2,
  });
  flags(s);
  s.round(900, 1178, 640, 44, C.soil, { marks: 0, opacity: 0.35 });
  wheel(s, 480, 1010);
  wheel(s, 1330, 1010);
  body(s);
  front(s);
  speaker(s);
  flowers(s);
  notes(s);
  return s;
}

function sun(s: Sheet): void {
  for (let ray = 0; ray < 28; ray += 1) {
    const turn = (ray / 28) * Math.PI * 2;
    const at = (swing: number, far: number): Point => [
      900 + Math.cos(turn + swing) * far,
      640 + Math.sin(turn + swing) * far,
    ];
    s.shape([at(-0.05, 480), at(0, 760 + (ray % 2) * 90), at(0.05, 480)], C.mustard, {
      marks: 4,
      opacity: 0.85,
    });
  }
  s.round(900, 640, 450, 450, C.mustard, { marks: 7, contrast: 0.18, width: 24, angle: 30 });
  s.round(900, 640, 370, 370, blend(C.mustard, C.cream, 0.45), {
    marks: 7,
    contrast: 0.14,
    width: 24,
    angle: 120,
  });
}

function flags(s: Sheet): void {
  const colours = [C.terracotta, C.indigo, C.leaf, C.ochre, C.dusk, C.brick];
  const drop = (x: number) => 90 + Math.sin((x / 1800) * Math.PI) * 120;
  s.line(
    [
      [0, 90],
      [450, drop(450) + 20],
      [900, 226],
      [1350, drop(1350) + 20],
      [1800, 90],
    ],
    C.soil,
    6,
  );
  for (let flag = 0; flag < 14; flag += 1) {
    const x = 70 + flag * 120;
    const y = drop(x + 40) + 6;
    s.shape(
      [
        [x, y],
        [x + 88, y + 4],
        [x + 46, y + 112],
      ],
      colours[flag % 6] ?? C.ochre,
      { marks: 12, angle: 80 },
    );
    s.round(x + 45, y + 38, 12, 12, C.cream, { marks: 0, wobble: 2 });
  }
}

function wheel(s: Sheet, x: number, y: number): void {
  s.round(x, y, 168, 168, C.night, { marks: 10, angle: 40 });
  s.round(x, y, 118, 118, C.cream, { marks: 8 });
  for (let spoke = 0; spoke < 12; spoke += 1) {
    const turn = (spoke / 12) * Math.PI * 2;
    const at = (swing: number, far: number): Point => [
      x + Math.cos(turn + swing) * far,
      y + Math.sin(turn + swing) * far,
    ];
    s.shape([[x, y], at(-0.2, 92), at(0, 112), at(0.2, 92)], spoke % 2 ? C.terracotta : C.indigo, {
      marks: 0,
      smooth: false,
      wobble: 2,
    });
  }
  s.round(x, y, 28, 28, C.mustard, { marks: 0 });
}

function body(s: Sheet): void {
  s.shape(
    outline(
      '330 900, 380 760, 560 700, 860 720, 900 900, 820 1010, 690 1030, 610 900, 500 842, 380 890',
    ),
    C.terracotta,
    { marks: 14, angle: 10, contrast: 0.28, smooth: true, width: 20 },
  );
  s.shape(outline('780 960, 1130 950, 1190 1000, 1130 1066, 760 1070'), C.terracotta, {
    marks: 12,
    contrast: 0.28,
  });
  s.box(820, 944, 320, 26, C.night, { marks: 8 });
  s.shape(outline('440 690, 520 640, 820 640, 880 700, 840 736, 470 740'), C.night, {
    marks: 12,
    contrast: 0.25,
    smooth: true,
  });
  for (let ring = 0; ring < 3; ring += 1)
    s.round(
      690,
      850,
      104 - ring * 32,
      92 - ring * 28,
      [C.mustard, C.indigo, C.cream][ring] ?? C.cream,
      { marks: 8 },
    );
  for (let petal = 0; petal < 8; petal += 1) {
    const turn = (petal * Math.PI) / 4;
    s.round(690 + Math.cos(turn) * 74, 850 + Math.sin(turn) * 64, 17, 17, C.rose, {
      marks: 0,
      wobble: 2,
    });
  }
  for (let dot = 0; dot < 11; dot += 1)
    s.round(400 + dot * 40, 772 - Math.sin(dot * 0.3) * 22, 9, 9, C.cream, { marks: 0, wobble: 1 });
  for (let dot = 0; dot < 8; dot += 1)
    s.round(820 + dot * 42, 1018, 14, 14, dot % 2 ? C.mustard : C.leaf, { marks: 0, wobble: 2 });
}

function front(s: Sheet): void {
  s.line(outline('1180 400, 1230 640, 1330 1000'), C.night, 30);
  s.shape(
    outline('1090 520, 1200 480, 1290 560, 1300 800, 1190 980, 1120 1000, 1160 780'),
    C.indigo,
    { marks: 14, angle: 80, contrast: 0.28, smooth: true },
  );
  for (const [x, y] of [
    [1200, 590],
    [1222, 680],
    [1206, 770],
    [1180, 860],
  ] as const) {
    s.shape(
      [
        [x - 34, y],
        [x, y - 34],
        [x + 34, y],
        [x, y + 34],
      ],
      C.mustard,
      { marks: 0 },
    );
    s.shape(
      [
        [x - 15, y],
        [x, y - 15],
        [x + 15, y],
        [x, y + 15],
      ],
      C.terracotta,
      { marks: 0 },
    );
  }
  s.shape(outline('1180 880, 1330 812, 1490 890, 1520 980, 1460 930, 1330 880, 1220 940'), C.leaf, {
    marks: 12,
    smooth: true,
  });
  s.line(outline('1060 420, 1130 390, 1240 400'), C.night, 22);
  s.line(outline('1040 424, 1100 404'), C.terracotta, 34);
  s.round(1276, 446, 62, 62, C.mist, { marks: 12 });
  s.round(1292, 446, 40, 46, C.cream, { marks: 8 });
  s.line(outline('1120 390, 1084 290'), C.night, 9);
  s.round(1070, 262, 52, 42, C.mist, { marks: 8 });
}

function speaker(s: Sheet): void {
  s.line(outline('330 668, 400 780, 470 760'), C.night, 16);
  s.line(outline('540 668, 560 720'), C.night, 16);
  s.box(280, 660, 300, 24, C.night, { marks: 8 });
  s.box(300, 440, 250, 226, C.moss, { marks: 14, angle: 90, contrast: 0.28 });
  s.box(286, 420, 278, 34, C.mustard, { marks: 8 });
  s.round(424, 560, 82, 82, C.night, { marks: 8 });
  s.round(424, 560, 54, 54, C.ochre, { marks: 8 });
  s.round(424, 560, 22, 22, C.night, { marks: 0 });
  for (const [x, y] of [
    [330, 482],
    [520, 482],
    [330, 638],
    [520, 638],
  ] as const)
    s.round(x, y, 10, 10, C.cream, { marks: 0 });
}

function flowers(s: Sheet): void {
  s.line(outline('1288 590, 1390 650, 1304 730'), C.night, 16);
  s.shape(outline('1330 560, 1520 540, 1500 690, 1360 700'), C.ochre, {
    marks: 16,
    angle: 45,
    contrast: 0.35,
  });
  for (let bloom = 0; bloom < 16; bloom += 1) {
    const [x, y] = [1340 + s.between(-10, 180), 540 - s.between(0, 110)];
    s.line(
      [
        [x, y],
        [1420, 580],
      ],
      C.moss,
      6,
    );
    const colour = [C.terracotta, C.cream, C.dusk, C.rose][bloom % 4] ?? C.rose;
    for (let petal = 0; petal < 5; petal += 1) {
      const turn = petal * 1.257;
      s.round(x + Math.cos(turn) * 18, y + Math.sin(turn) * 18, 14, 14, colour, {
        marks: 0,
        wobble: 2,
      });
    }
    s.round(x, y, 10, 10, C.mustard, { marks: 0, wobble: 1 });
  }
}

/** Sound going out from the loudspeaker. */
function notes(s: Sheet): void {
  for (let ring = 0; ring < 3; ring += 1) {
    const far = 70 + ring * 58;
    s.line(
      [
        [270 - far * 0.5, 560 - far],
        [250 - far, 560],
        [270 - far * 0.5, 560 + far],
      ],
      C.indigo,
      16 - ring * 3,
      0.85,
    );
  }
}
