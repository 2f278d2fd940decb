import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Day } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import type { Hidden } from '#hosting/hidden.ts';
import { HideList } from '#hosting/hide-list.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import type { CopyHeld } from '#register/copies.ts';
import { Register } from '#register/register.ts';
import type { Repository } from '#repository/repository.ts';
import type { Progress } from '#state/progress.ts';
import { deskRepositoryOf } from '#state/content-source.ts';
import { type State, stateOf } from '#state/state.ts';
import { writeAtomically } from '#state/atomic-write.ts';
import { isMaker } from './choices.ts';
import { clearBuiltFolders, type Cleared, mergeCleared } from './clear-built-folders.ts';
import { copiesElsewhere } from './copies-elsewhere.ts';
import { finishWithdrawal, lastText, note } from './finish-withdrawal.ts';
import { isOut, type NotThere, type Out, type TakenOut, type Unreadable } from './result.ts';
import { withdraw } from './withdraw.ts';
import { isWhole, type Withdrawal } from './withdrawal.ts';
import { traceIn } from './withdrawals.ts';

export interface TakeBackInput {
  readonly content: string;
  /** The id of a contribution, or the code of a receipt. */
  readonly asked: string;
  readonly part?: string | undefined;
  readonly use?: Use | undefined;
  readonly person?: string | undefined;
  readonly day: Day;
  /** The folder the site is built into. */
  readonly out: string;
  /** Builds the site again; says whether a new one stands. Absent: the build stays owed. */
  readonly build?: (() => Promise<boolean>) | undefined;
  /** What stands meanwhile where a page still named it; by its language or nothing. */
  readonly meanwhile: (language: string) => string;
  readonly now: () => number;
  /** Told at once: a register that cannot be opened keeps nobody from taking down what has an id. */
  readonly onRegisterClosed: () => void;
  readonly onProgress?: Progress | undefined;
}

/** It is down. */
export interface TakenBack {
  readonly kind: 'taken-back';
  readonly id: string;
  /** What came out of the content folder; nothing where only the desk's branch had it. */
  readonly folder: Out | NotThere | Unreadable;
  /** When it was hidden, ISO 8601. */
  readonly hiddenAt: string;
  readonly cleared: Cleared;
  readonly rebuilt: 'done' | 'failed' | 'owed';
  /** The piece itself is gone, not a part, a use or one person's yes. */
  readonly whole: boolean;
  /** Copies that others have and that hold it. */
  readonly copies: readonly CopyHeld[];
}

export type TakeBackResult =
  | TakenBack
  /** Hidden, and it stays so until this is done: out of the content it could not be taken. */
  | {
      readonly kind: 'only-hidden';
      readonly id: string;
      readonly why: NotThere | Unreadable;
      readonly cleared: Cleared;
    }
  /** Nothing was changed, and nothing is hidden. */
  | { readonly kind: 'nothing-taken'; readonly why: TakenOut };

/**
 * One act (docs/consent.md §4): hidden first, on a running desk, in the built folders and in the rules for
 * hosts; then out of the content, the desk's branch and its drafts, and out of the caches; then the
 * site is built and proved without it. What could not be done is told, and is still owed.
 */
export async function takeBack(input: TakeBackInput): Promise<TakeBackResult> {
  const content = resolve(input.content);
  const state = stateOf(content);
  const register = registerIn(state, input);
  try {
    const repository = await deskRepositoryOf(content);
    const what = await meant(input, content, repository, register);
    if (what === undefined) {
      const why = await withdraw({ ...input, content, id: input.asked });
      return { kind: 'nothing-taken', why };
    }
    return await act({ ...input, content, state, register, repository, what });
  } finally {
    register?.close();
  }
}

function registerIn(
  state: State,
  { now, onRegisterClosed }: Pick<TakeBackInput, 'now' | 'onRegisterClosed'>,
): Register | undefined {
  try {
    return Register.open(state.register, now);
  } catch {
    onRegisterClosed();
    return undefined;
  }
}

interface Act extends TakeBackInput {
  readonly state: State;
  readonly register: Register | undefined;
  readonly repository: Repository | undefined;
  readonly what: Withdrawal;
}

