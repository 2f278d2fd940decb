import { type Context, Hono } from 'hono';
import { keepTranscript, readCues } from '#intake/kept-transcript.ts';
import { makeSafeCopy } from '#intake/safe-copy.ts';
import { mediaFile, type SentFile, takeIn } from '#intake/upload.ts';
import { safeCopyTold } from '#server/cms/cover-words.ts';
import { transcriptTold } from '#server/cms/transcript-words.ts';
import { takenWords } from '#server/cms/upload-words.ts';
import type { Desk } from '#server/desk-context.ts';
import { ownMediaFile } from '#server/own/own-files.ts';
import { needSent } from '#server/own/unsent.ts';
import { need } from './editor-need.ts';
import type { Env } from './env.ts';
import { notHere } from './no-store.ts';
import { isOwn, takeOwn } from './own-editor.ts';
import { bodyOf } from './request-body.ts';

/** Files of a record that is being written: sent, looked at, covered. Behind the guard of the editor. */
export function editorMedia(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.post('/api/media', async (context) => {
    if (isOwn(context)) return context.json(await takeOwn(desk, context));
    need(context, 'upload');
    return context.json(takenWords(await takeIn(desk, sentBy(context))));
  });
  routes.post('/api/safe-copy', async (context) => {
    need(context, 'safe-copy');
    const { visitor, shown } = context.var;
    const { entry, file, cover } = await bodyOf(context);
    const asked = { entry, file, cover, mark: visitor.mark };
    return context.json(safeCopyTold(await makeSafeCopy(desk, asked), shown));
  });
  routes.get('/api/transcript/:entry/:file', async (context) => {
    need(context, 'read');
    const { entry, file } = context.req.param();
    const cues = await readCues(desk, entry, file);
    return cues === undefined ? notHere(context) : context.json({ cues });
  });
  routes.post('/api/transcript', async (context) => {
    need(context, 'upload');
    const { visitor, shown } = context.var;
    const { entry, cues } = await bodyOf(context);
    const asked = { entry, cues, mark: visitor.mark };
    return context.json(transcriptTold(await keepTranscript(desk, asked), shown));
  });
  routes.get('/api/media/:entry/:file', (context) => sendMedia(desk, context));
  return routes;
}

function sentBy({ req, var: { visitor } }: Context<Env>): SentFile {
  const size = Number(req.header('Content-Length') ?? 0);
  const { raw } = req;
  const [entry = null, kind = null] = [req.query('entry'), req.query('kind')];
  return { entry, kind, size, body: raw.body, mark: visitor.mark };
}

async function sendMedia(desk: Desk, context: Context<Env>): Promise<Response> {
  const { entry = '', file = '' } = context.req.param();
  const { visitor, shown } = context.var;
  if (!isOwn(context)) await needSent(desk, { collection: 'stories', id: entry });
  const found = isOwn(context)
    ? await ownMediaFile({ desk, visitor, shown, entry }, file)
    : await mediaFile(desk, entry, file);
  if (found === undefined) return notHere(context);
  context.header('Content-Type', found.type);
  return context.body(bodyBytes(found.body));
}

function bodyBytes(body: Uint8Array | string): ArrayBuffer | string {
  return typeof body === 'string' ? body : new Uint8Array(body).buffer;
}
