import { MAKER } from '#intake/contribution/to-record.ts';
import { isForOne } from '#server/mine/one-piece.ts';
import { sendChange, sendContribution } from '#server/send-contribution.ts';
import { sentView } from '#server/share-view.ts';
import { lookPage, seenNow } from './share-look.ts';
import { type Open, pageOf } from './share-pages.ts';
import { SIGNED_OUT } from './sign-in-page.ts';

interface Asked {
  readonly request: Request;
  readonly secret: string | undefined;
}

/** What was seen becomes a draft; what is not as it was seen is shown again. Where it fails, all is still there. */
export async function send(open: Open, form: URLSearchParams, asked: Asked): Promise<Response> {
  const { desk, visitor, id, given, shown, change } = open;
  if (form.get('seen') !== 'yes') return lookPage(open, { problem: 'not-seen' }, 422);
  const seen = await seenNow(open);
  if (seen === undefined) return lookPage(open);
  const { text, digest } = seen;
  if (form.get('digest') !== digest) return lookPage(open, { problem: 'changed' }, 409);
  const code =
    change === undefined
      ? await sendContribution(desk, visitor, { id, text })
      : await sendChange(desk, visitor, { id, text, opened: change.opened });
  if (code === undefined) return lookPage(open, { problem: 'overtaken' }, 409);
  await desk.previews.forget(visitor.mark);
  if (given.method !== 'online') noteExplained(open);
  if (isForOne(visitor)) await desk.signIns.end(asked.secret);
  const origin = desk.ownOrigin ?? new URL(asked.request.url).origin;
  const isChange = change !== undefined;
  const says = { ...sentView({ code, id, given, shown, origin }), isChange };
  const page = pageOf(open);
  // What this phone kept until it was sent goes.
  const gone = isForOne(visitor) ? SIGNED_OUT : { 'Clear-Site-Data': '"storage"' };
  return desk.drawer.page({
    page: 'share/sent',
    says,
    ...page,
    headers: { ...page.headers, ...gone },
  });
}

/** Who explained it, as a role, and whether somebody interpreted: for the register alone. */
function noteExplained({ desk, id, given }: Open): void {
  const { by, interpreter } = given.explained ?? {};
  const of = { contribution: id, person: MAKER };
  desk.register.saveConsentCapture({ ...of, takenByRole: by, interpreter });
}
