import { BOX, type TickBox, numberOf, type PrintedPlace, type Side } from './sheet.ts';

/** One question on paper: its heading, a line that says more, and what can be ticked or written. */
export interface PaperQuestion {
  readonly step: TickBox['step'];
  /** Height of the line that says more; absent: none. In millimetres, as every length here. */
  readonly lead?: number;
  /** Boxes with their words beside them, so many in a row. */
  readonly choices?: readonly {
    readonly field: string;
    readonly values: readonly string[];
    readonly across: number;
  }[];
  /** A box where each row meets each column, the columns so wide. */
  readonly wide?: number;
  readonly grid?: {
    readonly rows: readonly string[];
    readonly columns: readonly string[];
    readonly box: (row: string, column: string) => Pick<TickBox, 'field' | 'value'>;
  };
  /** A line to write on, with a box at its end. */
  readonly written?: readonly {
    readonly of: string;
    readonly field: string;
    readonly value: string;
  }[];
  /** Lines to write on; the first of each has its name. */
  readonly lines?: readonly { readonly of: string; readonly count: number }[];
}

const LEFT = 12;
const RIGHT = 198;
const TOP = 20;
/** Rows are so far apart that a tick which leaves its box does not reach the next. */
const ROW = 6.6;
const HEADING = 5.6;
const COLUMN_NAMES = 5;
const LINE = 8.6;
/** Between two questions. */
const GAP = 1.6;
/** From the left edge of a box to its words. */
const TO_WORDS = 7;

/** Puts blocks one below the other on a side, from left to right. */
export class Column {
  readonly #side: Side;
  readonly boxes: TickBox[] = [];
  readonly places: PrintedPlace[] = [];
  #y = TOP;

  constructor(side: Side) {
    this.#side = side;
  }

  /** Words over the whole width. */
  words(role: PrintedPlace['role'], step: PrintedPlace['step'], of: string, height: number): void {
    this.#place({ role, step, of, x: LEFT, width: RIGHT - LEFT, height });
    this.#y += height;
  }

  put({ step, lead, choices = [], grid, wide = 0, written = [], lines = [] }: PaperQuestion): void {
    this.#y += GAP;
    this.words('heading', step, String(numberOf(step) ?? ''), HEADING);
    if (lead !== undefined) this.words('lead', step, step, lead);
    if (grid !== undefined) this.#grid(step, grid, wide);
    for (const { field, values, across } of choices)
      for (let at = 0; at < values.length; at += across)
        this.#choices(step, field, { values: values.slice(at, at + across), across });
    for (const { of, field, value } of written) this.#written(step, of, { field, value });
    for (const { of, count } of lines)
      for (let at = 0; at < count; at += 1)
        this.words('line', step, at === 0 ? of : `${of} ${at + 1}`, LINE);
  }

  #choices(
    step: TickBox['step'],
    field: string,
    { values, across }: { readonly values: readonly string[]; readonly across: number },
  ): void {
    const wide = (RIGHT - LEFT) / across;
    for (const [at, value] of values.entries()) {
      const x = LEFT + at * wide;
      this.#box({ step, field, value, x });
      const label = { x: x + TO_WORDS, width: wide - TO_WORDS - 2, height: ROW };
      this.#place({ role: 'label', step, of: `${field} ${value}`, ...label });
    }
    this.#y += ROW;
  }

  #grid(
    step: TickBox['step'],
    { rows, columns, box }: NonNullable<PaperQuestion['grid']>,
    wide: number,
  ): void {
    const start = RIGHT - columns.length * wide;
    for (const [at, column] of columns.entries()) {
      const x = start + at * wide;
      this.#place({ role: 'column', step, of: column, x, width: wide, height: COLUMN_NAMES });
    }
    this.#y += COLUMN_NAMES;
    for (const row of rows) {
      this.#place({ role: 'row', step, of: row, x: LEFT, width: start - LEFT - 2, height: ROW });
      for (const [at, column] of columns.entries())
        this.#box({ step, ...box(row, column), x: start + at * wide + (wide - BOX) / 2 });
      this.#y += ROW;
    }
  }

  #written(step: TickBox['step'], of: string, box: Pick<TickBox, 'field' | 'value'>): void {
    const words = 62;
    const x = RIGHT - words;
    const line = { x: LEFT, width: x - LEFT - 4, height: LINE };
    this.#place({ role: 'line', step, of, ...line });
    this.#y += LINE - ROW;
    this.#box({ step, ...box, x });
    const label = { x: x + TO_WORDS, width: words - TO_WORDS, height: ROW };
    this.#place({ role: 'label', step, of: `${box.field} ${box.value}`, ...label });
    this.#y += ROW;
  }

  #box(box: Omit<TickBox, 'side' | 'y'>): void {
    const y = this.#y + (ROW - BOX) / 2;
    this.boxes.push({ side: this.#side, ...box, x: rounded(box.x), y: rounded(y) });
  }

  #place(place: Omit<PrintedPlace, 'side' | 'y'>): void {
    const { x, width } = place;
    const sizes = { x: rounded(x), width: rounded(width), y: rounded(this.#y) };
    this.places.push({ side: this.#side, ...place, ...sizes });
  }
}

/** To a hundredth of a millimetre, so that a form is written the same on every machine. */
function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}
