import type { Problem } from './problem.ts';

/**
 * What stops a piece of work and is no mistake in a record: by its code, with the facts that go with
 * it. Facts are ids, fields, files, names of programs and counts, never content (docs/consent.md, T40).
 */
export interface Faults {
  /** The front matter of a record that had to be changed is not there or not YAML. */
  'record-not-editable': { readonly file: string };
  /** A git command said no. What git said may name a branch, so it is no fact of ours. */
  'git-failed': { readonly command: string; readonly exit: number };
  /** Refs moved meanwhile: nothing was changed. */
  overtaken: object;
  'live-branch-gone': object;
  /** The name given for the desk's branch is no name of a branch. */
  'not-a-branch': object;
  /** What goes into the release tree has no yes to being shown. */
  'part-not-let-out': { readonly file: string };
  'clean-copy-changed': { readonly file: string };
  /** A document that was checked holds something now that it did not hold then. */
  'document-changed': { readonly problem: Problem };
  /** Something in a document is to be drawn that was never checked, or is of no known kind. */
  'document-not-checked': object;
  'document-part-not-known': object;
  /** A page that is drawn on request was to show what was released, and has no release tree of its own. */
  'drawn-without-tree': object;
  /** Pagefind counted this many errors. */
  'index-not-made': { readonly errors: number };
  /** The register was made by a newer archive than this one. */
  'register-newer': object;
  'key-not-kept': object;
  /** An event for the log has something in a field that is no code. */
  'event-not-a-code': { readonly field: string };
  'calendar-not-written': object;
  /** A backup holds a table or a column that this archive does not know. */
  'backup-not-known': { readonly what: 'table' | 'column' };
  /** The key of the blocklist that was given is not in its form. */
  'list-key-malformed': object;
  /** Where media lie is half said, or not in the form it has to have. The value is not told: it may be a key. */
  'media-place-malformed': { readonly setting: string };
  'hide-list-not-written': { readonly id: string; readonly folder: string };
  'hide-list-unreadable': { readonly folder: string };
  /** Astro ended with this exit when it was to compile the pages of this version; the log says why. */
  'pages-not-compiled': { readonly exit: number; readonly log: string };
  /** What was compiled cannot be kept in this folder, with the code of the system. */
  'pages-not-kept': { readonly folder: string; readonly code: string };
  /** The process that draws the site ended with this exit; the log says why. */
  'pages-not-drawn': { readonly exit: number; readonly log: string };
  /** A file of the program's own public folder is not the one that belongs to it. */
  'public-file-changed': { readonly file: string };
  /** A stream of git ended in the middle of something. */
  'stream-cut': object;
  /** The history holds a command of git that is not known here. */
  'history-not-known': object;
  'object-unreadable': object;
  'history-not-written': object;
}

export type FaultCode = keyof Faults;

/** Thrown where work cannot go on. Its message is the code alone: words are the doors'. */
export class Fault<Code extends FaultCode = FaultCode> extends Error {
  readonly fault: Code;
  readonly facts: Faults[Code];
  constructor(fault: Code, facts: Faults[Code]) {
    super(fault);
    this.fault = fault;
    this.facts = facts;
  }
}
