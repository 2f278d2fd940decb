import { type Draft, listDrafts, readDraft } from '#repository/drafts.ts';
import type { DraftKey } from '#repository/paths.ts';
import type { Desk } from '#server/desk-context.ts';
import { NotDone } from '#server/not-done.ts';

/**
 * What a contributor saved in the editor and never sent was given to nobody: it is theirs alone, and to the desk as
 * if it were not there. Only what the server itself wrote down is asked, and a draft that is further than being
 * written is never hidden from whoever has to read it.
 */
export function isUnsent({ access }: Desk, { key, workflow }: Draft): boolean {
  return (
    key.collection === 'stories' && workflow.status === 'draft' && access.pieces.isUnsent(key.id)
  );
}

/** Every draft that the desk may see. */
export async function sentDrafts(desk: Desk): Promise<readonly Draft[]> {
  return (await listDrafts(desk.repository)).filter((draft) => !isUnsent(desk, draft));
}

/** Keeps the desk from a draft that was never sent. @throws NotDone, the same as for what is not there */
export async function needSent(desk: Desk, key: DraftKey): Promise<void> {
  const draft = await readDraft(desk.repository, key);
  if (draft !== undefined && isUnsent(desk, draft))
    throw new NotDone('not-there', 'There is nothing by this name. Nothing was changed.');
}
