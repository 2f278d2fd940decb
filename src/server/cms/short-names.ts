import type { Desk } from '#server/desk-context.ts';
import { readDraft } from '#repository/drafts.ts';
import { fileOf, liveTip } from '#repository/repository.ts';
import { draftKey, pathOf } from '#repository/paths.ts';

/** Whether a record is there by this short name, published or as a draft. */
export async function isTaken(
  { repository }: Pick<Desk, 'repository'>,
  collection: unknown,
  name: unknown,
): Promise<boolean> {
  const key = draftKey(collection, name);
  if ((await readDraft(repository, key)) !== undefined) return true;
  return (await fileOf(repository, await liveTip(repository), pathOf(key))) !== undefined;
}
