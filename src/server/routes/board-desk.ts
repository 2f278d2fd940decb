import { Hono } from 'hono';
import type { Board } from '#desk/board.ts';
import { readDraft } from '#repository/drafts.ts';
import { draftKey } from '#repository/paths.ts';
import { RepositoryRefused } from '#repository/refused.ts';
import { boardOf } from '#server/board.ts';
import { protocol } from '#server/cms/protocol.ts';
import type { Desk } from '#server/desk-context.ts';
import { editorRightsOf } from '#server/editor-rights.ts';
import { NotDone } from '#server/not-done.ts';
import { NOT_DONE_STATUS } from '#server/not-done-status.ts';
import { isFromOwnPage } from '#server/own-page.ts';
import { mayDo } from '#server/roles.ts';
import { secretIn, type Visitor } from '#server/sign-in.ts';
import { signInFirst } from '#server/sign-in-first.ts';
import { waitingDrafts } from '#server/waiting.ts';
import { type Env, eitherWay } from './env.ts';
import { languageAsked } from './language-asked.ts';
import { seeOther } from './see-other.ts';
import { formFieldsOf } from './withdraw-page.ts';

const ADDRESS = '/desk/board/';

interface At {
  readonly desk: Desk;
  readonly visitor: Visitor;
  readonly language: string;
}

/**
 * `/desk/board/`: every draft in the column of its state. A form moves one, by the call that the editor
 * makes for it, so that what is asked of the one is asked of the other.
 */
export function boardRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.on(['GET', 'POST'], eitherWay('/desk/board'), async ({ req }) => {
    const language = languageAsked(req);
    const visitor = await desk.signIns.visitor(secretIn(req.raw));
    const isPost = req.method === 'POST';
    if (visitor === undefined || !mayDo(visitor.role, isPost ? 'set-status' : 'read'))
      return signInFirst(desk, language);
    const at = { desk, visitor, language };
    if (!isPost) return boardPage(at, { moved: req.query('moved') });
    if (!isFromOwnPage(req.raw)) return boardPage(at, { problem: 'elsewhere' }, 403);
    return move(at, await formFieldsOf(req.raw));
  });
  return routes;
}

async function boardPage(
  { desk, visitor, language }: At,
  more: { readonly moved?: string | undefined; readonly problem?: Board['problem'] },
  status = 200,
): Promise<Response> {
  const says = boardOf({
    drafts: await waitingDrafts(desk.repository),
    ...{ writes: editorRightsOf(visitor).writes, now: desk.now(), language, ...more },
  });
  return desk.drawer.page({
    ...{ page: 'desk/board', says, language, status },
    inLanguage: (other) => `${ADDRESS}?lang=${other}`,
  });
}

/** Moved from where it was seen to stand: what somebody else moved meanwhile stays where they put it. */
async function move(at: At, form: URLSearchParams): Promise<Response> {
  const { desk, visitor, language } = at;
  const key = form.get('key') ?? '';
  const cut = key.indexOf('/');
  const place = { collection: key.slice(0, Math.max(cut, 0)), slug: key.slice(cut + 1) };
  try {
    const draft = await readDraft(desk.repository, draftKey(place.collection, place.slug));
    if (draft === undefined) return boardPage(at, { problem: 'gone' }, 404);
    if (draft.workflow.status !== form.get('from'))
      return boardPage(at, { problem: 'meanwhile' }, 409);
    const params = { ...place, newStatus: form.get('to') };
    await protocol(desk, visitor, { action: 'updateUnpublishedEntryStatus', params });
  } catch (error) {
    if (error instanceof RepositoryRefused) return boardPage(at, { problem: 'meanwhile' }, 409);
    if (!(error instanceof NotDone)) throw error;
    const problem = error.kind === 'not-allowed' ? 'not-allowed' : 'gone';
    return boardPage(at, { problem }, NOT_DONE_STATUS[error.kind]);
  }
  const moved = new URLSearchParams({ lang: language, moved: key });
  return seeOther(`${ADDRESS}?${moved}#${key.replace('/', '-')}`);
}
