import { Hono, type HonoRequest } from 'hono';
import { deskAddress } from '#desk/drawn.ts';
import type { MineProblem } from '#desk/mine.ts';
import { type Interface, interfaceIn } from '#i18n/words.ts';
import type { PersonIn } from '#register/people.ts';
import type { Desk } from '#server/desk-context.ts';
import { addPerson } from '#server/mine/add-person.ts';
import { answerIn, takeAnswer } from '#server/mine/answer.ts';
import { makeAskedLink, whoIsAsked } from '#server/mine/ask-others.ts';
import { ownCopy } from '#server/mine/own-copy.ts';
import { partFile } from '#server/mine/own-files.ts';
import { latestOf, pieceNow } from '#server/mine/piece-now.ts';
import { isMakers, pieceItem, pieceSays } from '#server/mine/piece-view.ts';
import { theirPart } from '#server/mine/their-part.ts';
import {
  type VisitedPiece,
  type Visit,
  VISIT_LASTS,
  visitOf,
  visitSecret,
} from '#server/mine/visit.ts';
import { isFromElsewhere } from '#server/own-page.ts';
import { rebuildOf, takeDownNow } from '#server/taken-down.ts';
import type { Client } from '#server/site/client-address.ts';
import { choicesOf } from '#withdrawal/choices.ts';
import { askedRoutes } from './asked.ts';
import { type Env, eitherWay } from './env.ts';
import { FORM_HEADERS } from './form-headers.ts';
import { endForOne, openChange } from './mine-change.ts';
import { languageAsked } from './language-asked.ts';
import { seeOther } from './see-other.ts';
import { preferred } from './sign-in-page.ts';
import { visitCookie } from './visit-cookie.ts';
import { formFieldsOf, receiptForCode } from './withdraw-page.ts';

/** A request below `/mine/`. */
interface At {
  readonly desk: Desk;
  readonly visit: Visit;
  readonly shown: Interface;
  readonly request: Request;
  readonly asker: Client;
}

/**
 * `/mine/`: what somebody shared, for whoever has the code of its receipt or the sign-in it was sent with,
 * without a script (docs/decisions.md, "What I shared"). What is not theirs is answered like an address
 * that never was; without a visit every address below leads to where a code is typed.
 */
export function mineRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.route('/', askedRoutes(desk));
  const atOf = async (req: HonoRequest, asker: Client): Promise<At> => {
    const visit = await visitOf(desk, req.raw);
    const language = languageAsked(req, visit.language ?? preferred(req.raw));
    return { desk, visit, asker, request: req.raw, shown: interfaceIn(language, 'desk') };
  };
  routes.on('GET', eitherWay('/mine'), async ({ req, env }) => {
    const at = await atOf(req, env.asker);
    const [own, ...more] = at.visit.pieces;
    const isOne = own !== undefined && more.length === 0 && !at.visit.isWriting;
    return isOne ? toPiece(at, own) : startPage(at);
  });
  routes.on('POST', eitherWay('/mine'), async ({ req, env }) => {
    const at = await atOf(req, env.asker);
    if (isFromElsewhere(req.raw)) return startPage(at, 'elsewhere', 403);
    const form = await formFieldsOf(req.raw);
    return form.get('act') === 'leave' ? leave(at) : enter(at, form.get('code') ?? '');
  });
  routes.on(['GET', 'POST'], eitherWay('/mine/:id'), async ({ req, env }, next) => {
    const at = await atOf(req, env.asker);
    if (!at.visit.isIn) return seeOther(deskAddress('/mine/', at.shown.lang));
    const own = at.visit.pieces.find(({ contribution }) => contribution === req.param('id'));
    if (own === undefined) return next();
    if (req.method !== 'POST') return piecePage(at, own);
    if (isFromElsewhere(req.raw)) return piecePage(at, own, { problem: 'elsewhere' }, 403);
    const form = await formFieldsOf(req.raw);
    const act = ACTS.get(form.get('act') ?? '') ?? takeBack;
    return act(at, own, form);
  });
  routes.get('/mine/:id/copy', async ({ req, env }, next) => {
    const at = await atOf(req, env.asker);
    const own = at.visit.pieces.find(({ contribution }) => contribution === req.param('id'));
    if (own === undefined || !(await isMakers(desk, own))) return next();
    const copy = await ownCopy(desk, own, at.shown);
    return copy === 'unread' ? piecePage(at, own, { problem: copy }, 503) : (copy ?? next());
  });
  routes.get('/mine/:id/part/:part', async ({ req, env }, next) => {
    const at = await atOf(req, env.asker);
    const own = at.visit.pieces.find(({ contribution }) => contribution === req.param('id'));
    return (own && (await partFile(desk, own, req.param('part')))) ?? next();
  });
  return routes;
}

