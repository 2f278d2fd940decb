import { serialize } from 'hono/utils/cookie';
import { interfaceIn } from '#i18n/words.ts';
import type { Desk } from '#server/desk-context.ts';
import { escaped } from '#server/escape.ts';
import { inSite } from '#server/into-page.ts';
import { isFromOwnPage } from '#server/own-page.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in.ts';
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
    return isSignedIn ? toDesk() : askPage(desk, language, url.searchParams.get('code') ?? '');
  if (!isFromOwnPage(request, { typed: true })) return usedPage(desk, language);
  const fresh = await desk.signIns.use((await formOf(request)).get('code') ?? '');
  if (fresh === undefined) return isSignedIn ? toDesk() : usedPage(desk, language);
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

function askPage(desk: Desk, language: string, code: string): Promise<Response> {
  const { words } = interfaceIn(language);
  const main = `<div class="page-head"><h1>${words.signInTitle}</h1><p class="lead">${words.signInLead}</p></div>
<form class="take" method="post" action="/sign-in/?lang=${escaped(language)}"><input type="hidden" name="code" value="${escaped(code)}"><p><button class="button">${words.signInGo}</button></p></form>`;
  return framed(desk, { language, code, title: words.signInTitle, main, status: 200 });
}

/** A sign-in link that was used, ran out or was never made: the three look the same. */
function usedPage(desk: Desk, language: string): Promise<Response> {
  const { words } = interfaceIn(language);
  const main = `<div class="page-head"><h1>${words.signInUsedTitle}</h1><p class="lead">${words.signInUsed}</p></div>`;
  return framed(desk, { language, code: '', title: words.signInUsedTitle, main, status: 403 });
}

function framed(
  { publisher }: Desk,
  page: {
    readonly language: string;
    readonly code: string;
    readonly title: string;
    readonly main: string;
    readonly status: number;
  },
): Promise<Response> {
  const code = encodeURIComponent(page.code);
  return inSite({
    ...page,
    folder: publisher.site.folder,
    where: 'whole',
    inLanguage: (language) => `/sign-in/?code=${code}&lang=${language}`,
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
