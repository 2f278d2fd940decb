import { CONTRIBUTION_ID } from '#records/ids.ts';
import { type Approval, type ApprovedPiece, approve } from '#intake/approve.ts';
import { problemLine } from '#records/problem.ts';
import type { Desk } from '#server/desk-context.ts';
import { advancing, readDraft } from '#repository/drafts.ts';
import {
  type Changes,
  changedTree,
  commitTree,
  filesOf,
  type Repository,
  liveTip,
  updateRefs,
} from '#repository/repository.ts';
import { withCheckout } from '#repository/checkout.ts';
import { type ReceiptLink, receiptLinks } from '#server/routes/receipt-desk.ts';
import { needSent } from '#server/own/unsent.ts';
import { NotDone } from '#server/not-done.ts';

export interface Approved {
  readonly approved: number;
  /** Receipts to print, for everybody in it who said yes to something. */
  readonly receipts: readonly ReceiptLink[];
}

/** Writes into the makers’ records that they said yes to what is there now (`archive approve`). */
export async function approveNow(desk: Desk, id: unknown): Promise<Approved> {
  const approved = await writeApproval(desk, id);
  // The yes is written down whatever becomes of its receipts: they can be printed later.
  const receipts = await receiptLinks(desk, contributionId(id)).catch(() => []);
  return { approved, receipts };
}

async function writeApproval(desk: Desk, id: unknown): Promise<number> {
  const known = contributionId(id);
  await needSent(desk, { collection: 'stories', id: known });
  const { repository } = desk;
  const draft = await readDraft(repository, { collection: 'stories', id: known });
  const base = draft?.tip ?? (await liveTip(repository));
  if (!(await holds(repository, base, known))) throw notHere();
  const { answer, changes } = await withCheckout(repository, base, known, (content) =>
    approve({ content, ids: [known] }),
  );
  const parts = approvedParts(answer);
  if (changes.size === 0) return parts;
  const commit = await committed(repository, base, changes, 'Write down what was approved');
  if (draft !== undefined) {
    const at = new Date(desk.now()).toISOString();
    await updateRefs(repository, await advancing(repository, draft, commit, at));
  } else {
    await desk.publisher.owe();
    await updateRefs(repository, [{ ref: repository.live, to: commit, from: base }]);
    desk.publisher.start();
  }
  return parts;
}

/** How many parts were approved, or a refusal with what stands in the way. */
function approvedParts(answer: Approval): number {
  if (answer.kind === 'no-folder') throw notHere();
  const { approved, problems } = answer;
  const lines = [
    ...approved.filter(({ records }) => records === 0).map(nobodyLine),
    ...problems.map(problemLine),
  ];
  const [piece] = approved;
  if (lines.length > 0 || piece === undefined)
    throw new NotDone('not-valid', `Nothing was approved. ${lines.join(' ')}`);
  return piece.parts;
}

function nobodyLine({ id }: ApprovedPiece): string {
  return `${id}: no contributor or co-creator is in the record, so there is nobody to write to.`;
}

async function committed(repository: Repository, base: string, changes: Changes, words: string) {
  return commitTree(repository, await changedTree(repository, base, changes), [base], words);
}

async function holds(repository: Repository, commit: string, id: string): Promise<boolean> {
  return (await filesOf(repository, commit, `content/stories/${id}/`)).length > 0;
}

function contributionId(id: unknown): string {
  if (typeof id === 'string' && CONTRIBUTION_ID.test(id)) return id;
  throw notHere();
}

function notHere(): NotDone {
  return new NotDone('not-there', 'There is no contribution with this id. Nothing was changed.');
}
