import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Day } from '#consent/decision.ts';
import { CODE_BYTES, codeFrom, meantCode } from './code.ts';
import type { PersonIn } from './people.ts';

/** What a receipt stands for. */
export interface ReceiptRecord extends PersonIn {
  readonly issuedOn: Day;
}

/** A new code for a person in a contribution. Only its keyed hash is kept; older codes stay good. */
export function issue(db: DatabaseSync, key: Buffer, of: PersonIn & { readonly day: Day }): string {
  const code = codeFrom(randomBytes(CODE_BYTES));
  db.prepare('INSERT INTO receipts VALUES (?, ?, ?, ?)').run(
    keyed(key, meantCode(code) ?? code),
    of.contribution,
    of.person,
    of.day,
  );
  return code;
}

/** Whose receipt a code is from. A slip, a code that never was and nonsense all answer nothing. */
export function lookUp(db: DatabaseSync, key: Buffer, typed: string): ReceiptRecord | undefined {
  const code = meantCode(typed);
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

/** Every receipt by its keyed hash, in memory: no code can be read from it. */
export interface KnownCodes {
  readonly key: Buffer;
  readonly count: number;
  readonly byHash: ReadonlyMap<string, ReceiptRecord>;
}

/** What is known of all receipts; read again only when there are more than before. */
export function knownCodes(db: DatabaseSync, key: Buffer, before?: KnownCodes): KnownCodes {
  const count = Number(db.prepare('SELECT COUNT(*) AS count FROM receipts').get()?.['count']);
  if (before?.count === count) return before;
  const rows = db.prepare('SELECT * FROM receipts').all();
  const byHash = rows.flatMap((row) =>
    row['hash'] instanceof Uint8Array ? [[hexOf(row['hash']), recordIn(row)] as const] : [],
  );
  return { key, count, byHash: new Map(byHash) };
}

/** The same as `lookUp`, out of memory. */
export function lookUpKnown({ key, byHash }: KnownCodes, typed: string): ReceiptRecord | undefined {
  const code = meantCode(typed);
  return code === undefined ? undefined : byHash.get(hexOf(keyed(key, code)));
}

const hexOf = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

function keyed(key: Buffer, code: string): Buffer {
  return createHmac('sha256', key).update(code).digest();
}
