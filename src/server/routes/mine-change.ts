import { deskAddress } from '#desk/drawn.ts';
import type { Interface } from '#i18n/words.ts';
import type { Session } from '#register/invitations.ts';
import type { Desk } from '#server/desk-context.ts';
import { changeableNow, type ChangeOpening } from '#server/mine/changeable.ts';
import { isForOne, mayHold, ownerOfOne } from '#server/mine/one-piece.ts';
import type { VisitedPiece } from '#server/mine/visit.ts';
import { secretIn } from '#server/sign-in.ts';
import type { Client } from '#server/site/client-address.ts';
import { seeOther } from './see-other.ts';
import { visitorOf } from './share-open.ts';
import { signInCookie } from './sign-in-page.ts';

interface Asked {
  readonly desk: Desk;
  readonly request: Request;
  readonly asker: Client;
  readonly shown: Interface;
}

/**
 * Opens the form on what somebody shared, filled with it. It is held by the sign-in they have; who came by the
 * code of a receipt gets one that holds this form and begins no other. `still-writing`: another one is begun; `unread`: not to be told now; nothing
 * where only a facilitator can change the piece.
 */
export async function openChange(
  { desk, request, asker, shown }: Asked,
  own: VisitedPiece,
): Promise<Response | 'still-writing' | 'unread' | undefined> {
  const { access, signIns } = desk;
  const { contribution } = own;
  const look = deskAddress('/share/look/', shown.lang);
  const visitor = await visitorOf(desk, secretIn(request));
  const holder = visitor !== undefined && mayHold(visitor, contribution) ? visitor : undefined;
  const begun = holder && access.form(holder);
  if (begun !== undefined)
    return begun.contribution === contribution ? seeOther(look) : 'still-writing';
  const hasForm = access.ownerOfForm(contribution) !== undefined;
  const opening = hasForm ? undefined : await changeableNow(desk, own);
  if (opening === 'unread') return 'unread';
  if (!hasForm && opening === undefined) return undefined;
  const secret = holder ? undefined : signIns.forOne(ownerOfOne(contribution), shown.lang);
  const session = holder ?? (await signIns.visitor(secret));
  if (session === undefined) return undefined;
  hold(desk, session, contribution, opening);
  const cookie = secret && signInCookie(desk, { request, asker, secret });
  return seeOther(look, cookie ? { 'Set-Cookie': cookie } : {});
}

/** A sign-in that the code of a receipt opened ends with the visit; another one goes on. */
export async function endForOne({ signIns }: Desk, request: Request): Promise<void> {
  const secret = secretIn(request);
  const visitor = await signIns.visitor(secret);
  if (visitor !== undefined && isForOne(visitor)) await signIns.end(secret);
}

/** The form is this sign-in's from now on; one that was begun elsewhere goes on here. */
function hold(
  { access }: Desk,
  session: Session,
  contribution: string,
  opening: ChangeOpening | undefined,
): void {
  if (opening === undefined) access.takeForm(session, contribution);
  else {
    const answers = JSON.stringify(opening.change.given);
    access.saveForm(session, { contribution, answers, openedOn: opening.opened });
  }
}
