import { serialize } from 'hono/utils/cookie';
import type { Desk } from '#server/desk-context.ts';
import { VISIT_COOKIE } from '#server/mine/visit.ts';
import type { Client } from '#server/site/client-address.ts';
import { isEncrypted } from './sign-in-page.ts';

interface Asked {
  readonly desk: Desk;
  readonly request: Request;
  readonly asker: Client;
}

/** The cookie of a visit, for `maxAge` seconds: for our own pages below `/mine/` alone. */
export function visitCookie(
  { desk, request, asker }: Asked,
  secret: string,
  maxAge: number,
): string {
  const secure = isEncrypted(desk, request, asker);
  const own = { httpOnly: true, sameSite: 'Strict', path: '/mine/', maxAge, secure } as const;
  return serialize(VISIT_COOKIE, secret, own);
}
