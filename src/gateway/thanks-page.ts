import { createHash } from 'node:crypto';
import { endonym, numberWords } from '#i18n/language.ts';
import { interfaceIn } from '#i18n/words.ts';
import { escaped } from './escape.ts';

/** Enough for thanks, and not for a letter. */
export const MOST_LETTERS = 500;

/** What the page has to say: the question, or what came of an answer. */
export type Said = 'ask' | 'sent' | 'nothing' | 'too-long' | 'too-many';

const STYLE = `
body { margin: 0 auto; padding: 1rem; max-width: 38rem; color: #000; background: #fff;
  font: 1.125rem/1.5 'Atkinson Hyperlegible', 'Noto Sans', 'Segoe UI', system-ui, sans-serif; overflow-wrap: anywhere; }
label { font-weight: bold; }
textarea { box-sizing: border-box; width: 100%; min-height: 9rem; font: inherit; border: 2px solid #000; padding: .4rem; }
button { font: inherit; padding: .5rem 1.2rem; min-height: 2.75rem; border: 2px solid #000; background: #000; color: #fff; }
.told { border: 3px solid #000; padding: .5rem .8rem; font-weight: bold; }
a { color: inherit; display: inline-block; padding: .3rem .5rem; }
:focus-visible { outline: 4px solid #000; outline-offset: 3px; }
`;
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const STATUS: Readonly<Record<Said, number>> = {
  ask: 200,
  sent: 200,
  nothing: 422,
  'too-long': 413,
  'too-many': 429,
};

const LANGUAGES = ['en', 'ur', 'pa', 'hi'];

/** The page where thanks are written: a form that works without a script, and sets no cookie. */
export function thanksPage(input: {
  readonly id: string;
  readonly lang: string;
  readonly said: Said;
}): Response {
  const { id, said } = input;
  const { words, lang, dir } = interfaceIn(input.lang);
  const { thanks } = words;
  const limit = numberWords(MOST_LETTERS, lang);
  const told: Readonly<Record<Said, string>> = {
    ask: '',
    sent: thanks.sent,
    nothing: thanks.nothing,
    'too-long': thanks.tooLong(limit),
    'too-many': thanks.tooMany,
  };
  const title = said === 'sent' ? thanks.sentTitle : thanks.title;
  const notice =
    told[said] === '' ? '' : `<p class="told" role="status">${escaped(told[said])}</p>`;
  const form = `<p>${escaped(thanks.lead)}</p>
<form method="post" action="${pathOf(lang, 'thanks', id)}">
<p><label for="words">${escaped(thanks.label)}</label></p>
<p id="help">${escaped(thanks.limit(limit))} ${escaped(thanks.private)}</p>
<textarea id="words" name="words" maxlength="${MOST_LETTERS}" aria-describedby="help" dir="auto" required></textarea>
<p><button>${escaped(thanks.send)}</button></p>
</form>`;
  const others = LANGUAGES.filter((each) => each !== lang).map(
    (each) =>
      `<a href="${pathOf(each, 'thanks', id)}" lang="${each}" hreflang="${each}">${escaped(endonym(each))}</a>`,
  );
  const body = `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${notice}
${said === 'sent' ? '' : form}
<p><a href="${pathOf(lang, 'stories', id)}">${escaped(thanks.back)}</a></p>
</main>
<nav aria-label="${escaped(words.siteLanguages)}"><p>${others.join(' ')}</p></nav>
</body>
</html>
`;
  return new Response(body, { status: STATUS[said], headers: HEADERS });
}

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': POLICY,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, noai, noimageai',
};

function pathOf(lang: string, room: string, id: string): string {
  return `${lang === 'en' ? '' : `/${lang}`}/${room}/${id}/`;
}
