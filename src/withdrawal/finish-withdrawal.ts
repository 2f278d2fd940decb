import type { Hidden } from '#hosting/hidden.ts';
import type { HideList } from '#hosting/hide-list.ts';
import type { Register } from '#register/register.ts';
import { advancing, type Draft, dropping, readDraft } from '#repository/drafts.ts';
import {
  changedTree,
  commitTree,
  filesOf,
  type Repository,
  liveTip,
  type RefUpdate,
  textAt,
  updateRefs,
} from '#repository/repository.ts';
import { withCheckout } from '#repository/checkout.ts';
import { isOut, type NotThere, type TakenOut, type Unreadable } from './result.ts';
import { isWhole, type Withdrawal } from './withdrawal.ts';

/** Needed to take something back; the command has these as well as the desk. */
export interface Withdrawing {
  readonly repository: Repository;
  readonly hidden: HideList;
  readonly commands: {
    /** Takes it out of a folder with content, as `withdraw` does. */
    withdraw(content: string, what: Withdrawal): Promise<TakenOut>;
  };
  /** Absent where it could not be opened: then nothing is noted, and all else is done. */
  readonly register: Register | undefined;
  readonly now: () => number;
}

/** Out of all that the desk keeps; or nothing was changed, and why. */
export type Finished = { readonly kind: 'finished' } | NotThere | Unreadable;

/** Never stands in the way of a withdrawal: what was done is in the content and the hide list too. */
export function note(
  { register }: Pick<Withdrawing, 'register'>,
  event: 'hidden' | 'withdrawn' | 'rebuilt',
  { id, part, use, person }: Withdrawal,
  actorRole: string,
): void {
  const detail = [part, use].filter((code) => code !== undefined);
  try {
    register?.note({ event, contribution: id, person, actorRole, detail });
    if (event !== 'withdrawn' || !isWhole({ part, use, person })) return;
    // Nobody is thanked for what was taken back.
    for (const { key, contribution } of register?.thanksWaiting() ?? [])
      if (contribution === id) register?.takeThanks({ key, as: 'dropped' });
  } catch {
    // A log that is full or locked.
  }
}

/**
 * The part of a withdrawal that changes what the desk keeps: the live branch and the draft; doing it
 * twice does no more than doing it once. Rejects where git or the disk fails: then it is still owed.
 */
export async function finishWithdrawal(desk: Withdrawing, entry: Hidden): Promise<Finished> {
  const { repository, hidden } = desk;
  const live = await liveTip(repository);
  const draft = await readDraft(repository, { collection: 'stories', id: entry.id });
  const updates: RefUpdate[] = [];
  const inLive = await holds(repository, live, entry.id);
  let isNot: NotThere | undefined;
  if (inLive) {
    const taken = await withdrawnFrom(desk, live, entry);
    if (taken.kind === 'unreadable') return taken;
    // It may be in the draft alone.
    if (taken.kind !== 'taken') isNot = taken;
    else if (taken.commit !== undefined)
      updates.push({ ref: repository.live, to: taken.commit, from: live });
  }
  if (isNot !== undefined && draft === undefined) return isNot;
  if (draft !== undefined) {
    const out = await outOfDraft(desk, entry, draft, inLive);
    if (out.kind !== 'updates') return out;
    updates.push(...out.updates);
  }
  if (isNot !== undefined && updates.length === 0) return isNot;
  if (updates.length > 0) await updateRefs(repository, updates);
  await hidden.markDone(entry);
  return { kind: 'finished' };
}

/** Withdrawals that are hidden and not yet in the content; what `hide` holds or a day ended is none. */
export function begunIn({ entries }: Pick<HideList, 'entries'>): readonly Hidden[] {
  return entries.filter(({ done, hold, expired }) => !done && hold !== true && expired !== true);
}

/**
 * Finishes what was begun and is not done: after a stop, or when it failed. `before`: only what was
 * begun earlier than this, in milliseconds, so that nobody else is still at it.
 */
export async function finishBegun(desk: Withdrawing, before = Infinity): Promise<void> {
  const begun = begunIn(desk.hidden).filter(({ at }) => !(Date.parse(at) >= before));
  for (const entry of begun) {
    // The others are not kept waiting for what failed; it is tried again.
    const done = await finishWithdrawal(desk, entry).catch(() => undefined);
    if (done?.kind === 'finished') note(desk, 'withdrawn', entry, 'desk');
    // It was taken out before the end came: what is left to do is the build. A record that cannot be
    // read keeps its piece hidden until somebody has mended it.
    else if (done !== undefined && done.kind !== 'unreadable') await desk.hidden.markDone(entry);
  }
}

/** A draft goes when nothing of the piece is left in it, and otherwise loses what was taken back. */
async function outOfDraft(
  desk: Withdrawing,
  entry: Hidden,
  draft: Draft,
  inLive: boolean,
): Promise<
  { readonly kind: 'updates'; readonly updates: readonly RefUpdate[] } | NotThere | Unreadable
> {
  const { repository } = desk;
  // The draft's own files go too, when nothing of it was published yet.
  if (isWhole(entry) && inLive) return { kind: 'updates', updates: dropping(draft) };
  const taken = await withdrawnFrom(desk, draft.tip, entry);
  // What is in the live branch need not be in the draft too.
  if (taken.kind !== 'taken' && !inLive) return taken;
  const commit = taken.kind === 'taken' ? taken.commit : undefined;
  if (isWhole(entry) || (commit !== undefined && !(await holds(repository, commit, entry.id))))
    return { kind: 'updates', updates: dropping(draft) };
  if (commit === undefined) return { kind: 'updates', updates: [] };
  const at = new Date(desk.now()).toISOString();
  return { kind: 'updates', updates: await advancing(repository, draft, commit, at) };
}

/** The commit without it; none where it changes nothing. */
async function withdrawnFrom(
  desk: Withdrawing,
  base: string,
  { id, part, use, person }: Hidden,
): Promise<{ readonly kind: 'taken'; readonly commit?: string } | NotThere | Unreadable> {
  const { repository } = desk;
  const { answer, changes } = await withCheckout(repository, base, id, (content) =>
    desk.commands.withdraw(content, { id, part, use, person }),
  );
  if (!isOut(answer)) return answer;
  if (changes.size === 0) return { kind: 'taken' };
  const tree = await changedTree(repository, base, changes);
  return { kind: 'taken', commit: await commitTree(repository, tree, [base], 'Withdraw') };
}

async function holds(repository: Repository, commit: string, id: string): Promise<boolean> {
  return (await filesOf(repository, commit, `content/stories/${id}/`)).length > 0;
}

/** The record as it is published, or else as it is drafted; nothing when there is neither. */
export async function lastText(repository: Repository, id: string): Promise<string | undefined> {
  const draft = await readDraft(repository, { collection: 'stories', id });
  for (const commit of [await liveTip(repository), draft?.tip]) {
    if (commit === undefined || !(await holds(repository, commit, id))) continue;
    return (await textAt(repository, commit, `content/stories/${id}/story.md`)) ?? '';
  }
  return undefined;
}
