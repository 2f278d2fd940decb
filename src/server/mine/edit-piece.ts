import type { Document } from 'yaml';
import { advancing, readDraft } from '#repository/drafts.ts';
import { editFrontMatter } from '#repository/edit-front-matter.ts';
import { pathOf, recordPlace } from '#repository/paths.ts';
import {
  changedTree,
  commitTree,
  fileOf,
  liveTip,
  type RefUpdate,
  textAt,
  updateRefs,
} from '#repository/repository.ts';
import { saveDraft } from '#repository/save-draft.ts';
import type { Desk } from '#server/desk-context.ts';
import { hideExpired, hideUntilBuilt } from '#withdrawal/hide-expired.ts';

type Edit = (record: Document) => void;

interface PieceEdit {
  readonly edit: Edit;
  readonly closes: boolean;
  /** It closes what the served site may show: all of it is hidden until a site without that is there. */
  readonly hides?: boolean;
}

/**
 * Writes into the record what somebody answered. What may open something goes into the draft, for a
 * facilitator to publish, and begins one where there is none; what only closes goes into what is published
 * as well, at once. False where the record is not there or cannot be written: then nothing was changed.
 */
export async function editPiece(
  desk: Desk,
  id: string,
  { edit, closes, hides }: PieceEdit,
): Promise<boolean> {
  return desk.inTurn(async () => {
    const { repository } = desk;
    const key = { collection: 'stories', id };
    const path = pathOf(key);
    const live = await liveTip(repository);
    const draft = await readDraft(repository, key);
    const at = new Date(desk.now()).toISOString();
    const published = await fileOf(repository, live, path);
    if (draft === undefined && published === undefined) return false;
    if (draft === undefined && !closes) {
      const text = editFrontMatter((await textAt(repository, live, path)) ?? '', edit);
      if (text === undefined) return false;
      const author = { owner: 'person', mark: 'answer', at };
      const own = { place: recordPlace(path), slug: id, text, revision: published?.blob, author };
      await saveDraft(repository, { ...own, status: 'pending_review', collection: 'stories' });
      return true;
    }
    const updates: RefUpdate[] = [];
    const answered = draft && (await edited(desk, draft.tip, path, edit));
    if (draft !== undefined) {
      if (answered === undefined) return false;
      updates.push(...(await advancing(repository, draft, answered, at)));
    }
    const inLive = closes && published !== undefined;
    if (inLive) {
      const commit = await edited(desk, live, path, edit);
      if (commit === undefined) return false;
      updates.push({ ref: repository.live, to: commit, from: live });
      await desk.publisher.owe();
    }
    await updateRefs(repository, updates);
    if (draft !== undefined && answered !== undefined)
      await noteNotTouched(desk, id, [draft.tip, answered]);
    if (!inLive) return true;
    // What it closes is off the served site before a new one is made.
    if (hides) await hideUntilBuilt(desk, id);
    await hideExpired(desk).catch(() => undefined);
    desk.publisher.start();
    return true;
  });
}

/** An answer is no look of a facilitator: what its maker sent counts as it stands now. */
async function noteNotTouched(
  { repository, access }: Desk,
  id: string,
  commits: readonly [before: string, after: string],
): Promise<void> {
  const path = pathOf({ collection: 'stories', id });
  const [before, after] = await Promise.all(commits.map((each) => fileOf(repository, each, path)));
  if (before !== undefined && after !== undefined)
    access.pieces.moveSent(id, { from: before.blob, to: after.blob });
}

async function edited(
  { repository }: Desk,
  base: string,
  path: string,
  edit: Edit,
): Promise<string | undefined> {
  const text = editFrontMatter((await textAt(repository, base, path)) ?? '', edit);
  if (text === undefined) return undefined;
  const tree = await changedTree(repository, base, new Map([[path, text]]));
  return commitTree(repository, tree, [base], 'Write down an answer');
}
