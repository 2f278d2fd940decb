import { createHmac, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { transaction } from './open-file.ts';

const DAY = 86_400_000;

/**
 * Wrong codes over a restart, by the part of the network they came from. No address is written down: its
 * digest under a key that is made anew each day, and then nobody can tell any more whose it was. Whoever
 * has the file on that day could try all addresses, so a row stands no longer than a limit counts.
 */
export class WrongCodes {
  readonly #db: DatabaseSync;
  readonly #now: () => number;

  constructor(db: DatabaseSync, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** The instants of wrong codes from there after `from`. */
  since(place: string, from: number): readonly number[] {
    return this.#db
      .prepare('SELECT at FROM wrong_codes WHERE who = ? AND at > ? ORDER BY at')
      .all(this.#digest(place), from)
      .map((row) => Number(row['at']));
  }

  add(places: readonly string[], at: number): void {
    transaction(this.#db, () => {
      const put = this.#db.prepare('INSERT INTO wrong_codes (who, at) VALUES (?, ?)');
      for (const place of places) put.run(this.#digest(place), at);
    });
  }

  /** It was not wrong after all. */
  takeBack(places: readonly string[], at: number): void {
    transaction(this.#db, () => {
      const one = this.#db.prepare(
        'DELETE FROM wrong_codes WHERE rowid = (SELECT rowid FROM wrong_codes WHERE who = ? AND at = ? LIMIT 1)',
      );
      for (const place of places) one.run(this.#digest(place), at);
    });
  }

  forgetBefore(at: number): void {
    this.#db.prepare('DELETE FROM wrong_codes WHERE at <= ?').run(at);
  }

  #digest(place: string): Buffer {
    return createHmac('sha256', this.#key()).update(place).digest().subarray(0, 16);
  }

  /** Of today; with a new one goes all that was counted under the last. */
  #key(): Buffer {
    const now = this.#now();
    const row = this.#db.prepare('SELECT made_at, value FROM limit_keys').get();
    const age = now - Number(row?.['made_at']);
    if (row?.['value'] instanceof Uint8Array && age >= 0 && age < DAY)
      return Buffer.from(row['value']);
    const value = randomBytes(32);
    transaction(this.#db, () => {
      this.#db.exec('DELETE FROM limit_keys; DELETE FROM wrong_codes');
      this.#db.prepare('INSERT INTO limit_keys (made_at, value) VALUES (?, ?)').run(now, value);
    });
    return value;
  }
}
