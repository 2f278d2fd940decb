import type { Repository } from '#repository/repository.ts';
import { unfinishedIn } from '#hosting/hidden-ids.ts';
import { deskBranch } from '#state/archive-id.ts';
import {
  joinedRepository as joined,
  type Readable,
  type ContentSource,
  contentSourceOf as find,
} from '#state/content-source.ts';
import { stateOf } from '#state/state.ts';
import { type Outcome, tell } from './printer.ts';

interface Stopped {
  readonly stopped: Outcome;
}

/** What a command reads; or what it says where nothing can be read without harm. */
export async function readableSource(content: string): Promise<Readable | Stopped> {
  const source = await find(content);
  if (source.kind === 'merged') tell(mergedWords(content, source));
  return 'from' in source ? source : stopped(whyNotRead(source));
}

/** Withdrawals that were begun at the desk and are not in its branch yet; only a start finishes them. */
export async function cutShort(content: string): Promise<Outcome | undefined> {
  const begun = await unfinishedIn(stateOf(content));
  return begun.length === 0 ? undefined : stopped(begun.map((id) => `${id}: ${CUT_SHORT}`)).stopped;
}

/** The content in git for the desk; or what is said where folder and branch do not fit together. */
export async function readableRepository(
  content: string,
): Promise<{ readonly repository: Repository | undefined } | Stopped> {
  const desk = await joined(content);
  return desk.kind === 'joined' ? { repository: desk.repository } : stopped(whyNotRead(desk));
}

/** Said while it is read, because what is read is not the folder alone. */
export function mergedWords(content: string, { uncommitted }: Readable): string {
  return `The desk has saved changes that are not in the folder ${content} yet. What is read is both together: the branch ${deskBranch()} and the folder${uncommitted ? ', with its changes that are not committed' : ''}.`;
}

/** Why nothing can be read, a line for each file. */
export function whyNotRead(source: Exclude<ContentSource, Readable>): readonly string[] {
  switch (source.kind) {
    case 'conflict':
      return source.files.map((file) => `${file}: ${conflictWords()}`);
    case 'checked-out':
      return [checkedOutWords()];
  }
}

function stopped(why: readonly string[]): Stopped {
  const lines = [
    ...why,
    '',
    'Nothing was read, and nothing was published: the last site stands as it was.',
  ];
  return { stopped: { exit: 1, lines, data: { ok: false, source: why } } };
}

const conflictWords = (): string =>
  `it was changed in the folder and at the desk, and the two do not fit together. Commit what is in the folder (git add -A, then git commit), join the desk's branch into yours (git merge ${deskBranch()}), choose for each file named here, commit, and try again.`;
const checkedOutWords = (): string =>
  `The desk's own branch, ${deskBranch()}, is checked out in this folder, and the folder does not hold the same. Nobody can tell whether it is older or was changed by hand. Keep your changes elsewhere, check out another branch, and try again.`;
const CUT_SHORT =
  'a withdrawal was cut short. Run "npm start" once, or withdraw it again, which finishes it, and try again.';
