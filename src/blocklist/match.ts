import type { BlocklistEntry, Blocklist } from './blocklist.ts';
import { askedBands, isSamePicture } from './picture.ts';
import { seal } from './seal.ts';
import { askedOf } from './shingles.ts';

/** This many shingles in one text are no chance. */
const ENOUGH = 3;
/** Of a short text, this share of its shingles. */
const SHARE = 0.3;

/** A withdrawal that something is from. */
export interface Sign {
  readonly entry: BlocklistEntry;
  /** The seal of the one run that was found, when it is all that was kept of a text. See `counted`. */
  readonly lone?: string | undefined;
}

/** Answers with the withdrawn entries that something is from. */
export interface Matcher {
  readonly hasPictures: boolean;
  readonly hasSounds: boolean;
  text(text: string): readonly Sign[];
  /** `grey`: 17 × 16 greys, see `media/grey-picture.ts`. */
  picture(grey: readonly number[]): readonly Sign[];
  /** `sha256`: of a file's bytes, or of its clean copy. */
  sound(sha256: string): readonly Sign[];
}

/**
 * Of all signs in one contribution or document those that count. A short text, such as a title, may be
 * another's by chance, so alone it says nothing: it counts beside another sign of the same withdrawal.
 */
export function counted<S extends Sign>(signs: readonly S[]): readonly S[] {
  return signs.filter(
    ({ entry, lone }) =>
      lone === undefined ||
      signs.some((other) => other.entry.id === entry.id && other.lone !== lone),
  );
}

/** A list made ready to be asked thousands of times. `key` must be the key of the list. */
export function matcherFor({ entries }: Blocklist, key: Uint8Array): Matcher {
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
      const seen = new Map<Sample, Set<string>>();
      for (const run of askedOf(text)) {
        const sealed = seal(key, 'words', run);
        for (const sample of bySeal.get(sealed) ?? [])
          seen.set(sample, (seen.get(sample) ?? new Set()).add(sealed));
      }
      return signsIn(seen);
    },
    picture(grey) {
      if (pictures.size === 0 || grey.length === 0) return [];
      const asked = askedBands(grey, key);
      const near = asked.flatMap((row) => [...row].flatMap((band) => pictures.get(band) ?? []));
      const found = [...new Set(near)].filter(({ of }) => isSamePicture(of, asked));
      return signsOf(found.map(({ entry }) => entry));
    },
    sound: (sha256) => signsOf(sounds.get(seal(key, 'sound', sha256)) ?? []),
  };
}

/** One withdrawn text: its entry and how many shingles of it are known. */
interface Sample {
  readonly entry: BlocklistEntry;
  readonly known: number;
}

function textsBySeal(entries: readonly BlocklistEntry[]): ReadonlyMap<string, Sample[]> {
  return grouped(
    entries.flatMap((entry) =>
      entry.texts.flatMap((seals) => {
        const sample: Sample = { entry, known: seals.length };
        return seals.map((sealed) => [sealed, sample] as const);
      }),
    ),
  );
}

/** The seals that were found in one text, by withdrawn text. */
function signsIn(seen: ReadonlyMap<Sample, ReadonlySet<string>>): readonly Sign[] {
  const all = new Map<BlocklistEntry, Set<string>>();
  const lone = new Map<BlocklistEntry, Set<string>>();
  const found = new Set<BlocklistEntry>();
  for (const [{ entry, known }, seals] of seen) {
    addAll(all, entry, seals);
    if (known === 1) addAll(lone, entry, seals);
    else if (seals.size >= Math.min(ENOUGH, Math.ceil(known * SHARE))) found.add(entry);
  }
  for (const [entry, seals] of all) if (seals.size >= ENOUGH) found.add(entry);
  const alone = [...lone].filter(([entry]) => !found.has(entry));
  return [
    ...signsOf([...found]),
    ...alone.flatMap(([entry, seals]) => [...seals].map((each) => ({ entry, lone: each }))),
  ];
}

function addAll<T>(to: Map<T, Set<string>>, name: T, added: ReadonlySet<string>): void {
  to.set(name, new Set([...(to.get(name) ?? []), ...added]));
}

function signsOf(entries: readonly BlocklistEntry[]): readonly Sign[] {
  return [...new Set(entries)].map((entry) => ({ entry }));
}

interface KnownPicture {
  readonly entry: BlocklistEntry;
  readonly of: readonly (string | null)[];
}

function picturesByBand(
  entries: readonly BlocklistEntry[],
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
