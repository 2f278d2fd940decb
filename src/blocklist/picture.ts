import { seal } from './seal.ts';

/** ImageHashes across and down: one column more than there are differences. */
const COLUMNS = 17;
const ROWS = 16;

/** A step up of more greys than this counts; less may come from saving the picture again. */
const STEP = 3;

/** A row with fewer steps than this, or all but as few, is sky or paper, and many pictures have it. */
const FEWEST_STEPS = 2;

/** A picture with fewer rows that tell something has no fingerprint: a wall, a blank page. */
const FEWEST_BANDS = 8;

/** However few rows tell something, this many must be the same. */
const LEAST_SAME = 5;

/**
 * Steps of each row that come closest to counting the other way. Saving a picture again turns some of
 * them; asked both ways, 2,228 copies of 281 pictures were all known again and no two pictures met.
 */
const DOUBTFUL = 4;

/**
 * The difference hash of a picture: for each of 16 rows the 16 signs of its steps. Nothing stands
 * for a row that tells nothing; `undefined` for a picture that has too few others, and for one that
 * is not 17 × 16 greys.
 */
export function bandsOf(grey: readonly number[]): readonly (string | null)[] | undefined {
  if (grey.length !== COLUMNS * ROWS) return undefined;
  const bands = rowsOf(grey).map((steps) => (tells(steps) ? signs(steps).join('') : null));
  return told(bands) < FEWEST_BANDS ? undefined : bands;
}

/** The bands of a picture to be kept: each sealed together with its place. */
export function sealedBands(
  bands: readonly (string | null)[],
  key: Uint8Array,
): readonly (string | null)[] {
  return bands.map((band, row) => (band === null ? null : sealedBand(band, row, key)));
}

/** What each row of a picture may have been before it was saved again; sealed, 16 for each row. */
export function askedBands(
  grey: readonly number[],
  key: Uint8Array,
): readonly ReadonlySet<string>[] {
  return rowsOf(grey).map(
    (steps, row) => new Set(readings(steps).map((band) => sealedBand(band, row, key))),
  );
}

/** The same picture: half of the rows that tell something are the same. By chance three are. */
export function isSamePicture(
  known: readonly (string | null)[],
  asked: readonly ReadonlySet<string>[],
): boolean {
  const same = known.filter((band, row) => band !== null && asked[row]?.has(band)).length;
  return same >= Math.max(LEAST_SAME, Math.ceil(told(known) / 2));
}

type Steps = readonly number[];

function rowsOf(grey: readonly number[]): readonly Steps[] {
  return Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS - 1 }, (__, column) => {
      const at = row * COLUMNS + column;
      return (grey[at + 1] ?? 0) - (grey[at] ?? 0);
    }),
  );
}

const signs = (steps: Steps): readonly number[] => steps.map((step) => (step > STEP ? 1 : 0));

function tells(steps: Steps): boolean {
  const up = steps.filter((step) => step > STEP).length;
  return up >= FEWEST_STEPS && up <= steps.length - FEWEST_STEPS;
}

function readings(steps: Steps): readonly string[] {
  const nearness = (step: number): number => Math.abs(step - STEP - 0.5);
  const doubtful = steps
    .map((step, at) => ({ at, near: nearness(step) }))
    .sort((a, b) => a.near - b.near)
    .slice(0, DOUBTFUL);
  return Array.from({ length: 2 ** DOUBTFUL }, (_, choice) => {
    const band = [...signs(steps)];
    for (const [index, { at }] of doubtful.entries())
      if ((choice >> index) & 1) band[at] = 1 - (band[at] ?? 0);
    return band.join('');
  });
}

const sealedBand = (band: string, row: number, key: Uint8Array): string =>
  seal(key, 'picture', `${row} ${band}`);

const told = (bands: readonly (string | null)[]): number =>
  bands.filter((band) => band !== null).length;
