import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { USES, type Use } from '#consent/decision.ts';
import { CONTRIBUTION_ID } from '#records/fields.ts';
import type { Desk, Withdrawal } from './desk-context.ts';
import { advancing, dropping, readDraft } from './drafts.ts';
import {
  type Changes,
  changedTree,
  commitTree,
  filesOf,
  type GitStore,
  liveTip,
  type RefUpdate,
  updateRefs,
} from './git-store.ts';
import type { Hidden } from './hide-list.ts';
import { idInAddress } from './hide-list.ts';
import { onACopy } from './on-a-copy.ts';
import { type ReceiptLink, receiptLinks } from './receipt-desk.ts';
import { Refusal } from './refusal.ts';

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
  const { store } = desk;
  const draft = await readDraft(store, { collection: 'stories', id: known });
  const base = draft?.tip ?? (await liveTip(store));
  if (!(await holds(store, base, known))) throw notHere();
  const { answer, changes } = await onACopy(store, base, known, (content) =>
    desk.commands.approve(content, known),
  );
  if (!answer.ok) throw new Refusal(422, `Nothing was approved. ${answer.lines.join(' ')}`);
  if (changes.size === 0) return answer.parts;
  const commit = await committed(store, base, changes, 'Write down what was approved');
  if (draft !== undefined) {
    const at = new Date(desk.now()).toISOString();
    await updateRefs(store, await advancing(store, draft, commit, at));
  } else {
    await desk.publisher.owe();
    await updateRefs(store, [{ ref: store.live, to: commit, from: base }]);
    desk.publisher.start();
  }
  return answer.parts;
}

/**
 * Takes back a contribution, a part or a use in one act: off the served site at once, then out of the
 * draft and the published entry, then a build. Asks no reason (consent.md, T13; "Withdrawn").
 */
export async function withdrawNow(desk: Desk, body: Record<string, unknown>) {
  const what: Withdrawal = {
    id: contributionId(body['id']),
    part: partId(body['part']),
    use: useOf(body['use']),
  };
  const { store, hidden, publisher } = desk;
  const draft = await readDraft(store, { collection: 'stories', id: what.id });
  if (draft === undefined && !(await holds(store, await liveTip(store), what.id))) throw notHere();
  const addresses = await addressesOf(publisher.site.folder, what.id);
  const entry = await hidden.add(what);
  await publisher.owe();
  try {
    await finishWithdrawal(desk, entry);
  } catch (error) {
    // A refusal changed nothing, so nothing is hidden for it; after a fault it stays hidden.
    if (error instanceof Refusal) await hidden.forget([entry]);
    throw error;
  }
  publisher.start();
  return { hidden: addresses, rebuild: 'owed' as const };
}

/** The part of a withdrawal that changes the content; doing it twice does no more than doing it once. */
export async function finishWithdrawal(desk: Desk, entry: Hidden): Promise<void> {
  const { store, hidden } = desk;
  const { id } = entry;
  const live = await liveTip(store);
  const draft = await readDraft(store, { collection: 'stories', id });
  const updates: RefUpdate[] = [];
  const inLive = await holds(store, live, id);
  const whole = entry.part === undefined && entry.use === undefined;
  if (inLive) {
    const commit = await withdrawnFrom(desk, live, entry);
    if (commit !== undefined) updates.push({ ref: store.live, to: commit, from: live });
  }
  if (draft !== undefined && whole) {
    // The draft's own files go too, when nothing of it was published yet.
    if (!inLive) await withdrawnFrom(desk, draft.tip, entry);
    updates.push(...dropping(draft));
  } else if (draft !== undefined) {
    const commit = await withdrawnFrom(desk, draft.tip, entry, inLive);
    const at = new Date(desk.now()).toISOString();
    if (commit !== undefined) updates.push(...(await advancing(store, draft, commit, at)));
  }
  if (updates.length > 0) await updateRefs(store, updates);
  await hidden.markDone(entry);
}

/** The commit without it. `lenient`: it need not be there, because it was found elsewhere. */
async function withdrawnFrom(
  desk: Desk,
  base: string,
  { id, part, use }: Hidden,
  lenient = false,
): Promise<string | undefined> {
  const { store } = desk;
  const { answer, changes } = await onACopy(store, base, id, (content) =>
    desk.commands.withdraw(content, { id, part, use }),
  );
  if (!answer.ok && !lenient) throw new Refusal(422, answer.lines.join(' '));
  return changes.size === 0 ? undefined : committed(store, base, changes, 'Withdraw');
}

async function committed(store: GitStore, base: string, changes: Changes, words: string) {
  return commitTree(store, await changedTree(store, base, changes), [base], words);
}

async function holds(store: GitStore, commit: string, id: string): Promise<boolean> {
  return (await filesOf(store, commit, `content/stories/${id}/`)).length > 0;
}

/** Every address of the served site that shows or plays a contribution. */
async function addressesOf(folder: string, id: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .filter((path) => idInAddress(`/${path}`)?.id === id)
    .map((path) => `/${path.replace(/index\.html$/, '')}`)
    .sort();
}

function contributionId(id: unknown): string {
  if (typeof id === 'string' && CONTRIBUTION_ID.test(id)) return id;
  throw notHere();
}

function partId(part: unknown): string | undefined {
  if (part === undefined || part === null || part === '') return undefined;
  if (typeof part === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(part)) return part;
  throw new Refusal(422, 'This is not a part of it. Nothing was changed.');
}

function useOf(use: unknown): Use | undefined {
  if (use === undefined || use === null || use === '') return undefined;
  const known = USES.find((each) => each === use);
  if (known !== undefined) return known;
  throw new Refusal(422, `Use one of: ${USES.join(', ')}. Nothing was changed.`);
}

function notHere(): Refusal {
  return new Refusal(404, 'There is no contribution with this id. Nothing was changed.');
}
