import { interfaceIn } from '#i18n/words.ts';
import { escaped } from './escape.ts';

interface PlainPage {
  readonly title: string;
  readonly text: string;
  readonly lang?: string;
  readonly dir?: string;
  readonly status: number;
}

/** A page that needs no site, no style and no script: it must be there when nothing else is. */
function page({ status, ...said }: PlainPage): Response {
  const body = plainHtml(said);
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex, noai, noimageai',
    'tdm-reservation': '1',
  };
  return new Response(body, { status, headers });
}

function plainHtml({ title, text, lang = 'en', dir = 'ltr' }: Omit<PlainPage, 'status'>): string {
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<h1>${title}</h1>
<p>${text}</p>
</html>
`;
}

/** The same page as a file, for folders that another web server serves. */
export function beingMadeHtml(language: string): string {
  const { words, lang, dir } = interfaceIn(language);
  return plainHtml({ title: words.beingMadeTitle, text: words.beingMadeText, lang, dir });
}

/** A sign-in link that was used, ran out or was never made: the three look the same. */
export function usedLinkPage(): Response {
  return page({
    title: 'This link does not open the desk',
    text: 'A sign-in link works once, for fifteen minutes. Ask whoever looks after the archive for a new one: it is shown each time the archive is started.',
    status: 403,
  });
}

export function signInFirstPage(): Response {
  return page({
    title: 'Please sign in first',
    text: 'Open your sign-in link, then come back to this address. A new link is shown each time the archive is started.',
    status: 401,
  });
}

/** What stands where a piece was, from the moment it was withdrawn until the site is built without it. */
export function gonePage(language: string): Response {
  const { words, lang, dir } = interfaceIn(language);
  return page({ title: words.tombstoneTitle, text: words.otherStories, lang, dir, status: 410 });
}

/** In place of a page from which a withdrawn piece could not be taken out (consent.md §4, W4). */
export function beingMadePage(language: string): Response {
  const { words, lang, dir } = interfaceIn(language);
  const { beingMadeTitle: title, beingMadeText: text } = words;
  const made = page({ title, text, lang, dir, status: 503 });
  made.headers.set('Retry-After', '120');
  return made;
}

/** Why something was not done, where a window shows nothing else. */
export function refusedPage(message: string, status: number): Response {
  return page({ title: 'This was not done', text: escaped(message), status });
}
