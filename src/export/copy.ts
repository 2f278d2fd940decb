import type { Day } from '#consent/decision.ts';
import type { FromWhom } from '#release/released-for-use.ts';
import type { CopyUse } from './uses.ts';

/** What a copy says of itself. */
export interface CopyAbout {
  /** Its number: random, and the same in the register. */
  readonly key: string;
  readonly use: CopyUse;
  readonly day: Day;
}

export interface CopyFile {
  /** A plain name, without a folder. */
  readonly name: string;
  readonly text: string;
}

/** Writes what lies beside the words, for whoever gets them. */
export type ReadMe = (
  about: CopyAbout,
  from: FromWhom,
  counts: { readonly pieces: number; readonly parts: number },
) => string;
