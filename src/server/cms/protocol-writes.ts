import { checkedText } from './check-record.ts';
import type { Desk } from '#server/desk-context.ts';
import { readDraft, STATUSES } from '#repository/drafts.ts';
import { saveDraft } from '#repository/save-draft.ts';
import { fromEditor, toKeep } from './editor-form.ts';
import { liveTip, textAt } from '#repository/repository.ts';
import { refuseUncleared } from './exhibition-check.ts';
import { needToChange } from './may-change.ts';
import { draftKey, recordPlace, type RecordPlace } from '#repository/paths.ts';
import { NotDone } from '#server/not-done.ts';
import { needSent } from '#server/own/unsent.ts';
import type { Visitor } from '#server/sign-in.ts';
import { clearUnnamed } from './stored-files.ts';

/** What a call of the protocol brings with it; nothing of it is believed. */
export type Params = Readonly<Record<string, unknown>>;
export interface ProtocolCall {
  readonly desk: Desk;
  readonly visitor: Visitor;
  readonly params: Params;
}
/** Saves one text into its draft; never past the draft, and never with files in it. */
export async function persistEntry({ desk, visitor, params }: ProtocolCall): Promise<unknown> {
  const options = (params['options'] ?? {}) as Params;
  const files = (params['dataFiles'] ?? (params['entry'] ? [params['entry']] : [])) as Params[];
  const [file] = files;
  if (options['useWorkflow'] !== true)
    throw new NotDone('not-allowed', 'Everything is saved as a draft first. Nothing was saved.');
  if (file === undefined || files.length !== 1)
    throw new NotDone('not-valid', 'The desk saves one text at a time. Nothing was saved.');
  if (Array.isArray(params['assets']) && params['assets'].length > 0) notThisWay();
  if (file['newPath'] !== undefined && file['newPath'] !== file['path'])
    throw new NotDone(
      'not-valid',
      'A piece keeps its place, so that links to it go on working. Nothing was saved.',
    );
  const place = recordPlace(file['path']);
  needToChange(visitor, place.collection);
  const slug = String(file['slug'] ?? place.id);
  keepToPlace(place, options['collectionName'], slug);
  const { collection } = place;
  await needSent(desk, { collection, id: place.id });
  const { revision, ...form } = fromEditor(file['raw']);
  const text = checkedText(place, toKeep(form, place.path));
  if (place.collection === 'exhibitions')
    await refuseUncleared(desk, {
      id: place.id,
      from: await savedTip(desk, collection, slug),
      text,
    });
  const status = STATUSES.find((each) => each === options['status']);
  const at = new Date(desk.now()).toISOString();
  const author = { owner: visitor.login, mark: visitor.mark, at };
  const isStory = place.collection === 'stories';
  // Only the files of a story lie in the store.
  const before = isStory
    ? await textAt(desk.repository, await savedTip(desk, collection, slug), place.path)
    : undefined;
  const saved = await saveDraft(desk.repository, {
    place,
    slug,
    text,
    revision,
    status,
    author,
    collection,
  });
  if (isStory) await clearUnnamed(desk, place.id, { dropped: before, mark: visitor.mark });
  return { rev: saved.revision };
}

/**
 * A draft is known by the place of its record, because what is asked before it is published hangs on
 * that. A call that names another collection, or another record, is refused.
 */
function keepToPlace(place: RecordPlace, collection: unknown, slug: string): void {
  const named = draftKey(collection ?? place.collection, slug);
  if (named.collection !== place.collection || named.id !== place.id)
    throw new NotDone(
      'not-valid',
      'The name of this draft and its place do not fit. Nothing was saved.',
    );
}

/** The commit that holds what was saved last: the draft's, or else the live one. */
async function savedTip({ repository }: Desk, collection: string, slug: string): Promise<string> {
  return (await readDraft(repository, draftKey(collection, slug)))?.tip ?? liveTip(repository);
}

/** Loose files would go round the cleaning and the draft (docs/consent.md, T13). */
export function notThisWay(): never {
  throw new NotDone(
    'not-valid',
    'Photographs and sound are added with the buttons in the form, where they are cleaned first. Nothing was saved.',
  );
}
