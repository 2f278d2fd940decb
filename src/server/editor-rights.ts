import { isForOne } from './mine/one-piece.ts';
import { EDITOR, type EditorRights, mayDo, NO_EDITOR } from './roles.ts';
import type { Visitor } from './sign-in.ts';

/** What somebody has of the editor: what their role has, unless the code of a receipt let them in to one piece. */
export function editorRightsOf(visitor: Visitor | undefined): EditorRights {
  if (visitor === undefined || isForOne(visitor) || !mayDo(visitor.role, 'editor'))
    return NO_EDITOR;
  return EDITOR[visitor.role];
}

/** Do they write their own drafts there, and see nothing else? */
export function writesOwnDrafts(visitor: Visitor | undefined): boolean {
  return editorRightsOf(visitor) !== NO_EDITOR && mayDo(visitor?.role, 'own-drafts');
}
