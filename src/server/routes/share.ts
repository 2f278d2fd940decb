import { Hono } from 'hono';
import { deskAddress } from '#desk/drawn.ts';
import { languagesOn } from '#i18n/languages.ts';
import type { ShareStart } from '#desk/share.ts';
import type { Answers } from '#intake/contribution/answers.ts';
import { type SentFields, STEP_NAMES, takeStep } from '#intake/contribution/steps.ts';
import type { Desk } from '#server/desk-context.ts';
import { writesOwnDrafts } from '#server/editor-rights.ts';
import { isFromElsewhere } from '#server/own-page.ts';
import { randomContributionId } from '#server/own/own-drafts.ts';
import { mayDo } from '#server/roles.ts';
import { isForOne } from '#server/mine/one-piece.ts';
import { secretIn, type Visitor } from '#server/sign-in.ts';
import type { Client } from '#server/site/client-address.ts';
import { type Env, eitherWay } from './env.ts';
import { takeOut, shareFileRoutes } from './share-files.ts';
import { atOf, openForm, visitorOf } from './share-open.ts';
import { sharePaperRoutes } from './share-paper.ts';
import { LOOK_FILES, lookPage } from './share-look.ts';
import { send } from './share-send.ts';
import { shareSpokenRoutes } from './share-spoken.ts';
import { askToThrow, throwAll } from './share-throw.ts';
import {
  type At,
  goTo,
  nextStep,
  type Open,
  startPage,
  stepPage,
  type StepSays,
} from './share-pages.ts';
import { previewFile } from './preview.ts';
import { SIGNED_OUT, signInCookie } from './sign-in-page.ts';
import { formFieldsOf } from './withdraw-page.ts';
import { seeOther } from './see-other.ts';

/** Who asks, by which sign-in. */
interface Asked {
  readonly request: Request;
  readonly asker: Client;
  readonly secret: string | undefined;
}

/**
 * `/share/`: people without an account share something, one question a page, without a script
 * (docs/decisions.md, "Sign-in without accounts"). Each page is kept before the next is shown. What is
 * sent becomes a draft that facilitators find; whose it is and how far it is, is said by the server.
 */
export function shareRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.route('/', shareFileRoutes(desk));
  routes.route('/', sharePaperRoutes(desk));
  routes.route('/', shareSpokenRoutes(desk));
  routes.get(`${LOOK_FILES}/*`, async ({ req }) => {
    const visitor = await visitorOf(desk, secretIn(req.raw));
    return (
      (visitor && (await previewFile(desk, visitor, req.raw))) ??
      new Response(null, { status: 404 })
    );
  });
  // In the language of an address of the site; its page stands there where this server does not run.
  routes.on('GET', eitherWay('/:language/share'), async ({ req }, next) => {
    const language = req.param('language');
    const isOurs = (await desk.drawer.languages()).includes(language);
    return isOurs && languagesOn('desk').includes(language)
      ? seeOther(deskAddress('/share/', language))
      : next();
  });
  routes.on('GET', eitherWay('/share'), async ({ req }) => {
    const at = await atOf(desk, req);
    return startPage(at, startOf(at, req.query('code')));
  });
  routes.on('POST', eitherWay('/share'), async ({ req, env }) => {
    const at = await atOf(desk, req);
    if (isFromElsewhere(req.raw)) return startPage(at, { problem: 'elsewhere' }, 403);
    const asked = { request: req.raw, asker: env.asker, secret: secretIn(req.raw) };
    return enter(at, asked, await formFieldsOf(req.raw));
  });
  for (const step of STEP_NAMES) {
    routes.on('GET', eitherWay(`/share/${step}`), async ({ req }) => {
      const open = await openForm(desk, req, step);
      return open instanceof Response ? open : show(open);
    });
    routes.on('POST', eitherWay(`/share/${step}`), async ({ req, env }) => {
      const form = await formFieldsOf(req.raw);
      // Read after the body came: a file that arrived meanwhile is in it.
      const open = await openForm(desk, req, step);
      if (open instanceof Response) return open;
      if (isFromElsewhere(req.raw)) return show(open, { problem: 'elsewhere' }, 403);
      const asked = { request: req.raw, asker: env.asker, secret: secretIn(req.raw) };
      return taken(open, asked, form);
    });
  }
  return routes;
}

