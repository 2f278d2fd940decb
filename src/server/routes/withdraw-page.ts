import { Hono } from 'hono';
import type { DeskPage } from '#desk/drawn.ts';
import { FIRST } from '#i18n/languages.ts';
import { type Interface, interfaceIn } from '#i18n/words.ts';
import { addressIn } from '#release/addresses.ts';
import type { Desk } from '#server/desk-context.ts';
import type { Drawing } from '#server/draw.ts';
import { isFromElsewhere } from '#server/own-page.ts';
import { choicesIn, rebuildOf, takeDownNow } from '#server/taken-down.ts';
import { type WithdrawalChoices, choicesOf } from '#withdrawal/choices.ts';
import { type Env, eitherWay } from './env.ts';

/**
 * `/withdraw/`: with the code of a receipt anyone takes down what is theirs, without signing in, a
 * reason or a script (docs/consent.md §4.1). Code, choice, receipt: three pages. In a
 * language that is not offered the address is the site's.
 */
export function withdrawRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  for (const address of ['/withdraw', '/:language/withdraw'] as const) {
    routes.on('GET', eitherWay(address), async ({ req }, next) => {
      const at = await atOf(desk, req.param('language'));
      return at === undefined ? next() : codePage(at, { code: req.query('code') ?? '' });
    });
    routes.on('POST', eitherWay(address), async ({ req, env }, next) => {
      const at = await atOf(desk, req.param('language'));
      if (at === undefined) return next();
      if (isFromElsewhere(req.raw))
        return codePage(at, { problem: [at.shown.words.codeElsewhere], status: 403 });
      return answer({ ...at, address: env.asker.address, form: await formFieldsOf(req.raw) });
    });
  }
  return routes;
}

/** The page in the language of its address, the site's first where it names none; nothing in one that nobody offers. */
async function atOf(desk: Desk, prefix: string | undefined): Promise<At | undefined> {
  const languages = await desk.drawer.languages();
  const shown = interfaceIn(prefix ?? languages[0] ?? FIRST, 'receipts');
  if (prefix !== undefined && shown.lang !== prefix) return undefined;
  const inLanguage = (language: string) => addressIn('/withdraw/', language, { languages });
  return {
    ...{ desk, shown },
    action: prefix === undefined ? '/withdraw/' : `/${prefix}/withdraw/`,
    draw: (drawing) => desk.drawer.page({ ...drawing, language: shown.lang, inLanguage }),
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
    readonly address: string;
    readonly form: URLSearchParams;
  },
): Promise<Response> {
  const { desk, shown, address, form } = at;
  const { words } = shown;
  const code = form.get('code') ?? '';
  const turn = await desk.limits.turn(address);
  if (turn === undefined) {
    const headers = { 'Retry-After': '60' };
    return codePage(at, {
      code,
      problem: [words.codeBusyTitle, words.codeBusy],
      status: 429,
      headers,
    });
  }
  const receipt = receiptForCode(desk, code);
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
  const taken = await takeDownNow(desk, choice, shown);
  if (taken === undefined) return alreadyPage(at, id);
  return at.draw({
    page: 'withdraw/receipt',
    says: taken,
    // Copies in this browser go too.
    headers: { 'Clear-Site-Data': '"cache"' },
  });
}

/** Whose receipt a code is from; `unknowable` while the register cannot be read. */
export function receiptForCode({ register, report }: Desk, code: string) {
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

/** The code again, when it has done its work: how far the rest is. */
function alreadyPage({ desk, action, draw }: At, id: string): Promise<Response> {
  return draw({ page: 'withdraw/already', says: { action, rebuild: rebuildOf(desk, id) } });
}

/** What a form sent. The front door has measured it before. */
export async function formFieldsOf(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await request.text());
}
