import { languagesOn } from '#i18n/languages.ts';
import { type Interface, interfaceIn } from '#i18n/words.ts';
import { escaped } from './escape.ts';

interface PlainPage {
  readonly title: string;
  readonly text: string;
  readonly lang?: string;
  readonly dir?: string;
  readonly status: number;
  /** Markup below the text. */
  readonly more?: string;
}

const PLAIN = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, noai, noimageai',
  'tdm-reservation': '1',
};

/** A page that needs no site, no style and no script: it must be there when nothing else is. */
function page({ status, ...said }: PlainPage): Response {
  const body = plainHtml(said);
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    ...PLAIN,
  };
  return new Response(body, { status, headers });
}

function plainHtml(said: Omit<PlainPage, 'status'>): string {
  const { title, text, lang = 'en', dir = 'ltr', more = '' } = said;
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<h1>${title}</h1>
<p>${text}</p>
${more}</html>
`;
}

/** The same page as a file, for folders that another web server serves. */
export function beingMadeHtml(language: string): string {
  const { words, lang, dir } = interfaceIn(language);
  return plainHtml({ title: words.beingMadeTitle, text: words.beingMadeText, lang, dir });
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

/** In place of a page from which a withdrawn piece could not be taken out (docs/consent.md §4, W4). */
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

/** Why the door does not take something, before anybody looks at it. */
const REFUSED = {
  'too-much': { status: 413, said: 'tooMuch' },
  'too-slow': { status: 408, said: 'tooSlow' },
  'address-too-long': { status: 414, said: 'notAsked' },
  method: { status: 405, said: 'notAsked' },
} as const;

/** What the door says when it does not take something; the rest of it is not read. */
export function refusedAnswer(rule: keyof typeof REFUSED, path: string): Response {
  const { status, said } = REFUSED[rule];
  const answer = inWords(path, status, ({ words }) => [words.refusedTitle, words[said]]);
  answer.headers.set('Connection', 'close');
  if (rule === 'method') answer.headers.set('Allow', 'GET, HEAD, POST');
  return answer;
}

/** What is said when something inside failed; what failed is told to nobody outside. */
export function faultAnswer(path: string): Response {
  if (isCall(path)) return Response.json({ error: DESK_FAULT }, { status: 500, headers: PLAIN });
  return inWords(path, 500, ({ words }) => [words.faultTitle, words.fault]);
}

const DESK_FAULT =
  'Something went wrong in the archive, and what you asked for may not be done. Your words are still here: look whether it was done, and try again.';

/** A call of the desk's own, which reads JSON; a receipt opens in a window of its own. */
function isCall(path: string): boolean {
  return path.startsWith('/api/') && !path.startsWith('/api/receipt/');
}

/** JSON for the desk's own calls; else a page in the language of the address, or in all where it has none. */
function inWords(
  path: string,
  status: number,
  said: (shown: Interface) => readonly [title: string, text: string],
): Response {
  if (isCall(path)) {
    const [, error] = said(interfaceIn('en'));
    return Response.json({ error }, { status, headers: PLAIN });
  }
  const languages = languagesOn('receipts');
  const own = languages.find((language) => path.startsWith(`/${language}/`));
  const all = (own === undefined ? languages : [own]).map((each) => interfaceIn(each));
  const [first = interfaceIn('en'), ...rest] = all;
  const [title, text] = said(first);
  const others = rest.map((shown) => {
    const [heading, words] = said(shown);
    return `<section lang="${shown.lang}" dir="${shown.dir}"><h2>${heading}</h2><p>${words}</p></section>`;
  });
  const { lang, dir } = first;
  return page({ title, text, lang, dir, status, more: others.join('\n') });
}
