import { ConflictError } from '#repository/repository.ts';
import { RepositoryRefused, type WhyRepositoryRefused } from '#repository/refused.ts';
import { NotDone, type WhyNotDone } from './not-done.ts';

interface Said {
  readonly why: WhyNotDone;
  readonly words: string;
}

const SAID: Readonly<Record<WhyRepositoryRefused['rule'], Said>> = {
  'not-a-place': {
    why: 'not-valid',
    words: 'This is not a place where the desk keeps things, so nothing was read or saved.',
  },
  'not-a-name': {
    why: 'not-valid',
    words:
      'This is not a name the archive can use. Use small letters, digits and hyphens; for a story, a random id. Nothing was saved.',
  },
  'no-draft': { why: 'not-there', words: 'There is no draft of this.' },
  'not-a-status': {
    why: 'not-valid',
    words: 'This is not a state a draft can have. Nothing was changed.',
  },
  'draft-unreadable': {
    why: 'conflict',
    words: 'There is a draft of this that cannot be read. Nothing was saved.',
  },
  'record-unreadable': {
    why: 'not-valid',
    words:
      'The record that stands here cannot be read, so it cannot be changed with this form. Nothing was saved. "npm run archive -- check" says which line to mend.',
  },
  stale: {
    why: 'conflict',
    words:
      'Somebody else saved this since you opened it. Nothing of theirs was changed, and yours was not saved. Copy your words, open it again and put them in.',
  },
};

const OVERTAKEN = 'Something else was saved at the same moment. Nothing was changed. Try again.';

/** What the desk says where the repository did not do it; nothing for any other fault. */
export function repositoryRefused(error: unknown): NotDone | undefined {
  if (error instanceof ConflictError) return new NotDone('conflict', OVERTAKEN);
  if (!(error instanceof RepositoryRefused)) return undefined;
  const { why, words } = SAID[error.why.rule];
  return new NotDone(why, words, error.why.rule === 'stale' ? { newer: error.why.newer } : {});
}
