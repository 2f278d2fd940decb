import type { DatabaseSync } from 'node:sqlite';
import { secretDigest, freshSecret } from './invitations.ts';
import { transaction } from './open-file.ts';
import type { PersonIn } from './people.ts';

/** A contribution that came by the form, and the version that its maker saw and sent. */
export interface SentPiece {
  readonly contribution: string;
  /** The name of the bytes of its record, as git has it. */
  readonly revision: string;
}

/** So many pieces at most are begun in the editor by one sign-in and not saved. */
const MOST_NUMBERS = 20;

/**
 * Who looks at what they shared: a visit is for one person in one contribution, opened by the code of a
 * receipt, and says nothing of who they are. Beside it, which sign-in sent what by the form.
 */
export class OwnPieces {
  readonly #db: DatabaseSync;
  readonly #now: () => number;

  constructor(db: DatabaseSync, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** Notes what a sign-in sent; sent again, the newer version counts. */
  noteSent(owner: string, { contribution, revision }: SentPiece): void {
    this.forgetUnsent(contribution);
    this.#db
      .prepare(
        `INSERT INTO sent (contribution, owner, revision) VALUES (?, ?, ?)
         ON CONFLICT (contribution) DO UPDATE SET revision = excluded.revision`,
      )
      .run(contribution, owner, revision);
  }

  /** Its maker saves it and has not sent it; nothing where it was sent before. */
  noteUnsent(contribution: string): void {
    if (this.sent(contribution) === undefined)
      this.#db.prepare('INSERT OR IGNORE INTO unsent VALUES (?)').run(contribution);
  }

  /** Was it saved by its maker, and never sent? */
  isUnsent(contribution: string): boolean {
    return (
      this.#db.prepare('SELECT 1 FROM unsent WHERE contribution = ?').get(contribution) !==
      undefined
    );
  }

  /** It was sent, or deleted. */
  forgetUnsent(contribution: string): void {
    this.#db.prepare('DELETE FROM unsent WHERE contribution = ?').run(contribution);
  }

  /** Its maker sent it again, changed; whose it is stays, and what did not come by the form has no row here. */
  noteSentAgain(contribution: string, revision: string): void {
    this.#db
      .prepare('UPDATE sent SET revision = ? WHERE contribution = ?')
      .run(revision, contribution);
  }

  /**
   * The version that its maker saw is now another one, in which nobody but them, or somebody who answered about
   * their own part, wrote anything. Only where `from` is the one that was noted.
   */
  moveSent(
    contribution: string,
    { from, to }: { readonly from: string; readonly to: string },
  ): void {
    this.#db
      .prepare('UPDATE sent SET revision = ? WHERE contribution = ? AND revision = ?')
      .run(to, contribution, from);
  }

  /** Gives whoever writes in the editor the number of a new piece. Of their unused ones the oldest goes. */
  giveNumber(owner: string, contribution: string): void {
    transaction(this.#db, () => {
      this.#db
        .prepare(
          `DELETE FROM numbers WHERE owner = ? AND contribution NOT IN
             (SELECT contribution FROM numbers WHERE owner = ? ORDER BY given_at DESC, rowid DESC LIMIT ?)`,
        )
        .run(owner, owner, MOST_NUMBERS - 1);
      this.#db
        .prepare('INSERT INTO numbers VALUES (?, ?, ?)')
        .run(contribution, owner, this.#now());
    });
  }

  /** Was this number given to them, and is nothing saved under it yet? */
  hasNumber(owner: string, contribution: string): boolean {
    return (
      this.#db
        .prepare('SELECT 1 FROM numbers WHERE owner = ? AND contribution = ?')
        .get(owner, contribution) !== undefined
    );
  }

  /** Something is saved under it: it is given to nobody again, whatever becomes of the piece. */
  useNumber(contribution: string): void {
    this.#db.prepare('DELETE FROM numbers WHERE contribution = ?').run(contribution);
  }

  /** What a sign-in sent. */
  sentBy(owner: string): readonly SentPiece[] {
    const rows = this.#db.prepare('SELECT * FROM sent WHERE owner = ? ORDER BY rowid').all(owner);
    return rows.map(sentIn);
  }

  /** How a contribution came, or nothing where it did not come by the form. */
  sent(contribution: string): SentPiece | undefined {
    const row = this.#db.prepare('SELECT * FROM sent WHERE contribution = ?').get(contribution);
    return row && sentIn(row);
  }

  /** Opens a visit for `lasts` milliseconds, which ends with its link. The secret is for the visitor's browser alone. */
  openVisit({ contribution, person }: PersonIn, lasts: number, link?: string): string {
    const { secret, digest } = freshSecret();
    transaction(this.#db, () => {
      this.#db.prepare('DELETE FROM visits WHERE until <= ?').run(this.#now());
      this.#db
        .prepare(
          'INSERT INTO visits (hash, contribution, person, until, link) VALUES (?, ?, ?, ?, ?)',
        )
        .run(digest, contribution, person, this.#now() + lasts, link ?? null);
    });
    return secret;
  }

  /** Whose visit a secret is; nothing when it is over or never was. */
  visitFor(secret: string): PersonIn | undefined {
    const row = this.#db
      .prepare('SELECT * FROM visits WHERE hash = ? AND until > ?')
      .get(secretDigest(secret), this.#now());
    return row && { contribution: String(row['contribution']), person: String(row['person']) };
  }

  endVisit(secret: string): void {
    this.#db.prepare('DELETE FROM visits WHERE hash = ?').run(secretDigest(secret));
  }
}

function sentIn(row: Readonly<Record<string, unknown>>): SentPiece {
  return { contribution: String(row['contribution']), revision: String(row['revision']) };
}
