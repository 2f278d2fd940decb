import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { STEPS } from './schema.ts';
import { Fault } from '#records/fault.ts';

/** How long one process waits for another that is writing, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Opens the file of the register, makes it when it is not there, and brings its tables up to date.
 * Only the owner may read it. Several processes may have it open.
 * Throws when a newer archive made it: an older one would not know what to keep.
 */
function openFile(file: string, steps: readonly string[]): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const db = new DatabaseSync(file, { timeout: PATIENCE, enableForeignKeyConstraints: true });
  try {
    db.exec('PRAGMA journal_mode = WAL');
    // Written down before it is told: a receipt in somebody's hand must be known after a power cut.
    db.exec('PRAGMA synchronous = FULL');
    // What is erased is overwritten, so that it cannot be read from the file.
    db.exec('PRAGMA secure_delete = ON');
    bringUpToDate(db, steps);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function bringUpToDate(db: DatabaseSync, steps: readonly string[]): void {
  if (versionOf(db) === steps.length) return;
  transaction(db, () => {
    // Read again inside: another process may have done it while this one waited.
    const version = versionOf(db);
    if (version > steps.length) throw new Fault('register-newer', {});
    for (const step of steps.slice(version)) db.exec(step);
    db.exec(`PRAGMA user_version = ${steps.length}`);
  });
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}

/** All of it or none; inside another one it is part of that one. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec('BEGIN IMMEDIATE');
  try {
    const answer = work();
    db.exec('COMMIT');
    return answer;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Brings what was erased from the file also out of the journal beside it. When another process is
 * reading just then, the next one to close the file does it.
 */
export function flushErased(db: DatabaseSync): void {
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** The file of the register: opened when something of it is first asked for, and again after a fault. */
export class RegisterFile {
  readonly #file: string;
  readonly #steps: readonly string[];
  #db: DatabaseSync | undefined;

  constructor(file: string, steps: readonly string[] = STEPS) {
    this.#file = file;
    this.#steps = steps;
  }

  /** Throws when it cannot be opened. */
  static open(file: string, steps: readonly string[] = STEPS): RegisterFile {
    const opened = new RegisterFile(file, steps);
    opened.#db = openFile(file, steps);
    return opened;
  }

  get db(): DatabaseSync {
    this.#db ??= openFile(this.#file, this.#steps);
    return this.#db;
  }

  /** The name of the file when it cannot be read; nothing when it can. */
  get unreadable(): string | undefined {
    try {
      this.db.prepare('SELECT COUNT(*) FROM receipts').get();
      return undefined;
    } catch {
      return this.#file;
    }
  }

  close(): void {
    this.#db?.close();
  }
}
