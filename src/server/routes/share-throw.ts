import { deskAddress } from '#desk/drawn.ts';
import type { ShareThrow } from '#desk/share.ts';
import { isForOne } from '#server/mine/one-piece.ts';
import { throwAway } from './share-files.ts';
import { type Open, pageOf } from './share-pages.ts';
import { SIGNED_OUT } from './sign-in-page.ts';

/** All of the form goes, when it is said a second time. */
export function askToThrow(open: Open): Promise<Response> {
  return throwPage(open, 'ask');
}

/** It goes: answers, files, what was being sent, and what this phone kept of it. */
export async function throwAll(open: Open, secret: string | undefined): Promise<Response> {
  const { desk, visitor } = open;
  await throwAway(open);
  if (!isForOne(visitor)) return throwPage(open, 'done', { 'Clear-Site-Data': '"storage"' });
  await desk.signIns.end(secret);
  return throwPage(open, 'done', SIGNED_OUT);
}

function throwPage(open: Open, state: ShareThrow['state'], headers = {}): Promise<Response> {
  const { desk, step, shown, change } = open;
  const action = deskAddress(`/share/${step}/`, shown.lang);
  const says = { state, isChange: change !== undefined, action };
  const page = pageOf(open);
  return desk.drawer.page({
    page: 'share/throw',
    says,
    ...page,
    headers: { ...page.headers, ...headers },
  });
}
