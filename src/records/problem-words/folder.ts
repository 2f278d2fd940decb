import type { ProblemWords } from './said.ts';

const KNOWN_NAME = ({ called }: { readonly called: string }): string =>
  `Every record of this folder is called ${called}. Give it such a name, or take it away.`;
const KNOWN_FOLDERS = ({ folders }: { readonly folders: readonly string[] }): string =>
  `Look for a slip in its name, or take it away. The folders are: ${folders.join(', ')}.`;

/** What the records here are called, or else the folders there are. */
export type KnownNames = { readonly called: string } | { readonly folders: readonly string[] };

const nextFor = (expected: KnownNames): string =>
  'called' in expected ? KNOWN_NAME(expected) : KNOWN_FOLDERS(expected);

/** What can be wrong with the files and folders of the content, and with the settings. */
export const OF_A_FOLDER = {
  'no-content-folder': {
    rule: 'file-missing',
    what: 'The content folder is not there.',
    next: 'Name the right folder with --content.',
  },
  'no-settings': {
    rule: 'file-missing',
    what: 'There is no settings.yaml in the content folder.',
    next: 'Write one; a line with a name is enough.',
  },
  'no-record-here': {
    rule: 'file-missing',
    what: 'The record of this contribution is not there.',
    next: 'Put it back, or take the part out of the record.',
  },
  'no-file-here': {
    rule: 'file-missing',
    what: 'This file is not there, and its folder is.',
    next: 'Put it back, or take the empty folder out.',
  },
  'file-for-folder': {
    rule: 'unreadable',
    what: 'This should be a folder, and it is a file.',
    next: 'Move the file to another place.',
  },
  'not-text': {
    rule: 'unreadable',
    what: 'This file could not be read as text (UTF-8).',
    next: 'Save it again as UTF-8, or put it back from a copy.',
  },
  'is-a-link': {
    rule: 'symbolic-link',
    what: 'This is a link to another place, and the archive does not follow links.',
    next: 'Put the file itself here.',
  },
  'loose-file': {
    rule: 'not-allowed',
    what: 'A contribution is a folder of its own, and this is a loose file.',
    next: 'Move it into content/stories/<id>/ as story.md.',
  },
  'file-not-an-id': {
    rule: 'not-an-id',
    what: 'The name of this file is not an id.',
    next: 'Use small letters, digits and hyphens.',
  },
  'folder-not-an-id': {
    rule: 'not-an-id',
    what: 'The name of this folder is not an id of 6 to 26 small letters and digits.',
    next: 'Give it a random id, never a name or a title.',
  },
  'mdx-here': {
    rule: 'mdx-not-allowed',
    what: 'There is an .mdx file here, and contributed words may not hold code.',
    next: 'Save the words as story.md.',
  },
  'record-id-taken': {
    rule: 'duplicate-id',
    what: 'Another record has this id already.',
    next: 'Give this one an id of its own.',
  },
  'withdrawn-and-here': {
    rule: 'withdrawn-but-present',
    what: 'This piece was withdrawn, and its folder is here again.',
    next: 'Delete the folder. If the person has said yes anew, give the piece a new id.',
  },
  'folder-not-known': (expected: KnownNames): ProblemWords => ({
    rule: 'unknown-file',
    what: 'The archive does not know this folder, so nothing in it is read or published.',
    next: nextFor(expected),
  }),
  'file-not-known': (expected: KnownNames): ProblemWords => ({
    rule: 'unknown-file',
    what: 'The archive does not know this file, so it is not read or published.',
    next: nextFor(expected),
  }),
  'not-named': ({ count }: { readonly count: number }): ProblemWords => ({
    rule: 'unknown-file',
    what: `${count === 1 ? '1 thing here is' : `${count} things here are`} named by no part of the record, so nothing of it is published.`,
    next: 'Name it in the record, or take it away: what nobody needs should not be kept.',
  }),
  'no-own-address': {
    rule: 'no-address',
    what: 'The archive does not know its own address, so feed, sitemap, robots.txt and receipts say http://localhost:4321, where nobody finds it.',
    next: 'Before you publish, write the address under which people will read it: url: https://example.org',
  },
  'language-without-words': (facts: {
    readonly isFirst: boolean;
    readonly known: readonly string[];
  }): ProblemWords => ({
    rule: 'no-interface-words',
    what: `The archive has no words of its own in this language yet, so ${facts.isFirst ? 'the whole site, whose first language it is,' : 'its pages in this language'} would speak English.`,
    next: `Choose one that has words (${facts.known.join(', ')}), or add the language as src/i18n/README.md says. Stories may be in any language all the same.`,
  }),
  'settings-untranslated': ({ fields }: { readonly fields: readonly string[] }): ProblemWords => ({
    rule: 'not-translated',
    what: `${fields.length === 1 ? 'One text of the settings is' : `${fields.length} texts of the settings are`} not written in this language, so its pages show another: ${fields.join(', ')}.`,
    next: 'Write them in this language, or let somebody write them who speaks it.',
  }),
  'hard-to-read': (facts: { readonly age: number; readonly words: number }): ProblemWords => ({
    rule: 'hard-to-read',
    what: `This page suits readers of ${facts.age} and older, and its longest sentence has ${facts.words} words. Readers of eleven should follow it.`,
    next: 'Write shorter sentences and plainer words, of 25 words at most. The page is published as it is.',
  }),
  'no-such-contribution': {
    rule: 'file-missing',
    what: 'There is no contribution with this id.',
    next: 'Look at the folder names in content/stories. Nothing was changed.',
  },
  'no-such-answer': {
    rule: 'file-missing',
    what: 'There is no answer with this id.',
    next: 'Look at the file names in content/responses. Nothing was changed.',
  },
  'not-writable': {
    rule: 'unreadable',
    what: 'Nothing could be written into this record, so nothing in it is approved.',
    next: 'Look whether the file may be changed and whether there is room on the disk, and approve it again. It was not changed.',
  },
} as const satisfies Readonly<Record<string, ProblemWords | ((facts: never) => ProblemWords)>>;
