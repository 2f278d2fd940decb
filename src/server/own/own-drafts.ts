import { randomBytes } from 'node:crypto';
import type { Interface } from '#i18n/words.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { branchOf, type Draft, listDrafts, noteOf, readDraft } from '#repository/drafts.ts';
import { draftKey, pathOf } from '#repository/paths.ts';
import { fileOf, liveTip, resolveRef } from '#repository/repository.ts';
import type { Params } from '#server/cms/protocol-writes.ts';
import type { Desk } from '#server/desk-context.ts';
import { NotDone, type WhyNotDone } from '#server/not-done.ts';
import type { Visitor } from '#server/sign-in.ts';

/** A rule of somebody's own drafts that was not kept; each has its words in every language. */
export type OwnRule = keyof Interface['words']['editor']['problem'];

/** What is said of it, in the language of whoever asks. */
export function ownRefusal({ words }: Interface, rule: OwnRule): NotDone {
  return new NotDone(WHY[rule], words.editor.problem[rule]);
}

const WHY: Readonly<Record<OwnRule, WhyNotDone>> = {
  'not-here': 'not-there',
  'not-allowed': 'not-allowed',
  'changed-here': 'conflict',
  'not-answers': 'not-valid',
  'send-by-looking': 'not-valid',
  'sent-stays': 'not-valid',
  'somebody-in-it': 'not-valid',
  older: 'not-valid',
  'no-maker': 'not-valid',
  'not-your-file': 'not-valid',
};

/** A call of the protocol by somebody who writes their own drafts; nothing of it is believed. */
export interface OwnCall {
  readonly desk: Desk;
  readonly visitor: Visitor;
  /** In which it is refused. */
  readonly shown: Interface;
  readonly params: Params;
}

/** Something that somebody writes themselves: its draft, or the number of one of which nothing is saved yet. */
export interface OwnPiece {
  readonly id: string;
  readonly draft: Draft | undefined;
}

/**
 * A piece of their own that they may write; nothing for any other, whether it is there or not. It is theirs by
 * what the server wrote down of it, and no longer once it is published or comes down.
 */
export async function ownPiece(
  desk: Desk,
  { login, owner }: Visitor,
  id: unknown,
): Promise<OwnPiece | undefined> {
  if (typeof id !== 'string' || !CONTRIBUTION_ID.test(id)) return undefined;
  const { repository, access, hidden } = desk;
  const key = { collection: 'stories', id };
  const draft = await readDraft(repository, key);
  if (hidden.hides(id) || (await isPublished(desk, id))) return undefined;
  if (draft !== undefined) return draft.workflow.owner === login ? { id, draft } : undefined;
  const refs = await Promise.all(
    [branchOf(key), noteOf(key)].map((ref) => resolveRef(repository, ref)),
  );
  const isFree = refs.every((ref) => ref === undefined);
  return isFree && access.pieces.hasNumber(owner, id) ? { id, draft } : undefined;
}

/** The same by a draft's collection and name, as the editor says them. */
export function ownPieceNamed(
  desk: Desk,
  visitor: Visitor,
  named: { readonly collection: unknown; readonly slug: unknown },
): Promise<OwnPiece | undefined> {
  return ownPiece(desk, visitor, ownId(named));
}

/** Nothing for a name that no story can have. */
function ownId({ collection, slug }: { collection: unknown; slug: unknown }): string | undefined {
  if (collection !== 'stories') return undefined;
  try {
    return draftKey(collection, slug).id;
  } catch {
    return undefined;
  }
}

/** Every draft of theirs that they may write. */
export async function ownDrafts(desk: Desk, visitor: Visitor): Promise<readonly Draft[]> {
  const theirs = (await listDrafts(desk.repository)).filter(
    ({ key, workflow }) => key.collection === 'stories' && workflow.owner === visitor.login,
  );
  const pieces = await Promise.all(theirs.map(({ key }) => ownPiece(desk, visitor, key.id)));
  return theirs.filter((_, at) => pieces[at] !== undefined);
}

/** The number of a new piece, which is theirs from now on. */
export function giveNumber({ access }: Desk, { owner }: Visitor): string {
  const id = randomContributionId();
  access.pieces.giveNumber(owner, id);
  return id;
}

/** Random, and never made from a name. */
export function randomContributionId(): string {
  return BigInt(`0x${randomBytes(8).toString('hex')}`)
    .toString(36)
    .padStart(10, '0');
}

async function isPublished({ repository }: Desk, id: string): Promise<boolean> {
  const live = await liveTip(repository);
  const paths = [pathOf({ collection: 'stories', id }), `content/withdrawn/${id}.yaml`];
  const files = await Promise.all(paths.map((path) => fileOf(repository, live, path)));
  return files.some((file) => file !== undefined);
}
