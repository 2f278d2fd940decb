import type {
  Because,
  OtherInIt,
  PartToAdd,
  PieceState,
  TheirAnswer,
  TheirThing,
  WentInto,
} from '#components/own-piece.ts';
import type { FilledGrid, ScanSquare } from '#components/printed-receipt.ts';
import type { TakeDownChoice } from '#components/take-down-view.ts';
import type { NamedKind } from '#consent/decision.ts';
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
  /** For somebody who is in it and did not make it. */
  readonly part?: PartOfSomebody | undefined;
  readonly choices: readonly TakeDownChoice[];
  /** The form that was sent with nothing chosen. */
  readonly missed?: 'take' | 'add' | undefined;
  readonly problem?: MineProblem | undefined;
}

export interface MakersView {
  /** By the form; `begun`: it is open already; `tell`: only a facilitator can change it. */
  readonly change: 'open' | 'begun' | 'tell' | 'unread';
  /** Where their own copy is. */
  readonly copyAt: string;
  readonly others: readonly OtherInIt[];
  /** What somebody else may be in. */
  readonly parts: readonly PartToAdd[];
  /** How many answers the record holds. */
  readonly known: number;
  readonly went: readonly WentInto[];
}

/** The part that one person is in, and what they are asked about it. */
export interface PartOfSomebody {
  readonly things: readonly TheirThing[];
  readonly answer: TheirAnswer;
  /** The columns of the questions; none where they are not asked now. */
  readonly asks: readonly NamedKind[];
}

/** A link for one person to see their part, shown once. */
export interface AskedLinkMade {
  readonly address: string;
  readonly square: ScanSquare;
  readonly days: number;
  /** The page it was made on. */
  readonly back: string;
}

/** The first page of such a link: the button that opens it; nothing where it opens nothing. */
export interface AskedStart {
  readonly token: string | undefined;
}

/** It was answered. */
export interface Answered {
  readonly isYes: boolean;
  /** Of the receipt: shown once. */
  readonly code: string;
  readonly own: string;
}

/** At the desk: everybody who is in one piece. */
export interface DeskAsked {
  readonly id: string;
  readonly others: readonly OtherInIt[];
}
