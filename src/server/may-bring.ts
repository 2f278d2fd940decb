import { isForFiles } from '#server/site/front-door.ts';
import type { Desk } from './desk-context.ts';
import { mayDo } from './roles.ts';
import { secretIn } from './sign-in.ts';

/** May a request bring a long body? A file only to a form that is open. */
export async function mayBring({ signIns, access }: Desk, request: Request): Promise<boolean> {
  const visitor = await signIns.visitor(secretIn(request));
  const path = new URL(request.url).pathname;
  if (!mayDo(visitor?.role, path.startsWith('/share/') ? 'share' : 'read')) return false;
  return !isForFiles(path) || (visitor !== undefined && access.form(visitor) !== undefined);
}
