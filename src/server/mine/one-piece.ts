import type { Session } from '#register/invitations.ts';

/** In place of an invitation, in a sign-in that the code of a receipt opened: it may change one piece, and begin nothing. */
const BY_RECEIPT = 'receipt';

/** Whoever changes one piece by the code of its receipt; the same each time, so that they go on where they were. */
export function ownerOfOne(contribution: string): Pick<Session, 'invitation' | 'owner'> {
  return { invitation: BY_RECEIPT, owner: `receipt-${contribution}` };
}

export const isForOne = ({ invitation }: Session): boolean => invitation === BY_RECEIPT;

/** May this sign-in hold the form that changes a contribution? One for another piece may not. */
export function mayHold(session: Session, contribution: string): boolean {
  return !isForOne(session) || session.owner === ownerOfOne(contribution).owner;
}
