import { type Interface, interfaceIn } from '#i18n/words.ts';
import { type Choice, type Choices, choicesOf } from '#withdrawal/choices.ts';
import { CodeLimits } from '#server/code-limits.ts';
import type { Desk } from '#server/desk-context.ts';
import { escaped } from '#server/escape.ts';
import { firstLanguage, type InSite, inSite } from '#server/into-page.ts';
import { isFromElsewhere } from '#server/own-page.ts';
import { rebuildMarkup, rebuildOf, receiptMarkup } from '#server/receipt-page.ts';
import { Refusal } from '#repository/refusal.ts';
import type { Asker } from '#server/site/who-asks.ts';
import { withdrawNow } from '#withdrawal/withdrawals.ts';

/** An address of the page, in the site's first language or in another. */
const ADDRESS = /^(?:\/([A-Za-z][A-Za-z-]{1,11}))?\/withdraw\/?$/;

/**
 * `/withdraw/`: with the code of a receipt anyone takes down what is theirs, without signing in, a
 * reason or a script (consent.md §4.1). Code, choice, receipt: three pages. Answers nothing for any
 * other address.
 */
export function withdrawPage(
  desk: Desk,
): (request: Request, asker: Asker) => Promise<Response | undefined> {
  const limits = new CodeLimits(desk);
  return async (request, asker) => {
    const url = new URL(request.url);
    const match = ADDRESS.exec(url.pathname);
    if (match === null) return undefined;
    const prefix = match[1] ?? '';
    const shown = interfaceIn(prefix || (await firstLanguage(desk.publisher.site.folder)));
    if (prefix !== '' && shown.lang !== prefix) return undefined;
    const at = { desk, prefix, shown };
    if (request.method === 'GET' || request.method === 'HEAD')
      return codePage(at, { code: url.searchParams.get('code') ?? '' });
    if (request.method !== 'POST') return undefined;
    if (isFromElsewhere(request))
      return codePage(at, { words: [at.shown.words.codeElsewhere], status: 403 });
    return answer({ ...at, limits, address: asker.address, form: await formOf(request) });
  };
}

interface At {
  readonly desk: Desk;
  readonly prefix: string;
  readonly shown: Interface;
}

async function answer(
  at: At & {
    readonly limits: CodeLimits;
    readonly address: string;
    readonly form: URLSearchParams;
  },
): Promise<Response> {
  const { desk, shown, limits, address, form } = at;
  const { words } = shown;
  const code = form.get('code') ?? '';
  const turn = await limits.turn(address);
  if (turn === undefined) {
    const headers = { 'Retry-After': '60' };
    return codePage(at, {
      code,
      words: [words.codeBusyTitle, words.codeBusy],
      status: 429,
      headers,
    });
  }
  const receipt = receiptOf(desk, code);
  if (receipt === 'unknowable') {
    turn.right();
    const lines = [words.codeUnknowableTitle, words.codeUnknowable];
    return codePage(at, { code, words: lines, status: 503, headers: { 'Retry-After': '60' } });
  }
  if (receipt === undefined)
    return codePage(at, { code, words: [words.codeWrongTitle, words.codeWrong], status: 404 });
  turn.right();
  const { contribution: id, person } = receipt;
  const choices = await choicesOf(desk, id, person);
  if (choices === undefined) return alreadyPage(at, id);
  const asked = form.get('what');
  const choice = choices.choices.find(({ value }) => value === asked);
  if (choice === undefined) return choosePage(at, code, choices, form.get('step') === 'take');
  const role = choice.group === 'me' ? 'person' : 'contributor';
  const done = await withdrawNow(desk, choice.what, role).catch((error: unknown) => {
    // Somebody else took it down a moment ago.
    if (error instanceof Refusal) return undefined;
    throw error;
  });
  if (done === undefined) return alreadyPage(at, id);
  const main = receiptMarkup({
    receipt: done,
    choice,
    rebuild: rebuildOf(desk, id),
    language: shown.lang,
  });
  // Copies in this browser go too.
  const headers = { 'Clear-Site-Data': '"cache"' };
  return page(at, { title: words.receiptTitle, main, where: 'whole', headers });
}

/** Whose receipt a code is from; `unknowable` while the register cannot be read. */
function receiptOf({ register, report }: Desk, code: string) {
  try {
    return register.receiptFor(code);
  } catch {
    report('The register cannot be read, so no code of a receipt can be looked at.');
    return 'unknowable' as const;
  }
}

