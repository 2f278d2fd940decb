import type { DatabaseSync } from 'node:sqlite';
import type { Day } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import type { RegisterEvent } from './event.ts';
import { eventText } from './log.ts';
import { transaction } from './open-file.ts';
import { refuseCharacters } from './refused.ts';

/** A copy of what was granted for one use, that somebody has (docs/consent.md §4.2, W13). */
export interface CopyHeld {
  /** Its number, which is written in it too. */
  readonly key: string;
  readonly use: Use;
  readonly format: string;
  readonly day: Day;
  /** Who has it and how to reach them, in the desk's own words; absent where nobody wrote it down. */
  readonly recipient?: string | undefined;
  readonly parts: readonly { readonly contribution: string; readonly part: string }[];
  /** The day on which its holder said that it is destroyed. */
  readonly destroyedOn?: Day | undefined;
}

/** Where copies went: kept as long as they may be there, so that a withdrawal can say whom to ask. */
export class Copies {
  readonly #db: DatabaseSync;
  readonly #note: (event: RegisterEvent) => void;

  constructor(db: DatabaseSync, note: (event: RegisterEvent) => void) {
    this.#db = db;
    this.#note = note;
  }

  /** Writes a copy down, all of it or nothing. Throws `RegisterRefused` for a recipient that no text may hold. */
  add(copy: Omit<CopyHeld, 'destroyedOn'>): void {
    const { key, use, format, day, recipient, parts } = copy;
    refuseCharacters({ recipient });
    transaction(this.#db, () => {
      this.#db
        .prepare('INSERT INTO copies VALUES (?, ?, ?, ?, ?, NULL)')
        .run(key, use, format, day, recipient ?? null);
      const insert = this.#db.prepare('INSERT INTO copy_parts VALUES (?, ?, ?)');
      for (const { contribution, part } of parts) insert.run(key, contribution, part);
      this.#tell('copy-written-down', parts, [use, format, key]);
    });
  }

  /** It never came to be. */
  drop(key: string): void {
    transaction(this.#db, () => {
      const parts = this.#partsOf(key);
      this.#db.prepare('DELETE FROM copies WHERE key = ?').run(key);
      this.#tell('copy-not-made', parts, [key]);
    });
  }

  /** All of them, the oldest first. */
  all(): readonly CopyHeld[] {
    return this.#db.prepare('SELECT * FROM copies ORDER BY made_on, key').all().map(this.#copyIn);
  }

  /** Those that hold anything of a contribution and are not destroyed. */
  holding(contribution: string): readonly CopyHeld[] {
    return this.#db
      .prepare(
        `SELECT * FROM copies WHERE destroyed_on IS NULL
         AND key IN (SELECT copy FROM copy_parts WHERE contribution = ?) ORDER BY made_on, key`,
      )
      .all(contribution)
      .map(this.#copyIn);
  }

  /** Its holder said that it is gone. False where there is no such copy, or it was said before. */
  destroyed({ key, day }: { readonly key: string; readonly day: Day }): boolean {
    return transaction(this.#db, () => {
      const { changes } = this.#db
        .prepare('UPDATE copies SET destroyed_on = ? WHERE key = ? AND destroyed_on IS NULL')
        .run(day, key);
      if (changes === 0) return false;
      this.#tell('copy-destroyed', this.#partsOf(key), [key]);
      return true;
    });
  }

  #tell(event: string, parts: CopyHeld['parts'], detail: readonly string[]): void {
    for (const contribution of new Set(parts.map((each) => each.contribution)))
      this.#note({ event, contribution, actorRole: 'facilitator', detail });
  }

  #partsOf(key: string): CopyHeld['parts'] {
    return this.#db
      .prepare('SELECT contribution, part FROM copy_parts WHERE copy = ? ORDER BY 1, 2')
      .all(key)
      .map((row) => ({ contribution: String(row['contribution']), part: String(row['part']) }));
  }

  readonly #copyIn = (row: Readonly<Record<string, unknown>>): CopyHeld => {
    const key = String(row['key']);
    return {
      key,
      // Only what `add` was given stands there.
      use: String(row['use']) as Use,
      format: String(row['format']),
      day: String(row['made_on']),
      recipient: eventText(row['recipient']),
      parts: this.#partsOf(key),
      destroyedOn: eventText(row['destroyed_on']),
    };
  };
}