const addressOf = ({ contribution }: PersonIn): string => `/mine/${contribution}/`;

function toPiece({ shown }: At, own: VisitedPiece, headers = {}): Response {
  return seeOther(deskAddress(addressOf(own), shown.lang), headers);
}

/** A right code opens a visit; a wrong one is counted with all the others. */
async function enter(at: At, code: string): Promise<Response> {
  const { desk, asker, request } = at;
  const turn = await desk.limits.turn(asker.address);
  if (turn === undefined) return startPage(at, 'busy', 429, { 'Retry-After': '60' });
  const receipt = receiptForCode(desk, code);
  if (receipt === undefined) return startPage(at, 'code', 404);
  turn.right();
  if (receipt === 'unknowable') return startPage(at, 'unknowable', 503, { 'Retry-After': '60' });
  desk.access.pieces.endVisit(visitSecret(request) ?? '');
  const secret = desk.access.pieces.openVisit(receipt, VISIT_LASTS);
  return toPiece(
    at,
    { ...receipt, isByCode: true },
    { 'Set-Cookie': visitCookie(at, secret, VISIT_LASTS / 1000) },
  );
}

/** Nothing of it stays on this phone; a sign-in ends where it was begun. */
async function leave(at: At): Promise<Response> {
  const { desk, request, shown } = at;
  await endForOne(desk, request);
  desk.access.pieces.endVisit(visitSecret(request) ?? '');
  return seeOther(deskAddress('/mine/', shown.lang), {
    'Set-Cookie': visitCookie(at, '', 0),
    'Clear-Site-Data': '"cache"',
  });
}

async function startPage(
  at: At,
  problem?: MineProblem,
  status = 200,
  headers = {},
): Promise<Response> {
  const { desk, visit, shown } = at;
  const pieces = await Promise.all(
    visit.pieces.map(async (own) => {
      const href = deskAddress(addressOf(own), shown.lang);
      return { href, ...(await pieceItem(desk, own)) };
    }),
  );
  const { isIn, isWriting } = visit;
  const says = { isIn, isWriting, pieces, problem };
  return desk.drawer.page({
    ...{ page: 'mine/start', says, status, language: shown.lang },
    inLanguage: (other) => `/mine/?lang=${other}`,
    headers: { ...FORM_HEADERS, ...headers },
  });
}

async function piecePage(
  { desk, shown }: At,
  own: VisitedPiece,
  more: { readonly problem?: MineProblem; readonly missed?: 'take' | 'add' } = {},
  status = 200,
): Promise<Response> {
  const action = deskAddress(addressOf(own), shown.lang);
  const says = { ...(await pieceSays(desk, own, shown)), action, ...more };
  return desk.drawer.page({
    ...{ page: 'mine/piece', says, status, language: shown.lang, headers: FORM_HEADERS },
    inLanguage: (other) => `${addressOf(own)}?lang=${other}`,
  });
}

type Act = (at: At, own: VisitedPiece, form: URLSearchParams) => Promise<Response>;

/** What the buttons of the page do, by the value they send; any other is a no, of which nothing was chosen. */
const ACTS: ReadonlyMap<string, Act> = new Map([
  ['take', takeBack],
  ['ask', askSomebody],
  ['stop', askSomebody],
  ['add', addSomebody],
  ['change', change],
  ['answer', answerFor],
  ['refuse', answerFor],
]);

