import { isWhole, type Withdrawal } from './withdrawal.ts';
import { advancing, type Draft, dropping, readDraft } from '#repository/drafts.ts';
import {
  changedTree,
  commitTree,
  filesOf,
  type GitStore,
  liveTip,
  type RefUpdate,
  textAt,
  updateRefs,
} from '#repository/git-store.ts';
import type { Register } from '#register/register.ts';
import type { Hidden } from '#hosting/hidden.ts';
import type { HideList } from '#hosting/hide-list.ts';
import { onACopy } from '#repository/on-a-copy.ts';
import { Refusal } from '#repository/refusal.ts';

/** Needed to take something back; the command has these as well as the desk. */
export interface Withdrawing {
  readonly store: GitStore;
  readonly hidden: HideList;
  readonly commands: {
    /** Takes it out of a folder with content. */
    withdraw(content: string, what: Withdrawal): Promise<TakenOut>;
  };
  /** Absent where it could not be opened: then nothing is noted, and all else is done. */
  readonly register: Register | undefined;
  readonly now: () => number;
}

interface TakenOut {
  readonly ok: boolean;
  readonly lines: readonly string[];
  readonly unreadable?: boolean | undefined;
}

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

/** The part of a withdrawal that changes the content; doing it twice does no more than doing it once. */
export async function finishWithdrawal(desk: Withdrawing, entry: Hidden): Promise<void> {
  const { store, hidden } = desk;
  const live = await liveTip(store);
  const draft = await readDraft(store, { collection: 'stories', id: entry.id });
  const updates: RefUpdate[] = [];
  const inLive = await holds(store, live, entry.id);
  let refused: Refusal | undefined;
  if (inLive) {
    const commit = await withdrawnFrom(desk, live, entry).catch((error: unknown) => {
      const isElsewhere = draft !== undefined && error instanceof Refusal;
      if (!isElsewhere || error.more['stays'] === 'hidden') throw error;
      refused = error;
      return undefined;
    });
    if (commit !== undefined) updates.push({ ref: store.live, to: commit, from: live });
  }
  if (draft !== undefined) updates.push(...(await outOfDraft(desk, entry, draft, inLive)));
  // Neither what is published nor what is drafted has it.
  if (refused !== undefined && updates.length === 0) throw refused;
  if (updates.length > 0) await updateRefs(store, updates);
  await hidden.markDone(entry);
}

/** Withdrawals that are hidden and not yet in the content; what `hide` holds or a day ended is none. */
export function begunIn({ entries }: Pick<HideList, 'entries'>): readonly Hidden[] {
  return entries.filter(({ done, hold, lapsed }) => !done && hold !== true && lapsed !== true);
}

/**
 * Finishes what was begun and is not done: after a stop, or when it failed. `before`: only what was
 * begun earlier than this, in milliseconds, so that nobody else is still at it.
 */
export async function finishBegun(desk: Withdrawing, before = Infinity): Promise<void> {
  const begun = begunIn(desk.hidden).filter(({ at }) => !(Date.parse(at) >= before));
  for (const entry of begun) {
    try {
      await finishWithdrawal(desk, entry);
      note(desk, 'withdrawn', entry, 'desk');
    } catch (error) {
      // The others are not kept waiting for it; it is tried again.
      if (!(error instanceof Refusal)) continue;
      // It was taken out before the end came: what is left to do is the build. A record that cannot
      // be read keeps its piece hidden until somebody has mended it.
      if (error.more['stays'] !== 'hidden') await desk.hidden.markDone(entry);
    }
  }
}

/** A draft goes when nothing of the piece is left in it, and otherwise loses what was taken back. */
async function outOfDraft(
  desk: Withdrawing,
  entry: Hidden,
  draft: Draft,
  inLive: boolean,
): Promise<readonly RefUpdate[]> {
  const { store } = desk;
  // The draft's own files go too, when nothing of it was published yet.
  if (isWhole(entry) && inLive) return dropping(draft);
  const commit = await withdrawnFrom(desk, draft.tip, entry, inLive);
  if (isWhole(entry) || (commit !== undefined && !(await holds(store, commit, entry.id))))
    return dropping(draft);
  const at = new Date(desk.now()).toISOString();
  return commit === undefined ? [] : advancing(store, draft, commit, at);
}

/** The commit without it. `lenient`: it need not be there, because it was found elsewhere. */
async function withdrawnFrom(
  desk: Withdrawing,
  base: string,
  { id, part, use, person }: Hidden,
  lenient = false,
): Promise<string | undefined> {
  const { store } = desk;
  const { answer, changes } = await onACopy(store, base, id, (content) =>
    desk.commands.withdraw(content, { id, part, use, person }),
  );
  if (!answer.ok && !lenient)
    throw new Refusal(422, answer.lines.join(' '), {
      ...(answer.unreadable === true && { stays: 'hidden' }),
    });
  if (changes.size === 0) return undefined;
  return commitTree(store, await changedTree(store, base, changes), [base], 'Withdraw');
}

async function holds(store: GitStore, commit: string, id: string): Promise<boolean> {
  return (await filesOf(store, commit, `content/stories/${id}/`)).length > 0;
}

/** The record as it is published, or else as it is drafted; nothing when there is neither. */
export async function lastText(store: GitStore, id: string): Promise<string | undefined> {
  const draft = await readDraft(store, { collection: 'stories', id });
  for (const commit of [await liveTip(store), draft?.tip]) {
    if (commit === undefined || !(await holds(store, commit, id))) continue;
    return (await textAt(store, commit, `content/stories/${id}/story.md`)) ?? '';
  }
  return undefined;
}
