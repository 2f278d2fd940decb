import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Answers, hasText, kindsGiven } from '#intake/contribution/answers.ts';
import { ownAnswersIn, isOwnConsent } from '#intake/contribution/own-answers.ts';
import { MAKER } from '#intake/contribution/to-record.ts';
import { contribution } from '#records/contribution.ts';
import { parseRecord } from '#records/parse-record.ts';
import { approvalsOf } from '#release/facts.ts';
import { withFiles } from '#repository/checkout.ts';
import { editFrontMatter } from '#repository/edit-front-matter.ts';
import { pathOf, recordPlace } from '#repository/paths.ts';
import { readContribution } from '#repository/read-contribution.ts';
import { recordForm } from '#repository/record-text.ts';
import { fileOf, filesOf, textAt } from '#repository/repository.ts';
import { saveDraft } from '#repository/save-draft.ts';
import type { Desk } from '#server/desk-context.ts';
import type { AsSeen } from '#server/send-contribution.ts';
import type { Visitor } from '#server/sign-in.ts';
import { ownPiece } from './own-drafts.ts';

/** A draft of somebody's own as it would be sent at this moment. */
export interface OwnSeen extends AsSeen {
  readonly given: Answers;
  readonly revision: string;
  /** The part that is the recording. */
  readonly voice: string | undefined;
}

/**
 * A draft of theirs, with their approval of what they gave: their words, pictures and recording. What others
 * made of it, such as a translation or a safe copy, is shown to them another way. Nothing where it is not theirs
 * or cannot be read.
 */
export async function ownSeen(
  desk: Desk,
  visitor: Visitor,
  id: string,
): Promise<OwnSeen | undefined> {
  const { repository } = desk;
  const { draft } = (await ownPiece(desk, visitor, id)) ?? {};
  if (draft === undefined) return undefined;
  const path = pathOf(draft.key);
  const [file, before] = await Promise.all([
    fileOf(repository, draft.tip, path),
    textAt(repository, draft.tip, path),
  ]);
  const form = recordForm(before ?? '', path);
  const parsed = form && parseRecord(contribution, form.record, path);
  if (file === undefined || before === undefined || form === undefined || !parsed?.ok)
    return undefined;
  const text = await approvedText(desk, { id, tip: draft.tip, path, before });
  if (text === undefined) return undefined;
  return {
    ...{
      text,
      voice: parsed.value.voice?.id,
      revision: file.blob,
      given: ownAnswersIn(parsed.value, form.words ?? ''),
    },
    digest: createHash('sha256').update(text).digest('hex'),
  };
}

interface Before {
  readonly id: string;
  readonly tip: string;
  readonly path: string;
  readonly before: string;
}

/** Their own yes alone: what it was bound to before stays for what is not theirs. */
async function approvedText(
  desk: Desk,
  { id, tip, path, before }: Before,
): Promise<string | undefined> {
  const files = await filesOf(desk.repository, tip, `${dirname(path)}/`);
  const read = await withFiles(desk.repository, files, async (root) => {
    const file = join(root, path.slice('content/'.length));
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, before, { mode: 0o600 });
    return readContribution({ root, store: desk.media }, id);
  });
  const { held, problems } = read;
  if (held === undefined || problems.length > 0) return undefined;
  const { photos, voice, consents } = held.fields;
  const at = consents.findIndex(isOwnConsent);
  if (at < 0) return undefined;
  const theirs = new Set(['words', ...photos.map((photo) => photo.id), voice?.id]);
  const now = [...approvalsOf(held)].filter(([part]) => theirs.has(part));
  const approved = { ...consents[at]?.approved, ...Object.fromEntries(now) };
  return editFrontMatter(before, (record) =>
    record.setIn(['consents', at, 'approved'], record.createNode(approved)),
  );
}

/** `changed`: not as it was looked at. `code`: of their receipt, the first time that it is sent. */
export type OwnSent =
  | { readonly kind: 'sent'; readonly code: string | undefined; readonly given: Answers }
  | { readonly kind: 'changed' | 'nothing-given' | 'gone' };

/** Sends a draft of theirs as they saw it: to be read by a facilitator, who alone may publish it. */
export function sendOwn(
  desk: Desk,
  visitor: Visitor,
  { id, digest }: { readonly id: string; readonly digest: string | null },
): Promise<OwnSent> {
  return desk.inTurn(async (): Promise<OwnSent> => {
    const seen = await ownSeen(desk, visitor, id);
    if (seen === undefined) return { kind: 'gone' };
    if (seen.digest !== digest) return { kind: 'changed' };
    if (kindsGiven(seen.given).length === 0 || !hasSomething(seen.given))
      return { kind: 'nothing-given' };
    const { text, revision, given } = seen;
    const at = new Date(desk.now()).toISOString();
    const author = { owner: visitor.login, mark: visitor.mark, at };
    const saved = await saveDraft(desk.repository, {
      ...{ place: recordPlace(pathOf({ collection: 'stories', id })), slug: id, text, revision },
      ...{ author, collection: 'stories', status: undefined, movesTo: 'pending_review' },
    });
    const { pieces } = desk.access;
    const isFirst = pieces.sent(id) === undefined;
    pieces.noteSent(visitor.owner, { contribution: id, revision: saved.revision });
    const code = isFirst
      ? desk.register.issueReceipt({
          ...{ contribution: id, person: MAKER, day: desk.today(), actorRole: visitor.role },
        })
      : undefined;
    return { kind: 'sent', code, given };
  });
}

/** A title that the archive gave it says nothing of its own. */
function hasSomething({ words, pictures, sound }: Answers): boolean {
  return hasText(words) || pictures.length > 0 || sound !== undefined;
}
