import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Day } from '#consent/decision.ts';
import { CODE_BYTES, codeFrom, readCode } from './code.ts';
import type { PersonIn } from './people.ts';

/** What a receipt stands for. */
export interface ReceiptRecord extends PersonIn {
  readonly issuedOn: Day;
}

/** A new code for a person in a contribution. Only its keyed hash is kept; older codes stay good. */
export function issue(db: DatabaseSync, key: Buffer, of: PersonIn & { readonly day: Day }): string {
  const code = codeFrom(randomBytes(CODE_BYTES));
  db.prepare('INSERT INTO receipts VALUES (?, ?, ?, ?)').run(
    keyed(key, readCode(code) ?? code),
    of.contribution,
    of.person,
    of.day,
  );
  return code;
}

/** Whose receipt a code is from. A slip, a code that never was and nonsense all answer nothing. */
function lookUp(db: DatabaseSync, key: Buffer, typed: string): ReceiptRecord | undefined {
  const code = readCode(typed);
  // Looked up by a keyed hash, whose beginning nobody without the key can choose: how long it takes
  // tells nothing of a code that is known. A typing slip is told at once, and so is no secret.
  const hash = keyed(key, code ?? '');
  const row = db.prepare('SELECT * FROM receipts WHERE hash = ?').get(hash);
  const kept = row?.['hash'];
  if (code === undefined || row === undefined || !(kept instanceof Uint8Array)) return undefined;
  return timingSafeEqual(kept, hash) ? recordIn(row) : undefined;
}

function recordIn(row: Readonly<Record<string, unknown>>): ReceiptRecord {
  return {
    contribution: String(row['contribution']),
    person: String(row['person']),
    issuedOn: String(row['issued_on']),
  };
}

/**
 * Every receipt by its keyed hash, in memory, so that a code still opens when the file is damaged while
 * it is in use. No code can be read from it.
 */
export class KnownCodes {
  #key: Buffer | undefined;
  #byHash: ReadonlyMap<string, ReceiptRecord> = new Map();

  /** Reads them all, when there are others than before. */
  learn(db: DatabaseSync, key: Buffer): void {
    const count = Number(db.prepare('SELECT COUNT(*) AS count FROM receipts').get()?.['count']);
    if (this.#key !== undefined && count === this.#byHash.size) return;
    const rows = db.prepare('SELECT * FROM receipts').all();
    const byHash = rows.flatMap((row) =>
      row['hash'] instanceof Uint8Array ? [[hexOf(row['hash']), recordIn(row)] as const] : [],
    );
    this.#byHash = new Map(byHash);
    this.#key = key;
  }

  /** As the file says; where it cannot be read, out of memory. Throws when nothing is known of it. */
  lookUp(open: () => readonly [DatabaseSync, Buffer], typed: string): ReceiptRecord | undefined {
    try {
      const [db, key] = open();
      this.learn(db, key);
      return lookUp(db, key, typed);
    } catch (error) {
      if (this.#key === undefined) throw error;
      const code = readCode(typed);
      return code === undefined ? undefined : this.#byHash.get(hexOf(keyed(this.#key, code)));
    }
  }
}

const hexOf = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

function keyed(key: Buffer, code: string): Buffer {
  return createHmac('sha256', key).update(code).digest();
}
