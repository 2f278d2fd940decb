import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { approve } from '#intake/approve.ts';
import { withFiles } from '#repository/checkout.ts';
import { readDraft } from '#repository/drafts.ts';
import { pathOf, recordPlace } from '#repository/paths.ts';
import type { RecordForm } from '#repository/record-text.ts';
import { saveDraft } from '#repository/save-draft.ts';
import type { Session } from '#register/invitations.ts';
import { checkedText } from '#server/cms/check-record.ts';
import type { Desk } from './desk-context.ts';

/**
 * Puts what somebody sent into a draft, where facilitators find it, with their approval of exactly what
 * they saw; answers with the code of their receipt. Whose it is, and how far it is, is said here and
 * never by a browser. Sent twice, it is one draft.
 */
export async function sendContribution(
  desk: Desk,
  session: Session,
  { id, form }: { readonly id: string; readonly form: RecordForm },
): Promise<string> {
  const { repository, register } = desk;
  const key = { collection: 'stories', id };
  const place = recordPlace(pathOf(key));
  return desk.inTurn(async () => {
    const before = await readDraft(repository, key);
    // It was kept, and the answer did not arrive.
    if (before?.workflow.owner !== session.owner) {
      const text = await approved(desk, id, checkedText(place, form));
      const at = new Date(desk.now()).toISOString();
      const author = { owner: session.owner, mark: session.mark, at };
      const draft = { place, slug: id, text, revision: undefined, author, collection: 'stories' };
      const { revision } = await saveDraft(repository, { ...draft, status: 'pending_review' });
      desk.access.pieces.noteSent(session.owner, { contribution: id, revision });
    }
    const code = register.issueReceipt({
      ...{ contribution: id, person: 'p1', day: desk.today(), actorRole: session.role },
    });
    desk.access.removeForm(session);
    return code;
  });
}

/** The text with the digests of what it holds, in its maker's record. */
function approved(desk: Desk, id: string, text: string): Promise<string> {
  return withFiles(desk.repository, [], async (content) => {
    const file = join(content, 'stories', id, 'story.md');
    await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
    await writeFile(file, text, { mode: 0o600 });
    const done = await approve({ content, ids: [id] });
    if (done.kind !== 'looked' || done.problems.length > 0)
      throw new Error('A contribution could not be approved as it was seen.');
    return readFile(file, 'utf8');
  });
}
