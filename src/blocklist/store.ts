import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { emptyList, isKeyOf, type Blocklist, readList } from './blocklist.ts';
import type { Problem } from '#records/problem.ts';
import { Register } from '#register/register.ts';
import { ID_FILE } from '#state/archive-id.ts';
import type { State } from '#state/state.ts';
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

/**
 * Reads the list; no list means that nothing was ever withdrawn here. A list that cannot be read, or
 * without its key, is a problem and not an empty list: on doubt nothing new is published.
 */
export async function readBlocklist(state: State): Promise<BlocklistRead> {
  if (state.archive.kind === 'damaged') return { ok: false, problem: DAMAGED_ID };
  if (state.listsAreElsewhere) return { ok: false, problem: ELSEWHERE };
  const text = await readFile(state.blocklist, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return { ok: true, value: undefined };
  const list = readList(text);
  if (list === undefined) return { ok: false, problem: TORN };
  const key = await keyFor(state, { make: false });
  if (key === undefined) return { ok: false, problem: NO_KEY };
  return isKeyOf(key, list)
    ? { ok: true, value: { list, key } }
    : { ok: false, problem: OTHER_KEY };
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
    ? { ok: false, problem: NO_KEY }
    : { ok: true, value: { list: emptyList(key), key } };
}

/** Puts the list in place in one step, readable by its owner alone. */
export async function saveBlocklist(file: string, list: Blocklist): Promise<void> {
  await writePrivately(file, `${JSON.stringify(list)}\n`);
}

export async function writePrivately(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const side = `${file}.${randomUUID()}.new`;
  const handle = await open(side, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(side, file);
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

const DAMAGED_ID: Problem = {
  file: ID_FILE,
  rule: 'unreadable',
  what: 'This file says which archive the content is, and it cannot be read. So nobody can tell what was withdrawn from it or is hidden.',
  next: 'Put it back as it was committed. Where two were joined, keep the one whose lists are on the machine that builds.',
};
const ELSEWHERE: Problem = {
  file: ID_FILE,
  rule: 'lists-missing',
  what: 'Something was withdrawn from this archive or hidden in it, and this machine does not have the lists that know it again.',
  next: 'Bring them here: "npm run archive -- restore" with a backup, or "npm run archive -- never-again --import FILE" with the list of the machine that has it. Where no list is left anywhere, hide again what must be hidden, and say "npm run archive -- never-again --start-anew": from then on nothing withdrawn before is known again.',
};
const TORN: Problem = {
  file: FILE,
  rule: 'unreadable',
  what: 'The list of what was withdrawn could not be read, so nothing can be held against it.',
  next: 'Put it back from a copy, or bring it in with "npm run archive -- never-again --import FILE".',
};
const NO_KEY: Problem = {
  file: FILE,
  rule: 'unreadable',
  what: 'There is a list of what was withdrawn, but its key is not here.',
  next: 'Put the register back, or give the key in ARCHIVE_NEVER_AGAIN_KEY or ARCHIVE_NEVER_AGAIN_KEY_FILE.',
};
const OTHER_KEY: Problem = {
  file: FILE,
  rule: 'unreadable',
  what: 'The key that is here is not the key of the list of what was withdrawn.',
  next: 'Give the right key in ARCHIVE_NEVER_AGAIN_KEY, or put back the register that belongs to the list.',
};
