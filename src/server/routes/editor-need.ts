import type { Context } from 'hono';
import { NotDone } from '#server/not-done.ts';
import { ownRefusal } from '#server/own/own-drafts.ts';
import { type Action, mayDo } from '#server/roles.ts';
import type { Env } from './env.ts';
import { isOwn } from './own-editor.ts';

/** May whoever asks do this in the editor? @throws NotDone where not, to whoever writes their own drafts in their language */
export function need(context: Context<Env>, action: Action): void {
  if (mayDo(context.var.visitor.role, action)) return;
  if (isOwn(context)) throw ownRefusal(context.var.shown, 'not-allowed');
  throw new NotDone('not-allowed', 'You may not do this. Nothing was changed.');
}