async function act(input: Act): Promise<TakeBackResult> {
  const { content, state, register, repository, what, day, now, onProgress } = input;
  const hidden = await HideList.open(state.desk);
  const text = (await textOf(content, repository, what.id)) ?? '';
  const at = new Date(now()).toISOString();
  const entry = hidden.mustBeWritten(await hidden.add({ ...what, trace: traceIn(text), at }));
  note(input, 'hidden', entry, 'facilitator');
  const pieces = new Map([[what.id, entry.trace]]);
  const takesAll =
    (what.part ?? what.use) === undefined &&
    (what.person === undefined || isMaker(text, what.person));
  // Off the built folders before anything that may take long or fail. A part may turn out not to be there.
  const early = takesAll ? await clearBuiltFolders({ ...input, pieces }) : undefined;
  const folder = await withdraw({ content, ...what, day, onProgress });
  const branch = await outOfBranch(input, hidden, entry);
  if (!isOut(folder) && branch !== 'done') {
    if (branch === 'absent' && folder.kind !== 'unreadable') {
      // A part that is not there changed nothing, so nothing is hidden for it.
      await hidden.forget([entry]);
      return { kind: 'nothing-taken', why: folder };
    }
    const cleared = mergeCleared(early, await clearBuiltFolders({ ...input, pieces }));
    return { kind: 'only-hidden', id: what.id, why: folder, cleared };
  }
  // After a fault the entry stays begun, and the desk finishes it with its next start.
  if (branch === 'absent') await hidden.markDone(entry);
  if (branch !== 'fault') await hidden.forget(begunBefore(hidden, entry));
  note({ register }, 'withdrawn', entry, 'facilitator');
  const cleared = mergeCleared(early, await clearBuiltFolders({ ...input, pieces }));
  // The branch would bring it back into what is built.
  const may = branch !== 'fault' && cleared.record !== undefined;
  const rebuilt = may ? await rebuild(input, hidden, entry) : 'owed';
  const whole = takesAll && !existsSync(join(content, 'stories', what.id));
  const hiddenAt = entry.at;
  const copies = copiesElsewhere(register, what);
  return { kind: 'taken-back', id: what.id, folder, hiddenAt, cleared, rebuilt, whole, copies };
}

/** Earlier attempts at the same, cut short: what is done now finishes them too. */
function begunBefore(hidden: HideList, { key, ...now }: Hidden): readonly Hidden[] {
  return hidden.entries.filter(
    (entry) =>
      !entry.done &&
      entry.key !== key &&
      entry.id === now.id &&
      (isWhole(now) ||
        (entry.part === now.part && entry.use === now.use && entry.person === now.person)),
  );
}

/** Out of the desk's branch and its drafts, where there is one. */
async function outOfBranch(
  input: Act,
  hidden: HideList,
  entry: Hidden,
): Promise<'done' | 'absent' | 'fault'> {
  const { content, repository, day, now, state, register, onProgress } = input;
  if (repository === undefined || (await lastText(repository, entry.id)) === undefined)
    return 'absent';
  // Before the branch moves, so that a desk that is running or started later makes the site again.
  await writeAtomically(join(state.desk, 'build-owed.json'), JSON.stringify({ owed: true }));
  const commands = {
    withdraw: (copy: string, what: Withdrawal) =>
      withdraw({ content: copy, ...what, day, home: content, onProgress }),
  };
  const desk = { repository, hidden, commands, now, register };
  const done = await finishWithdrawal(desk, entry).catch(() => undefined);
  if (done === undefined || done.kind === 'unreadable') return 'fault';
  // That part is not there: nothing was changed and nothing need be hidden.
  return done.kind === 'finished' ? 'done' : 'absent';
}

async function rebuild(
  { repository, build, ...input }: Act,
  hidden: HideList,
  entry: Hidden,
): Promise<TakenBack['rebuilt']> {
  if (build === undefined) return 'owed';
  if (!(await build().catch(() => false))) return 'failed';
  // With a desk the entry stays until the desk itself serves a site without it.
  if (repository === undefined) await hidden.forget([entry]);
  note(input, 'rebuilt', entry, 'facilitator');
  return 'done';
}

/** What an id or a code stands for; nothing when it is neither. */
async function meant(
  { asked, part, use, person }: TakeBackInput,
  content: string,
  repository: Repository | undefined,
  register: Register | undefined,
): Promise<Withdrawal | undefined> {
  if (CONTRIBUTION_ID.test(asked) && (await textOf(content, repository, asked)) !== undefined)
    return { id: asked, part, use, person };
  const receipt = register?.receiptFor(asked);
  if (receipt === undefined) return undefined;
  const { contribution: id } = receipt;
  if (person !== undefined && person !== receipt.person) return undefined;
  const text = (await textOf(content, repository, id)) ?? '';
  // The contributor's code is good for a part or a use; anyone else's for their own yes alone.
  return isMaker(text, receipt.person) && (part ?? use) !== undefined
    ? { id, part, use }
    : { id, person: receipt.person };
}

async function textOf(
  content: string,
  repository: Repository | undefined,
  id: string,
): Promise<string | undefined> {
  const own = await readFile(join(content, 'stories', id, 'story.md'), 'utf8').catch(
    () => undefined,
  );
  if (own !== undefined || existsSync(join(content, 'stories', id))) return own ?? '';
  return repository === undefined ? undefined : lastText(repository, id);
}
