import { readFile } from 'node:fs/promises';
import {
  type Blocklist,
  emptyList,
  isKeyOf,
  joined,
  readList,
  withoutEntry,
} from '#blocklist/blocklist.ts';
import { keyFor, openBlocklist, readBlocklist, saveBlocklist } from '#blocklist/blocklist-file.ts';
import type { Trace } from '#hosting/hidden.ts';
import { HideList } from '#hosting/hide-list.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import type { Problem } from '#records/problem.ts';
import { Register } from '#register/register.ts';
import { noteLists } from '#state/archive-id.ts';
import { withLock } from '#state/lock.ts';
import { refusedInCheckout, refusedOver, type RefusedFile } from '#state/private-file.ts';
import type { State } from '#state/state.ts';
import { writeAtomically } from '#state/atomic-write.ts';

/** The blocklist, or its key, is here and cannot be read. */
interface ListUnreadable {
  readonly kind: 'list-unreadable';
  readonly problem: Problem;
}
/** Nothing was ever withdrawn here. */
interface NoList {
  readonly kind: 'no-list';
}

export type Carried =
  | {
      readonly kind: 'carried';
      /** Withdrawals on the list. */
      readonly entries: number;
      readonly listIn?: string | undefined;
      readonly keyIn?: string | undefined;
    }
  | NoList
  | ListUnreadable
  | { readonly kind: 'refused-file'; readonly why: RefusedFile };

/** Counts what is on the list, and writes it and its key where a machine that builds can take them. */
export async function carryBlocklist(
  state: State,
  { listTo, keyTo }: { readonly listTo?: string | undefined; readonly keyTo?: string | undefined },
): Promise<Carried> {
  return whileAlone(state, async () => {
    const refused = await refusedFile(listTo, keyTo);
    if (refused !== undefined) return { kind: 'refused-file', why: refused };
    const held = await heldIn(state);
    // What is only hidden travels too, with an empty list.
    const read = await (listTo !== undefined && held.length > 0 ? openBlocklist : readBlocklist)(
      state,
    );
    if (!read.ok) return { kind: 'list-unreadable', problem: read.problem };
    if (read.value === undefined) return { kind: 'no-list' };
    const { list, key } = read.value;
    if (listTo !== undefined) await saveBlocklist(listTo, { ...list, hidden: held });
    if (keyTo !== undefined) await writeAtomically(keyTo, `${Buffer.from(key).toString('hex')}\n`);
    return { kind: 'carried', entries: list.entries.length, listIn: listTo, keyIn: keyTo };
  });
}

export type BroughtIn =
  | { readonly kind: 'brought-in'; readonly entries: number }
  /** The file is not there, or is no blocklist; its key is not here; the list here has another key. */
  | { readonly kind: 'no-file' | 'no-key' | 'other-key' };

/** Joins a list that was carried here to the one of this machine; what it hides is hidden here. */
export async function bringInBlocklist(state: State, file: string): Promise<BroughtIn> {
  return whileAlone(state, async () => {
    const brought = readList(await readFile(file, 'utf8').catch(() => ''));
    if (brought === undefined) return { kind: 'no-file' };
    const key = await keyFor(state, { make: false });
    if (key === undefined || !isKeyOf(key, brought)) return { kind: 'no-key' };
    const here = readList(await readFile(state.blocklist, 'utf8').catch(() => ''));
    if (here !== undefined && !isKeyOf(key, here)) return { kind: 'other-key' };
    const { hidden = [], ...entries } = brought;
    await holdAgain(state, hidden);
    const whole = joined(here ?? emptyList(key), entries);
    await saveBlocklist(state.blocklist, whole);
    if (state.archive.kind === 'id') noteLists(state, state.archive.id);
    return { kind: 'brought-in', entries: whole.entries.length };
  });
}

export type Allowed =
  /** `entries`: how many were taken off. */
  | { readonly kind: 'allowed'; readonly id: string; readonly entries: number }
  | { readonly kind: 'not-listed' }
  | NoList
  | ListUnreadable;

/** Takes a piece, or one part of it, off the list: its person said yes again (docs/consent.md §4.4). */
export async function allowAgain(state: State, id: string, part?: string): Promise<Allowed> {
  return whileAlone(state, async () => {
    const read = await readBlocklist(state);
    if (!read.ok) return { kind: 'list-unreadable', problem: read.problem };
    if (read.value === undefined) return { kind: 'no-list' };
    const { list } = read.value;
    const left = withoutEntry(list, id, part);
    const entries = list.entries.length - left.entries.length;
    if (!CONTRIBUTION_ID.test(id) || entries === 0) return { kind: 'not-listed' };
    await saveBlocklist(state.blocklist, left);
    // Who may come back is a decision, so the log keeps that it was made.
    inRegister(state, (register) =>
      register.note({
        event: 'never-again-allowed',
        contribution: id,
        actorRole: 'facilitator',
        ...(part !== undefined && { detail: [part] }),
      }),
    );
    return { kind: 'allowed', id, entries };
  });
}

/**
 * From now on this machine keeps the lists of this archive, and they begin empty. Only where the
 * archive says that there were lists and none is here: what is here is not thrown away.
 */
export async function startBlocklistAnew(
  state: State,
): Promise<{ readonly kind: 'begun' | 'none-missing' }> {
  return whileAlone(state, async () => {
    if (state.archive.kind !== 'id' || !state.listsAreElsewhere) return { kind: 'none-missing' };
    noteLists(state, state.archive.id);
    inRegister(state, (register) =>
      register.note({ event: 'lists-started-anew', actorRole: 'facilitator' }),
    );
    return { kind: 'begun' };
  });
}

/** A list or a key may take the place of an older one of its own, and of nothing else. */
async function refusedFile(listTo?: string, keyTo?: string): Promise<RefusedFile | undefined> {
  const list =
    listTo === undefined
      ? undefined
      : await refusedOver(listTo, (text) => readList(text) !== undefined);
  if (list !== undefined || keyTo === undefined) return list;
  return (
    refusedInCheckout(keyTo) ??
    (await refusedOver(keyTo, (text) => /^[0-9a-f]{64}\s*$/i.test(text)))
  );
}

/** What `hide` holds here, for a list that travels. */
async function heldIn({ desk }: State): Promise<NonNullable<Blocklist['hidden']>> {
  const { entries } = await HideList.open(desk);
  return entries.flatMap(({ id, trace, hold }) => (hold === true ? [{ id, trace }] : []));
}

/** Hidden there is hidden here, too; what is hidden already stays as it is. */
async function holdAgain(
  { desk }: Pick<State, 'desk'>,
  hidden: readonly { readonly id: string; readonly trace: Trace }[],
): Promise<void> {
  const list = await HideList.open(desk);
  for (const each of hidden)
    if (!list.entries.some(({ id, hold }) => hold === true && id === each.id))
      await list.markDone(await list.add({ ...each, hold: true }));
}

function inRegister(state: State, work: (register: Register) => void): void {
  const register = Register.open(state.register, Date.now);
  try {
    work(register);
  } finally {
    register.close();
  }
}

/** One after the other with a withdrawal that writes into the same list. */
function whileAlone<T>({ blocklist }: State, work: () => Promise<T>): Promise<T> {
  return withLock(`${blocklist}.lock`, () => undefined, work);
}
