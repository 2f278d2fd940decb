import { stat } from 'node:fs/promises';
import { Hono, type HonoRequest } from 'hono';
import type { ShareProblem } from '#components/share-view.ts';
import { fill } from '#i18n/text.ts';
import {
  FILE_STEPS,
  type FileStep,
  filesIn,
  hasRoom,
  withFile,
  withoutFile,
} from '#intake/contribution/files.ts';
import { takeStep } from '#intake/contribution/steps.ts';
import { takeIn } from '#intake/upload.ts';
import { typeByEnding } from '#media/formats.ts';
import { smallPicture } from '#media/small-picture.ts';
import type { Desk } from '#server/desk-context.ts';
import { keptNowhere } from '#server/kept-nowhere.ts';
import { mayBeNamed } from '#server/cms/stored-files.ts';
import { fileProblem } from '#server/file-problem.ts';
import { UPLOADS } from '#server/incoming.ts';
import { eachFile } from '#server/multipart.ts';
import { isFromElsewhere } from '#server/own-page.ts';
import { sendFile } from '#server/site/site-files.ts';
import { type Env, eitherWay } from './env.ts';
import { answersNow, changeAnswers, openForm } from './share-open.ts';
import { goTo, nextStep, type Open, stepPage } from './share-pages.ts';

const STEPS = Object.keys(FILE_STEPS) as readonly FileStep[];

/**
 * `/share/files/`: where the form of people without an account sends its pictures and its recording, and where
 * they see them again. A file is cleaned as it comes; what came is gone whatever happens.
 */
export function shareFileRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  for (const step of STEPS) {
    routes.on('GET', eitherWay(`/share/files/${step}`), async ({ req }) => {
      const open = await openForm(desk, req, step);
      return open instanceof Response ? open : goTo(open, step);
    });
    routes.on('POST', eitherWay(`/share/files/${step}`), async ({ req }) => {
      const open = await openForm(desk, req, step);
      if (open instanceof Response) return open;
      if (isFromElsewhere(req.raw)) return stepPage(open, { problem: 'elsewhere' }, 403);
      return come(open, step, req.raw);
    });
  }
  // The rest of a file comes as a POST that says so: of other methods no proxy between has to know.
  routes.on('POST', [UPLOADS, `${UPLOADS}/:id`], ({ req }) => piece(desk, req));
  routes.get(`${UPLOADS}/:id`, ({ req }) => piece(desk, req));
  routes.get('/share/files/:id/:file', (context) => own(desk, context.req));
  return routes;
}

/** Takes the files of one form in, one after the other; what is good is kept, whatever is said of the rest. */
async function come(open: Open, step: FileStep, request: Request): Promise<Response> {
  const refused: { readonly number: number; readonly problem: ShareProblem }[] = [];
  const came = await eachFile(request, async (body, number) => {
    const problem = await takeOne(open, step, body);
    if (problem !== undefined) refused.push({ number, problem });
  });
  const ids = came.kind === 'whole' ? (came.fields.get('upload') ?? '').split(' ') : [];
  const sent = ids.filter((id) => id !== '');
  for (const [at, upload] of sent.entries()) {
    const problem = await takeUpload(open, step, upload);
    if (problem !== undefined) refused.push({ number: came.files + at + 1, problem });
  }
  const files = came.files + sent.length;
  const now = { ...open, given: answersNow(open) };
  const [first] = refused;
  if (first !== undefined) {
    const { share } = open.shown.words;
    const { number, problem } = first;
    const which = { number: String(number), count: String(files) };
    const lines = files > 1 ? [fill(share.whichFile, which), share.stillHere] : [share.stillHere];
    return stepPage(now, { problem, lines }, STATUS[problem] ?? 422);
  }
  if (came.kind === 'broken') return stepPage(now, { problem: 'line-broke' }, 400);
  if (came.fields.get('act') !== 'next')
    return files > 0 ? goTo(open, step) : stepPage(now, { problem: 'no-file' }, 422);
  const taken = takeStep(step, { one: () => undefined, all: () => [] }, now.given);
  if (taken.kind === 'not-taken') return stepPage(now, { problem: taken.problem }, 422);
  return goTo(open, nextStep(now, now.given));
}

const STATUS: Readonly<Partial<Record<ShareProblem, number>>> = {
  'file-too-large': 413,
  'not-a-picture': 415,
  'not-a-recording': 415,
  'no-room': 507,
};

