import { Hono, type HonoRequest } from 'hono';
import { deskAddress } from '#desk/drawn.ts';
import { type Interface, interfaceIn } from '#i18n/words.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import type { Desk } from '#server/desk-context.ts';
import { makeAskedLink, whoIsAsked } from '#server/mine/ask-others.ts';
import { latestOf, pieceNow } from '#server/mine/piece-now.ts';
import { VISIT_LASTS, visitSecret } from '#server/mine/visit.ts';
import { othersOf } from '#server/mine/who-else.ts';
import { isFromElsewhere, isFromOwnPage } from '#server/own-page.ts';
import { mayDo } from '#server/roles.ts';
import { secretIn } from '#server/sign-in.ts';
import { signInFirst } from '#server/sign-in-first.ts';
import { type Env, eitherWay } from './env.ts';
import { FORM_HEADERS } from './form-headers.ts';
import { languageAsked } from './language-asked.ts';
import { seeOther } from './see-other.ts';
import { preferred } from './sign-in-page.ts';
import { visitCookie } from './visit-cookie.ts';
import { formFieldsOf } from './withdraw-page.ts';

/**
 * `/asked/`: somebody who is in what another shared comes in by a link of their own and sees their part alone,
 * at `/mine/`. Looking at the link uses nothing up, so a preview in a message does no harm; what it opens ends
 * with their answer. `/desk/asked/<id>/`: where a facilitator makes such a link.
 */
export function askedRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  const start = (shown: Interface, token: string | undefined, status: 200 | 403) =>
    desk.drawer.page({
      ...{ page: 'mine/asked', says: { token }, status, language: shown.lang },
      inLanguage: (other) => `/asked/?code=${encodeURIComponent(token ?? '')}&lang=${other}`,
      headers: FORM_HEADERS,
    });
  routes.on('GET', eitherWay('/asked'), async ({ req }) => {
    const token = req.query('code') ?? '';
    const link = desk.access.asked.linkFor(token);
    const shown = shownIn(req);
    return link === undefined ? start(shown, undefined, 403) : start(shown, token, 200);
  });
  routes.on('POST', eitherWay('/asked'), async ({ req, env }) => {
    const token = (await formFieldsOf(req.raw)).get('token') ?? '';
    const link = isFromElsewhere(req.raw) ? undefined : desk.access.asked.linkFor(token);
    const shown = shownIn(req);
    if (link === undefined) return start(shown, undefined, 403);
    const { pieces } = desk.access;
    pieces.endVisit(visitSecret(req.raw) ?? '');
    const secret = pieces.openVisit(link, VISIT_LASTS, link.key);
    const at = { desk, request: req.raw, asker: env.asker };
    return seeOther(deskAddress(`/mine/${link.contribution}/`, shown.lang), {
      'Set-Cookie': visitCookie(at, secret, VISIT_LASTS / 1000),
    });
  });
  routes.on(['GET', 'POST'], eitherWay('/desk/asked/:id'), ({ req }) => deskPage(desk, req));
  return routes;
}

function shownIn(req: HonoRequest): Interface {
  return interfaceIn(languageAsked(req, preferred(req.raw)), 'desk');
}

/** For whoever prints receipts: everybody in a piece, and links for those who can be asked. */
async function deskPage(desk: Desk, req: HonoRequest): Promise<Response> {
  const shown = shownIn(req);
  const { words, lang: language } = shown;
  const visitor = await desk.signIns.visitor(secretIn(req.raw));
  if (visitor === undefined || !mayDo(visitor.role, 'print-receipt'))
    return signInFirst(desk, language);
  const id = String(req.param('id'));
  const now = CONTRIBUTION_ID.test(id) ? await pieceNow(desk, id) : undefined;
  const held = now && latestOf(now);
  const told = (title: string, line: string, status: number) =>
    desk.drawer.page({ page: 'desk/told', says: { title, lines: [line] }, language, status });
  if (held === undefined) return told(words.desk.notHereTitle, words.desk.notHere, 404);
  const back = deskAddress(`/desk/asked/${id}/`, language);
  if (req.method === 'POST') {
    if (!isFromOwnPage(req.raw)) return told(words.desk.elsewhereTitle, words.desk.elsewhere, 403);
    const form = await formFieldsOf(req.raw);
    const who = await whoIsAsked(desk, id, form.get('person'));
    if (who !== undefined && form.get('act') === 'ask') {
      const says = makeAskedLink(desk, who, { request: req.raw, back, role: visitor.role });
      return desk.drawer.page({ page: 'mine/link', says, language });
    }
    if (who !== undefined && form.get('act') === 'stop') desk.access.asked.stop(who);
    return seeOther(back);
  }
  const says = { id, others: othersOf(desk, held, undefined, shown) };
  return desk.drawer.page({
    ...{ page: 'desk/asked', says, language },
    inLanguage: (other) => `/desk/asked/${id}/?lang=${other}`,
  });
}
