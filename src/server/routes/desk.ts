import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { deleteCookie, getCookie } from 'hono/cookie';
import { interfaceIn } from '#i18n/words.ts';
import { bodyOf } from './request-body.ts';
import type { Env } from './env.ts';
import { languageAsked } from './language-asked.ts';
import { noStore, notHere } from './no-store.ts';
import type { Desk } from '#server/desk-context.ts';
import { repositoryRefused } from '#server/repository-refused.ts';
import { isFromOwnPage } from '#server/own-page.ts';
import { approveNow } from '#server/cms/approve-now.ts';
import { isTaken } from '#server/cms/short-names.ts';
import { piecesForExhibition } from '#server/cms/pieces.ts';
import { siteFreshness } from '#schedule/site-freshness.ts';
import { decideTyped } from '#server/cms/decide-typed.ts';
import { previewTyped } from '#server/cms/preview.ts';
import { protocol } from '#server/cms/protocol.ts';
import { checkNow } from '#server/cms/publish.ts';
import { printReceipt } from './receipt-desk.ts';
import { receiptPolicy } from '#desk/receipt-policy.ts';
import { notBuiltWords } from '#server/not-built-words.ts';
import { NotDone } from '#server/not-done.ts';
import { NOT_DONE_STATUS } from '#server/not-done-status.ts';
import { editorRightsOf } from '#server/editor-rights.ts';
import { editorMedia } from './editor-media.ts';
import { need } from './editor-need.ts';
import { beginOwn, isOwn, ownCall, shownTo } from './own-editor.ts';
import type { DeskRole } from '#server/roles.ts';
import { SIGN_IN_COOKIE as COOKIE, type Visitor } from '#server/sign-in.ts';
import { etagOf, sendBody } from '#server/site/compressed-body.ts';
import { withdrawalIn } from '#server/withdrawal-request.ts';
import { withdrawalRefused } from '#server/withdrawal-refused.ts';
import { withdrawNow } from '#withdrawal/withdrawals.ts';

/** The desk behind Decap: `/admin/`, and the calls that its page makes (docs/decisions.md, "The desk's server"). */
export function editorRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.onError((error, context) => answerTo(desk, error, context));
  routes.use('/admin/*', noStore);
  routes.use('/api/*', noStore);
  routes.get('/admin', (context) => context.redirect('/admin/', 308));
  routes.get('/admin/*', (context) => adminFile(desk, context));
  routes.use('/api/*', (context, next) => guard(desk, context, next));
  // Lists of records are text: a fifth of it on the way.
  routes.use('/api/*', compress());
  routes.get('/api/me', (context) => {
    const { login, role } = context.var.visitor;
    return context.json({ login, name: NAMES[role], role });
  });
  routes.post('/api/logout', async (context) => {
    await desk.signIns.end(getCookie(context, COOKIE));
    await desk.previews.forget(context.var.visitor.mark);
    deleteCookie(context, COOKIE, { path: '/' });
    context.header('Clear-Site-Data', '"storage"');
    return context.json({});
  });
  routes.post('/api/cms', async (context) => {
    const answer = isOwn(context)
      ? await ownCall(desk, context)
      : await protocol(desk, context.var.visitor, await bodyOf(context));
    return context.json(answer as object);
  });
  routes.post('/api/own/number', (context) => context.json(beginOwn(desk, context)));
  routes.route('/', editorMedia(desk));
  routes.post('/api/approve', async (context) => {
    need(context, 'approve');
    const { id } = await bodyOf(context);
    return context.json(await desk.inTurn(() => approveNow(desk, id)));
  });
  routes.get('/api/receipt/:id/:person', (context) => sendReceipt(desk, context));
  routes.post('/api/withdraw', async (context) => {
    need(context, 'withdraw');
    const { role } = context.var.visitor;
    const done = await withdrawNow(desk, withdrawalIn(await bodyOf(context)), role);
    if (done.kind !== 'hidden') throw withdrawalRefused(done);
    return context.json({ hidden: done.addresses, rebuild: 'owed' });
  });
  routes.post('/api/check', async (context) => {
    need(context, 'check');
    const { collection, slug } = await bodyOf(context);
    return context.json(await checkNow(desk, collection, slug));
  });
  routes.post('/api/decide', async (context) => {
    need(context, 'check');
    return context.json(await decideTyped(desk, await bodyOf(context)));
  });
  routes.post('/api/preview', async (context) => {
    need(context, 'preview');
    return context.json(await previewTyped(desk, context.var.visitor, await bodyOf(context)));
  });
  routes.post('/api/pieces', async (context) => {
    need(context, 'read');
    return context.json({ pieces: await piecesForExhibition(desk, await bodyOf(context)) });
  });
  routes.post('/api/taken', async (context) => {
    need(context, 'read');
    const { collection, name } = await bodyOf(context);
    return context.json({ taken: await isTaken(desk, collection, name) });
  });
  routes.get('/api/publishing', async (context) => {
    need(context, 'read');
    const { state, since, failed } = desk.publisher.state;
    const problems = failed === undefined ? [] : notBuiltWords(failed);
    const freshness = await siteFreshness(desk.publisher.site.folder, desk.now());
    return context.json({ state, since, problems, freshness });
  });
  routes.all('/admin/*', notHere);
  routes.all('/api/*', notHere);
  return routes;
}

