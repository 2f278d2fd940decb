import type { NeverAgainEntry, NeverAgainList } from './never-again.ts';
import { askedBands, isSamePicture } from './picture.ts';
import { seal } from './seal.ts';
import { askedOf } from './shingles.ts';

/** This many shingles in one text are no chance. */
const ENOUGH = 3;
/** Of a short text, this share of its shingles. */
const SHARE = 0.3;

/** Answers with the withdrawn entries that something is from. */
export interface Matcher {
  readonly hasPictures: boolean;
  readonly hasSounds: boolean;
  text(text: string): readonly NeverAgainEntry[];
  /** `grey`: 17 × 16 greys, see `media/grey-picture.ts`. */
  picture(grey: readonly number[]): readonly NeverAgainEntry[];
  /** `sha256`: of a file's bytes, or of its clean copy. */
  sound(sha256: string): readonly NeverAgainEntry[];
}

/** A list made ready to be asked thousands of times. `key` must be the key of the list. */
export function matcherFor({ entries }: NeverAgainList, key: Uint8Array): Matcher {
  const bySeal = textsBySeal(entries);
  const sounds = grouped(
    entries.flatMap((entry) => entry.sounds.map((sealed) => [sealed, entry] as const)),
  );
  const pictures = picturesByBand(entries);
  return {
    hasPictures: pictures.size > 0,
    hasSounds: sounds.size > 0,
    text(text) {
      if (bySeal.size === 0) return [];
      const seen = new Map<Sample, number>();
      for (const run of askedOf(text))
        for (const sample of bySeal.get(seal(key, 'words', run)) ?? [])
          seen.set(sample, (seen.get(sample) ?? 0) + 1);
      return entriesIn(seen);
    },
    picture(grey) {
      if (pictures.size === 0 || grey.length === 0) return [];
      const asked = askedBands(grey, key);
      const near = asked.flatMap((row) => [...row].flatMap((band) => pictures.get(band) ?? []));
      const found = [...new Set(near)].filter(({ of }) => isSamePicture(of, asked));
      return [...new Set(found.map(({ entry }) => entry))];
    },
    sound: (sha256) => sounds.get(seal(key, 'sound', sha256)) ?? [],
  };
}

/** One withdrawn text: its entry and how many shingles of it are known. */
interface Sample {
  readonly entry: NeverAgainEntry;
  readonly known: number;
}

function textsBySeal(entries: readonly NeverAgainEntry[]): ReadonlyMap<string, Sample[]> {
  return grouped(
    entries.flatMap((entry) =>
      entry.texts.flatMap((seals) => {
        const sample: Sample = { entry, known: seals.length };
        return seals.map((sealed) => [sealed, sample] as const);
      }),
    ),
  );
}

function entriesIn(seen: ReadonlyMap<Sample, number>): readonly NeverAgainEntry[] {
  const totals = new Map<NeverAgainEntry, number>();
  const found = new Set<NeverAgainEntry>();
  for (const [{ entry, known }, hits] of seen) {
    totals.set(entry, (totals.get(entry) ?? 0) + hits);
    if (hits >= Math.min(ENOUGH, Math.ceil(known * SHARE))) found.add(entry);
  }
  for (const [entry, hits] of totals) if (hits >= ENOUGH) found.add(entry);
  return [...found];
}

interface KnownPicture {
  readonly entry: NeverAgainEntry;
  readonly of: readonly (string | null)[];
}

function picturesByBand(
  entries: readonly NeverAgainEntry[],
): ReadonlyMap<string, readonly KnownPicture[]> {
  return grouped(
    entries.flatMap((entry) =>
      entry.pictures.flatMap((of) => {
        const known: KnownPicture = { entry, of };
        return of.flatMap((band) => (band === null ? [] : [[band, known] as const]));
      }),
    ),
  );
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [name, value] of pairs) {
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [value]);
    else group.push(value);
  }
  return groups;
}
