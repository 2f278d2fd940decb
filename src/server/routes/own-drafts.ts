import { Hono, type HonoRequest } from 'hono';
import { deskAddress } from '#desk/drawn.ts';
import { EVERYWHERE } from '#hosting/headers.ts';
import type { ShareProblem } from '#components/share-view.ts';
import { OFTEN_TOLD_IN } from '#i18n/told-in.ts';
import { kindOf } from '#state/fault.ts';
import { makePreview } from '#server/cms/preview.ts';
import type { Desk } from '#server/desk-context.ts';
import { writesOwnDrafts } from '#server/editor-rights.ts';
import { editorAddress } from '#server/editor-address.ts';
import { isFromElsewhere } from '#server/own-page.ts';
import { ownSeen, type OwnSeen, sendOwn } from '#server/own/send-own.ts';
import { type LookedAt, questionOf, sentView } from '#server/share-view.ts';
import type { Visitor } from '#server/sign-in.ts';
import { type Env, eitherWay } from './env.ts';
import { FORM_HEADERS } from './form-headers.ts';
import { seeOther } from './see-other.ts';
import { LOOK_FILES, shownIn } from './share-look.ts';
import { atOf } from './share-open.ts';
import type { At } from './share-pages.ts';
import { formFieldsOf } from './withdraw-page.ts';

/** Somebody looks at a draft of theirs. */
interface Looking extends At {
  readonly visitor: Visitor;
  readonly id: string;
  readonly seen: OwnSeen;
}

/**
 * `/share/draft/<id>/`: what somebody wrote in the editor, as its page will be, for them alone; what they say
 * yes to there is sent as the form sends it. A draft that is not theirs is an address that never was.
 */
export function ownDraftRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.on(['GET', 'POST'], eitherWay('/share/draft/:id'), async ({ req }, next) => {
    const at = await atOf(desk, req);
    const { visitor } = at;
    if (visitor === undefined) return seeOther(deskAddress('/share/', at.shown.lang));
    const id = req.param('id');
    const seen = writesOwnDrafts(visitor) ? await ownSeen(desk, visitor, id) : undefined;
    if (seen === undefined) return next();
    const looking = { ...at, visitor, id, seen };
    if (req.method !== 'POST') return lookAt(looking);
    return isFromElsewhere(req.raw) ? lookAt(looking, 'elsewhere', 403) : send(looking, req);
  });
  return routes;
}

/** The piece as its page will be, through the release; where that cannot be drawn, all of it as it was given. */
async function lookAt(looking: Looking, problem?: ShareProblem, status = 200): Promise<Response> {
  const { desk, visitor, id, seen } = looking;
  const { digest, voice } = seen;
  const of = { collection: 'stories', id } as const;
  try {
    return await desk.previews.renew(
      visitor.mark,
      `own/${id}`,
      (place) => makePreview(desk, place, { of, typed: seen.text, filesBelow: LOOK_FILES }),
      ({ preview }, { tree }) => {
        const parts = shownIn(preview);
        const shown = parts && new Set([...parts].map((part) => (part === voice ? 'v1' : part)));
        return draftPage(looking, { looked: { digest, id, shown }, tree, problem }, status);
      },
    );
  } catch (error) {
    desk.report(`stories/${id}: its page could not be drawn for its maker (${kindOf(error)}).`);
    return draftPage(looking, { looked: { digest, id }, tree: undefined, problem }, status);
  }
}

interface Drawn {
  readonly looked: LookedAt;
  readonly tree: string | undefined;
  readonly problem: ShareProblem | undefined;
}

function draftPage(
  { desk, id, seen, shown }: Looking,
  { looked, tree, problem }: Drawn,
  status: number,
): Promise<Response> {
  const path = `/share/draft/${id}/`;
  const asked = questionOf('look', {
    ...{ form: id, given: seen.given, shown, looked, languages: OFTEN_TOLD_IN },
    fileAt: (file) => `/api/media/${id}/${file}`,
  });
  const says = {
    // Its questions stand in the editor.
    ...{ asked: { ...asked, questions: [] }, problem, action: deskAddress(path, shown.lang) },
    editorAt: editorAddress('stories', id),
  };
  return desk.drawer.page({
    ...{ page: 'share/draft', says, language: shown.lang, status },
    ...(looked.shown === undefined ? {} : { tree }),
    inLanguage: (other) => `${path}?lang=${other}`,
    headers: { ...EVERYWHERE, ...FORM_HEADERS },
  });
}

const NOT_SENT = {
  gone: ['not-saved', 409],
  changed: ['changed', 409],
  'nothing-given': ['nothing-given', 422],
} as const;

async function send(looking: Looking, req: HonoRequest): Promise<Response> {
  const { desk, visitor, id, shown, seen } = looking;
  const form = await formFieldsOf(req.raw);
  if (form.get('seen') !== 'yes') return lookAt(looking, 'not-seen', 422);
  const sent = await sendOwn(desk, visitor, { id, digest: form.get('digest') });
  if (sent.kind !== 'sent') {
    const now = sent.kind === 'changed' ? await ownSeen(desk, visitor, id) : undefined;
    const [problem, status] = NOT_SENT[sent.kind];
    return lookAt({ ...looking, seen: now ?? seen }, problem, status);
  }
  await desk.previews.forget(visitor.mark);
  const how = { language: shown.lang, headers: FORM_HEADERS };
  const { share, mine } = shown.words;
  if (sent.code === undefined) {
    const onward = { href: deskAddress('/mine/', shown.lang), label: mine.title };
    const says = { title: share.sentTitle, lines: [share.sentLead], onward };
    return desk.drawer.page({ page: 'desk/told', says, ...how });
  }
  const origin = desk.ownOrigin ?? new URL(req.url).origin;
  const view = sentView({ code: sent.code, id, given: sent.given, shown, origin });
  const says = { ...view, isChange: false };
  return desk.drawer.page({ page: 'share/sent', says, ...how });
}
