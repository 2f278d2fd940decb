import type { PieceForUse } from '#release/released-for-use.ts';
import type { Released } from '#release/released.ts';
import type { CopyAbout, CopyFile } from './copy.ts';
import { CSV_OWN_WORDS, csvFiles } from './csv.ts';

interface FormatRow {
  /** A pure function of what was let out: it can reach nothing else. */
  readonly files: (
    pieces: readonly Released<PieceForUse>[],
    about: CopyAbout,
  ) => readonly CopyFile[];
  /** Words that it puts beside those of the pieces, such as the names of columns. */
  readonly ownWords: readonly string[];
}

/** The forms a copy can have, by the name that `--format` takes. */
export const COPY_FORMATS = {
  csv: { files: csvFiles, ownWords: CSV_OWN_WORDS },
} as const satisfies Readonly<Record<string, FormatRow>>;

export type CopyFormat = keyof typeof COPY_FORMATS;

export const COPY_FORMAT_NAMES = Object.keys(COPY_FORMATS) as readonly CopyFormat[];
