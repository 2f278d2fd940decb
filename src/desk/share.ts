import type { ScanSquare } from '#components/printed-receipt.ts';
import type { SharedYes, ShareProblem, ShareQuestion } from '#components/share-view.ts';

/** The first page of the form, whoever comes. Addresses are without a query. */
export interface ShareStart {
  /**
   * `ask`: a link that opens, and the button that uses it; `not-open`: one that opens nothing;
   * `outside`: nobody who is invited; `inside`: signed in.
   */
  readonly state: 'ask' | 'not-open' | 'outside' | 'inside';
  /** Of the link. */
  readonly token: string;
  /** Signed in, and something was begun. */
  readonly hasBegun: boolean;
  /** Signed in, and may write down what somebody else tells. */
  readonly forOthers: boolean;
  /** Where they may write all of it on one page; nothing for whoever has no drafts of their own there. */
  readonly editorAt?: string | undefined;
  readonly problem?: ShareProblem | undefined;
}

/** One question. */
export interface ShareStep {
  readonly asked: ShareQuestion;
  /** From 1; nothing for what a champion alone is asked. */
  readonly number: number | undefined;
  readonly count: number;
  /** Address of the question before this one. */
  readonly back?: string | undefined;
  /** Address of a recording in which it is read out. */
  readonly spoken?: string | undefined;
  /** Boxes of the photographed form that stand in it: some are answered with, the doubtful are not. */
  readonly read?: readonly ReadBoxView[] | undefined;
  /** It changes what was shared before. */
  readonly isChange: boolean;
  readonly problem?: ShareProblem | undefined;
  /** What more is said of it, in the language of the page. */
  readonly lines?: readonly string[] | undefined;
  /** To go on with on another phone, when it was asked for. */
  readonly code?: string | undefined;
}

/** A box of a photographed form. */
export interface ReadBoxView {
  readonly step: string;
  readonly field: string;
  readonly value: string;
  readonly isDoubtful: boolean;
}

/** What somebody wrote in the editor, to look at and send. */
export interface ShareDraft {
  readonly asked: ShareQuestion;
  /** Its own address. */
  readonly action: string;
  /** Where it is changed. */
  readonly editorAt: string;
  readonly problem?: ShareProblem | undefined;
}

/** It was sent. */
export interface ShareSent extends SharedYes {
  /** Of the receipt: shown once. */
  readonly code: string;
  /** Where it is taken back: whole, with the code. */
  readonly withdrawAt: string;
  /** That address to scan. */
  readonly square: ScanSquare;
  /** It changed what was shared before. */
  readonly isChange: boolean;
  /** The id of the piece where a receipt is printed for whoever told it. */
  readonly printFor?: string | undefined;
}

/** Before all of a form is thrown away, and after. */
export interface ShareThrow {
  readonly state: 'ask' | 'done';
  /** It changes what was shared before, which stays. */
  readonly isChange: boolean;
  /** The question it was asked on. */
  readonly action: string;
}
