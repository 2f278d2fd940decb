import { numberWords } from '#i18n/language.ts';
import { interfaceIn } from '#i18n/words.ts';
import { inSite, safe } from './into-page.ts';

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
  readonly lang: string;
  readonly said: Said;
}): Promise<Response> {
  const { folder, id, said } = input;
  const { words, lang } = interfaceIn(input.lang);
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
    told[said] === ''
      ? ''
      : `<p class="${said === 'sent' ? 'lead' : 'take-problem'}" role="status">${safe(told[said])}</p>`;
  const prefix = lang === 'en' ? '' : lang;
  const form = `<form class="take" method="post" action="${pathOf(prefix, 'thanks', id)}">
<p>${safe(thanks.lead)}</p>
<p><label for="words">${safe(thanks.label)}</label></p>
<p id="help">${safe(thanks.limit(limit))} ${safe(thanks.private)}</p>
<p><textarea id="words" name="words" rows="6" maxlength="${MOST_LETTERS}" aria-describedby="help" dir="auto" required></textarea></p>
<p><button class="button">${safe(thanks.send)}</button></p>
</form>`;
  const main = `<div class="page-head"><h1>${safe(title)}</h1>${notice}</div>
${said === 'sent' ? '' : form}
<p><a href="${pathOf(prefix, 'stories', id)}">${safe(thanks.back)}</a></p>`;
  return inSite({
    ...{ folder, prefix, title, main, where: 'whole', status: STATUS[said] },
    inLanguage: (other) => pathOf(other, 'thanks', id),
  });
}

function pathOf(prefix: string, room: string, id: string): string {
  return `${prefix === '' ? '' : `/${prefix}`}/${room}/${id}/`;
}
