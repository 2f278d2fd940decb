import type { Pixel } from './corner-marks.ts';

/** Where a place of the sheet, in millimetres, lies on a photograph, in pixels. */
export type Projection = (x: number, y: number) => Pixel;

/**
 * How a flat sheet was photographed, from four of its places: the one projection that puts each on its
 * pixel. Nothing where three of them lie in a line.
 */
export function projectionOf(
  places: readonly Pixel[],
  pixels: readonly Pixel[],
): Projection | undefined {
  const rows = places.flatMap((place, at) => {
    const { x: u, y: v } = pixels[at] ?? place;
    const { x, y } = place;
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const solved = solve(rows);
  if (solved === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved;
  return (x, y) => {
    const depth = g * x + h * y + 1;
    return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
  };
}

/** Gauss’s elimination, the largest first; the last number of each row is its right side. */
function solve(rows: number[][]): readonly number[] | undefined {
  for (let at = 0; at < rows.length; at += 1) {
    const best = rows
      .slice(at)
      .reduce((most, row) => (Math.abs(row[at] ?? 0) > Math.abs(most[at] ?? 0) ? row : most));
    const lead = best[at] ?? 0;
    if (Math.abs(lead) < 1e-9) return undefined;
    rows.splice(rows.indexOf(best), 1);
    rows.splice(at, 0, best);
    for (const row of rows) {
      if (row === best) continue;
      const times = (row[at] ?? 0) / lead;
      for (let column = at; column < row.length; column += 1)
        row[column] = (row[column] ?? 0) - times * (best[column] ?? 0);
    }
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}
