import { Hono } from 'hono';
import type { PreviewAbout } from '#components/preview-about.ts';
import { EVERYWHERE } from '#hosting/headers.ts';
import { interfaceIn } from '#i18n/words.ts';
import { FORMATS_OUT } from '#media/formats.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import type { PreviewTarget } from '#release/preview.ts';
import { NotDone } from '#server/not-done.ts';
import { PREVIEWS, previewSaved } from '#server/cms/preview.ts';
import type { Desk } from '#server/desk-context.ts';
import type { PreviewPlace, ReadyPreview } from '#server/previews.ts';
import { previewAbout } from '#server/preview-words.ts';
import { mayDo } from '#server/roles.ts';
import { secretIn, type Visitor } from '#server/sign-in.ts';
import { needSent } from '#server/own/unsent.ts';
import { signInFirst } from '#server/sign-in-first.ts';
import { findFile, sendFile } from '#server/site/site-files.ts';
import type { Env } from './env.ts';
import { languageAsked } from './language-asked.ts';

const SAVED = /^\/desk\/preview\/(stories|exhibitions)\/([a-z0-9][a-z0-9-]{0,63})\/?$/;
const TYPED = /^\/desk\/preview\/typed\/([\w-]{32})\/?$/;
const ENDINGS = Object.values(FORMATS_OUT).map(({ ending }) => ending);
/** A file of a preview, below the address that its pages have: the key of the preview, and its path in the tree. */
const PREVIEW_FILE = new RegExp(
  `/([\\w-]{32})(/media/[a-z0-9]+/[0-9a-f]+\\.(?:${ENDINGS.join('|')}))$`,
);

/**
 * `/desk/preview/`: a story or an exhibition as the public would see it, for whoever is signed in and for
 * nobody else: drawn anew each time, kept by no browser, and in a frame of the desk's own page alone.
 */
export function previewRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get(`${PREVIEWS}/*`, ({ req }) => previewPage(desk, req.raw, languageAsked(req)));
  return routes;
}

async function previewPage(desk: Desk, request: Request, language: string): Promise<Response> {
  const url = new URL(request.url);
  const visitor = await desk.signIns.visitor(secretIn(request));
  if (visitor === undefined || !mayDo(visitor.role, 'preview')) return signInFirst(desk, language);
  if (url.pathname.startsWith(`${PREVIEWS}/files/`))
    return (await previewFile(desk, visitor, request)) ?? over(desk, language);
  const page = await drawn(desk, visitor, { url, language }).catch((error: unknown) => {
    if (error instanceof NotDone) return undefined;
    throw error;
  });
  return page ?? over(desk, language);
}

async function drawn(
  desk: Desk,
  visitor: Visitor,
  { url, language }: { readonly url: URL; readonly language: string },
): Promise<Response | undefined> {
  const at = { desk, language, address: url.pathname };
  const [, typed] = TYPED.exec(url.pathname) ?? [];
  if (typed !== undefined)
    return desk.previews.use(visitor.mark, typed, (ready, place) => pageOf(at, ready, place));
  const of = previewedAt(url.pathname);
  if (of === undefined) return undefined;
  await needSent(desk, of);
  return previewSaved(desk, visitor, of, (ready, place) => pageOf(at, ready, place));
}

function previewedAt(path: string): PreviewTarget | undefined {
  const [, collection, id = ''] = SAVED.exec(path) ?? [];
  if (collection === 'exhibitions') return { collection, id };
  return collection === 'stories' && CONTRIBUTION_ID.test(id) ? { collection, id } : undefined;
}

interface At {
  readonly desk: Desk;
  readonly language: string;
  readonly address: string;
}

function pageOf(
  { desk, language, address }: At,
  ready: ReadyPreview,
  { tree }: PreviewPlace,
): Promise<Response> {
  const about: PreviewAbout = previewAbout(ready, desk.today(), interfaceIn(language));
  const how = {
    language,
    inLanguage: (other: string) => `${address}?lang=${other}`,
    headers: IN_OWN_FRAME,
  };
  const { collection, id } = ready.of;
  // At this address it stands in a frame beside the form, where a link would lead nowhere.
  const isFramed = TYPED.test(address);
  if (ready.preview.kind !== 'shown')
    return desk.drawer.page({ page: 'preview/nothing', says: about, ...how });
  return collection === 'stories'
    ? desk.drawer.page({ page: 'preview/story', says: { id, about, isFramed }, tree, ...how })
    : desk.drawer.page({ page: 'preview/exhibition', says: { id, about, isFramed }, tree, ...how });
}

const NEVER_KEPT = 'private, no-store';

/** Everything else of the archive is shown in no frame at all. */
const IN_OWN_FRAME = {
  'Content-Security-Policy': EVERYWHERE['Content-Security-Policy'].replace(
    "frame-ancestors 'none'",
    "frame-ancestors 'self'",
  ),
  'Cache-Control': NEVER_KEPT,
};

/** A clean copy out of the tree of one preview: to the sign-in that it was made for. */
export async function previewFile(
  { previews }: Desk,
  { mark }: Visitor,
  request: Request,
): Promise<Response | undefined> {
  const [, key = '', file] = PREVIEW_FILE.exec(new URL(request.url).pathname) ?? [];
  if (file === undefined) return undefined;
  return previews.use(mark, key, async (_ready, { tree }) => {
    const found = await findFile(tree, file);
    if (found === undefined) return undefined;
    const answer = await sendFile(request, found);
    for (const [name, value] of Object.entries(EVERYWHERE)) answer.headers.set(name, value);
    answer.headers.set('Cache-Control', NEVER_KEPT);
    answer.headers.set('X-Robots-Tag', 'noindex, noai, noimageai');
    return answer;
  });
}

/** The same for what is over, never was, or is somebody else's. */
function over({ drawer }: Desk, language: string): Promise<Response> {
  const { preview } = interfaceIn(language).words;
  const says = { title: preview.overTitle, lines: [preview.over] };
  return drawer.page({ page: 'desk/told', says, language, status: 404, headers: IN_OWN_FRAME });
}
