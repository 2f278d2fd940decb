import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { emptyList, isKeyOf, type Blocklist, readList } from './blocklist.ts';
import { type PlainProblem, type Problem, problemAt } from '#records/problem.ts';
import { Register } from '#register/register.ts';
import { ID_FILE } from '#state/archive-id.ts';
import type { State } from '#state/state.ts';
import { writeAtomically } from '#state/atomic-write.ts';
import { Fault } from '#records/fault.ts';

/** The list of what must never come back, and the key it is sealed with. */
export interface KeyedBlocklist {
  readonly list: Blocklist;
  readonly key: Uint8Array;
}

export type BlocklistRead =
  | { readonly ok: true; readonly value: KeyedBlocklist | undefined }
  | { readonly ok: false; readonly problem: Problem };

const FILE = 'never-again.json';

function ofTheList(kind: PlainProblem): Problem {
  return problemAt({ file: FILE }, kind);
}

/**
 * Reads the list; no list means that nothing was ever withdrawn here. A list that cannot be read, or
 * without its key, is a problem and not an empty list: on doubt nothing new is published.
 */
export async function readBlocklist(state: State): Promise<BlocklistRead> {
  if (state.archive.kind === 'damaged')
    return { ok: false, problem: problemAt({ file: ID_FILE }, 'archive-id-damaged') };
  if (state.listsAreElsewhere)
    return { ok: false, problem: problemAt({ file: ID_FILE }, 'lists-elsewhere') };
  const text = await readFile(state.blocklist, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return { ok: true, value: undefined };
  const list = readList(text);
  if (list === undefined) return { ok: false, problem: ofTheList('list-torn') };
  const key = await keyFor(state, { make: false });
  if (key === undefined) return { ok: false, problem: ofTheList('list-without-key') };
  return isKeyOf(key, list)
    ? { ok: true, value: { list, key } }
    : { ok: false, problem: ofTheList('list-of-another-key') };
}

/** The same for writing: an empty list and a new key where there are none yet. */
export async function openBlocklist(
  state: State,
): Promise<
  | { readonly ok: true; readonly value: KeyedBlocklist }
  | { readonly ok: false; readonly problem: Problem }
> {
  const read = await readBlocklist(state);
  if (!read.ok) return read;
  if (read.value !== undefined) return { ok: true, value: read.value };
  const key = await keyFor(state, { make: true });
  return key === undefined
    ? { ok: false, problem: ofTheList('list-without-key') }
    : { ok: true, value: { list: emptyList(key), key } };
}

/** Puts the list in place in one step, readable by its owner alone. */
export async function saveBlocklist(file: string, list: Blocklist): Promise<void> {
  await writeAtomically(file, `${JSON.stringify(list)}\n`);
}

/**
 * The key: from ARCHIVE_NEVER_AGAIN_KEY, or the file that ARCHIVE_NEVER_AGAIN_KEY_FILE names (a build
 * machine has no register), or the register. Only a withdrawal makes a register that is not there.
 * Throws when what was given is no key.
 */
export async function keyFor(
  state: State,
  { make }: { readonly make: boolean },
): Promise<Uint8Array | undefined> {
  const given = process.env['ARCHIVE_NEVER_AGAIN_KEY'];
  const file = process.env['ARCHIVE_NEVER_AGAIN_KEY_FILE'];
  if (given) return keyIn(given);
  if (file) return keyIn(await readFile(file, 'utf8'));
  if (!make && !existsSync(state.register)) return undefined;
  const register = Register.open(state.register, Date.now);
  try {
    return register.secret('fingerprints');
  } finally {
    register.close();
  }
}

/** The key as it is written down: 64 hexadecimal digits. */
function keyIn(text: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/i.test(text.trim())) throw new Fault('list-key-malformed', {});
  return Buffer.from(text.trim(), 'hex');
}
