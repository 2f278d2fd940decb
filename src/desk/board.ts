import type { Missing } from '#components/waiting-view.ts';
import type { Words } from '#i18n/subjects.ts';

/** A column of the board, as the state of a draft is called in the archive. */
export type BoardColumn = keyof Words['board']['column'];

/** `/desk/board/`: every draft, in the column of its state, the longest waiting first. */
export interface Board {
  readonly columns: readonly { readonly column: BoardColumn; readonly cards: readonly Card[] }[];
  /** What was moved just now. */
  readonly moved?: { readonly card: Card; readonly column: BoardColumn } | undefined;
  /** Why something was not moved. */
  readonly problem?: keyof Words['board']['problem'] | 'elsewhere' | undefined;
}

interface Card {
  /** `<collection>/<id>`. */
  readonly key: string;
  /** Its id on the page. */
  readonly at: string;
  readonly title: string;
  /** Of the title; nothing where nobody said it. */
  readonly language: string | undefined;
  /** In the words of the interface: what it is, and the language it is written in. */
  readonly about: readonly string[];
  readonly days: number;
  readonly missing: readonly Missing[];
  readonly href: string;
  /** Where it may be moved by whoever looks. */
  readonly to: readonly BoardColumn[];
}
