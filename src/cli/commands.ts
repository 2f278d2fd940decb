import type { Declare } from './commands/command.ts';

interface Listed {
  /** What stands behind its name, as the help says it. */
  readonly takes?: string;
  readonly does: string;
  readonly load: () => Promise<{ readonly declare: Declare }>;
}

/** The commands of the archive, in the order of the help. A file is loaded when its command is asked for. */
export const COMMANDS: Readonly<Record<string, Listed>> = {
  build: {
    does: 'release, pages, index and audit; replaces the folder only when all of it passed',
    load: () => import('./commands/build.ts'),
  },
  start: {
    does: 'build, then serve the site on this machine',
    load: () => import('./commands/start.ts'),
  },
  check: {
    does: 'read everything and list every problem; changes nothing',
    load: () => import('./commands/check.ts'),
  },
  report: {
    does: 'for every contribution, part and use: the decision and why; and what ends soon',
    load: () => import('./commands/report.ts'),
  },
  freshness: {
    takes: '<site>',
    does: 'is a built site, in a folder or at an address, of today?',
    load: () => import('./commands/freshness.ts'),
  },
  invite: {
    does: 'a link by which somebody without an account writes on the form, or comes to the desk',
    load: () => import('./commands/invite.ts'),
  },
  editor: {
    does: 'the editor over a private repository at GitHub or GitLab, as files',
    load: () => import('./commands/editor.ts'),
  },
  calendar: {
    does: 'the address at which facilitators can follow the days ahead',
    load: () => import('./commands/calendar.ts'),
  },
  audit: {
    takes: '<folder>',
    does: 'prove a built folder: every file explained, nothing withheld in it',
    load: () => import('./commands/audit.ts'),
  },
  approve: {
    takes: '[ids...]',
    does: 'write the digests of what is there now into the makers’ records',
    load: () => import('./commands/approve.ts'),
  },
  answered: {
    takes: '[ids...]',
    does: 'write into answers which words of a priority they answer: those of now',
    load: () => import('./commands/answered.ts'),
  },
  import: {
    does: 'bring in a spreadsheet, or a folder with a manifest.json',
    load: () => import('./commands/import.ts'),
  },
  export: {
    does: 'a copy for somebody of what was granted for one use, into a folder; never more',
    load: () => import('./commands/export.ts'),
  },
  copies: {
    does: 'the copies that others have, and which of them have to be destroyed',
    load: () => import('./commands/copies.ts'),
  },
  withdraw: {
    takes: '<id>',
    does: 'take back a contribution, a part or a use; by its id or the code of a receipt',
    load: () => import('./commands/withdraw.ts'),
  },
  hide: {
    takes: '<id>',
    does: 'emergency: hide a piece at once, without git or a build, until --undo',
    load: () => import('./commands/hide.ts'),
  },
  'purge-history': {
    takes: '<id>',
    does: 'take a withdrawn piece out of a copy of the history, and prove it',
    load: () => import('./commands/purge-history.ts'),
  },
  'never-again': {
    does: 'what was withdrawn and may not come back: count, carry, or allow one',
    load: () => import('./commands/never-again.ts'),
  },
  backup: {
    does: 'the register, photographs, recordings and lists, encrypted, into a fresh folder',
    load: () => import('./commands/backup.ts'),
  },
  restore: {
    does: 'a backup put back: register, lists, photographs and recordings; writes over nothing',
    load: () => import('./commands/restore.ts'),
  },
  'make-key': {
    does: 'a key for backups: prints the recipient, writes the secret into a file',
    load: () => import('./commands/make-key.ts'),
  },
  register: {
    does: 'how much is in the register, and whether its log is whole',
    load: () => import('./commands/register.ts'),
  },
  person: {
    takes: '<id> <person>',
    does: 'who somebody in a contribution is; writes what is given',
    load: () => import('./commands/person.ts'),
  },
  receipt: {
    takes: '<id>',
    does: 'what a person said yes to, to print or to send, with a fresh code',
    load: () => import('./commands/receipt.ts'),
  },
  'forget-person': {
    takes: '<id> <person>',
    does: 'take out of the register who somebody is',
    load: () => import('./commands/forget-person.ts'),
  },
  tasks: {
    does: 'whom to ask how they are, and when, in the way that is safe for them',
    load: () => import('./commands/tasks.ts'),
  },
  thanks: {
    does: 'the thanks that wait to be read, and passing them on',
    load: () => import('./commands/thanks.ts'),
  },
};
