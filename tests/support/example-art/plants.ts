/** The plants of the scenes. Where a plant takes `x` and `y`, that is where it stands. */
import { COLOURS as C, type Sheet } from './paint.ts';

export function sillPlant(s: Sheet, x: number, y: number): void {
  for (let leaf = 0; leaf < 30; leaf += 1) {
    const lean = s.between(-1.25, 1.25);
    const long = s.between(150, 330);
    const [tipX, tipY] = [x + Math.sin(lean) * long, y - 120 - Math.cos(lean) * long];
    const [midX, midY] = [(x + tipX) / 2, (y - 120 + tipY) / 2];
    const green = [C.leaf, C.moss, C.pine, C.sage][leaf % 4] ?? C.leaf;
    s.shape(
      [
        [x, y - 110],
        [midX - 34, midY + 12],
        [tipX, tipY],
        [midX + 36, midY + 16],
      ],
      green,
      { smooth: true, marks: 5, angle: -60 },
    );
    s.line(
      [
        [x, y - 112],
        [midX, midY],
        [tipX, tipY],
      ],
      C.sage,
      3,
      0.6,
    );
  }
  s.shape(
    [
      [x - 110, y - 150],
      [x + 110, y - 150],
      [x + 78, y + 20],
      [x - 78, y + 20],
    ],
    C.indigo,
    { marks: 12, angle: 90, contrast: 0.25 },
  );
  s.box(x - 122, y - 168, 244, 44, C.dusk, { marks: 10 });
  for (let dot = -2; dot < 3; dot += 1)
    s.round(x + dot * 36, y - 64, 10, 12, C.mustard, { marks: 0, wobble: 2 });
}

export function floorPlant(s: Sheet, x: number, y: number): void {
  for (let leaf = 0; leaf < 20; leaf += 1) {
    const lean = s.between(-1, 1);
    const long = s.between(220, 420);
    const [tipX, tipY] = [x + Math.sin(lean) * long * 0.7, y - Math.cos(lean) * long];
    const [midX, midY] = [(x + tipX) / 2, (y + tipY) / 2];
    s.shape(
      [
        [x, y],
        [midX - 42, midY + 8],
        [tipX, tipY],
        [midX + 42, midY + 14],
      ],
      [C.pine, C.moss, C.leaf][leaf % 3] ?? C.leaf,
      { smooth: true, marks: 5, angle: -70 },
    );
    s.line(
      [
        [x, y],
        [midX, midY],
        [tipX, tipY],
      ],
      C.sage,
      4,
      0.6,
    );
  }
  s.shape(
    [
      [x - 96, y - 20],
      [x + 96, y - 20],
      [x + 70, y + 170],
      [x - 70, y + 170],
    ],
    C.brick,
    { marks: 14, angle: 88 },
  );
  s.box(x - 106, y - 40, 212, 42, C.terracotta, { marks: 8 });
}

export function willow(s: Sheet, x: number, y: number): void {
  s.shape(
    [
      [x - 34, y + 130],
      [x - 20, y - 560],
      [x + 26, y - 570],
      [x + 50, y + 130],
    ],
    C.soil,
    { marks: 14, angle: 88, contrast: 0.3 },
  );
  for (let puff = 0; puff < 22; puff += 1) {
    const size = s.between(50, 90);
    s.round(
      x + s.between(-230, 200),
      y - 610 + s.between(-90, 110),
      size,
      size * 0.8,
      [C.leaf, C.moss, C.sage, C.ochre][puff % 4] ?? C.leaf,
      { marks: 9, angle: 70, wobble: 8 },
    );
  }
  for (let frond = 0; frond < 90; frond += 1) {
    const [dx, long] = [s.between(-290, 270), s.between(220, 470)];
    const top = y - 590 + Math.abs(dx) * 0.4 + s.between(-40, 60);
    s.line(
      [
        [x + dx * 0.5, top - 30],
        [x + dx, top + 60],
        [x + dx * 1.12 + s.between(-12, 12), top + long],
      ],
      [C.leaf, C.sage, C.mustard, C.moss][frond % 4] ?? C.leaf,
      s.between(7, 15),
      0.9,
    );
  }
}

export function reeds(s: Sheet): void {
  for (let reed = 0; reed < 46; reed += 1) {
    const x = s.between(20, 430);
    const tall = s.between(90, 230);
    s.line(
      [
        [x, 1000],
        [x + 6, 1000 - tall * 0.6],
        [x + s.between(-22, 26), 1000 - tall],
      ],
      reed % 3 ? C.moss : C.sage,
      8,
    );
    if (reed % 4 === 0) s.round(x + 4, 1000 - tall, 10, 34, C.soil, { marks: 0, wobble: 2 });
  }
}

export function streetTree(s: Sheet, x: number, y: number): void {
  s.shape(
    [
      [x - 24, y],
      [x - 16, y - 330],
      [x + 18, y - 330],
      [x + 30, y],
    ],
    C.soil,
    { marks: 14, angle: 88 },
  );
  for (let puff = 0; puff < 34; puff += 1) {
    const turn = puff * 2.4;
    const far = Math.sqrt(puff) * 30;
    s.round(
      x + Math.cos(turn) * far,
      y - 440 + Math.sin(turn) * far,
      s.between(46, 78),
      s.between(42, 66),
      [C.leaf, C.moss, C.sage, C.ochre][puff % 4] ?? C.leaf,
      { marks: 10, angle: -50, wobble: 8 },
    );
  }
}
