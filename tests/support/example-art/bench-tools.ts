/** The hand tools above the bench. Where a tool takes `x` and `y`, that is where it hangs. */
import { COLOURS as C, type Point, type Sheet, blend, outline } from './paint.ts';

function hung(s: Sheet, points: readonly Point[], colour: string, smooth = false): void {
  const middle = points.reduce(
    ([ax, ay], [x, y]) => [ax + x / points.length, ay + y / points.length],
    [0, 0],
  );
  const wider = points.map(([x, y]): Point => {
    const [dx, dy] = [x - (middle[0] ?? 0), y - (middle[1] ?? 0)];
    const far = Math.hypot(dx, dy) || 1;
    return [x + (dx / far) * 17, y + (dy / far) * 17];
  });
  s.shape(wider, C.cream, { marks: 0, smooth, opacity: 0.9 });
  s.shape(points, colour, { marks: 14, contrast: 0.26, smooth });
}

export function saw(s: Sheet, x: number, y: number): void {
  const teeth = Array.from({ length: 15 }, (_, at): Point => [
    x + 330 - at * 21,
    y + (at % 2 ? 108 : 90) + at * 1.2,
  ]);
  hung(s, [[x + 20, y + 20], [x + 352, y + 62], ...teeth], C.mist);
  s.round(x + 2, y + 68, 58, 76, C.brick, { marks: 12, angle: 70 });
  s.round(x - 2, y + 70, 24, 40, C.ochre, { marks: 0 });
}

export function hammer(s: Sheet, x: number, y: number): void {
  hung(
    s,
    outline(`${x + 26} ${y + 60}, ${x + 68} ${y + 60}, ${x + 74} ${y + 390}, ${x + 22} ${y + 390}`),
    C.terracotta,
  );
  hung(
    s,
    outline(
      `${x - 30} ${y}, ${x + 92} ${y - 4}, ${x + 132} ${y + 26}, ${x + 92} ${y + 66}, ${x - 30} ${y + 66}`,
    ),
    C.indigo,
  );
}

export function pliers(s: Sheet, x: number, y: number): void {
  hung(
    s,
    outline(
      `${x + 66} ${y - 10}, ${x + 112} ${y - 10}, ${x + 130} ${y + 90}, ${x + 90} ${y + 140}, ${x + 48} ${y + 90}`,
    ),
    C.mist,
    true,
  );
  for (const side of [-1, 1])
    s.line(
      [
        [x + 90 + side * 8, y + 120],
        [x + 90 + side * 74, y + 240],
        [x + 90 + side * 46, y + 380],
      ],
      C.leaf,
      34,
    );
  s.round(x + 90, y + 112, 17, 17, C.night, { marks: 0, wobble: 1 });
  s.line(outline(`${x + 89} ${y - 10}, ${x + 90} ${y + 86}`), C.night, 5);
}

export function spanners(s: Sheet): void {
  for (const [at, long] of [
    [0, 230],
    [1, 190],
    [2, 154],
  ] as const) {
    const [x, y] = [220 + at * 130, 430];
    s.line(
      [
        [x, y + 20],
        [x + 4, y + long],
      ],
      C.cream,
      46,
      0.9,
    );
    s.line(
      [
        [x, y + 20],
        [x + 4, y + long],
      ],
      blend(C.dusk, C.mist, at * 0.25),
      27,
    );
    s.round(x, y + 8, 36, 34, blend(C.dusk, C.mist, at * 0.25), { marks: 0 });
    s.shape(
      outline(`${x - 15} ${y - 34}, ${x + 15} ${y - 34}, ${x + 11} ${y + 10}, ${x - 11} ${y + 10}`),
      C.ochre,
      { marks: 0 },
    );
  }
}
