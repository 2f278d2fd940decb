import { readFile } from 'node:fs/promises';
import {
  emptyList,
  isKeyOf,
  joined,
  type Blocklist,
  readList,
  withoutEntry,
} from '#blocklist/blocklist.ts';
import { HideList } from '#hosting/hide-list.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { problemLine } from '#records/problem.ts';
import { Register } from '#register/register.ts';
import { noteLists } from '#state/archive-id.ts';
import { withLock } from '#state/lock.ts';
import {
  keyFor,
  openBlocklist,
  readBlocklist,
  saveBlocklist,
  writePrivately,
} from '#blocklist/store.ts';
import type { Outcome } from './printer.ts';
import { refusedInCheckout, refusedOver } from '#state/private-file.ts';
import { type State, stateOf } from '#state/state.ts';

export interface NeverAgainInput {
  readonly content: string;
  /** Write the list there, for a machine that builds without the register. */
  readonly exportTo?: string | undefined;
  /** Write its key there. */
  readonly exportKeyTo?: string | undefined;
  /** Join that list to the one here. */
  readonly importFrom?: string | undefined;
  /** Somebody said yes again to the piece with this id. */
  readonly allow?: string | undefined;
  /** Only this part of it. */
  readonly part?: string | undefined;
  /** The lists are nowhere any more: go on without them. */
  readonly startAnew?: boolean | undefined;
}

/**
 * The list of what must never come back: how much is on it, taking it to another machine and back,
 * and taking a piece off it when its person said yes again (docs/consent.md §4.4).
 */
export async function neverAgain(input: NeverAgainInput): Promise<Outcome> {
  const state = stateOf(input.content);
  return withLock(
    `${state.blocklist}.lock`,
    () => undefined,
    () => act(input, state),
  );
}

async function act(input: NeverAgainInput, state: State): Promise<Outcome> {
  if (input.importFrom !== undefined) return bringIn(input.importFrom, state);
  const refused = await refusedFile(input);
  if (refused !== undefined) return failed(`${refused} Nothing was written.`);
  if (input.startAnew === true) return startAnew(state);
  const holds = input.exportTo !== undefined && (await heldIn(state)).length > 0;
  const read = await (holds ? openBlocklist(state) : readBlocklist(state));
  if (!read.ok) return failed(problemLine(read.problem));
  if (read.value === undefined)
    return input.allow === undefined && input.exportTo === undefined
      ? done('Nothing was ever noted as withdrawn here.', { entries: 0 })
      : failed('Nothing was ever noted as withdrawn here. Nothing was changed.');
  const { list, key } = read.value;
  if (input.allow !== undefined) return allow(input.allow, input.part, list, state);
  const lines: string[] = [];
  if (input.exportTo !== undefined) {
    await saveBlocklist(input.exportTo, { ...list, hidden: await heldIn(state) });
    lines.push(`The list was written to ${input.exportTo}. It holds only seals, days and ids.`);
  }
  if (input.exportKeyTo !== undefined) {
    await writePrivately(input.exportKeyTo, `${Buffer.from(key).toString('hex')}\n`);
    lines.push(
      `Its key was written to ${input.exportKeyTo}. Keep it as a secret of the machine that builds, as ARCHIVE_NEVER_AGAIN_KEY, and delete this file. It must never be in git.`,
    );
  }
  const count = list.entries.length;
  return done([...lines, `${count} withdrawal${count === 1 ? '' : 's'} on the list.`].join('\n'), {
    entries: count,
  });
}

