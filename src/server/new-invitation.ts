import type { InvitationProblem } from '#desk/invitations.ts';
import { languagesOn } from '#i18n/languages.ts';
import { refusedCharacter } from '#records/text-rules.ts';
import { INVITATION_USES, type NewInvitation } from '#register/invitations.ts';
import { type DeskRole, isDeskRole, mayDo } from './roles.ts';

/** What was asked for, at the desk or by the command; nothing of it is believed. */
export interface InvitationAsked {
  readonly role: string;
  /** Empty: whichever the browser asks for. */
  readonly language: string;
  readonly use: string;
  readonly days: number;
  readonly note: string;
}

const DAY = 86_400_000;
/** A slip that lies about for longer is better made anew. */
export const MOST_DAYS = 365;
/** Enough for what it is for, too little for a story about somebody. */
export const LONGEST_NOTE = 60;

/** The invitation that was asked for, or the field that does not fit. */
export function newInvitation(
  { role, language, use, days, note }: InvitationAsked,
  now: number,
): (NewInvitation & { readonly role: DeskRole }) | InvitationProblem {
  const known = INVITATION_USES.find((each) => each === use);
  if (!isDeskRole(role)) return 'role';
  if (language !== '' && !languagesOn('desk').includes(language)) return 'language';
  // A way to the desk is for one person, so that one person can be sent away.
  if (known === undefined || (known === 'group' && opensDesk(role))) return 'use';
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) return 'days';
  if ([...note].length > LONGEST_NOTE || refusedCharacter(note) !== undefined) return 'note';
  return {
    ...{ role, use: known, until: now + days * DAY },
    language: language === '' ? undefined : language,
    note: note.trim() === '' ? undefined : note.trim(),
  };
}

/** Does it lead to the desk, or only to the form? */
export function opensDesk(role: string): boolean {
  return mayDo(role, 'read');
}

/** Where an invitation is opened: the form, or the desk. */
export function doorOf(role: string): '/share/' | '/sign-in/' {
  return opensDesk(role) ? '/sign-in/' : '/share/';
}

/** The link. Whoever has it comes in. */
export function invitationLink(
  origin: string,
  { role, language }: Pick<NewInvitation, 'role' | 'language'>,
  token: string,
): string {
  const address = new URL(doorOf(role), origin);
  address.searchParams.set('code', token);
  if (language !== undefined) address.searchParams.set('lang', language);
  return address.href;
}
