import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Day, Use } from '#consent/decision.ts';
import { isMaker } from './choices.ts';
import { isWhole, type Withdrawal } from './withdrawal.ts';
import type { Trace } from '#hosting/hidden.ts';
import type { GitStore } from '#repository/git-store.ts';
import type { Hidden } from '#hosting/hidden.ts';
import { HideList } from '#hosting/hide-list.ts';
import { Refusal } from '#repository/refusal.ts';
import { finishWithdrawal, lastText, note } from './finish-withdrawal.ts';
import { writeWhole } from '#state/write-whole.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { lastKnown } from '#records/last-known.ts';
import { Register } from '#register/register.ts';
import { build } from '#build/build.ts';
import { deskCommands } from '#cli/desk-commands.ts';
import { bothTimes, type OffDisk, offDisk } from './clear-built-folders.ts';
import { deskStoreOf, sourceOf } from '#cli/source.ts';
import { type Outcome, tell } from '#cli/printer.ts';
import { type State, stateOf } from '#state/state.ts';
import { type Rebuilt, told } from './take-back-told.ts';
import { withdraw } from './withdraw.ts';

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
  /** False: hide and take out only; the build stays owed. */
  readonly rebuild: boolean;
  readonly now: () => number;
}

/**
 * One act (consent.md §4): hidden first, on a running desk, in the built folders and in the rules for
 * hosts; then out of the content, the desk's branch and its drafts, and out of the caches; then the
 * site is built and proved without it. What could not be done is said, and is still owed.
 */
export async function takeBack(input: TakeBackInput): Promise<Outcome> {
  const content = resolve(input.content);
  const state = stateOf(content);
  const register = registerIn(state, input.now);
  try {
    const store = await deskStoreOf(content);
    const what = await meant(input, content, store, register);
    if (what === undefined) return withdraw({ ...input, content, id: input.asked });
    return await act({ ...input, content, state, register, store, what });
  } finally {
    register?.close();
  }
}

/** A register that cannot be opened keeps nobody from taking down what has an id; only codes need it. */
function registerIn(state: State, now: () => number): Register | undefined {
  try {
    return Register.open(state.register, now);
  } catch {
    tell(
      'The register could not be opened: codes of receipts are not known, and this is not noted.',
    );
    return undefined;
  }
}

interface Act extends TakeBackInput {
  readonly state: State;
  readonly register: Register | undefined;
  readonly store: GitStore | undefined;
  readonly what: Withdrawal;
}

async function act(input: Act): Promise<Outcome> {
  const { content, state, register, store, what, day, now } = input;
  const hidden = await HideList.open(state.desk);
  const text = (await textOf(content, store, what.id)) ?? '';
  const at = new Date(now()).toISOString();
  const entry = hidden.mustBeWritten(await hidden.add({ ...what, trace: traceIn(text), at }));
  note(input, 'hidden', entry, 'facilitator');
  const pieces = new Map([[what.id, entry.trace]]);
  const takesAll =
    (what.part ?? what.use) === undefined &&
    (what.person === undefined || isMaker(text, what.person));
  // Off the built folders before anything that may take long or fail. A part may turn out not to be there.
  const early = takesAll ? await offDisk({ ...input, pieces }) : undefined;
  const done = await withdraw({ content, ...what, day });
  const branch = await outOfBranch(input, hidden, entry);
  if (done.exit !== 0 && branch !== 'done') {
    const { unreadable } = done.data as { unreadable?: boolean };
    if (branch === 'absent' && unreadable !== true) {
      // A part that is not there changed nothing, so nothing is hidden for it.
      await hidden.forget([entry]);
      return done;
    }
    await offDisk({ ...input, pieces });
    return {
      ...done,
      lines: [...done.lines, `${what.id} is hidden, and stays so until this is done.`],
    };
  }
  // After a fault the entry stays begun, and the desk finishes it with its next start.
  if (branch === 'absent') await hidden.markDone(entry);
  if (branch !== 'fault') await hidden.forget(begunBefore(hidden, entry));
  note({ register }, 'withdrawn', entry, 'facilitator');
  const off = bothTimes(early, await offDisk({ ...input, pieces }));
  // The branch would bring it back into what is built.
  const may = input.rebuild && branch !== 'fault';
  const rebuilt = await rebuild({ ...input, rebuild: may }, off, hidden, entry);
  const whole = takesAll && !existsSync(join(content, 'stories', what.id));
  return told({ done, entry, off, rebuilt, whole });
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
  const { content, store, day, now, state, register } = input;
  if (store === undefined || (await lastText(store, entry.id)) === undefined) return 'absent';
  // Before the branch moves, so that a desk that is running or started later makes the site again.
  await writeWhole(join(state.desk, 'build-owed.json'), JSON.stringify({ owed: true }));
  const commands = deskCommands(content, () => day);
  try {
    await finishWithdrawal({ store, hidden, commands, now, register }, entry);
    return 'done';
  } catch (error) {
    // Refused, because that part is not there: nothing was changed and nothing need be hidden.
    const isNothing = error instanceof Refusal && error.more['stays'] !== 'hidden';
    return isNothing ? 'absent' : 'fault';
  }
}

async function rebuild(
  { content, day, out, store, ...input }: Act,
  { record }: OffDisk,
  hidden: HideList,
  entry: Hidden,
): Promise<Rebuilt> {
  if (!input.rebuild || record === undefined) return 'owed';
  tell('Making the site again without it');
  const source = await sourceOf(content);
  if ('stopped' in source) return 'failed';
  const at = new Date(input.now()).toISOString();
  const built = await build({ content: source.from, out, day, at, home: content }).catch(
    () => undefined,
  );
  if (built?.exit !== 0) return 'failed';
  // With a desk the entry stays until the desk itself serves a site without it.
  if (store === undefined) await hidden.forget([entry]);
  note(input, 'rebuilt', entry, 'facilitator');
  return 'done';
}

/** What an id or a code stands for; nothing when it is neither. */
async function meant(
  { asked, part, use, person }: TakeBackInput,
  content: string,
  store: GitStore | undefined,
  register: Register | undefined,
): Promise<Withdrawal | undefined> {
  if (CONTRIBUTION_ID.test(asked) && (await textOf(content, store, asked)) !== undefined)
    return { id: asked, part, use, person };
  const receipt = register?.receiptFor(asked);
  if (receipt === undefined) return undefined;
  const { contribution: id } = receipt;
  if (person !== undefined && person !== receipt.person) return undefined;
  const text = (await textOf(content, store, id)) ?? '';
  // The contributor's code is good for a part or a use; anyone else's for their own yes alone.
  return isMaker(text, receipt.person) && (part ?? use) !== undefined
    ? { id, part, use }
    : { id, person: receipt.person };
}

async function textOf(
  content: string,
  store: GitStore | undefined,
  id: string,
): Promise<string | undefined> {
  const own = await readFile(join(content, 'stories', id, 'story.md'), 'utf8').catch(
    () => undefined,
  );
  if (own !== undefined || existsSync(join(content, 'stories', id))) return own ?? '';
  return store === undefined ? undefined : lastText(store, id);
}

function traceIn(text: string): Trace {
  const { published, onWithdrawal } = lastKnown(text);
  return published || text === '' ? onWithdrawal : 'no-trace';
}
