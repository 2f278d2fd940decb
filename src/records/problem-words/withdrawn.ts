import type { ProblemWords } from './said.ts';

/** What was withdrawn and is here again, and why that cannot be known. */
export const OF_WHAT_WAS_WITHDRAWN = {
  'came-back': ({
    id,
    part,
  }: {
    readonly id: string;
    readonly part?: string | undefined;
  }): ProblemWords => ({
    rule: 'withdrawn-before',
    what: `This comes from ${part === undefined ? id : `the part ${part} of ${id}`}, which was withdrawn.`,
    next: `Take it out. If the person has said yes again, write a new consent record and run "npm run archive -- never-again --allow ${id}".`,
  }),
  'archive-id-damaged': {
    rule: 'unreadable',
    what: 'This file says which archive the content is, and it cannot be read. So nobody can tell what was withdrawn from it or is hidden.',
    next: 'Put it back as it was committed. Where two were joined, keep the one whose lists are on the machine that builds.',
  },
  'lists-elsewhere': {
    rule: 'lists-missing',
    what: 'Something was withdrawn from this archive or hidden in it, and this machine does not have the lists that know it again.',
    next: 'Bring them here: "npm run archive -- restore" with a backup, or "npm run archive -- never-again --import FILE" with the list of the machine that has it. Where no list is left anywhere, hide again what must be hidden, and say "npm run archive -- never-again --start-anew": from then on nothing withdrawn before is known again.',
  },
  'list-torn': {
    rule: 'unreadable',
    what: 'The list of what was withdrawn could not be read, so nothing can be held against it.',
    next: 'Put it back from a copy, or bring it in with "npm run archive -- never-again --import FILE".',
  },
  'list-without-key': {
    rule: 'unreadable',
    what: 'There is a list of what was withdrawn, but its key is not here.',
    next: 'Put the register back, or give the key in ARCHIVE_NEVER_AGAIN_KEY or ARCHIVE_NEVER_AGAIN_KEY_FILE.',
  },
  'list-of-another-key': {
    rule: 'unreadable',
    what: 'The key that is here is not the key of the list of what was withdrawn.',
    next: 'Give the right key in ARCHIVE_NEVER_AGAIN_KEY, or put back the register that belongs to the list.',
  },
} as const satisfies Readonly<Record<string, ProblemWords | ((facts: never) => ProblemWords)>>;
