import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { approve } from '#intake/approve.ts';
import { MAKER } from '#intake/contribution/to-record.ts';
import { withFiles } from '#repository/checkout.ts';
import { readDraft } from '#repository/drafts.ts';
import { pathOf, recordPlace } from '#repository/paths.ts';
import type { RecordForm } from '#repository/record-text.ts';
import { saveDraft } from '#repository/save-draft.ts';
import type { Session } from '#register/invitations.ts';
import { checkedText } from '#server/cms/check-record.ts';
import { clearUnnamed } from '#server/cms/stored-files.ts';
import { saveChange } from '#server/mine/save-change.ts';
import type { Desk } from './desk-context.ts';

/**
 * Puts what somebody saw and sent into a draft, where facilitators find it; answers with the code of their
 * receipt. Whose it is, and how far it is, is said here and never by a browser. Sent twice, it is one draft.
 */
export async function sendContribution(
  desk: Desk,
  session: Session,
  { id, text }: { readonly id: string; readonly text: string },
): Promise<string> {
  const { repository, register } = desk;
  const key = { collection: 'stories', id };
  const place = recordPlace(pathOf(key));
  return desk.inTurn(async () => {
    const before = await readDraft(repository, key);
    // It was kept, and the answer did not arrive.
    if (before?.workflow.owner !== session.owner) {
      const at = new Date(desk.now()).toISOString();
      const author = { owner: session.owner, mark: session.mark, at };
      const draft = { place, slug: id, text, revision: undefined, author, collection: 'stories' };
      const { revision } = await saveDraft(repository, { ...draft, status: 'pending_review' });
      desk.access.pieces.noteSent(session.owner, { contribution: id, revision });
    }
    const code = register.issueReceipt({
      ...{ contribution: id, person: MAKER, day: desk.today(), actorRole: session.role },
    });
    desk.access.removeForm(session);
    await desk.incoming.removeAll(id);
    return code;
  });
}

/**
 * The same of what somebody shared before and changed: saved where it still is as they opened it, and otherwise
 * nothing is. The code of a new receipt; the one they had goes on working.
 */
export async function sendChange(
  desk: Desk,
  session: Session,
  { id, text, opened }: { readonly id: string; readonly text: string; readonly opened: string },
): Promise<string | undefined> {
  const { access, register } = desk;
  return desk.inTurn(async () => {
    const at = new Date(desk.now()).toISOString();
    const author = { owner: session.owner, mark: session.mark, at };
    const saved = await saveChange(desk, { id, opened, text }, author);
    if (saved.kind === 'overtaken') return undefined;
    access.pieces.noteSentAgain(id, saved.revision);
    const actorRole = session.role;
    const code = register.issueReceipt({
      ...{ contribution: id, person: MAKER, day: desk.today(), actorRole },
    });
    access.removeForm(session);
    await desk.incoming.removeAll(id);
    for (const dropped of saved.dropped) await clearUnnamed(desk, id, { dropped });
    return code;
  });
}

/** A record as its maker is shown it: its text with their approval of what it holds, and the digest of that text. */
export interface AsSeen {
  readonly text: string;
  readonly digest: string;
}

/** The text with the digests of what it holds, words and files, in its maker's record. */
export function asSeen(desk: Desk, id: string, form: RecordForm): Promise<AsSeen> {
  const before = checkedText(recordPlace(pathOf({ collection: 'stories', id })), form);
  return withFiles(desk.repository, [], async (content) => {
    const file = join(content, 'stories', id, 'story.md');
    await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
    await writeFile(file, before, { mode: 0o600 });
    const done = await approve({ content, ids: [id] });
    if (done.kind !== 'looked' || done.problems.length > 0)
      throw new Error('A contribution could not be approved as it was seen.');
    const text = await readFile(file, 'utf8');
    return { text, digest: createHash('sha256').update(text).digest('hex') };
  });
}
