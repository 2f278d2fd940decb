/** A piece of a line: words as they are shown, or where a mark opens or closes. */
export type LineSegment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'open' | 'close'; readonly mark: 'emphasis' | 'strong' }
  | { readonly kind: 'open'; readonly mark: 'link'; readonly url: string }
  | { readonly kind: 'close'; readonly mark: 'link' };

/** A place in a text that is not shown as it was typed, and what stands there instead. */
export interface MarkEdit {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly LineSegment[];
}

export interface Link {
  /** Of the opening bracket. */
  readonly start: number;
  /** Of the closing bracket. */
  readonly labelEnd: number;
  readonly end: number;
  readonly url: string;
  /** A backslash says that these are brackets and no link. */
  readonly escaped: boolean;
}
