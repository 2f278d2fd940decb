import { isForFiles } from '#server/site/front-door.ts';
import type { Desk } from './desk-context.ts';
import { ownPiece } from './own/own-drafts.ts';
import { editorRightsOf } from './editor-rights.ts';
import { mayDo } from './roles.ts';
import { secretIn } from './sign-in.ts';

/** May a request bring a long body? A file only to a form that is open, or to what is one's own to write. */
export async function mayBring(desk: Desk, request: Request): Promise<boolean> {
  const visitor = await desk.signIns.visitor(secretIn(request));
  const { pathname: path, searchParams } = new URL(request.url);
  if (visitor === undefined) return false;
  const isIn = path.startsWith('/share/')
    ? mayDo(visitor.role, 'share')
    : editorRightsOf(visitor).sees !== 'nothing';
  if (!isIn) return false;
  if (path === '/api/media' && !mayDo(visitor.role, 'upload'))
    return (await ownPiece(desk, visitor, searchParams.get('entry'))) !== undefined;
  return !isForFiles(path) || desk.access.form(visitor) !== undefined;
}
