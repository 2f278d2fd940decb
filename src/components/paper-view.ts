/** Where words stand on a printed form, or a line to write on; in millimetres. */
export interface PaperPlace {
  readonly role: 'heading' | 'lead' | 'label' | 'column' | 'row' | 'line';
  readonly step: string;
  readonly of: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One side of a form: what is drawn on it, and where, in millimetres. */
export interface PaperSideView {
  readonly side: 'front' | 'back';
  readonly places: readonly PaperPlace[];
  /** Upper left corners of the boxes to tick. */
  readonly boxes: readonly { readonly x: number; readonly y: number }[];
  /** Which form and side it is, for people. */
  readonly code: string;
  /** And for the reader: the black cells of the row. */
  readonly cells: readonly { readonly x: number }[];
}

/** Sizes of what is drawn on both sides, in millimetres. */
export interface PaperSizes {
  readonly width: number;
  readonly height: number;
  readonly box: number;
  readonly frame: number;
  readonly marks: readonly { readonly x: number; readonly y: number }[];
  readonly mark: { readonly outer: number; readonly inner: number; readonly dot: number };
  readonly cell: { readonly y: number; readonly width: number; readonly height: number };
}

/** A form to be printed and filled in by hand. */
export interface PaperForm {
  readonly sides: readonly PaperSideView[];
  readonly sizes: PaperSizes;
  /** The information sheet that goes with it. */
  readonly sheet: string;
  /** Where the same form is in another language. */
  readonly others: readonly { readonly href: string; readonly language: string }[];
  /** `@font-face` rules with the letters it is written with; empty where Latin ones are enough. */
  readonly letters: string;
}