/** The page as it was built, with the form for a code above what it says. */
function codePage(
  at: At,
  said: {
    readonly code?: string;
    /** A heading and a line, when something was not right. */
    readonly words?: readonly string[];
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Response> {
  const { words } = at.shown;
  const [first, ...rest] = said.words ?? [];
  const problem =
    first === undefined
      ? ''
      : `<div class="take-problem" role="alert"><p><strong>${first}</strong></p>${rest.map((line) => `<p>${line}</p>`).join('')}</div>`;
  const main = `<section class="take" id="code">
<h2>${words.codeTitle}</h2>
<p id="code-lead">${words.codeLead}</p>
${problem}<form method="post" action="${addressIn(at.prefix)}">
<p class="take-code"><label for="take-code">${words.codeLabel}</label>
<input id="take-code" name="code" value="${escaped((said.code ?? '').slice(0, 100))}" dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="100" required aria-describedby="code-lead"></p>
<p><button class="button">${words.codeGo}</button></p>
</form>
</section>`;
  const { status, headers } = said;
  return page(at, { title: words.withdraw, main, where: 'above', status, headers });
}

function choosePage(
  at: At,
  code: string,
  { title, choices, isUnread }: Choices,
  wasAsked: boolean,
): Promise<Response> {
  const { words } = at.shown;
  const problem = wasAsked
    ? `<p class="take-problem" role="alert"><strong>${words.takeChooseOne}</strong></p>`
    : '';
  const main = `<div class="page-head"><h1>${words.takeTitle}</h1>${
    title === undefined ? '' : `<p><bdi>${escaped(title)}</bdi></p>`
  }<p class="lead">${words.takeLead}</p></div>
<form class="take" method="post" action="${addressIn(at.prefix)}">
${problem}${isUnread ? `<p>${words.takeUnread}</p>` : ''}<input type="hidden" name="code" value="${escaped(code)}"><input type="hidden" name="step" value="take">
${choiceFields(choices, at.shown)}
<p><button class="button">${words.takeNow}</button></p>
<p><a href="${addressIn(at.prefix)}">${words.takeOtherWays}</a></p>
</form>`;
  return page(at, { title: words.takeTitle, main, where: 'whole' });
}

/** The choices as groups of radio buttons, none of them chosen: what to take down is not ours to push. */
export function choiceFields(choices: readonly Choice[], shown: Interface): string {
  const { words } = shown;
  const radio = ({ value, said }: Choice, means?: string): string =>
    `<p class="take-choice"><label><input type="radio" name="what" value="${escaped(value)}" required> <span>${escaped(said(shown))}${
      means === undefined ? '' : `<small>${means}</small>`
    }</span></label></p>`;
  const group = (name: Choice['group'], legend: string): string => {
    const own = choices.filter((each) => each.group === name);
    if (own.length === 0) return '';
    return `<fieldset><legend>${legend}</legend>${own.map((each) => radio(each)).join('')}</fieldset>`;
  };
  const first = choices.filter((each) => each.group === 'all' || each.group === 'me');
  return [
    ...first.map((each) =>
      radio(each, each.group === 'all' ? words.takeAllMeans : words.takeMeMeans),
    ),
    group('part', words.takeParts),
    group('use', words.takeUses),
    group('person', words.takeMe),
  ].join('\n');
}

/** The code again, when it has done its work: how far the rest is. */
function alreadyPage(at: At, id: string): Promise<Response> {
  const { words } = at.shown;
  const main = `<div class="page-head"><h1>${words.receiptAlready}</h1><p class="lead">${words.receiptAlreadyLead}</p></div>
<div class="prose"><section><h2>${words.receiptNext}</h2>${rebuildMarkup(rebuildOf(at.desk, id), at.shown)}</section>
<p><a href="${addressIn(at.prefix)}">${words.takeOtherWays}</a></p></div>`;
  return page(at, { title: words.receiptAlready, main, where: 'whole' });
}

function page({ desk, shown }: At, said: Omit<InSite, 'folder' | 'language'>): Promise<Response> {
  return inSite({ folder: desk.publisher.site.folder, language: shown.lang, ...said });
}

function addressIn(prefix: string): string {
  return prefix === '' ? '/withdraw/' : `/${prefix}/withdraw/`;
}

/** What a form sent. The front door has measured it before. */
export async function formOf(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await request.text());
}
