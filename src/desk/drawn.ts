import type { PaperForm } from '#components/paper-view.ts';
import type { PreviewAbout } from '#components/preview-about.ts';
import type { FilledGrid, ScanSquare } from '#components/printed-receipt.ts';
import type { Rebuild, TakeDownChoice, TakenDownView } from '#components/take-down-view.ts';
import type {
  Answered,
  AskedLinkMade,
  AskedStart,
  DeskAsked,
  MinePiece,
  MineStart,
} from './mine.ts';
import type { ShareDraft, ShareSent, ShareStart, ShareStep, ShareThrow } from './share.ts';
import type { Board } from './board.ts';
import type { InvitationMade, Invitations } from './invitations.ts';
import type { Today } from './today.ts';
import { FIRST } from '#i18n/languages.ts';
import type { Contact, Released, SiteFrame } from '#release/released.ts';

/**
 * Every page that is drawn on request, and what it is drawn from. One that is missing in `pages/` or
 * here is an error before anything runs.
 */
export interface DeskPages {
  readonly 'sign-in': SignIn;
  readonly 'withdraw/code': WithdrawCode;
  readonly 'withdraw/choose': WithdrawChoose;
  readonly 'withdraw/receipt': TakenDownView;
  readonly 'withdraw/already': WithdrawAlready;
  readonly thanks: ThanksPage;
  readonly receipt: PrintedReceipt;
  readonly 'share/start': ShareStart;
  readonly 'share/step': ShareStep;
  readonly 'share/sent': ShareSent;
  readonly 'share/throw': ShareThrow;
  readonly 'share/draft': ShareDraft;
  readonly 'mine/start': MineStart;
  readonly 'mine/piece': MinePiece;
  readonly 'mine/link': AskedLinkMade;
  readonly 'mine/asked': AskedStart;
  readonly 'mine/answered': Answered;
  readonly 'desk/told': Told;
  readonly 'desk/day': Today;
  readonly 'desk/board': Board;
  readonly 'desk/care': Care;
  readonly 'desk/paper': PaperForm;
  readonly 'desk/invitations': Invitations;
  readonly 'desk/invitation': InvitationMade;
  readonly 'desk/asked': DeskAsked;
  readonly 'desk/withdraw/list': TakeDownList;
  readonly 'desk/withdraw/piece': TakeDownPiece;
  readonly 'desk/withdraw/done': TakeDownDone;
  readonly 'preview/story': PreviewPage;
  readonly 'preview/exhibition': PreviewPage;
  readonly 'preview/nothing': PreviewAbout;
}

export type DeskPage = keyof DeskPages;

/** What one drawing is made from. */
export interface DrawnInput {
  readonly frame: DrawnFrame;
  readonly says: Partial<DeskPages>;
  /** The folder of the release tree that this page is drawn from; the others are drawn from none. */
  readonly tree?: string | undefined;
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
  /** The lines are written in English only, whatever the language of the page. */
  readonly english?: boolean | undefined;
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
  readonly receipts: readonly { readonly language: string; readonly taken: TakenDownView }[];
}

export type ThanksState = 'ask' | 'sent' | 'nothing' | 'too-long' | 'too-many';

/** Where thanks are written, or what came of them. */
export interface ThanksPage {
  readonly state: ThanksState;
  /** How many letters are taken. */
  readonly most: number;
  readonly action: string;
  /** The address of the piece. */
  readonly piece: string;
}

/** Whom to ask how they are, and the thanks that wait. */
export interface Care {
  readonly toAsk: readonly ToAsk[];
  readonly thanks: readonly ThanksWaiting[];
  /** Why nobody can tell what there is to do: a record that cannot be read. */
  readonly problems: readonly string[];
  /** What was asked for had been done before. */
  readonly isOver: boolean;
}

/** Somebody to be asked how they are; who they are only where that was asked for. */
export interface ToAsk {
  readonly key: string;
  readonly contribution: string;
  readonly person: string;
  readonly dueOn: string;
  readonly safeWay?: string | undefined;
  readonly safeTime?: string | undefined;
  readonly who?: readonly string[] | undefined;
}

export interface ThanksWaiting {
  readonly key: string;
  readonly contribution: string;
  readonly words: string;
  readonly receivedOn: string;
}

/** A page of the tree that is drawn with it: which one, and what stands above it. */
export interface PreviewPage {
  readonly id: string;
  readonly about: PreviewAbout;
  /** It stands in a frame: what is linked to opens elsewhere. */
  readonly isFramed: boolean;
}

/** What somebody said yes to, to print: it holds the code, so it goes to the person and is not kept. */
export interface PrintedReceipt {
  /** The name of the archive. */
  readonly archive: string;
  readonly piece: string;
  readonly grid: FilledGrid;
  readonly notes: readonly string[];
  readonly name: string | undefined;
  readonly until: string;
  readonly parts: readonly string[];
  readonly contacts: readonly {
    readonly kind: Contact['kind'];
    readonly label: string;
    readonly value: string;
  }[];
  readonly code: string;
  /** What to do with the code while the archive has no address. */
  readonly typeAt: string;
  readonly withdrawAt: string | undefined;
  /** The same to scan. */
  readonly square: ScanSquare | undefined;
  readonly thanksAt: string | undefined;
  /** `@font-face` rules with the letters it is written with; empty where Latin ones are enough. */
  readonly letters: string;
}

/** An address of the desk in a language; English, the first, needs no mark. */
export function deskAddress(path: string, language: string): string {
  return language === FIRST ? path : `${path}?lang=${language}`;
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
