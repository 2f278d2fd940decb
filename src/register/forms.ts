import { createHmac, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { CODE_BYTES, codeFrom, readCode } from './code.ts';
import { openSession, type Session } from './invitations.ts';
import { transaction } from './open-file.ts';

/** What somebody is still writing. `answers` is JSON: what it holds is for who reads it to check. */
export interface Form {
  /** The id its contribution will have; files that were sent for it lie under it. */
  readonly contribution: string;
  readonly answers: string;
  /** Of a change of what was shared before: which versions of its record it was opened on, as whoever opened it names them. */
  readonly openedOn?: string | undefined;
  /** In milliseconds. */
  readonly savedAt: number;
}

/** The form of an owner, or nothing. */
export function formOf(db: DatabaseSync, owner: string): Form | undefined {
  const row = db.prepare('SELECT * FROM forms WHERE owner = ?').get(owner);
  return row && formIn(row);
}

/** Begins a form, or puts these answers in place of the ones it has. */
export function saveForm(
  db: DatabaseSync,
  { owner, invitation, role, language }: Session,
  { contribution, answers, openedOn, savedAt }: Form,
): void {
  db.prepare(
    `INSERT INTO forms (owner, invitation, role, language, contribution, answers, opened_on, saved_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (owner) DO UPDATE SET answers = excluded.answers, saved_at = excluded.saved_at`,
  ).run(
    ...([owner, invitation, role, language ?? null, contribution, answers] as const),
    ...([openedOn ?? null, savedAt] as const),
  );
}

/** Whose form for a contribution is, where one is begun. */
export function formFor(db: DatabaseSync, contribution: string): string | undefined {
  const row = db.prepare('SELECT owner FROM forms WHERE contribution = ?').get(contribution);
  return row && String(row['owner']);
}

/** A form that was begun goes on with another sign-in, which has none; its code goes on opening it. */
export function takeForm(
  db: DatabaseSync,
  { owner, invitation, role, language }: Session,
  contribution: string,
): void {
  db.prepare(
    'UPDATE forms SET owner = ?, invitation = ?, role = ?, language = ? WHERE contribution = ?',
  ).run(owner, invitation, role, language ?? null, contribution);
}

/** Takes a form out for good: it was sent, or thrown away. */
export function removeForm(db: DatabaseSync, owner: string): void {
  db.prepare('DELETE FROM forms WHERE owner = ?').run(owner);
}

/** A code by which its owner goes on elsewhere; the last one opens nothing more. Shown once. */
export function codeOfForm(db: DatabaseSync, key: Buffer, owner: string): string | undefined {
  const code = codeFrom(randomBytes(CODE_BYTES));
  const changed = db
    .prepare('UPDATE forms SET code = ? WHERE owner = ?')
    .run(keyed(key, readCode(code) ?? code), owner);
  return changed.changes > 0 ? code : undefined;
}

/** A new sign-in of whoever a code belongs to, until the instant `until`; nothing for any other code. */
export function resumeForm(
  db: DatabaseSync,
  { key, typed, until }: { readonly key: Buffer; readonly typed: string; readonly until: number },
): string | undefined {
  const code = readCode(typed);
  if (code === undefined) return undefined;
  return transaction(db, () => {
    const row = db.prepare('SELECT * FROM forms WHERE code = ?').get(keyed(key, code));
    if (row === undefined) return undefined;
    return openSession(db, {
      invitation: String(row['invitation']),
      role: String(row['role']),
      language: row['language'] === null ? undefined : String(row['language']),
      owner: String(row['owner']),
      until,
    });
  });
}

/** Takes out forms that nobody went on with since an instant; answers with the ids of what they were for. */
export function sweepForms(db: DatabaseSync, since: number): readonly string[] {
  return transaction(db, () => {
    const left = db.prepare('SELECT contribution FROM forms WHERE saved_at < ?').all(since);
    db.prepare('DELETE FROM forms WHERE saved_at < ?').run(since);
    return left.map((row) => String(row['contribution']));
  });
}

/** The ids of all that is being written, so that nobody takes their files for left over. */
export function contributionsBegun(db: DatabaseSync): readonly string[] {
  return db
    .prepare('SELECT contribution FROM forms')
    .all()
    .map((row) => String(row['contribution']));
}

function formIn(row: Readonly<Record<string, unknown>>): Form {
  return {
    contribution: String(row['contribution']),
    answers: String(row['answers']),
    openedOn: row['opened_on'] === null ? undefined : String(row['opened_on']),
    savedAt: Number(row['saved_at']),
  };
}

/** Another word than for receipts, so that no code opens what the other kind opens. */
function keyed(key: Buffer, code: string): Buffer {
  return createHmac('sha256', key).update(`form ${code}`).digest();
}