function startOf({ desk, visitor }: At, token: string | undefined): Partial<ShareStart> {
  const hasBegun = visitor !== undefined && desk.access.form(visitor) !== undefined;
  if (visitor !== undefined && isForOne(visitor) && !hasBegun) return { state: 'outside' };
  if (visitor !== undefined)
    return {
      ...{ state: 'inside', hasBegun },
      forOthers: mayDo(visitor.role, 'share-for-others'),
      editorAt: writesOwnDrafts(visitor) ? '/admin/' : undefined,
    };
  if (token === undefined) return {};
  const invitation = desk.access.invitationFor(token);
  return mayDo(invitation?.role, 'share') ? { state: 'ask', token } : { state: 'not-open' };
}

/** The buttons of the first page: come in, go on by a code, begin. */
async function enter(at: At, asked: Asked, form: URLSearchParams): Promise<Response> {
  const { desk, visitor } = at;
  const act = form.get('act');
  if (act === 'begin' && visitor !== undefined) {
    begin(desk, visitor, 'online');
    const form = desk.access.form(visitor);
    return goTo(at, form && (form.openedOn === undefined ? 'language' : 'look'));
  }
  if (act === 'begin-for-other' && visitor !== undefined) {
    if (!mayDo(visitor.role, 'share-for-others')) return startPage(at, startOf(at, undefined), 403);
    begin(desk, visitor, 'in-person');
    return goTo(at, 'paper');
  }
  if (act === 'resume') return resume(at, asked, form.get('code') ?? '');
  const token = form.get('token') ?? '';
  if (act !== 'enter' || !mayDo(desk.access.invitationFor(token)?.role, 'share'))
    return startPage(at, { state: act === 'enter' ? 'not-open' : undefined }, 403);
  const secret = await desk.signIns.use(token);
  return secret === undefined
    ? startPage(at, { state: 'not-open' }, 403)
    : signedIn(at, asked, secret);
}

async function resume(at: At, asked: Asked, code: string): Promise<Response> {
  const turn = await at.desk.limits.turn(asked.asker.address);
  if (turn === undefined) return startPage(at, { problem: 'no-code' }, 429);
  const secret = await at.desk.signIns.useCode(code);
  if (secret === undefined) return startPage(at, { problem: 'no-code' }, 404);
  turn.right();
  return signedIn(at, asked, secret);
}

/** `in-person`: somebody else tells it, and whoever is signed in writes it down. */
function begin({ access }: Desk, visitor: Visitor, method: Answers['method']): void {
  if (access.form(visitor) !== undefined || isForOne(visitor)) return;
  access.saveForm(visitor, {
    contribution: randomContributionId(),
    answers: JSON.stringify({ method }),
  });
}

/** One question; the last of them is the piece itself. */
function show(open: Open, says: StepSays = {}, status = 200): Promise<Response> {
  return open.step === 'look' ? lookPage(open, says, status) : stepPage(open, says, status);
}

/** One page was sent: kept, and the next one shown; or a button below it. */
async function taken(open: Open, asked: Asked, form: URLSearchParams): Promise<Response> {
  const { desk, visitor, step, id } = open;
  const act = form.get('act');
  if (act === 'leave') return leave(open, asked);
  if (act === 'throw') return askToThrow(open);
  if (act === 'throw-yes') return throwAll(open, asked.secret);
  if (act === 'code') return show(open, { code: desk.access.codeOfForm(visitor) });
  if (act === 'remove') {
    await takeOut(open, form.get('file') ?? '');
    return goTo(open, step);
  }
  const result = takeStep(step, sentBy(form), open.given);
  if (result.kind === 'not-taken') return show(open, { problem: result.problem }, 422);
  if (step === 'look') return send(open, form, asked);
  desk.access.saveForm(visitor, { contribution: id, answers: JSON.stringify(result.answers) });
  return goTo(open, nextStep(open, result.answers));
}

function sentBy(form: URLSearchParams): SentFields {
  return { one: (name) => form.get(name) ?? undefined, all: (name) => form.getAll(name) };
}

/** Nothing of it stays on this phone. */
async function leave({ desk, shown, visitor }: At, { secret }: Asked): Promise<Response> {
  await desk.signIns.end(secret);
  if (visitor !== undefined) await desk.previews.forget(visitor.mark);
  return seeOther(deskAddress('/share/', shown.lang), SIGNED_OUT);
}

function signedIn({ desk, shown }: At, { asker, request }: Asked, secret: string): Response {
  const cookie = signInCookie(desk, { request, asker, secret });
  return seeOther(deskAddress('/share/', shown.lang), { 'Set-Cookie': cookie });
}
