import { parse } from 'hono/utils/cookie';
import { MAKER } from '#intake/contribution/to-record.ts';
import type { PersonIn } from '#register/people.ts';
import type { Desk } from '#server/desk-context.ts';
import { mayDo } from '#server/roles.ts';
import { secretIn } from '#server/sign-in.ts';

/** Holds the secret of a visit by code; apart from a sign-in, so that a code ends nobody's. */
export const VISIT_COOKIE = 'mine';
/** Long enough to read and choose; a shared phone should not stay open. */
export const VISIT_LASTS = 3_600_000;

/** One person in one contribution. */
export interface VisitedPiece extends PersonIn {
  /** Its code is in their hand; who wrote it down for somebody else has the sign-in it was sent with alone. */
  readonly isByCode: boolean;
}

/** Who asks for what they shared. */
export interface Visit {
  /** Somebody came in, by a code or a sign-in. */
  readonly isIn: boolean;
  /** What is theirs: each person in each contribution once. Nothing else is ever shown to them. */
  readonly pieces: readonly VisitedPiece[];
  /** Something is begun in the form and not sent. */
  readonly isWriting: boolean;
  readonly language: string | undefined;
}

/** The secret of the visit that a request carries. */
export function visitSecret({ headers }: Request): string | undefined {
  return parse(headers.get('Cookie') ?? '', VISIT_COOKIE)[VISIT_COOKIE];
}

/** What is theirs of whoever asks: by the code they typed, and by the sign-in with which they sent it. */
export async function visitOf(desk: Desk, request: Request): Promise<Visit> {
  const { access, signIns } = desk;
  const secret = visitSecret(request);
  const byCode = secret === undefined ? undefined : access.pieces.visitFor(secret);
  const visitor = await signIns.visitor(secretIn(request));
  const signedIn = mayDo(visitor?.role, 'share') ? visitor : undefined;
  const sent = signedIn === undefined ? [] : access.pieces.sentBy(signedIn.owner);
  const own = sent.map(({ contribution }) => ({ contribution, person: MAKER }));
  const others = own.filter((each) => each.contribution !== byCode?.contribution);
  return {
    isIn: byCode !== undefined || signedIn !== undefined,
    pieces: [
      ...(byCode === undefined ? [] : [{ ...byCode, isByCode: true }]),
      ...others.map((each) => ({ ...each, isByCode: false })),
    ],
    isWriting: signedIn !== undefined && access.form(signedIn) !== undefined,
    language: signedIn?.language,
  };
}