async function bringIn(file: string, state: State): Promise<Outcome> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const brought = readList(text);
  if (brought === undefined)
    return failed('The file is not there, or is no never-again list. Nothing was changed.');
  const key = await keyFor(state, { make: false });
  if (key === undefined || !isKeyOf(key, brought))
    return failed(
      'The key of this list is not here. Give it in ARCHIVE_NEVER_AGAIN_KEY or ARCHIVE_NEVER_AGAIN_KEY_FILE. Nothing was changed.',
    );
  const here = readList(await readFile(state.blocklist, 'utf8').catch(() => ''));
  if (here !== undefined && !isKeyOf(key, here))
    return failed('The list that is here has another key than this one. Nothing was changed.');
  const { hidden = [], ...entries } = brought;
  await holdAgain(state, hidden);
  const whole = joined(here ?? emptyList(key), entries);
  await saveBlocklist(state.blocklist, whole);
  if (state.archive.kind === 'id') noteLists(state, state.archive.id);
  const count = whole.entries.length;
  return done(`The list was brought in. ${count} withdrawals are on it now.`, { entries: count });
}

/** A list or a key may take the place of an older one of its own, and of nothing else. */
async function refusedFile({
  exportTo,
  exportKeyTo,
}: NeverAgainInput): Promise<string | undefined> {
  const list = exportTo && (await refusedOver(exportTo, (text) => readList(text) !== undefined));
  const key =
    exportKeyTo &&
    (refusedInCheckout(exportKeyTo) ??
      (await refusedOver(exportKeyTo, (text) => /^[0-9a-f]{64}\s*$/i.test(text))));
  return list || key || undefined;
}

/** What `hide` holds here, for a list that travels. */
async function heldIn({ desk }: State): Promise<NonNullable<Blocklist['hidden']>> {
  const { entries } = await HideList.open(desk);
  return entries.flatMap(({ id, trace, hold }) => (hold === true ? [{ id, trace }] : []));
}

/** Hidden there is hidden here, too; what is hidden already stays as it is. */
export async function holdAgain(
  { desk }: Pick<State, 'desk'>,
  hidden: readonly { readonly id: string; readonly trace: 'notice' | 'no-trace' }[],
): Promise<void> {
  const list = await HideList.open(desk);
  for (const each of hidden)
    if (!list.entries.some(({ id, hold }) => hold === true && id === each.id))
      await list.markDone(await list.add({ ...each, hold: true }));
}

/** Only where the archive says that there were lists and none is here: what is here is not thrown away. */
async function startAnew(state: State): Promise<Outcome> {
  if (state.archive.kind !== 'id' || !state.listsAreElsewhere)
    return failed(
      'No list of this archive is missing here, so nothing has to begin anew. Nothing was changed.',
    );
  noteLists(state, state.archive.id);
  const register = Register.open(state.register, Date.now);
  try {
    register.note({ event: 'lists-started-anew', actorRole: 'facilitator' });
  } finally {
    register.close();
  }
  return done(
    'From now on this machine keeps the lists of this archive, and they begin empty. What was withdrawn or hidden before is not known again here: look through the content for it, and hide what must be hidden.',
    { entries: 0 },
  );
}

async function allow(
  id: string,
  part: string | undefined,
  list: Blocklist,
  state: State,
): Promise<Outcome> {
  const left = withoutEntry(list, id, part);
  const taken = list.entries.length - left.entries.length;
  if (!CONTRIBUTION_ID.test(id) || taken === 0)
    return failed('Nothing on the list has this id. Nothing was changed.');
  await saveBlocklist(state.blocklist, left);
  noteInRegister(state, id, part);
  return done(
    `${id}${part === undefined ? '' : `, part ${part},`} was taken off the never-again list: ${taken} note${taken === 1 ? '' : 's'}. It can be put back, under a new consent record. A copy of the list elsewhere still has it: bring a new one there.`,
    { allowed: id, taken },
  );
}

/** Who may come back is a decision, so the log keeps that it was made. */
function noteInRegister(state: State, contribution: string, part: string | undefined): void {
  const register = Register.open(state.register, Date.now);
  try {
    register.note({
      event: 'never-again-allowed',
      contribution,
      actorRole: 'facilitator',
      ...(part !== undefined && { detail: [part] }),
    });
  } finally {
    register.close();
  }
}

function done(text: string, data: object): Outcome {
  return { exit: 0, lines: text.split('\n'), data: { ok: true, ...data } };
}

function failed(line: string): Outcome {
  return { exit: 1, lines: [line], data: { ok: false } };
}
