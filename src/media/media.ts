import type { DerivedType, PhotoFormat, SoundFormat } from './formats.ts';

/**
 * What this room hands out: clean public copies of contributed media files, or one plain
 * problem. There is no third outcome: the file that came in is never passed through.
 * Source of the rule: docs/consent.md, T1 to T4.
 */
export interface DerivedFile {
  /** Absolute path in the cache. */
  readonly file: string;
  /** First 20 hexadecimal digits of the sha256 of its bytes, and an extension: says nothing of anyone. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly type: DerivedType;
  /** Pixels; photographs only. */
  readonly width?: number;
  readonly height?: number;
}

export interface CleanPhoto {
  readonly notes: readonly MediaNote[];
  /** Narrowest first; never wider than the photograph itself. */
  readonly copies: Readonly<Record<PhotoFormat, readonly [DerivedFile, ...DerivedFile[]]>>;
}

export interface CleanSound {
  readonly notes: readonly MediaNote[];
  /** Length of the recording, to the millisecond. */
  readonly seconds: number;
  /** How loud it is along its length; see `peaks.ts`. */
  readonly peaks: readonly number[];
  readonly copies: Readonly<Record<SoundFormat, DerivedFile>>;
}

/** Why a file was refused. Only what is damaged or not complete is `media-unreadable`. */
export type MediaRule =
  | 'media-unreadable'
  | 'media-empty'
  | 'media-type-not-taken'
  | 'media-other-kind'
  | 'media-coding-not-taken'
  | 'media-no-sound'
  | 'media-film-without-sound'
  | 'media-cut-not-followed'
  | 'media-too-large'
  | 'media-took-too-long';

/** What a file holds beside what is shown of it, so that nothing is left out without a word. */
export type MediaNote =
  'picture-left-out' | 'first-sound-only' | 'first-picture-only' | 'first-page-only';

/** Plain words for the person who sent the file; never its contents, its name or a decoder's words. */
export interface MediaProblem {
  readonly rule: MediaRule;
  readonly what: string;
  /** What to do next. */
  readonly advice: string;
  /** The same, and what has become of the file meanwhile: nothing was published of it, or it was not used. */
  readonly next: string;
}

export type MediaResult<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly fromCache: boolean;
      /** The entry in the cache; keep it when pruning, see `cache.ts`. */
      readonly key: string;
    }
  | { readonly ok: false; readonly problem: MediaProblem };
