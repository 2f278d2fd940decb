import type { SlipView } from '#components/invitation-slip.ts';
import type { Words } from '#i18n/subjects.ts';

/** What did not fit in an invitation that was asked for. */
export type InvitationProblem = keyof Words['invite']['problem'];
export type InvitedRole = keyof Words['invite']['roles'];
type Use = keyof Words['invite']['uses'];

/** `/desk/invitations/`: a form to make one, those that open, and who is signed in. Instants are ISO. */
export interface Invitations {
  /** Those that whoever looks may let in. */
  readonly roles: readonly InvitedRole[];
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  /** What stands in the form. */
  readonly asked: {
    readonly role: string;
    readonly language: string;
    readonly use: string;
    readonly days: string;
    readonly note: string;
  };
  readonly problem?: InvitationProblem | 'elsewhere' | 'over' | undefined;
  readonly open: readonly OpenInvitation[];
  readonly signIns: readonly SignInShown[];
}

interface OpenInvitation {
  /** Its name in lists: it opens nothing. */
  readonly key: string;
  readonly role: InvitedRole;
  readonly use: Use;
  /** What its language is called in itself. */
  readonly language: string | undefined;
  readonly until: string;
  readonly used: number;
  readonly note: string | undefined;
  /** How many are signed in by it. */
  readonly inside: number;
  readonly mayStop: boolean;
}

interface SignInShown {
  readonly mark: string;
  readonly role: InvitedRole;
  readonly until: string;
  readonly note: string | undefined;
  readonly isOwn: boolean;
  readonly mayEnd: boolean;
}

/** One that was made: shown once. */
export interface InvitationMade {
  readonly link: string;
  readonly slip: SlipView;
}
