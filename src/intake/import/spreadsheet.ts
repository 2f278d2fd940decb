import { readFile, realpath } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import type { Day } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import { type PlainProblem, type Problem, problemAt } from '#records/problem.ts';
import type { DraftPiece } from './draft.ts';
import { licenceFields, licenceIn, licenceGrantOf } from './grant.ts';
import { importId } from './id.ts';
import { fileInside, notInside } from './inside-folder.ts';
import { tagOfLanguage } from './language-name.ts';
import { readTable } from './spreadsheet-text.ts';

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
type Column = (typeof COLUMNS)[number];
type Row = Partial<Record<Column, string>>;

/** Columns whose cells are somebody's words: not a space of them is taken away. */
const WORDS: ReadonlySet<string> = new Set<Column>(['words', 'summary', 'alt']);

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

interface Read {
  readonly drafts: readonly DraftPiece[];
  readonly problems: readonly Problem[];
  /** What whoever imports should look at. */
  readonly notes?: readonly ImportNote[];
}

const FILE = 'the spreadsheet';

/** The table is not in UTF-8: it was read with the letters of Windows in Western Europe. */
export type ImportNote = 'letters-guessed';

/** Each row of a spreadsheet as a contribution, with what is wrong in it. */
export async function draftsFromSpreadsheet(input: SpreadsheetInput): Promise<Read> {
  const bytes = await readFile(input.from).catch(() => undefined);
  if (bytes === undefined) return refused('no-table');
  const table = readTable(bytes, (names) => columnsIn(names).filter(Boolean).length);
  if (!table.ok) return refused(UNREADABLE[table.why]);
  const [names = [], ...rows] = table.rows;
  const columns = columnsIn(names);
  const read = rows.flatMap((cells, index) => rowIn(cells, columns, index + 2) ?? []);
  const root = await realpath(dirname(input.from));
  return {
    drafts: await Promise.all(read.map((row) => draftOf(row, root, input))),
    problems: [
      ...columnProblems(names, columns, rows),
      ...read.flatMap(({ problem }) => problem ?? []),
    ],
    ...(table.guessedLetters && { notes: ['letters-guessed'] as const }),
  };
}

const UNREADABLE = { letters: 'table-letters', quotes: 'table-quotes' } as const;

function refused(kind: PlainProblem): Read {
  return { drafts: [], problems: [problemAt({ file: FILE }, kind)] };
}

/** What each column is, however its name is written: `Credit name` is `credit_name`. */
function columnsIn(names: readonly string[]): readonly (Column | undefined)[] {
  return names.map((name) => {
    const plain = name
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, '_');
    return COLUMNS.find((column) => column === plain);
  });
}

interface NumberedRow {
  readonly row: Row;
  /** As a person finds it in the table, where the first row names the columns. */
  readonly label: string;
  readonly problem?: Problem | undefined;
}

/** A row in which something stands; one without is passed over. */
function rowIn(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  at: number,
): NumberedRow | undefined {
  if (cells.every((cell) => cell.trim() === '')) return undefined;
  const label = `row ${at} of the spreadsheet`;
  const named = columns.flatMap((column, index) =>
    column === undefined
      ? []
      : [[column, WORDS.has(column) ? (cells[index] ?? '') : (cells[index] ?? '').trim()] as const],
  );
  const needed = columns.findLastIndex((column) => column !== undefined) + 1;
  const isRight =
    cells.length >= needed && cells.slice(columns.length).every((cell) => cell.trim() === '');
  return {
    row: Object.fromEntries(named),
    label,
    problem: isRight ? undefined : problemAt({ file: label }, 'row-length'),
  };
}

/** Columns by their letters, as the head of a table shows them; a column without name or cells is none. */
function columnProblems(
  names: readonly string[],
  columns: readonly (Column | undefined)[],
  rows: readonly (readonly string[])[],
): readonly Problem[] {
  const isEmpty = (index: number) =>
    [names, ...rows].every((row) => (row[index] ?? '').trim() === '');
  const all = [...names.keys()];
  const unknown = all.filter((index) => columns[index] === undefined && !isEmpty(index));
  const twice = all.filter(
    (index) => columns[index] !== undefined && columns.indexOf(columns[index]) !== index,
  );
  return [
    ...unknown.map((index) => columnProblem(index, 'column-not-known')),
    ...twice.map((index) => columnProblem(index, 'column-twice')),
  ];
}

function columnProblem(index: number, kind: 'column-not-known' | 'column-twice'): Problem {
  return problemAt({ file: FILE, field: `column ${letterOf(index)}` }, kind, { known: COLUMNS });
}

/** 0 is A, 26 is AA. */
function letterOf(index: number): string {
  const before = index < 26 ? '' : letterOf(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}

async function draftOf(
  { row: written, label }: NumberedRow,
  root: string,
  { grant, day }: SpreadsheetInput,
): Promise<DraftPiece> {
  const row = { ...written, language: tagOfLanguage(written.language ?? '') ?? written.language };
  const photo = row.photo ? `f1${extname(row.photo).toLowerCase()}` : undefined;
  const from = row.photo ? await fileInside(root, row.photo) : undefined;
  const licence = licenceIn(row.licence);
  const { granted, held, fields } = licenceGrantOf({ grant, day, licence, language: row.language });
  const record = {
    ...wordsOf(row),
    ...(photo && { photos: [{ id: 'f1', file: photo, ...(row.alt?.trim() && { alt: row.alt }) }] }),
    ...(licence && { licence: licenceFields(licence, '') }),
    ...fields,
  };
  const key = JSON.stringify(written);
  return {
    id: importId(key),
    label,
    origin: { key },
    calls: CALLS,
    granted,
    held,
    undescribed: photo !== undefined && !row.alt?.trim() ? 1 : 0,
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
