import type { DatabaseSync } from 'node:sqlite';
import { linkOf } from './chain.ts';
import { faultOf, type RegisterEvent, type StoredEvent } from './event.ts';
import { transaction } from './open-file.ts';
import { Fault } from '#records/fault.ts';

/** Writes an event behind the last one. Throws, naming the field, when something in it is no code. */
export function append(db: DatabaseSync, event: RegisterEvent, now: number): void {
  const field = faultOf(event);
  if (field !== undefined) throw new Fault('event-not-a-code', { field });
  transaction(db, () => {
    const last = db.prepare('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1').get();
    const kept = {
      seq: Number(last?.['seq'] ?? 0) + 1,
      event: event.event,
      contribution: event.contribution,
      person: event.person,
      at: event.at ?? new Date(now).toISOString(),
      actorRole: event.actorRole,
      detail: event.detail ?? [],
      prev: String(last?.['hash'] ?? ''),
    };
    insertEvent(db, { ...kept, hash: linkOf(kept) });
  });
}

/** Writes an event as it was kept elsewhere, digest and all. */
export function insertEvent(db: DatabaseSync, event: StoredEvent): void {
  const { seq, contribution = null, person = null, at, actorRole, detail, prev, hash } = event;
  db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    seq,
    event.event,
    contribution,
    person,
    at,
    actorRole,
    JSON.stringify(detail),
    prev,
    hash,
  );
}

/** Every event, the oldest first. */
export function allEvents(db: DatabaseSync): readonly StoredEvent[] {
  return db
    .prepare('SELECT * FROM events ORDER BY seq')
    .all()
    .map((row) => ({
      seq: Number(row['seq']),
      event: String(row['event']),
      contribution: eventText(row['contribution']),
      person: eventText(row['person']),
      at: String(row['at']),
      actorRole: String(row['actor_role']),
      detail: detailOf(row['detail']),
      prev: String(row['prev']),
      hash: String(row['hash']),
    }));
}

/** A detail that somebody spoiled by hand reads as nothing, and the chain tells of it. */
function detailOf(kept: unknown): readonly string[] {
  try {
    return JSON.parse(String(kept)) as string[];
  } catch {
    return [];
  }
}

export function eventText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