/** No to a part, a use, or all: the same act as at `/withdraw/`. */
async function takeBack(at: At, own: VisitedPiece, form: URLSearchParams): Promise<Response> {
  const { desk, shown } = at;
  const asked = form.get('what');
  const offered = await choicesOf(desk, own.contribution, own.person);
  const choice = offered?.choices.find(({ value }) => value === asked);
  if (choice === undefined) return piecePage(at, own, { missed: 'take' }, 422);
  const taken = await takeDownNow(desk, choice, shown);
  const headers = { ...FORM_HEADERS, 'Clear-Site-Data': '"cache"' };
  const how = { language: shown.lang, headers };
  if (taken !== undefined)
    return desk.drawer.page({ page: 'withdraw/receipt', says: taken, ...how });
  const says = { action: addressOf(own), rebuild: rebuildOf(desk, own.contribution) };
  return desk.drawer.page({ page: 'withdraw/already', says, ...how });
}

/** Its maker makes a link for somebody who is in it, or stops one. */
async function askSomebody(at: At, own: VisitedPiece, form: URLSearchParams): Promise<Response> {
  const { desk, shown, request } = at;
  const back = deskAddress(addressOf(own), shown.lang);
  const who = (await isMakers(desk, own))
    ? await whoIsAsked(desk, own.contribution, form.get('person'))
    : undefined;
  if (who === undefined) return piecePage(at, own, {}, 422);
  if (form.get('act') === 'stop') {
    desk.access.asked.stop(who);
    return seeOther(back);
  }
  const says = makeAskedLink(desk, who, { request, back, role: 'contributor' });
  return desk.drawer.page({ page: 'mine/link', says, language: shown.lang, headers: FORM_HEADERS });
}

/** Its maker says that somebody else is in it, and where; that part closes. */
async function addSomebody(at: At, own: VisitedPiece, form: URLSearchParams): Promise<Response> {
  const { desk } = at;
  if (!(await isMakers(desk, own))) return piecePage(at, own, {}, 422);
  const said = { part: form.get('part'), known: form.get('known') };
  const done = await addPerson(desk, own.contribution, said);
  if (done === 'no-part') return piecePage(at, own, { missed: 'add' }, 422);
  if (done === 'not-written') return piecePage(at, own, { problem: 'overtaken' }, 409);
  return toPiece(at, own, { 'Clear-Site-Data': '"cache"' });
}

/** Its maker opens the form on it. */
async function change(at: At, own: VisitedPiece): Promise<Response> {
  if (!(await isMakers(at.desk, own))) return piecePage(at, own, {}, 422);
  const opened = await openChange(at, own);
  const status = opened === 'unread' ? 503 : 409;
  return opened instanceof Response ? opened : piecePage(at, own, { problem: opened }, status);
}

/** Somebody who is in it says yes or no about their part. */
async function answerFor(at: At, own: VisitedPiece, form: URLSearchParams): Promise<Response> {
  const { desk, shown } = at;
  const now = await pieceNow(desk, own.contribution);
  const held = latestOf(now);
  const part = held && theirPart(held, own.person, String);
  if (!part?.mayAnswer || desk.hidden.hides(own.contribution)) return piecePage(at, own, {}, 422);
  const answer = answerIn(form, part);
  const isYes = Object.keys(answer.yes).length > 0;
  if (isYes && form.get('seen') !== 'yes') return piecePage(at, own, { problem: 'not-seen' }, 422);
  if (isYes && answer.age === undefined) return piecePage(at, own, { problem: 'no-age' }, 422);
  const code = await takeAnswer(desk, own, answer, shown.lang);
  if (code === undefined) return piecePage(at, own, { problem: 'overtaken' }, 409);
  const says = { isYes, code, own: deskAddress(addressOf(own), shown.lang) };
  return desk.drawer.page({ page: 'mine/answered', says, language: shown.lang });
}
