import type { DatabaseSync } from 'node:sqlite';

/** A sign-in that is open, as it is listed: nothing by which somebody could come in. */
export interface OpenSignIn {
  /** Its name in lists: the beginning of a digest. */
  readonly mark: string;
  /** The key of the invitation that it came of. */
  readonly invitation: string;
  readonly role: string;
  readonly language: string | undefined;
  /** The instant at which it ends, in milliseconds since 1970. */
  readonly until: number;
}

/** Everybody who is signed in at an instant; who stays longest first. */
export function listSignIns(db: DatabaseSync, now: number): readonly OpenSignIn[] {
  return db
    .prepare(
      `SELECT lower(substr(hex(hash), 1, 16)) AS mark, invitation, role, language, until
       FROM sessions WHERE until > ? ORDER BY until DESC, mark`,
    )
    .all(now)
    .map((row) => ({
      mark: String(row['mark']),
      invitation: String(row['invitation']),
      role: String(row['role']),
      language: row['language'] === null ? undefined : String(row['language']),
      until: Number(row['until']),
    }));
}

/** Ends one by its mark; false where none is open. */
export function endSignIn(db: DatabaseSync, mark: string): boolean {
  return (
    db.prepare('DELETE FROM sessions WHERE lower(substr(hex(hash), 1, 16)) = ?').run(mark).changes >
    0
  );
}

/** Ends all that came of an invitation, which goes on opening; answers with how many there were. */
export function endSignInsOf(db: DatabaseSync, invitation: string): number {
  return Number(db.prepare('DELETE FROM sessions WHERE invitation = ?').run(invitation).changes);
}
