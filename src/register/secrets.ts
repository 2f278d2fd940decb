import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { Fault } from '#records/fault.ts';

export const SECRETS = ['codes', 'fingerprints', 'calendar'] as const;
/** A key of the archive: made once, kept in the register and nowhere else. */
export type SecretName = (typeof SECRETS)[number];

/** The key of that name, 32 bytes; made the first time somebody asks. */
export function keyOf(db: DatabaseSync, name: SecretName): Buffer {
  const kept = readKey(db, name);
  if (kept !== undefined) return kept;
  // Two processes may come here at once: the first one's key stands.
  db.prepare('INSERT OR IGNORE INTO secrets VALUES (?, ?)').run(name, randomBytes(32));
  const made = readKey(db, name);
  if (made === undefined) throw new Fault('key-not-kept', {});
  return made;
}

function readKey(db: DatabaseSync, name: SecretName): Buffer | undefined {
  const value = db.prepare('SELECT value FROM secrets WHERE name = ?').get(name)?.['value'];
  return value instanceof Uint8Array ? Buffer.from(value) : undefined;
}
