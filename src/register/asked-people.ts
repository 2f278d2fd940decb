import type { DatabaseSync } from 'node:sqlite';
import { randomBytes } from 'node:crypto';
import { freshSecret, secretDigest } from './invitations.ts';
import { transaction } from './open-file.ts';
import type { PersonIn } from './people.ts';

/** A link for one person who is in a contribution, to see their part and answer. */
export interface AskedLink extends PersonIn {
  /** Its name: who knows it opens nothing. */
  readonly key: string;
}

/**
 * Links for people who are in a contribution and have to be asked. Digests alone are kept, and no name.
 * One link at a time for each person: it opens until they answered, it ran out, or it was stopped, and
 * stopping it ends the visits that came of it.
 */
export class AskedPeople {
  readonly #db: DatabaseSync;
  readonly #now: () => number;

  constructor(db: DatabaseSync, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** Makes a link that opens for `lasts` milliseconds, in place of the one before. The token is shown once. */
  make({ contribution, person }: PersonIn, { lasts }: { readonly lasts: number }): string {
    const { secret, digest } = freshSecret();
    const now = this.#now();
    transaction(this.#db, () => {
      this.stop({ contribution, person });
      this.#db.prepare('DELETE FROM asked WHERE until <= ?').run(now);
      this.#db
        .prepare(
          'INSERT INTO asked (key, hash, contribution, person, until) VALUES (?, ?, ?, ?, ?)',
        )
        .run(randomBytes(6).toString('hex'), digest, contribution, person, now + lasts);
    });
    return secret;
  }

  /** What a token opens now; looking at it uses nothing up. */
  linkFor(token: string): AskedLink | undefined {
    const row = this.#db
      .prepare('SELECT * FROM asked WHERE hash = ? AND until > ?')
      .get(secretDigest(token), this.#now());
    return row && linkIn(row);
  }

  /** Is there a link that opens for this person? */
  hasOpen({ contribution, person }: PersonIn): boolean {
    const rows = this.#db.prepare(
      'SELECT 1 FROM asked WHERE contribution = ? AND person = ? AND until > ?',
    );
    return rows.get(contribution, person, this.#now()) !== undefined;
  }

  /** They answered: the link opens nothing more, and whoever came in by it may look on. */
  close({ contribution, person }: PersonIn): void {
    this.#db
      .prepare('DELETE FROM asked WHERE contribution = ? AND person = ?')
      .run(contribution, person);
  }

  /** It opens nothing more, and every visit that came of it is over. */
  stop(of: PersonIn): void {
    transaction(this.#db, () => {
      this.#db
        .prepare(
          'DELETE FROM visits WHERE link IN (SELECT key FROM asked WHERE contribution = ? AND person = ?)',
        )
        .run(of.contribution, of.person);
      this.close(of);
    });
  }
}

function linkIn(row: Readonly<Record<string, unknown>>): AskedLink {
  return {
    key: String(row['key']),
    contribution: String(row['contribution']),
    person: String(row['person']),
  };
}
