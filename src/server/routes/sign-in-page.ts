import { serialize } from 'hono/utils/cookie';
import { interfaceIn } from '#i18n/words.ts';
import type { Desk } from '#server/desk-context.ts';
import { isFromOwnPage } from '#server/own-page.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in.ts';
import type { SignIn } from '#desk/drawn.ts';
import { formOf } from './withdraw-page.ts';
import type { Asker } from '#server/site/who-asks.ts';

/**
 * `/sign-in/`: a link shows one button, and only the button uses the link up. So neither a preview in a
 * message nor a program that looks at links beforehand signs anybody in, or spends a link. Whoever is
 * signed in already comes to the desk. Answers nothing for any other address.
 */
export async function signInPage(
  desk: Desk,
  request: Request,
  { asker, secret }: { readonly asker: Asker; readonly secret: string | undefined },
): Promise<Response | undefined> {
  const url = new URL(request.url);
  if (!/^\/sign-in\/?$/.test(url.pathname)) return undefined;
  const language = interfaceIn(url.searchParams.get('lang') ?? preferred(request)).lang;
  const isSignedIn = (await desk.signIns.visitor(secret)) !== undefined;
  if (request.method !== 'POST')
    return isSignedIn
      ? toDesk()
      : drawn(desk, language, { state: 'ask', code: url.searchParams.get('code') ?? '' });
  const used = () => drawn(desk, language, { state: 'used', code: '' }, 403);
  if (!isFromOwnPage(request, { typed: true })) return used();
  const fresh = await desk.signIns.use((await formOf(request)).get('code') ?? '');
  if (fresh === undefined) return isSignedIn ? toDesk() : used();
  return toDesk(
    serialize(SIGN_IN_COOKIE, fresh, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      secure: isEncrypted(desk, request, asker),
    }),
  );
}

/** Over TLS, as a trusted proxy says or as the settings say of the address that was asked. */
function isEncrypted({ ownOrigin }: Desk, { url }: Request, { isSecure }: Asker): boolean {
  const { host, protocol } = new URL(url);
  return isSecure || protocol === 'https:' || ownOrigin === `https://${host}`;
}

function toDesk(cookie?: string): Response {
  const headers = new Headers({ Location: '/admin/', 'Cache-Control': 'no-store' });
  if (cookie !== undefined) headers.set('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
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
    headers: { 'Referrer-Policy': 'same-origin' },
  });
}

/** The first language of the browser's that we have words in. */
function preferred({ headers }: Request): string {
  const asked = (headers.get('Accept-Language') ?? '').split(',');
  const tags = asked.map((each) => each.trim().split(/[-;]/)[0]?.toLowerCase() ?? '');
  return tags.find((tag) => interfaceIn(tag).lang === tag) ?? 'en';
}
