import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Day, Use } from '#consent/decision.ts';
import type { Problem } from '#records/problem.ts';
import { fileDigest } from '#release/content-files.ts';
import { type DraftPiece, granted } from './import-draft.ts';
import { importId } from './import-id.ts';

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

const NEEDED = ['title', 'language', 'kind'] as const;

interface SpreadsheetInput {
  readonly from: string;
  readonly grant?: readonly Use[] | undefined;
  readonly day: Day;
}

/** Each row of a spreadsheet as a contribution; every problem in it is told before anything is made. */
export async function draftsFromSpreadsheet(
  input: SpreadsheetInput,
): Promise<{ drafts: readonly DraftPiece[]; problems: readonly Problem[] }> {
  const file = 'the spreadsheet';
  let rows: Row[];
  try {
    rows = parse(await readFile(input.from), {
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
    });
  } catch {
    return {
      drafts: [],
      problems: [
        {
          file,
          rule: 'unreadable',
          what: 'It is not there, or a row has more or fewer cells than the first.',
          next: 'Save it again as CSV (UTF-8).',
        },
      ],
    };
  }
  const problems = [
    ...columnProblems(rows[0], file),
    ...(await Promise.all(rows.map((row, index) => rowProblems(row, index, input.from)))).flat(),
  ];
  return {
    drafts:
      problems.length > 0 ? [] : rows.map((row, index) => draftOf(row, input, labelOf(index))),
    problems,
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

async function rowProblems(row: Row, index: number, from: string): Promise<readonly Problem[]> {
  const file = labelOf(index);
  const empty = NEEDED.filter((name) => !row[name]).map((field): Problem => ({
    file,
    field,
    rule: 'missing',
    what: 'This cell is empty.',
    next: 'Write it.',
  }));
  const photo = row.photo ? await fileDigest(join(dirname(from), row.photo)) : 'none';
  const lost: Problem = {
    file,
    field: 'photo',
    rule: 'file-missing',
    what: 'The photograph named here is not beside the spreadsheet.',
    next: 'Put it there.',
  };
  return photo === undefined ? [...empty, lost] : empty;
}

/** The first row names the columns. */
const labelOf = (index: number): string => `row ${index + 2} of the spreadsheet`;

function draftOf(row: Row, { from, grant, day }: SpreadsheetInput, label: string): DraftPiece {
  const many = (text: string | undefined): string[] =>
    (text ?? '')
      .split(';')
      .map((each) => each.trim())
      .filter(Boolean);
  const photo = row.photo ? `f1${extname(row.photo).toLowerCase()}` : undefined;
  const record = {
    title: row.title,
    language: row.language,
    kind: row.kind,
    ...(row.summary && { summary: row.summary }),
    ...(row.told && { told: row.told }),
    series: many(row.series),
    themes: many(row.themes),
    places: many(row.places),
    ...(row.credit_as && {
      credit: { as: row.credit_as, ...(row.credit_name && { name: row.credit_name }) },
    }),
    ...(photo && { photos: [{ id: 'f1', file: photo, alt: row.alt ?? '' }] }),
    ...(row.licence && { licence: { name: row.licence } }),
    ...(grant === undefined
      ? { hold: true }
      : granted(grant, day, row.licence ?? 'unknown', row.language ?? 'en')),
  };
  return {
    id: importId(JSON.stringify(row)),
    label,
    body: row.words ? `${row.words}\n` : '',
    record: async () => record,
    files: async () =>
      photo && row.photo ? [{ name: photo, from: join(dirname(from), row.photo) }] : [],
  };
}
