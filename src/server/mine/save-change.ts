import { narrowed } from '#intake/contribution/narrowed.ts';
import { contribution } from '#records/contribution.ts';
import { type Author, branchOf, noteOf, noteText, type Workflow } from '#repository/drafts.ts';
import { editFrontMatter } from '#repository/edit-front-matter.ts';
import { recordForm } from '#repository/record-text.ts';
import {
  changedTree,
  commitTree,
  readBlobs,
  updateRefs,
  writeBlob,
} from '#repository/repository.ts';
import type { Desk } from '#server/desk-context.ts';
import { hideExpired, hideUntilBuilt } from '#withdrawal/hide-expired.ts';
import { openedOn, storyPath, type Versions, versionsNow } from './changeable.ts';

/** `overtaken`: somebody else changed it since it was opened; nothing was saved. */
export type ChangeSaved =
  | { readonly kind: 'saved'; readonly revision: string; readonly dropped: readonly string[] }
  | { readonly kind: 'overtaken' };

/**
 * Puts what its maker changed into the draft, to be looked at anew, where everything still is as they opened it;
 * what they took back of what is published leaves that in the same step, and is hidden until a site without it
 * is there. What it opens waits. Sent twice, it is saved once. To be called in turn with other writes.
 */
export async function saveChange(
  desk: Desk,
  { id, opened, text }: { readonly id: string; readonly opened: string; readonly text: string },
  author: Author,
): Promise<ChangeSaved> {
  const { repository } = desk;
  const versions = await versionsNow(desk, id);
  if (versions === undefined) return { kind: 'overtaken' };
  const revision = await writeBlob(repository, text);
  const [from = ''] = opened.split(' ');
  const { draft, live } = versions;
  if (openedOn(versions) !== opened) {
    // It was kept, and the answer did not arrive: what was taken back may not be off the site yet.
    if (draft?.blob !== revision || draft.workflow.saves[0]?.revision !== from)
      return { kind: 'overtaken' };
    if (live !== undefined) await offTheSite(desk, id);
    return { kind: 'saved', revision, dropped: [] };
  }
  const before = live === undefined ? undefined : await textOf(desk, live);
  const less = before === undefined ? undefined : lessOf(before, text);
  const base = await baseOf(desk, versions, { id, less });
  const put = new Map([[storyPath(id), { blob: Promise.resolve(revision) }]]);
  const tree = await changedTree(repository, base, put);
  const commit = await commitTree(repository, tree, [base], 'Save a draft');
  const note = noteText(workflowOf(versions, { id, from, revision }, author));
  const key = { collection: 'stories', id };
  if (less !== undefined) await desk.publisher.owe();
  await updateRefs(repository, [
    ...(less === undefined ? [] : [{ ref: repository.live, to: base, from: versions.tip }]),
    { ref: branchOf(key), to: commit, from: draft?.tip },
    { ref: noteOf(key), to: await writeBlob(repository, note), from: draft?.note },
  ]);
  if (less !== undefined) await offTheSite(desk, id);
  return { kind: 'saved', revision, dropped: [await textOf(desk, from), before ?? ''] };
}

/** The commit that the draft stands on: of what is published, without what was taken back. */
async function baseOf(
  { repository }: Desk,
  { tip, live, draft }: Versions,
  { id, less }: { readonly id: string; readonly less: string | undefined },
): Promise<string> {
  if (live === undefined) return draft?.tip ?? tip;
  if (less === undefined) return tip;
  const tree = await changedTree(repository, tip, new Map([[storyPath(id), less]]));
  return commitTree(repository, tree, [tip], 'Take back what was taken back');
}

async function offTheSite(desk: Desk, id: string): Promise<void> {
  await hideUntilBuilt(desk, id);
  await hideExpired(desk).catch(() => undefined);
  desk.publisher.start();
}

async function textOf({ repository }: Desk, blob: string): Promise<string> {
  return (await readBlobs(repository, [blob])).get(blob)?.toString('utf8') ?? '';
}

/** What is published, without what was taken back; nothing where nothing was. @throws where it cannot be read */
function lessOf(live: string, next: string): string | undefined {
  const fieldsOf = (text: string) => contribution.parse(recordForm(text, 'story.md')?.record);
  const edits = narrowed(fieldsOf(live), fieldsOf(next));
  if (edits.length === 0) return undefined;
  const text = editFrontMatter(live, (record) => {
    for (const edit of edits) edit(record);
  });
  if (text === undefined) throw new Error('A published record could not be written.');
  return text;
}

/** It is looked at anew; whose draft it is stays, and who has an older text open is told. */
function workflowOf(
  { draft }: Versions,
  { id, from, revision }: { readonly id: string; readonly from: string; readonly revision: string },
  { owner, mark, at }: Author,
): Workflow {
  const path = storyPath(id);
  return {
    status: 'pending_review',
    owner: draft?.workflow.owner ?? owner,
    slug: draft?.workflow.slug ?? id,
    updated: at,
    saves: [
      { path, revision: from, by: '' },
      { path, revision, by: mark },
    ],
  };
}
