import { html } from 'hono/html';
import { languagesOn } from '#i18n/languages.ts';
import { type Interface, interfaceIn } from '#i18n/words.ts';

interface Said {
  readonly title: string;
  readonly text: string;
  readonly lang: string;
  readonly dir: Interface['dir'];
}

const PLAIN = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, noai, noimageai',
  'tdm-reservation': '1',
};

/** A page that needs no site, no style, no script and none of the drawn pages: it is there when nothing else is. */
function page(status: number, said: Said, others: readonly Said[] = []): Response {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    ...PLAIN,
  };
  return new Response(plainHtml(said, others), { status, headers });
}

/** What is filled in is written as text, whatever stands in it. */
function plainHtml({ title, text, lang, dir }: Said, others: readonly Said[] = []): string {
  const more = others.map(
    (other) =>
      html`<section lang="${other.lang}" dir="${other.dir}">
        <h2>${other.title}</h2>
        <p>${other.text}</p>
      </section> `,
  );
  return String(
    html`<!doctype html>
      <html lang="${lang}" dir="${dir}">
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <h1>${title}</h1>
        <p>${text}</p>
        ${more}
      </html> `,
  );
}

/** The same page as a file, for folders that another web server serves. */
export function beingMadeHtml(language: string): string {
  const { words, lang, dir } = interfaceIn(language);
  return plainHtml({ title: words.beingMadeTitle, text: words.beingMadeText, lang, dir });
}

/** What stands where a piece was, from the moment it was withdrawn until the site is built without it. */
export function gonePage(language: string): Response {
  const { words, lang, dir } = interfaceIn(language);
  return page(410, { title: words.tombstoneTitle, text: words.otherStories, lang, dir });
}

/** In place of a page from which a withdrawn piece could not be taken out (docs/consent.md §4, W4). */
export function beingMadePage(language: string): Response {
  const { words, lang, dir } = interfaceIn(language);
  const { beingMadeTitle: title, beingMadeText: text } = words;
  const made = page(503, { title, text, lang, dir });
  made.headers.set('Retry-After', '120');
  return made;
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
  const [first, ...others] = (own === undefined ? languages : [own]).map((each): Said => {
    const shown = interfaceIn(each);
    const [title, text] = said(shown);
    return { title, text, lang: shown.lang, dir: shown.dir };
  });
  if (first === undefined) throw new Error('There is no language to say it in.');
  return page(status, first, others);
}
