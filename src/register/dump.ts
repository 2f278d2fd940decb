import { createHmac } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { transaction } from './open-file.ts';
import { STEPS } from './schema.ts';
import { keyOf, SECRETS } from './secrets.ts';
import { Fault } from '#records/fault.ts';

/** A value of a row as JSON can hold it. */
type Kept = string | number | null | { readonly hex: string };
type Row = Readonly<Record<string, Kept>>;

/** A part of the register that can be kept, and destroyed, by itself. */
export interface Bundle {
  readonly schema: number;
  /** A name that says nothing and is the same in every backup, so that an old one can be found. */
  readonly name: string;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
}

/** The tables that belong to one person, in the order they are put back. */
const OF_PERSON = ['persons', 'guardians', 'aliases', 'takings', 'receipts', 'tasks'] as const;
const OF_ALL = ['secrets', 'events'] as const;
/** Where copies went; whoever has them is named there, so they lie apart from the log. */
const OF_COPIES = ['copies', 'copy_parts'] as const;
const TABLES: readonly string[] = [...OF_ALL, ...OF_PERSON, 'thanks', ...OF_COPIES];

/**
 * The register in bundles: the log and the keys first, then one for each person with all that is kept
 * of them in any contribution, and one for the thanks that wait for each contribution.
 */
export function bundlesIn(db: DatabaseSync): readonly [Bundle, ...Bundle[]] {
  return transaction(db, () => {
    // The names below need a key: made now, so that it is in the backup too.
    for (const name of SECRETS) keyOf(db, name);
    const groups = new Map<string, Record<string, Row[]>>();
    const put = (about: string, table: string, row: Row): void => {
      const group = groups.get(about) ?? {};
      group[table] = [...(group[table] ?? []), row];
      groups.set(about, group);
    };
    const who = new Map(
      rowsOf(db, 'aliases').map((row) => [aliasKey(row), `person ${String(row['id'])}`]),
    );
    for (const table of OF_PERSON)
      for (const row of rowsOf(db, table)) put(ownerOf(table, row, who), table, row);
    for (const row of rowsOf(db, 'thanks'))
      put(`thanks ${String(row['contribution'])}`, 'thanks', row);
    for (const table of OF_COPIES) for (const row of rowsOf(db, table)) put('copies', table, row);
    const log = Object.fromEntries(OF_ALL.map((table) => [table, rowsOf(db, table)]));
    const bundle = (about: string, rows: Bundle['rows']): Bundle => ({
      schema: STEPS.length,
      name: bundleName(db, about),
      rows,
    });
    return [bundle('log', log), ...[...groups].map(([about, rows]) => bundle(about, rows))];
  });
}

/** The name of the file in which a person is kept in every backup of this register. */
export function personBundleName(db: DatabaseSync, id: string): string {
  return bundleName(db, `person ${id}`);
}

function bundleName(db: DatabaseSync, about: string): string {
  const key = keyOf(db, 'fingerprints');
  return createHmac('sha256', key).update(`backup file: ${about}`).digest('hex').slice(0, 32);
}

/** Whose row it is: the person's, or, of somebody whose contact is not kept, that name in that contribution. */
function ownerOf(table: string, row: Row, who: ReadonlyMap<string, string>): string {
  if (table === 'persons' || table === 'aliases') return `person ${String(row['id'])}`;
  if (table === 'guardians') return `person ${String(row['person'])}`;
  return who.get(aliasKey(row)) ?? `alias ${aliasKey(row)}`;
}

function aliasKey(row: Row): string {
  return `${String(row['contribution'])} ${String(row['person'])}`;
}

/** Is there nothing in it yet? Keys do not count: they are made the first time somebody asks. */
export function isEmptyRegister(db: DatabaseSync): boolean {
  return TABLES.filter((table) => table !== 'secrets').every((table) => countOf(db, table) === 0);
}

function countOf(db: DatabaseSync, table: string): number {
  return Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'] ?? 0);
}

const COUNTED = [
  'persons',
  'guardians',
  'takings',
  'receipts',
  'tasks',
  'thanks',
  'events',
  'copies',
] as const;
export type Counts = Readonly<Record<(typeof COUNTED)[number], number>>;

/** How much is in it, without a word of what. */
export function countsOf(db: DatabaseSync): Counts {
  return Object.fromEntries(COUNTED.map((table) => [table, countOf(db, table)])) as Counts;
}

/** Puts bundles into an empty register, the log first. Throws on a table or column it does not know. */
export function insertBundle(db: DatabaseSync, bundles: readonly Bundle[]): void {
  db.exec('DELETE FROM secrets');
  for (const table of TABLES)
    for (const { rows } of bundles) for (const row of rows[table] ?? []) insert(db, table, row);
  const unknown = bundles
    .flatMap(({ rows }) => Object.keys(rows))
    .find((name) => !TABLES.includes(name));
  if (unknown !== undefined) throw new Fault('backup-not-known', { what: 'table' });
}

function insert(db: DatabaseSync, table: string, row: Row): void {
  const columns = Object.keys(row);
  const known = new Set(columnsOf(db, table));
  if (columns.length === 0 || columns.some((column) => !known.has(column)))
    throw new Fault('backup-not-known', { what: 'column' });
  const marks = columns.map(() => '?').join(', ');
  db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`).run(
    ...columns.map((column) => boundValue(row[column] ?? null)),
  );
}

function columnsOf(db: DatabaseSync, table: string): readonly string[] {
  return db
    .prepare('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map((row) => String(row['name']));
}

function rowsOf(db: DatabaseSync, table: string): Row[] {
  return db
    .prepare(`SELECT * FROM ${table} ORDER BY 1, 2`)
    .all()
    .map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, keptOf(value)])),
    );
}

function keptOf(value: unknown): Kept {
  if (value instanceof Uint8Array) return { hex: Buffer.from(value).toString('hex') };
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function boundValue(value: Kept): string | number | null | Uint8Array {
  return value !== null && typeof value === 'object' ? Buffer.from(value.hex, 'hex') : value;
}
