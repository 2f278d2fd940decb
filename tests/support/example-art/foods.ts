/** What lies on the table and in the bowls. Where a thing takes `x` and `y`, that is its middle. */
import { COLOURS as C, type Point, type Sheet, blend, outline } from './paint.ts';

function scattered(
  x: number,
  y: number,
  reach: number,
  count: number,
  draw: (px: number, py: number, at: number) => void,
): void {
  for (let made = 0; made < count; made += 1) {
    const far = Math.sqrt((made + 0.5) / count) * reach;
    draw(x + Math.cos(made * 2.4) * far, y + Math.sin(made * 2.4) * far, made);
  }
}

export function lentils(s: Sheet, x: number, y: number, reach: number): void {
  scattered(x, y, reach, 34, (px, py, at) => {
    s.round(px, py, 7, 5, at % 3 ? C.ochre : C.cream, { marks: 0, wobble: 1 });
  });
  for (const [dx, dy] of [
    [-20, -12],
    [26, 14],
    [-6, 36],
  ] as const)
    s.shape(
      outline(
        `${x + dx - 16} ${y + dy}, ${x + dx} ${y + dy - 12}, ${x + dx + 18} ${y + dy}, ${x + dx} ${y + dy + 10}`,
      ),
      C.moss,
      { marks: 0, smooth: true },
    );
}

export function gourdSlices(s: Sheet, x: number, y: number, reach: number): void {
  scattered(x, y, reach * 0.86, 13, (px, py, at) => {
    const ring = Array.from({ length: 14 }, (_, tooth): Point => {
      const turn = (tooth / 14) * Math.PI * 2;
      const far = tooth % 2 ? 30 : 22;
      return [px + Math.cos(turn) * far, py + Math.sin(turn) * far];
    });
    s.shape(ring, at % 2 ? C.pine : C.moss, { marks: 0, wobble: 1, smooth: true });
    s.round(px, py, 13, 13, C.sage, { marks: 0, wobble: 1 });
    s.round(px, py, 5, 5, C.cream, { marks: 0, wobble: 1 });
  });
}

export function yoghurt(s: Sheet, x: number, y: number, reach: number): void {
  s.line(
    Array.from({ length: 17 }, (_, at): Point => {
      const far = reach * 0.8 * (1 - at / 18);
      return [x + Math.cos(at * 0.7) * far, y + Math.sin(at * 0.7) * far];
    }),
    C.sand,
    9,
    0.9,
  );
  scattered(x, y, reach, 14, (px, py, at) => {
    s.round(px, py, 4, 4, at % 2 ? C.terracotta : C.moss, { marks: 0, wobble: 1 });
  });
}

export function pickle(s: Sheet, x: number, y: number, reach: number): void {
  scattered(x, y, reach * 0.9, 9, (px, py, at) => {
    s.round(px, py, 17, 12, [C.mustard, C.brick, C.ochre][at % 3] ?? C.ochre, {
      marks: 0,
      wobble: 3,
    });
  });
}

export function rotis(s: Sheet, x: number, y: number): void {
  for (const [dx, dy] of [
    [34, 46],
    [-22, 20],
    [12, -6],
  ] as const) {
    s.round(x + dx + 4, y + dy + 8, 168, 158, C.soil, { marks: 0, opacity: 0.25 });
    s.round(x + dx, y + dy, 168, 158, C.sand, {
      marks: 12,
      angle: s.between(0, 90),
      contrast: 0.22,
      wobble: 7,
    });
  }
  scattered(x + 12, y - 6, 130, 22, (px, py) => {
    s.round(
      px + s.between(-14, 14),
      py + s.between(-14, 14),
      s.between(5, 16),
      s.between(4, 12),
      C.soil,
      { marks: 0, opacity: 0.5 },
    );
  });
}

export function salad(s: Sheet, x: number, y: number): void {
  for (let slice = 0; slice < 5; slice += 1) {
    const [px, py] = [x - 70 + slice * 34, y - 20 + Math.sin(slice) * 20 + slice * 8];
    s.round(px, py, 42, 42, C.leaf, { marks: 0 });
    s.round(px, py, 34, 34, blend(C.sage, C.cream, 0.6), { marks: 0 });
    for (let seed = 0; seed < 6; seed += 1)
      s.round(px + Math.cos(seed * 1.05) * 17, py + Math.sin(seed * 1.05) * 17, 4, 4, C.sage, {
        marks: 0,
        wobble: 1,
      });
  }
}
