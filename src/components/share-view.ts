import type { NamedKind } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import type { Interface } from '#i18n/words.ts';

type ShareWords = Interface['words']['share'];

/** Why a page of the form was not taken; each has its words. */
export type ShareProblem = keyof ShareWords['problem'];

/** Is somebody else in a part? */
export type Others = 'nobody' | 'somebody' | 'not-sure';

/** A picture that was sent, as its maker sees it again. */
export interface SharedPicture {
  /** From 1. */
  readonly number: number;
  /** The name that the server gave it. */
  readonly file: string;
  readonly src: string;
  readonly alt: string;
  readonly drawing: boolean;
  readonly others: Others | undefined;
}

export interface SharedSound {
  readonly file: string;
  readonly src: string;
  readonly others: Others | undefined;
}

/** A page to which files are sent. */
interface Offered {
  /** The kinds of file that a browser offers to choose from. */
  readonly accept: string;
  /** The id of the contribution, for what this phone keeps of it. */
  readonly form: string;
}

/** What one page asks, with what was answered before. */
export type ShareQuestion =
  | {
      readonly step: 'paper';
      /** What a browser offers to choose from. */
      readonly accept: string;
      /** The sides that were photographed and read. */
      readonly read: readonly ('front' | 'back')[];
    }
  | {
      readonly step: 'explained';
      readonly by?: string | undefined;
      readonly how?: string | undefined;
      readonly interpreter?: string | undefined;
      readonly language: string;
      readonly languages: readonly { readonly tag: string; readonly name: string }[];
    }
  | {
      readonly step: 'language';
      readonly chosen: string;
      readonly languages: readonly { readonly tag: string; readonly name: string }[];
    }
  | {
      readonly step: 'words';
      readonly title: string;
      readonly words: string;
      readonly language: string;
    }
  | (Offered & {
      readonly step: 'pictures';
      readonly pictures: readonly SharedPicture[];
      /** There can be one more. */
      readonly hasRoom: boolean;
    })
  | { readonly step: 'describe'; readonly pictures: readonly SharedPicture[] }
  | (Offered & { readonly step: 'sound'; readonly sound: SharedSound | undefined })
  | {
      readonly step: 'others';
      readonly hasWords: boolean;
      readonly words: Others | undefined;
      readonly pictures: readonly SharedPicture[];
      readonly sound: SharedSound | undefined;
    }
  | {
      readonly step: 'uses';
      readonly kinds: readonly NamedKind[];
      readonly yes: Readonly<Partial<Record<Use, readonly NamedKind[]>>>;
    }
  | {
      readonly step: 'credit';
      readonly as: string | undefined;
      readonly name: string;
      readonly language: string;
    }
  | { readonly step: 'notes'; readonly chosen: readonly string[] }
  | { readonly step: 'age'; readonly chosen: string | undefined }
  | ShareLook;

/** What was given, letter for letter. */
export interface SharedRest {
  readonly title: string;
  readonly words: string;
  readonly language: string;
  readonly pictures: readonly SharedPicture[];
  readonly sound: SharedSound | undefined;
}

/** What was said yes to, and by which name. */
export interface SharedYes {
  readonly kinds: readonly NamedKind[];
  readonly yes: Readonly<Partial<Record<Use, readonly NamedKind[]>>>;
  /** The name that is shown; nothing while none was chosen. */
  readonly credit: string | undefined;
}

/** The last page: all of it, before it is sent. */
export interface ShareLook extends SharedYes {
  readonly step: 'look';
  /** Somebody else wrote it down. */
  readonly forOther: boolean;
  /** Of what is sent when it is sent as it is shown here. */
  readonly digest: string;
  /** The id of the piece where its page shows something; that is in the tree the page is drawn with. */
  readonly piece: string | undefined;
  /** Where each answer can be changed. */
  readonly questions: readonly { readonly label: string; readonly href: string }[];
  /** What does not show on it. */
  readonly rest: SharedRest;
  /** Somebody else may be in it, and was not asked. */
  readonly hasOthers: boolean;
  /** A picture has no description yet. */
  readonly lacksDescription: boolean;
}
