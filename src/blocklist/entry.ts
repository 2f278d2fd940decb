import type { BlocklistEntry } from './blocklist.ts';
import { bandsOf, sealedBands } from './picture.ts';
import { seal } from './seal.ts';
import { shinglesOf, spread } from './shingles.ts';

/** Shingles kept of one text. */
const MOST_SHINGLES = 40;

export interface WithdrawnContent {
  readonly id: string;
  readonly part?: string | undefined;
  readonly on: string;
  readonly texts: readonly string[];
  /** 17 × 16 greys each. */
  readonly pictures: readonly (readonly number[])[];
  /** sha256 of files and of their clean copies. */
  readonly sounds: readonly string[];
}

/** What was left out, since it is in what stays too, or tells too little to be known again. */
export interface LeftOut {
  /** Texts of which nothing is left to know them by. */
  readonly texts: number;
  readonly pictures: number;
  readonly sounds: number;
}

/**
 * The entry of a withdrawal. `stays` says what also stands in something that stays, word for
 * word or byte for byte: that is not taken, or the piece that stays would be refused.
 */
export function entryOf(
  gone: WithdrawnContent,
  key: Uint8Array,
  stays: {
    readonly shingles: ReadonlySet<string>;
    readonly picture: (grey: readonly number[]) => boolean;
    readonly sounds: ReadonlySet<string>;
  },
): { readonly entry: BlocklistEntry; readonly leftOut: LeftOut } {
  const texts = gone.texts
    .map((text) => shinglesOf(text))
    .filter((runs) => runs.length > 0)
    .map((runs) =>
      spread(
        [...new Set(runs)].filter((run) => !stays.shingles.has(run)),
        MOST_SHINGLES,
      ),
    );
  const pictures = gone.pictures.map((grey) => (stays.picture(grey) ? undefined : bandsOf(grey)));
  const known = pictures.filter((bands) => bands !== undefined);
  const sounds = gone.sounds.filter((sha256) => !stays.sounds.has(sha256));
  return {
    entry: {
      id: gone.id,
      ...(gone.part !== undefined && { part: gone.part }),
      on: gone.on,
      texts: texts
        .filter((runs) => runs.length > 0)
        .map((runs) => runs.map((run) => seal(key, 'words', run))),
      pictures: known.map((bands) => [...sealedBands(bands, key)]),
      sounds: sounds.map((sha256) => seal(key, 'sound', sha256)),
    },
    leftOut: {
      texts: texts.filter((runs) => runs.length === 0).length,
      pictures: pictures.length - known.length,
      sounds: gone.sounds.length - sounds.length,
    },
  };
}

/** Is nothing left to know it by? One run of words alone is nothing (`match.ts`, `counted`). */
export function hasNoSigns({ texts, pictures, sounds }: BlocklistEntry): boolean {
  return new Set(texts.flat()).size <= 1 && pictures.length + sounds.length === 0;
}
