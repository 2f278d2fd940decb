import type { HeldRule } from '#intake/import/grant.ts';
import type { ImportNote } from '#intake/import/spreadsheet.ts';

/** Why a piece stays held though a grant was asked for; in the order in which they are told. */
export const HELD_WORDS: Readonly<Record<HeldRule, string>> = {
  'no-licence': 'no licence is given',
  'licence-not-known': 'what is given is not one of the licences the archive knows',
  'licence-not-open': 'the licence is known and is not an open one',
  'use-not-allowed': 'the licence does not allow every use that was asked for',
  'remark-beside-licence': 'something is written beside the licence that a person must read',
  'licences-differ': 'two licences are given that do not say the same',
};

/** What whoever imports should look at. */
export const NOTE_WORDS: Readonly<Record<ImportNote, string>> = {
  'letters-guessed':
    'The table is not in UTF-8. It was read with the letters of Windows in Western Europe: look whether é, ’ and £ are right.',
};
