import { readFile, realpath } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import type { Day, Use } from '#consent/decision.ts';
import type { Problem } from '#records/problem.ts';
import type { DraftPiece } from './draft.ts';
import { licenceFields, licenceIn, licenceGrantOf } from './grant.ts';
import { importId } from './id.ts';
import { inside, notInside } from './inside.ts';
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
  readonly notes?: readonly string[];
}

const FILE = 'the spreadsheet';

/** Each row of a spreadsheet as a contribution, with what is wrong in it. */
export async function draftsFromSpreadsheet(input: SpreadsheetInput): Promise<Read> {
  const bytes = await readFile(input.from).catch(() => undefined);
  if (bytes === undefined)
    return refused('It is not there.', 'Name the file that holds the table.');
  const table = readTable(bytes, (names) => columnsIn(names).filter(Boolean).length);
  if (!table.ok) {
    const [what, next] = UNREADABLE[table.why];
    return refused(what, next);
  }
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
    ...(table.guessedLetters && { notes: [GUESSED] }),
  };
}

const UNREADABLE = {
  letters: [
    'Its letters are not in UTF-8, and could be read in more than one way.',
    'Save it again as “CSV UTF-8”.',
  ],
  quotes: [
    'A quotation mark in it is opened and not closed, or stands within a cell.',
    'Open it in the program it was made with and save it as “CSV UTF-8”.',
  ],
} as const;

const GUESSED =
  'The table is not in UTF-8. It was read with the letters of Windows in Western Europe: look whether é, ’ and £ are right.';

function refused(what: string, next: string): Read {
  return { drafts: [], problems: [{ file: FILE, rule: 'unreadable', what, next }] };
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
    problem: isRight ? undefined : wrongLength(label),
  };
}

function wrongLength(file: string): Problem {
  return {
    file,
    rule: 'unreadable',
    what: 'This row has more or fewer cells than the first row has names.',
    next: 'Put words with a line break, a comma or a semicolon in quotation marks, or save the table anew from the program it was made with.',
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
    ...unknown.map((index) =>
      columnProblem(index, 'unknown-key', 'The archive does not know a column of this name.'),
    ),
    ...twice.map((index) =>
      columnProblem(index, 'duplicate-id', 'Another column has this name already.'),
    ),
  ];
}

function columnProblem(index: number, rule: 'unknown-key' | 'duplicate-id', what: string): Problem {
  return {
    file: FILE,
    field: `column ${letterOf(index)}`,
    rule,
    what,
    next: `Use, each once: ${COLUMNS.join(', ')}.`,
  };
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
  const from = row.photo ? await inside(root, row.photo) : undefined;
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
