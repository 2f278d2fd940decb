import { deskAddress } from '#desk/drawn.ts';
import type { Interface } from '#i18n/words.ts';
import type { Session } from '#register/invitations.ts';
import type { PersonIn } from '#register/people.ts';
import type { Desk } from '#server/desk-context.ts';
import { changeableNow } from '#server/mine/changeable.ts';
import { mayHold, ownerOfOne } from '#server/mine/one-piece.ts';
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

/** Why the form was not opened: another one is begun, or only a facilitator can change the piece. */
export type NotOpened = 'still-writing' | 'not-changeable';

/**
 * Opens the form on what somebody shared, filled with it. It is held by the sign-in they have; who came by the
 * code of a receipt gets one that holds this form and begins no other.
 */
export async function openChange(
  { desk, request, asker, shown }: Asked,
  own: PersonIn,
): Promise<Response | NotOpened> {
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
  if (!hasForm && opening === undefined) return 'not-changeable';
  const secret = holder ? undefined : signIns.forOne(ownerOfOne(contribution), shown.lang);
  const session = holder ?? (await signIns.visitor(secret));
  if (session === undefined) return 'not-changeable';
  hold(desk, session, contribution, opening);
  const cookie = secret && signInCookie(desk, { request, asker, secret });
  return seeOther(look, cookie ? { 'Set-Cookie': cookie } : {});
}

/** The form is this sign-in's from now on; one that was begun elsewhere goes on here. */
function hold(
  { access }: Desk,
  session: Session,
  contribution: string,
  opening: Awaited<ReturnType<typeof changeableNow>>,
): void {
  if (opening === undefined) access.takeForm(session, contribution);
  else {
    const answers = JSON.stringify(opening.change.given);
    access.saveForm(session, { contribution, answers, openedOn: opening.opened });
  }
}
