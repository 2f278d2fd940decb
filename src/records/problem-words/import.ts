import type { ProblemWords } from './said.ts';

const columns = ({ known }: { readonly known: readonly string[] }): string =>
  `Use, each once: ${known.join(', ')}.`;

/** What can be wrong with a folder or a table that is brought in. */
export const OF_AN_IMPORT = {
  'made-twice': ({ other }: { readonly other: string }): ProblemWords => ({
    rule: 'duplicate-id',
    what: `This makes the same contribution as ${other}.`,
    next: 'Take one of the two out.',
  }),
  'withdrawn-and-imported': {
    rule: 'withdrawn-but-present',
    what: 'This piece was in the archive before and was withdrawn.',
    next: 'Take it out. If the person has said yes anew, add it at the desk, where it gets a new id.',
  },
  'import-not-text': {
    rule: 'unreadable',
    what: 'This file could not be read as text (UTF-8).',
    next: 'Save it again as UTF-8.',
  },
  'no-manifest': {
    rule: 'unreadable',
    what: 'It is not there, or is not JSON.',
    next: 'Name a folder with a manifest.json, or a .csv file.',
  },
  /** Said the same of a file outside as of one that is nowhere: what lies outside is not told. */
  'not-in-folder': {
    rule: 'file-missing',
    what: 'A file named here is not in the folder.',
    next: 'Put it there, or take its name out.',
  },
  'not-put-in-place': (facts: { readonly id: string; readonly code: string }): ProblemWords => ({
    rule: 'not-written',
    what: `This piece could not be put in place (${facts.code}), so none of it is in.`,
    next: `Look whether the disk is full, or whether a folder stories/${facts.id} without a story.md is in the way. Then run the same import again.`,
  }),
  'no-table': {
    rule: 'unreadable',
    what: 'It is not there.',
    next: 'Name the file that holds the table.',
  },
  'table-letters': {
    rule: 'unreadable',
    what: 'Its letters are not in UTF-8, and could be read in more than one way.',
    next: 'Save it again as “CSV UTF-8”.',
  },
  'table-quotes': {
    rule: 'unreadable',
    what: 'A quotation mark in it is opened and not closed, or stands within a cell.',
    next: 'Open it in the program it was made with and save it as “CSV UTF-8”.',
  },
  'row-length': {
    rule: 'unreadable',
    what: 'This row has more or fewer cells than the first row has names.',
    next: 'Put words with a line break, a comma or a semicolon in quotation marks, or save the table anew from the program it was made with.',
  },
  'column-not-known': (facts: { readonly known: readonly string[] }): ProblemWords => ({
    rule: 'unknown-key',
    what: 'The archive does not know a column of this name.',
    next: columns(facts),
  }),
  'column-twice': (facts: { readonly known: readonly string[] }): ProblemWords => ({
    rule: 'duplicate-id',
    what: 'Another column has this name already.',
    next: columns(facts),
  }),
} as const satisfies Readonly<Record<string, ProblemWords | ((facts: never) => ProblemWords)>>;