/** How the editor, which is in English, calls whoever is signed in. */
const NAMES: Readonly<Record<DeskRole, string>> = {
  contributor: 'Contributor',
  champion: 'Champion',
  facilitator: 'Facilitator',
  admin: 'Admin',
};

/** The editor's own files, which hold nothing of the archive. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Signed in; and what changes something came from our own page (docs/traps/decap.md, "Requests from elsewhere"). */
async function guard(desk: Desk, context: Context<Env>, next: () => Promise<void>): Promise<void> {
  const { req } = context;
  const changes = req.method !== 'GET' && req.method !== 'HEAD';
  if (changes && !isFromOwnPage(req.raw))
    throw new NotDone(
      'not-allowed',
      'This did not come from the desk’s own page. Nothing was changed.',
    );
  const isFile = req.path === '/api/media' || req.path === '/api/logout';
  const type = req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (changes && !isFile && type !== 'application/json')
    throw new NotDone(
      'not-allowed',
      'This was not sent as the desk sends things. Nothing was changed.',
    );
  const visitor = await visitorOf(desk, context);
  if (visitor === undefined)
    throw new NotDone(
      'not-signed-in',
      'You are not signed in. Your words are still here: open the sign-in link in another tab, then try again.',
    );
  if (editorRightsOf(visitor).sees === 'nothing')
    throw new NotDone('not-allowed', 'You may not do this.');
  context.set('visitor', visitor);
  context.set('shown', shownTo(context, visitor));
  await next();
}

function visitorOf({ signIns }: Desk, context: Context<Env>): Promise<Visitor | undefined> {
  return signIns.visitor(getCookie(context, COOKIE));
}

async function adminFile(desk: Desk, context: Context<Env>): Promise<Response> {
  const { admin } = desk;
  const path = context.req.path.slice('/admin/'.length);
  const visitor = await visitorOf(desk, context);
  const { lang } = shownTo(context, visitor);
  const asker = { ...editorRightsOf(visitor), language: lang };
  const found = await admin.read(path === '' ? 'index.html' : path, asker);
  if (found === undefined) return notHere(context);
  const bytes = typeof found.body === 'string' ? Buffer.from(found.body) : found.body;
  const whole = { bytes, type: found.type, mark: etagOf(bytes) };
  const answer = await sendBody(context.req.raw, whole);
  answer.headers.set('Content-Security-Policy', admin.policy);
  // The configuration names what is not open yet: that stays on no machine that others use too.
  if (found.immutable) answer.headers.set('Cache-Control', FOR_EVER);
  return answer;
}

/** Makes a code, so only for the desk's own page or an address that was typed, and not for a look ahead. */
async function sendReceipt(desk: Desk, context: Context<Env>): Promise<Response> {
  need(context, 'print-receipt');
  const from = context.req.header('Sec-Fetch-Site') ?? 'none';
  if (context.req.raw.method !== 'GET' || !['none', 'same-origin'].includes(from))
    throw new NotDone(
      'not-allowed',
      'This did not come from the desk’s own page. No code was made.',
    );
  const { id = '', person = '' } = context.req.param();
  const page = await desk.inTurn(() => printReceipt(desk, id, person));
  context.header('Content-Security-Policy', `${receiptPolicy(page)}; frame-ancestors 'none'`);
  return context.html(page);
}

/** Plain words for what was refused; what went wrong inside is told, and reported, by the front door. */
function answerTo(
  { drawer }: Desk,
  error: Error,
  context: Context<Env>,
): Response | Promise<Response> {
  const { message, status, more } = toldOf(error);
  // Opened in a window of its own, where JSON is nothing to read.
  if (context.req.path.startsWith('/api/receipt/')) {
    const language = languageAsked(context.req);
    const { words } = interfaceIn(language);
    const says = { title: words.desk.notDoneTitle, lines: [message], english: true };
    return drawer.page({ page: 'desk/told', says, language, status });
  }
  return context.json({ error: message, ...more }, status);
}

function toldOf(error: Error) {
  const told = error instanceof NotDone ? error : repositoryRefused(error);
  if (told === undefined) throw error;
  const { message, kind, more } = told;
  return { message, more, status: NOT_DONE_STATUS[kind] };
}
