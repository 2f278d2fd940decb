import { Hono } from 'hono';
import type { ShareProblem } from '#components/share-view.ts';
import { deskAddress } from '#desk/drawn.ts';
import { receiptPolicy } from '#desk/receipt-policy.ts';
import { boxesToLookAt } from '#intake/contribution/read-boxes.ts';
import { stepAfter } from '#intake/contribution/steps.ts';
import { MAKER } from '#intake/contribution/to-record.ts';
import { paperSides } from '#intake/paper/form.ts';
import { type PaperFault, readPaper } from '#intake/paper/read.ts';
import { lookAtPhoto } from '#intake/clean-file.ts';
import { readDraft } from '#repository/drafts.ts';
import type { Desk } from '#server/desk-context.ts';
import { fileProblem } from '#server/file-problem.ts';
import { sheetInSettings } from '#server/frame-in-settings.ts';
import { eachFile } from '#server/multipart.ts';
import { NotDone } from '#server/not-done.ts';
import { NOT_DONE_STATUS } from '#server/not-done-status.ts';
import { isFromElsewhere } from '#server/own-page.ts';
import { PAPER_LANGUAGES } from '#server/paper-page.ts';
import { mayDo } from '#server/roles.ts';
import { type Env, eitherWay } from './env.ts';
import { noStore } from './no-store.ts';
import { printReceipt } from './receipt-desk.ts';
import { answersNow, atOf, changeAnswers, openForm } from './share-open.ts';
import { type At, goTo, type Open, stepPage } from './share-pages.ts';
import { seeOther } from './see-other.ts';
import { formFieldsOf } from './withdraw-page.ts';

/** `/share/paper/photo/` and `/share/receipt/`: what a champion does besides for whoever told it. */
export function sharePaperRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.on('POST', eitherWay('/share/paper/photo'), async ({ req }) => {
    const open = await openForm(desk, req, 'paper');
    if (open instanceof Response) return open;
    if (isFromElsewhere(req.raw)) return stepPage(open, { problem: 'elsewhere' }, 403);
    return readPhotos(open, req.raw);
  });
  routes.on('POST', eitherWay('/share/receipt'), noStore, async (context) => {
    const at = await atOf(desk, context.req);
    if (isFromElsewhere(context.req.raw)) return goTo(at, undefined);
    const page = await receiptFor(at, (await formFieldsOf(context.req.raw)).get('id') ?? '');
    if (page instanceof Response) return page;
    context.header('Content-Security-Policy', `${receiptPolicy(page)}; frame-ancestors 'none'`);
    return context.html(page);
  });
  return routes;
}

const PROBLEMS: Readonly<Record<PaperFault, ShareProblem>> = {
  corners: 'paper-corners',
  'other-form': 'paper-other-form',
  dark: 'paper-dark',
  unsharp: 'paper-unsharp',
  far: 'paper-far',
};

/** Reads the photographs of one form, a side each. Nothing of them is kept; what was read waits for a person. */
async function readPhotos(open: Open, request: Request): Promise<Response> {
  const { desk } = open;
  const forms = paperSides(PAPER_LANGUAGES, await sheetInSettings(desk.repository));
  let problem: ShareProblem | undefined;
  const came = await eachFile(request, async (body) => {
    const done = await lookAtPhoto(desk, body, (file) => readPaper(file, forms));
    if (done.kind === 'not-taken') problem ??= fileProblem(done, 'pictures');
    else if (done.kind === 'not-read') problem ??= PROBLEMS[done.why];
    else {
      const { side } = done.form;
      const boxes = [...boxesToLookAt(done.boxes)];
      changeAnswers(open, (now) => ({ ...now, paper: { ...now.paper, [side]: boxes } }));
    }
  });
  const now = { ...open, given: answersNow(open) };
  if (problem !== undefined) return stepPage(now, { problem }, 422);
  if (came.kind === 'broken') return stepPage(now, { problem: 'line-broke' }, 400);
  if (came.files > 0) return goTo(open, 'paper');
  if (came.fields.get('act') === 'next') return goTo(open, stepAfter('paper', now.given));
  return stepPage(now, { problem: 'no-file' }, 422);
}

/** The receipt of whoever told it, for the one who wrote it down and for nobody else. */
async function receiptFor({ desk, visitor, shown }: At, id: string): Promise<string | Response> {
  const { lang: language, words } = shown;
  if (!mayDo(visitor?.role, 'share-for-others')) return seeOther(deskAddress('/share/', language));
  try {
    const draft = await readDraft(desk.repository, { collection: 'stories', id });
    if (draft === undefined || draft.workflow.owner !== visitor?.owner)
      throw new NotDone('not-there', 'There is no contribution with this id. No code was made.');
    return await desk.inTurn(() => printReceipt(desk, id, MAKER));
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    const says = { title: words.desk.notDoneTitle, lines: [error.message], english: true };
    const status = NOT_DONE_STATUS[error.kind];
    return desk.drawer.page({ page: 'desk/told', says, language, status });
  }
}
