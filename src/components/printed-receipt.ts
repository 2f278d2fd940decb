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
