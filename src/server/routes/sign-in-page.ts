import { Hono, type HonoRequest } from 'hono';
import { serialize } from 'hono/utils/cookie';
import { FIRST } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';
import type { Desk } from '#server/desk-context.ts';
import { isFromOwnPage } from '#server/own-page.ts';
import { mayDo } from '#server/roles.ts';
import { SIGN_IN_COOKIE, secretIn } from '#server/sign-in.ts';
import { deskAddress, type SignIn } from '#desk/drawn.ts';
import { type Env, eitherWay } from './env.ts';
import { FORM_HEADERS } from './form-headers.ts';
import { languageAsked } from './language-asked.ts';
import { formFieldsOf } from './withdraw-page.ts';
import type { Client } from '#server/site/client-address.ts';
import { seeOther } from './see-other.ts';

/**
 * `/sign-in/`: a link shows one button, and only the button uses the link up. So neither a preview in a
 * message nor a program that looks at links beforehand signs anybody in, or spends a link. Whoever is
 * signed in already comes to the desk.
 */
export function signInRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  const isSignedIn = async ({ raw }: HonoRequest) =>
    mayDo((await desk.signIns.visitor(secretIn(raw)))?.role, 'read');
  routes.on('GET', eitherWay('/sign-in'), async ({ req }) =>
    (await isSignedIn(req))
      ? toDesk()
      : drawn(desk, languageOf(req), { state: 'ask', code: req.query('code') ?? '' }),
  );
  routes.on('POST', eitherWay('/sign-in'), async ({ req, env }) => {
    const used = () => drawn(desk, languageOf(req), { state: 'used', code: '' }, 403);
    if (!isFromOwnPage(req.raw, { typed: true })) return used();
    const code = (await formFieldsOf(req.raw)).get('code') ?? '';
    const role = desk.access.invitationFor(code)?.role;
    const fresh = await desk.signIns.use(code);
    if (fresh === undefined) return (await isSignedIn(req)) ? toDesk() : used();
    const cookie = signInCookie(desk, { request: req.raw, asker: env.asker, secret: fresh });
    return mayDo(role, 'read')
      ? toDesk(cookie)
      : seeOther(deskAddress('/share/', languageOf(req)), { 'Set-Cookie': cookie });
  });
  routes.on('POST', eitherWay('/sign-out'), async ({ req }) => {
    const secret = secretIn(req.raw);
    if (!isFromOwnPage(req.raw)) return seeOther('/');
    const visitor = await desk.signIns.visitor(secret);
    if (visitor !== undefined) await desk.previews.forget(visitor.mark);
    await desk.signIns.end(secret);
    return seeOther('/', SIGNED_OUT);
  });
  return routes;
}

/** Nothing stays on a machine that others use too: the sign-in, pages, and what Decap kept of a text. */
export const SIGNED_OUT = {
  'Set-Cookie': serialize(SIGN_IN_COOKIE, '', { path: '/', maxAge: 0 }),
  'Clear-Site-Data': '"cache", "storage"',
} as const;

/** The cookie of a sign-in: for our own pages alone, and over TLS where that is how we were asked. */
export function signInCookie(
  desk: Desk,
  {
    request,
    asker,
    secret,
  }: { readonly request: Request; readonly asker: Client; readonly secret: string },
): string {
  const secure = isEncrypted(desk, request, asker);
  return serialize(SIGN_IN_COOKIE, secret, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure,
  });
}

function languageOf(req: HonoRequest): string {
  return languageAsked(req, preferred(req.raw));
}

/** The address by which people reach the archive, as the settings say or else as it was asked for. */
export function originAsked(desk: Desk, request: Request, asker: Client): string {
  if (desk.ownOrigin !== undefined) return desk.ownOrigin;
  const { host } = new URL(request.url);
  return `${isEncrypted(desk, request, asker) ? 'https' : 'http'}://${host}`;
}

/** Over TLS, as a trusted proxy says or as the settings say of the address that was asked. */
export function isEncrypted({ ownOrigin }: Desk, { url }: Request, { isSecure }: Client): boolean {
  const { host, protocol } = new URL(url);
  return isSecure || protocol === 'https:' || ownOrigin === `https://${host}`;
}

function toDesk(cookie?: string): Response {
  return seeOther('/admin/', cookie === undefined ? {} : { 'Set-Cookie': cookie });
}

/** `used`: a link that was used, ran out or was never made; the three look the same. */
function drawn(
  { drawer }: Desk,
  language: string,
  says: SignIn,
  status: 200 | 403 = 200,
): Promise<Response> {
  const code = encodeURIComponent(says.code);
  return drawer.page({
    ...{ page: 'sign-in', says, language, status },
    inLanguage: (other) => `/sign-in/?code=${code}&lang=${other}`,
    // The address holds the link's code; and a form under "no-referrer" says "Origin: null".
    headers: FORM_HEADERS,
  });
}

/** The first language of the browser's that we have words in. */
export function preferred({ headers }: Request): string {
  const asked = (headers.get('Accept-Language') ?? '').split(',');
  const tags = asked.map((each) => each.trim().split(/[-;]/)[0]?.toLowerCase() ?? '');
  return tags.find((tag) => interfaceIn(tag, 'desk').lang === tag) ?? FIRST;
}
