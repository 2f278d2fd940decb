import type { Context } from 'hono';
import { type Interface, interfaceIn } from '#i18n/words.ts';
import type { Desk } from '#server/desk-context.ts';
import { writesOwnDrafts } from '#server/editor-rights.ts';
import { giveNumber, ownRefusal } from '#server/own/own-drafts.ts';
import { takeOwnFile } from '#server/own/own-files.ts';
import { ownProtocol } from '#server/own/own-protocol.ts';
import type { Visitor } from '#server/sign-in.ts';
import type { Env } from './env.ts';
import { languageAsked } from './language-asked.ts';
import { bodyOf } from './request-body.ts';
import { preferred } from './sign-in-page.ts';

/** Has whoever asks no more of the editor than their own drafts? */
export function isOwn({ var: { visitor } }: Context<Env>): boolean {
  return writesOwnDrafts(visitor);
}

/** The interface in the language of the sign-in, or else of the browser. */
export function shownTo({ req }: Context<Env>, visitor: Visitor | undefined): Interface {
  return interfaceIn(languageAsked(req, visitor?.language ?? preferred(req.raw)), 'desk');
}

/** A call of Decap's protocol about somebody's own drafts. What cannot be read is none. @throws NotDone */
export async function ownCall(desk: Desk, context: Context<Env>): Promise<unknown> {
  const { visitor, shown } = context.var;
  const body = await bodyOf(context).catch(() => undefined);
  if (body === undefined) throw ownRefusal(shown, 'not-answers');
  const { action, params } = body;
  const isTable = typeof params === 'object' && params !== null && !Array.isArray(params);
  const asked = { action: String(action), params: isTable ? (params as typeof body) : {} };
  return ownProtocol({ desk, visitor, shown, ...asked });
}

/** The number of something new of theirs. @throws NotDone */
export function beginOwn(desk: Desk, context: Context<Env>): { readonly id: string } {
  const { visitor, shown } = context.var;
  if (!isOwn(context)) throw ownRefusal(shown, 'not-allowed');
  return { id: giveNumber(desk, visitor) };
}

/** A picture or a recording for what they write. @throws NotDone */
export function takeOwn(desk: Desk, { req, var: { visitor, shown } }: Context<Env>) {
  const asked = { desk, visitor, shown, entry: req.query('entry') };
  return takeOwnFile(asked, { kind: req.query('kind'), body: req.raw.body });
}
