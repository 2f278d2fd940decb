import type { Rebuild, TakeDownChoice, TakenDown } from '#components/taking-down.ts';
import type { Released, SiteFrame } from '#release/released.ts';

/**
 * Every page that is drawn on request, and what it is drawn from. One that is missing in `pages/` or
 * here is an error before anything runs.
 */
export interface DeskPages {
  readonly 'sign-in': SignIn;
  readonly 'withdraw/code': WithdrawCode;
  readonly 'withdraw/choose': WithdrawChoose;
  readonly 'withdraw/receipt': TakenDown;
  readonly 'withdraw/already': WithdrawAlready;
  readonly 'desk/told': Told;
  readonly 'desk/withdraw/list': TakeDownList;
  readonly 'desk/withdraw/piece': TakeDownPiece;
  readonly 'desk/withdraw/done': TakeDownDone;
}

export type DeskPage = keyof DeskPages;

/** What one drawing is made from. */
export interface Drawn {
  readonly frame: DrawnFrame;
  readonly says: Partial<DeskPages>;
}

/** The frame around a page: the site it belongs to, and the interface language. */
export interface DrawnFrame {
  readonly site: Released<SiteFrame>;
  readonly ui: string;
  /** Where the same page is in another language of the site; absent where it is nowhere else. */
  readonly inLanguage?: ((language: string) => string) | undefined;
}

/** `ask`: the button that uses the link up. `used`: it was used, ran out or was never made. */
export interface SignIn {
  readonly state: 'ask' | 'used';
  readonly code: string;
}

/** The first page: where a code is typed. `action` is its own address, of this page and the next two. */
export interface WithdrawCode {
  readonly action: string;
  readonly code: string;
  /** A heading and lines, when something was not right. */
  readonly problem?: readonly string[] | undefined;
}

/** The second: what should come down. */
export interface WithdrawChoose {
  readonly action: string;
  readonly code: string;
  /** Of the piece, for its contributor alone. */
  readonly title?: string | undefined;
  readonly choices: readonly TakeDownChoice[];
  /** The content cannot be read just now, so no more than this can be offered. */
  readonly isUnread: boolean;
  /** Nothing was chosen the last time. */
  readonly wasAsked: boolean;
}

/** In place of the second, when the code has done its work: how far the rest is. */
export interface WithdrawAlready {
  readonly action: string;
  readonly rebuild: Rebuild;
}

/** Why something was not done, and where to go on. */
export interface Told {
  readonly title: string;
  readonly lines: readonly string[];
  readonly onward?: { readonly href: string; readonly label: string } | undefined;
}

/** For whoever answers the telephone: every piece that is published or a draft. */
export interface TakeDownList {
  /** What was looked for. */
  readonly asked: string;
  readonly pieces: readonly TakeDownItem[];
  /** How many more fit than are shown. */
  readonly more: number;
}

export interface TakeDownItem {
  readonly id: string;
  readonly title: string;
  /** Of the title. */
  readonly language: string;
}

/** One piece: all of it by one button, or something less. */
export interface TakeDownPiece extends TakeDownItem {
  readonly less: readonly TakeDownChoice[];
}

/** The receipt, to be read out in the caller's language: the first in the language of the page. */
export interface TakeDownDone {
  readonly receipts: readonly { readonly language: string; readonly taken: TakenDown }[];
}

/** What a page was asked to say. @throws where it was drawn with something else */
export function saysOf<Page extends DeskPage>(
  locals: App.Locals,
  page: Page,
): { readonly frame: DrawnFrame; readonly says: DeskPages[Page] } {
  const { drawn } = locals;
  const says = drawn?.says[page];
  if (drawn === undefined || says === undefined)
    throw new Error(`The page ${page} was drawn without what it says.`);
  return { frame: drawn.frame, says };
}
