import type { WhyRegisterRefused } from '#register/refused.ts';

/** Why the register did not do what it was asked. */
export function registerRefusedWords(why: WhyRegisterRefused): string {
  switch (why.rule) {
    case 'character':
      return `The field ${why.field} holds a character that nobody can see and that no text may hold (${why.code}). Type it again. Nothing was written.`;
    case 'not-empty':
      return 'There is something in the register already. A backup goes into an empty one. Nothing was changed.';
    case 'log-not-whole':
      return 'The log in this backup is not whole. Use an older one. Nothing was changed.';
  }
}

/** The register cannot be read: what to do, and what does not work until then. */
export function registerUnreadableWords(file: string): string {
  return `The register ${file} cannot be read. Move that file and the two beside it (-wal, -shm) away and put the last backup in its place: npm run archive -- restore. Until then no code of a receipt is known, nothing new is published, and pieces can be taken down at /desk/withdraw/.`;
}
