import type { ShareProblem } from '#components/share-view.ts';
import type { FileStep } from '#intake/contribution/files.ts';
import type { NotTaken } from '#intake/clean-file.ts';
import type { MediaRule } from '#media/media.ts';

/** Which words of the form say why a file was not taken. */
export function fileProblem(not: NotTaken, step: FileStep): ShareProblem {
  if (not.why === 'media') return OF_RULE[not.problem.rule] ?? OTHER[step];
  return OF_WHY[not.why];
}

const OTHER = { pictures: 'not-a-picture', sound: 'not-a-recording' } as const satisfies Readonly<
  Record<FileStep, ShareProblem>
>;

/** The rules that are not here say that it is no file of the kind that was asked for. */
const OF_RULE: Readonly<Partial<Record<MediaRule, ShareProblem>>> = {
  'media-unreadable': 'file-damaged',
  'media-empty': 'file-empty',
  'media-too-large': 'file-too-large',
  'media-took-too-long': 'file-refused',
  'media-cut-not-followed': 'file-refused',
  'media-coding-not-taken': 'file-refused',
};

const OF_WHY: Readonly<Record<Exclude<NotTaken['why'], 'media'>, ShareProblem>> = {
  'no-place': 'not-saved',
  'nothing-came': 'no-file',
  empty: 'file-empty',
  known: 'file-known',
  'no-room': 'no-room',
  'too-large': 'file-too-large',
  characters: 'file-refused',
};
