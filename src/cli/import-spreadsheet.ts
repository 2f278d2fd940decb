import { readFile, realpath } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Day, Use } from '#consent/decision.ts';
import type { Problem } from '#records/problem.ts';
import type { DraftPiece } from './import-draft.ts';
import { licenceFields, licenceIn, standingOf } from './import-grant.ts';
import { importId } from './import-id.ts';
import { inside, notInside } from './import-inside.ts';

/** The columns a spreadsheet may have; the first row names them. Lists are parted by semicolons. */
export const COLUMNS = [
  'title',
  'language',
  'kind',
  'words',
  'summary',
  'told',
  'themes',
  'places',
  'series',
  'credit_as',
  'credit_name',
  'photo',
  'alt',
  'licence',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

const CALLS = {
  'credit.as': 'credit_as',
  'credit.name': 'credit_name',
  'photos[0].file': 'photo',
  'licence.name': 'licence',
  'consents[0].language': 'language',
} as const;

interface SpreadsheetInput {
  readonly from: string;
  readonly grant?: readonly Use[] | undefined;
  readonly day: Day;
}

/** Each row of a spreadsheet as a contribution, with what is wrong in it. */
export async function draftsFromSpreadsheet(
  input: SpreadsheetInput,
): Promise<{ readonly drafts: readonly DraftPiece[]; readonly problems: readonly Problem[] }> {
  const file = 'the spreadsheet';
  let rows: readonly NumberedRow[];
  try {
    rows = rowsOf(await readFile(input.from));
  } catch {
    return { drafts: [], problems: [unreadable(file)] };
  }
  const root = await realpath(dirname(input.from));
  return {
    drafts: await Promise.all(rows.map((row) => draftOf(row, root, input))),
    problems: columnProblems(rows[0]?.row, file),
  };
}

interface NumberedRow {
  readonly row: Row;
  /** As a person finds it; the first row names the columns, and an empty one counts. */
  readonly label: string;
}

/** Strictly as UTF-8: other bytes would become other letters without a word. */
function rowsOf(bytes: Buffer): readonly NumberedRow[] {
  const records: readonly { record: Row; info: { empty_lines: number } }[] = parse(
    new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    { columns: true, trim: true, skip_empty_lines: true, info: true },
  );
  return records.map(({ record: row, info }, index) => ({
    row,
    label: `row ${index + 2 + info.empty_lines} of the spreadsheet`,
  }));
}

function unreadable(file: string): Problem {
  return {
    file,
    rule: 'unreadable',
    what: 'It is not there, is not UTF-8, or a row has more or fewer cells than the first.',
    next: 'Save it again as CSV (UTF-8).',
  };
}

function columnProblems(first: Row | undefined, file: string): readonly Problem[] {
  const unknown = Object.keys(first ?? {}).filter(
    (name) => !(COLUMNS as readonly string[]).includes(name),
  );
  return unknown.length === 0
    ? []
    : [
        {
          file,
          rule: 'unknown-key',
          what: `${unknown.length} column(s) have a name the archive does not know.`,
          next: `Use: ${COLUMNS.join(', ')}.`,
        },
      ];
}

async function draftOf(
  { row, label }: NumberedRow,
  root: string,
  { grant, day }: SpreadsheetInput,
): Promise<DraftPiece> {
  const photo = row.photo ? `f1${extname(row.photo).toLowerCase()}` : undefined;
  const from = row.photo ? await inside(root, row.photo) : undefined;
  const licence = licenceIn(row.licence);
  const { granted, held, fields } = standingOf({ grant, day, licence, language: row.language });
  const record = {
    ...wordsOf(row),
    ...(photo && { photos: [{ id: 'f1', file: photo, alt: row.alt ?? '' }] }),
    ...(licence && { licence: licenceFields(licence, '') }),
    ...fields,
  };
  const key = JSON.stringify(row);
  return {
    id: importId(key),
    label,
    origin: { key },
    calls: CALLS,
    granted,
    held,
    problems: photo !== undefined && from === undefined ? [notInside(label, 'photo')] : [],
    body: row.words ? `${row.words}\n` : '',
    record: async () => record,
    files: async () => (photo && from ? [{ name: photo, from }] : []),
  };
}

/** An empty cell is not there, so that one which is needed is told as missing. */
function wordsOf(row: Row): object {
  return {
    title: row.title || undefined,
    language: row.language || undefined,
    kind: row.kind || undefined,
    ...(row.summary && { summary: row.summary }),
    ...(row.told && { told: row.told }),
    series: many(row.series),
    themes: many(row.themes),
    places: many(row.places),
    ...(row.credit_as && {
      credit: { as: row.credit_as, ...(row.credit_name && { name: row.credit_name }) },
    }),
  };
}

function many(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(';')
    .map((each) => each.trim())
    .filter(Boolean);
}
