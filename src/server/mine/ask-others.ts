import type { AskedLinkMade } from '#desk/mine.ts';
import type { PersonIn } from '#register/people.ts';
import { squareOf } from '#server/consent-receipt.ts';
import type { Desk } from '#server/desk-context.ts';
import { latestOf, pieceNow } from './piece-now.ts';
import { theirPart } from './their-part.ts';

const DAYS = 14;

/** Whom a button names, where they are in the piece, did not make it, and can be asked now. */
export async function whoIsAsked(
  desk: Desk,
  contribution: string,
  person: string | null,
): Promise<PersonIn | undefined> {
  const now = await pieceNow(desk, contribution);
  const held = latestOf(now);
  if (held === undefined || person === null) return undefined;
  return theirPart(held, person, String).mayAnswer ? { contribution, person } : undefined;
}

/** Makes a link for somebody, in place of the one before; it is shown once. */
export function makeAskedLink(
  desk: Desk,
  of: PersonIn,
  {
    request,
    back,
    role,
  }: { readonly request: Request; readonly back: string; readonly role: string },
): AskedLinkMade {
  const token = desk.access.asked.make(of, { lasts: DAYS * 86_400_000 });
  desk.register.note({ event: 'asked', ...of, actorRole: role });
  const address = `${desk.ownOrigin ?? new URL(request.url).origin}/asked/?code=${token}`;
  return { address, square: squareOf(address), days: DAYS, back };
}
