import { fill } from '#i18n/text.ts';
import { interfaceIn } from '#i18n/words.ts';
import { escaped } from './escape.ts';
import { inSite } from './into-page.ts';

/** Enough for thanks, and not for a letter. */
export const MOST_LETTERS = 500;

/** What the page has to say: the question, or what came of an answer. */
export type Said = 'ask' | 'sent' | 'nothing' | 'too-long' | 'too-many';

const STATUS: Readonly<Record<Said, number>> = {
  ask: 200,
  sent: 200,
  nothing: 422,
  'too-long': 413,
  'too-many': 429,
};

/** The page where thanks are written: a form that works without a script, and sets no cookie. */
export function thanksPage(input: {
  /** The built site, whose frame it stands in. */
  readonly folder: string;
  readonly id: string;
  /** Of the address; empty for the site's first language. */
  readonly prefix: string;
  readonly language: string;
  readonly said: Said;
}): Promise<Response> {
  const { folder, id, prefix, language, said } = input;
  const { words, lang } = interfaceIn(language);
  const { thanks } = words;
  const told: Readonly<Record<Said, string>> = {
    ask: '',
    sent: thanks.sent,
    nothing: thanks.nothing,
    'too-long': fill(thanks.tooLong, { count: MOST_LETTERS }, lang),
    'too-many': thanks.tooMany,
  };
  const title = said === 'sent' ? thanks.sentTitle : thanks.title;
  const notice =
    told[said] === ''
      ? ''
      : `<p class="${said === 'sent' ? 'lead' : 'take-problem'}" role="status">${escaped(told[said])}</p>`;
  const form = `<form class="take" method="post" action="${pathOf(prefix, 'thanks', id)}">
<p>${escaped(thanks.lead)}</p>
<p><label for="words">${escaped(thanks.label)}</label></p>
<p id="help">${escaped(fill(thanks.limit, { count: MOST_LETTERS }, lang))} ${escaped(thanks.private)}</p>
<p><textarea id="words" name="words" rows="6" maxlength="${MOST_LETTERS}" aria-describedby="help" dir="auto" required></textarea></p>
<p><button class="button">${escaped(thanks.send)}</button></p>
</form>`;
  const main = `<div class="page-head"><h1>${escaped(title)}</h1>${notice}</div>
${said === 'sent' ? '' : form}
<p><a href="${pathOf(prefix, 'stories', id)}">${escaped(thanks.back)}</a></p>`;
  return inSite({
    ...{ folder, language: lang, title, main, where: 'whole', status: STATUS[said] },
    inLanguage: (_language, other) => pathOf(other, 'thanks', id),
  });
}

function pathOf(prefix: string, room: string, id: string): string {
  return `${prefix === '' ? '' : `/${prefix}`}/${room}/${id}/`;
}
