import type { ProblemWords } from './said.ts';

/** What can be wrong in one record, or in the file that holds it. */
export const OF_A_RECORD = {
  'key-not-known': {
    rule: 'unknown-key',
    what: 'There is a key here that the archive does not know.',
    next: 'Look for a spelling mistake, or take it out.',
  },
  'word-not-known': ({ known }: { readonly known: readonly string[] }): ProblemWords => ({
    rule: 'unknown-value',
    what: 'This is not one of the words allowed here.',
    next: `Use one of: ${known.join(', ')}.`,
  }),
  'not-there': {
    rule: 'missing',
    what: 'This is needed and is not there.',
    next: 'Write it.',
  },
  'other-type': ({ expected }: { readonly expected: string }): ProblemWords => ({
    rule: 'wrong-type',
    what: `This should be ${typeWords(expected)}.`,
    next: 'Correct it.',
  }),
  'no-form-fits': {
    rule: 'wrong-type',
    what: 'This is not in one of the forms allowed here.',
    next: 'See the content format.',
  },
  /** `is`: the words of a check of ours, which begin with "is" or "has". */
  'not-in-form': ({ is }: { readonly is: string | undefined }): ProblemWords => ({
    rule: 'not-allowed',
    what: `This ${is ?? 'is not in the form allowed here'}.`,
    next: 'Correct it.',
  }),
  'character-refused': ({ code }: { readonly code: string }): ProblemWords => ({
    rule: 'refused-character',
    what: `There is a character here that nobody can see and that no text may hold (${code}).`,
    next: 'Take it out: delete the words around it and type them again.',
  }),
  /** What is too much of it is not told. */
  'too-much': {
    rule: 'too-much',
    what: 'This record holds more, or has groups deeper within each other, than the archive reads.',
    next: 'Put back an earlier version of it, or make several records of it. It was not read.',
  },
  'no-front-matter': {
    rule: 'no-front-matter',
    what: 'The record at the top of this file, between two lines of ---, could not be found.',
    next: 'Put it back, then run "npm run archive -- check".',
  },
  'not-yaml': ({ line }: { readonly line: number }): ProblemWords => ({
    rule: 'not-yaml',
    what: `The record could not be read: line ${line} is not valid YAML.`,
    next: `Correct line ${line}, then run "npm run archive -- check".`,
  }),
  'part-id-taken': {
    rule: 'duplicate-id',
    what: 'Another part has this id already.',
    next: 'Give this part an id of its own.',
  },
  'media-file-missing': {
    rule: 'file-missing',
    what: 'The media file named here is not beside the record.',
    next: 'Put it back, or take the part out of the record.',
  },
  'id-names-nothing': {
    rule: 'does-not-exist',
    what: 'This id names a record that does not exist.',
    next: 'Correct the id, or make the record.',
  },
} as const satisfies Readonly<Record<string, ProblemWords | ((facts: never) => ProblemWords)>>;

function typeWords(type: string): string {
  switch (type) {
    case 'boolean':
      return 'true or false, without quotation marks';
    case 'array':
      return 'a list';
    case 'object':
    case 'record':
      return 'a group of keys';
    default:
      return `a ${type}`;
  }
}
