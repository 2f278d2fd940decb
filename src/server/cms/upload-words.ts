import type { NotTaken } from '#intake/clean-file.ts';
import type { TakenIn } from '#intake/upload.ts';
import type { MediaProblem } from '#media/media.ts';
import { NOTES } from '#media/problems.ts';
import { NotDone, type WhyNotDone } from '#server/not-done.ts';

/** What the editor is told of a file that was taken in; a refusal in plain words where it was not. */
export function takenWords(done: TakenIn | NotTaken) {
  if (done.kind === 'not-taken') throw notDone(done);
  const { kind: _, notes, ...facts } = done;
  return notes.length === 0 ? facts : { ...facts, said: notes.map((note) => NOTES[note]) };
}

function notDone(not: NotTaken): NotDone {
  switch (not.why) {
    case 'no-place':
      return new NotDone(
        'not-valid',
        'The desk was not told what this file belongs to. Nothing was kept.',
      );
    case 'nothing-came':
      return new NotDone('not-valid', 'No file came. Nothing was kept.');
    case 'known':
      return new NotDone('not-valid', 'This file is here already. Nothing was kept of it.');
    case 'no-room':
      return new NotDone(
        'no-room',
        'There is no room left on the server’s disk. Nothing was kept. Tell whoever looks after it, then try again.',
      );
    case 'empty':
      return new NotDone('not-valid', 'This file is empty. Nothing was kept.');
    case 'too-large':
      return new NotDone(
        'too-large',
        `This file is too large: the desk takes up to ${not.megabytes} MB. Send a smaller copy. Nothing was kept.`,
      );
    case 'characters': {
      const { field = '', what, next } = not.problem;
      return new NotDone(
        'not-valid',
        `${field} of this transcript: ${what} ${next} Nothing was kept.`,
      );
    }
    case 'media': {
      const { rule, what, advice } = not.problem;
      return new NotDone(WHY[rule] ?? 'not-valid', `${what} ${advice} Nothing was kept.`);
    }
  }
}

const WHY: Readonly<Partial<Record<MediaProblem['rule'], WhyNotDone>>> = {
  'media-too-large': 'too-large',
  'media-type-not-taken': 'not-taken',
};
