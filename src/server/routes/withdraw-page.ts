import type { TakeDownChoice } from '#components/taking-down.ts';
import type { DeskPage } from '#desk/drawn.ts';
import { type Interface, interfaceIn } from '#i18n/words.ts';
import { addressIn } from '#release/addresses.ts';
import { CodeLimits } from '#server/code-limits.ts';
import type { Desk } from '#server/desk-context.ts';
import type { Drawing } from '#server/draw.ts';
import { isFromElsewhere } from '#server/own-page.ts';
import { rebuildOf, takenDown } from '#server/taken-down.ts';
import type { Asker } from '#server/site/who-asks.ts';
import { type WithdrawalChoice, type WithdrawalChoices, choicesOf } from '#withdrawal/choices.ts';
import { withdrawNow } from '#withdrawal/withdrawals.ts';

/** An address of the page, in the site's first language or in another. */
const ADDRESS = /^(?:\/([A-Za-z][A-Za-z-]{1,11}))?\/withdraw\/?$/;

/**
 * `/withdraw/`: with the code of a receipt anyone takes down what is theirs, without signing in, a
 * reason or a script (docs/consent.md §4.1). Code, choice, receipt: three pages. Answers nothing for any
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
    const languages = await desk.drawer.languages();
    const shown = interfaceIn(prefix || (languages[0] ?? 'en'));
    if (prefix !== '' && shown.lang !== prefix) return undefined;
    const inLanguage = (language: string) => addressIn('/withdraw/', language, { languages });
    const at: At = {
      ...{ desk, shown },
      action: prefix === '' ? '/withdraw/' : `/${prefix}/withdraw/`,
      draw: (drawing) => desk.drawer.page({ ...drawing, language: shown.lang, inLanguage }),
    };
    if (request.method === 'GET' || request.method === 'HEAD')
      return codePage(at, { code: url.searchParams.get('code') ?? '' });
    if (request.method !== 'POST') return undefined;
    if (isFromElsewhere(request))
      return codePage(at, { problem: [shown.words.codeElsewhere], status: 403 });
    return answer({ ...at, limits, address: asker.address, form: await formOf(request) });
  };
}

interface At {
  readonly desk: Desk;
  readonly shown: Interface;
  /** The address of the page in this language. */
  readonly action: string;
  /** One of its pages, in the language of the address. */
  readonly draw: <Page extends DeskPage>(
    drawing: Omit<Drawing<Page>, 'language' | 'inLanguage'>,
  ) => Promise<Response>;
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
      problem: [words.codeBusyTitle, words.codeBusy],
      status: 429,
      headers,
    });
  }
  const receipt = receiptOf(desk, code);
  if (receipt === 'unknowable') {
    turn.right();
    const lines = [words.codeUnknowableTitle, words.codeUnknowable];
    return codePage(at, { code, problem: lines, status: 503, headers: { 'Retry-After': '60' } });
  }
  if (receipt === undefined)
    return codePage(at, { code, problem: [words.codeWrongTitle, words.codeWrong], status: 404 });
  turn.right();
  const { contribution: id, person } = receipt;
  const choices = await choicesOf(desk, id, person);
  if (choices === undefined) return alreadyPage(at, id);
  const asked = form.get('what');
  const choice = choices.choices.find(({ value }) => value === asked);
  if (choice === undefined) return choosePage(at, code, choices, form.get('step') === 'take');
  const role = choice.group === 'me' ? 'person' : 'contributor';
  const done = await withdrawNow(desk, choice.what, role);
  // Somebody else took it down a moment ago.
  if (done.kind !== 'hidden') return alreadyPage(at, id);
  return at.draw({
    page: 'withdraw/receipt',
    says: takenDown({ receipt: done, choice, rebuild: rebuildOf(desk, id), shown }),
    // Copies in this browser go too.
    headers: { 'Clear-Site-Data': '"cache"' },
  });
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

/** Where a code is typed; with a heading and lines when something was not right. */
function codePage(
  at: At,
  {
    code = '',
    problem,
    ...answered
  }: {
    readonly code?: string;
    readonly problem?: readonly string[];
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Response> {
  const says = { action: at.action, code: code.slice(0, 100), problem };
  return at.draw({ page: 'withdraw/code', says, ...answered });
}

function choosePage(
  { draw, action, shown }: At,
  code: string,
  { title, choices, isUnread = false }: WithdrawalChoices,
  wasAsked: boolean,
): Promise<Response> {
  const says = { action, code, title, isUnread, wasAsked, choices: choicesIn(choices, shown) };
  return draw({ page: 'withdraw/choose', says });
}

/** What may be taken down, in the words of one language. */
export function choicesIn(
  choices: readonly WithdrawalChoice[],
  shown: Interface,
): readonly TakeDownChoice[] {
  return choices.map(({ value, group, said }) => ({ value, group, label: said(shown) }));
}

/** The code again, when it has done its work: how far the rest is. */
function alreadyPage({ desk, action, draw }: At, id: string): Promise<Response> {
  return draw({ page: 'withdraw/already', says: { action, rebuild: rebuildOf(desk, id) } });
}

/** What a form sent. The front door has measured it before. */
export async function formOf(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await request.text());
}