/** One that came piece by piece before. What was taken already, or is over, is not told again. */
async function takeUpload(
  open: Open,
  step: FileStep,
  upload: string,
): Promise<ShareProblem | undefined> {
  const { desk, id } = open;
  const arrived = await desk.incoming.take(id, upload, (body) => takeOne(open, step, body));
  if (arrived.kind === 'not-whole') return 'line-broke';
  return arrived.kind === 'taken' ? arrived.value : undefined;
}

/** One file: cleaned, stored, and part of what somebody is writing; or why not. */
async function takeOne(
  open: Open,
  step: FileStep,
  body: ReadableStream<Uint8Array>,
): Promise<ShareProblem | undefined> {
  const { desk, id } = open;
  const before = answersNow(open);
  if (!hasRoom(step, before)) return 'too-many-pictures';
  const done = await takeIn(desk, {
    ...{ entry: id, kind: FILE_STEPS[step], body },
    ...{ known: filesIn(before), counted: before.counted },
  });
  if (done.kind === 'not-taken') return fileProblem(done, step);
  let replaced: string | undefined;
  const kept = changeAnswers(open, (now) => {
    replaced = step === 'sound' ? now.sound?.file : undefined;
    return hasRoom(step, now) ? withFile(step, done.file, now) : now;
  });
  if (kept !== undefined && filesIn(kept).includes(done.file)) {
    if (replaced !== undefined) await removeFile(open, replaced);
    return undefined;
  }
  // It was sent or thrown away meanwhile, or filled from another window.
  await desk.media.remove(id, done.file);
  return kept === undefined ? 'not-saved' : 'too-many-pictures';
}

/** It is gone at once; what was shared before and names it keeps it, until that is another. */
async function removeFile({ desk, id }: Open, file: string): Promise<void> {
  if (!(await mayBeNamed(desk, id, file))) await desk.media.remove(id, file);
}

/** Throws away all that somebody wrote and did not send: answers, files, and what came of others. */
export async function throwAway(open: Open): Promise<void> {
  const { desk, id, visitor } = open;
  const files = filesIn(answersNow(open));
  desk.access.removeForm(visitor);
  await desk.incoming.removeAll(id);
  for (const file of files) await removeFile(open, file);
  await desk.previews.forget(visitor.mark);
}

/** Takes a file out again: it is gone at once. */
export async function takeOut(open: Open, file: string): Promise<void> {
  if (!filesIn(answersNow(open)).includes(file)) return;
  changeAnswers(open, (now) => withoutFile(file, now));
  await removeFile(open, file);
}

/** One request about a file that comes piece by piece. */
async function piece(desk: Desk, req: HonoRequest): Promise<Response> {
  const open = await openForm(desk, req, 'language');
  const { raw } = req;
  const method = raw.headers.get('X-HTTP-Method-Override') ?? raw.method;
  const isKnown = ['HEAD', 'POST', 'PATCH'].includes(method);
  if (open instanceof Response || isFromElsewhere(raw) || !isKnown)
    return keptNowhere(new Response(null, { status: 403 }));
  const { url, headers, body } = raw;
  // Node asks for `duplex`; the types of a browser do not know it.
  const asked = { method, headers, body, duplex: 'half' };
  return keptNowhere(await desk.incoming.handle(new Request(url, asked), open.id));
}

/** A file of a form, to the sign-in of that form alone: pictures small, a recording from wherever it is asked for. */
async function own(desk: Desk, req: HonoRequest): Promise<Response> {
  const open = await openForm(desk, req, 'language');
  const { id = '', file: name = '' } = req.param() as Readonly<Record<string, string>>;
  if (open instanceof Response || open.id !== id || !filesIn(open.given).includes(name))
    return keptNowhere(new Response(null, { status: 404 }));
  const [file, type] = [await desk.media.localFile(id, name), typeByEnding(name)];
  if (file === undefined || type === undefined)
    return keptNowhere(new Response(null, { status: 404 }));
  if (type.of === 'photo') {
    const body = new Uint8Array(await smallPicture(file));
    return keptNowhere(new Response(body, { headers: { 'Content-Type': 'image/jpeg' } }));
  }
  const { size, mtimeMs } = await stat(file);
  return keptNowhere(await sendFile(req.raw, { file, size, at: mtimeMs, type: type.type }));
}
