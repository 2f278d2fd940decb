/** What a person said to one use, for one kind of part. */
export type GridAnswer = 'yes' | 'some' | 'no';

/** The consent grid with the answers in it, in words. */
export interface FilledGrid {
  readonly kinds: readonly { readonly kind: string; readonly words: string }[];
  readonly rows: readonly {
    readonly words: string;
    readonly answers: Readonly<Record<string, GridAnswer>>;
  }[];
}

/** A square to scan, with its edge: how many modules wide, and the black ones as a path. */
export interface ScanSquare {
  readonly size: number;
  readonly path: string;
}
