import type { Because, OtherInIt, PieceState, WentInto } from '#components/own-piece.ts';
import type { FilledGrid } from '#components/printed-receipt.ts';
import type { TakeDownChoice } from '#components/take-down-view.ts';
import type { Interface } from '#i18n/words.ts';

/** What was not right, in the words of this page. */
export type MineProblem = keyof Interface['words']['mine']['problem'];

/** The first page: where a code is typed; and, of whoever is in, all that is theirs. */
export interface MineStart {
  readonly isIn: boolean;
  readonly pieces: readonly OwnPieceItem[];
  /** Something is begun in the form and not sent. */
  readonly isWriting: boolean;
  readonly problem?: MineProblem | undefined;
}

export interface OwnPieceItem {
  readonly href: string;
  /** Only of what they made; somebody who is in a piece is not told what it is called. */
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly state: PieceState;
}

/** One piece, for one person: all of it for its maker, and their own part for anybody else. */
export interface MinePiece {
  readonly action: string;
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly state: PieceState;
  /** Something was sent that nobody has published yet, while an older version is public. */
  readonly changeWaits: boolean;
  /** Parts that are not shown while others are. */
  readonly keptBack: readonly { readonly label: string; readonly because: readonly Because[] }[];
  /** The address of its page, where it has one. */
  readonly address?: string | undefined;
  /** What this person said yes to; nothing where it is nothing. */
  readonly grid?: FilledGrid | undefined;
  readonly notes: readonly string[];
  /** For its maker alone. */
  readonly maker?: MakersView | undefined;
  readonly choices: readonly TakeDownChoice[];
  readonly wasAsked: boolean;
  readonly problem?: MineProblem | undefined;
}

export interface MakersView {
  readonly others: readonly OtherInIt[];
  readonly went: readonly WentInto[];
}
