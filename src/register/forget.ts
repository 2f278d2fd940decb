import type { DatabaseSync } from 'node:sqlite';
import { personBundleName } from './dump.ts';
import { aliasesOf, dropAlias, idOf, type PersonIn } from './people.ts';

/** What came of forgetting somebody. */
export interface Forgotten {
  readonly found: boolean;
  /** In how many other contributions they still are. */
  readonly elsewhere: number;
  /** The name of their file in every backup, without its ending. */
  readonly file: string | undefined;
}

/** Takes out who somebody is in a contribution, and the person too when they are in no other. */
export function forget(
  db: DatabaseSync,
  of: PersonIn & { readonly everywhere?: boolean | undefined },
): Forgotten {
  const id = idOf(db, of);
  const names = id !== undefined && of.everywhere === true ? aliasesOf(db, id) : [of];
  const gone = names.map((name) => dropAlias(db, name)).includes(true);
  if (!gone) return { found: false, elsewhere: 0, file: undefined };
  const elsewhere = id === undefined ? 0 : aliasesOf(db, id).length;
  if (id !== undefined && elsewhere === 0) db.prepare('DELETE FROM persons WHERE id = ?').run(id);
  return {
    found: true,
    elsewhere,
    file: id === undefined ? undefined : personBundleName(db, id),
  };
}
