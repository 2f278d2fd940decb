import { readFile } from 'node:fs/promises';
import {
  emptyList,
  isKeyOf,
  joined,
  type NeverAgainList,
  readList,
  withoutEntry,
} from '#fingerprints/never-again.ts';
import { CONTRIBUTION_ID } from '#records/fields.ts';
import { problemLine } from '#records/problem.ts';
import { Register } from '#register/register.ts';
import { withLock } from './lock.ts';
import { keyFor, readNeverAgain, saveNeverAgain, writePrivately } from './never-again-store.ts';
import type { Outcome } from './printer.ts';
import { type State, stateOf } from './state.ts';

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
}

/**
 * The list of what must never come back: how much is on it, taking it to another machine and back,
 * and taking a piece off it when its person said yes again (consent.md §4.4).
 */
export async function neverAgain(input: NeverAgainInput): Promise<Outcome> {
  const state = stateOf(input.content);
  return withLock(
    `${state.neverAgain}.lock`,
    () => undefined,
    () => act(input, state),
  );
}

async function act(input: NeverAgainInput, state: State): Promise<Outcome> {
  if (input.importFrom !== undefined) return bringIn(input.importFrom, state);
  const read = await readNeverAgain(state);
  if (!read.ok) return failed(problemLine(read.problem));
  if (read.value === undefined)
    return input.allow === undefined && input.exportTo === undefined
      ? done('Nothing was ever noted as withdrawn here.', { entries: 0 })
      : failed('Nothing was ever noted as withdrawn here. Nothing was changed.');
  const { list, key } = read.value;
  if (input.allow !== undefined) return allow(input.allow, input.part, list, state);
  const lines: string[] = [];
  if (input.exportTo !== undefined) {
    await saveNeverAgain(input.exportTo, list);
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
  const here = readList(await readFile(state.neverAgain, 'utf8').catch(() => ''));
  if (here !== undefined && !isKeyOf(key, here))
    return failed('The list that is here has another key than this one. Nothing was changed.');
  const whole = joined(here ?? emptyList(key), brought);
  await saveNeverAgain(state.neverAgain, whole);
  const count = whole.entries.length;
  return done(`The list was brought in. ${count} withdrawals are on it now.`, { entries: count });
}

async function allow(
  id: string,
  part: string | undefined,
  list: NeverAgainList,
  state: State,
): Promise<Outcome> {
  const left = withoutEntry(list, id, part);
  const taken = list.entries.length - left.entries.length;
  if (!CONTRIBUTION_ID.test(id) || taken === 0)
    return failed('Nothing on the list has this id. Nothing was changed.');
  await saveNeverAgain(state.neverAgain, left);
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
