import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** One process at a time; let go when it ends, however it ends. */
export interface ProcessLock {
  /** What others are told of who holds it, such as the address it serves. */
  readonly say: (what: string) => Promise<void>;
  readonly letGo: () => void;
}

/**
 * Holds a name for this process alone, or answers what the one that holds it says. The operating
 * system keeps the hold, through the lock of an empty database: nothing is left behind by a process
 * that was killed, and a number of a process that came round again deceives nobody.
 */
export async function takeProcessLock(
  file: string,
): Promise<ProcessLock | { readonly heldBy: string }> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const said = `${file}.txt`;
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (!isBusy(error)) throw error;
    return { heldBy: await readFile(said, 'utf8').catch(() => '') };
  }
  return {
    say: (what) => writeFile(said, what, { mode: 0o600 }).catch(() => undefined),
    letGo: () => db.close(),
  };
}

/** SQLITE_BUSY and its kin. */
function isBusy(error: unknown): boolean {
  const { errcode } = error as { readonly errcode?: number };
  return errcode !== undefined && (errcode & 0xff) === 5;
}
