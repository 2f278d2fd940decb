import type { Checked } from '#build/check.ts';
import type { WithheldName } from '#build/withheld-names.ts';
import type { RefusedLookalike } from '#blocklist/refused-lookalikes.ts';
import { changedLine, undescribedLine } from '#cli/report.ts';
import type { Outcome } from '#cli/printer.ts';
import { type Problem, problemLine } from '#records/problem.ts';
import type { RenderingChange } from '#release/rendering-changes.ts';
import { answerLine } from '#release/gap-words.ts';
import type { HeldDuplicate } from '#release/held-duplicates.ts';

const NO_LIST =
  'Pieces were withdrawn before, but the never-again list is not here: if one is put back, it is not noticed. Bring the list in with "npm run archive -- never-again --import FILE".';

/** Every problem with file, field and rule, and what else somebody should look at. */
export function checkWords({ contributions, listIsMissing, ...found }: Checked): Outcome {
  const { problems, notices, changed, undescribed, unbound, otherwise } = found;
  const { sameFiles, alike, names, later, notes } = found;
  const count = problems.length;
  const last =
    count === 0
      ? `${contributions} contributions read. No problems.`
      : `${count} problem${count === 1 ? '' : 's'}. Nothing was changed.`;
  return {
    exit: count === 0 ? 0 : 1,
    lines: [
      ...problems.map(problemLine),
      ...notices.map(problemLine),
      ...changed.map(changedLine),
      ...undescribed.map(undescribedLine),
      ...unbound.map(answerLine),
      ...otherwise.map(otherwiseLine),
      ...sameFiles.map(sameFileLine),
      ...alike.map(alikeLine),
      ...names.map(nameLine),
      ...later.map(laterLine),
      ...notes.map(({ file, field, what }) => `${file}, ${field}: ${what}`),
      ...(count === 0 && listIsMissing ? [NO_LIST] : []),
      last,
    ],
    data: {
      ...{ ok: count === 0, contributions, problems, notices },
      ...{ changed, undescribed, unbound, otherwise, sameFiles, alike, names },
      ...{ later, notes },
    },
  };
}

function laterLine(problem: Problem): string {
  return `${problemLine(problem)} It is held back, so it stops nothing until it is let out.`;
}

function sameFileLine({ file, field, isShown, heldBackIn }: HeldDuplicate): string {
  const places = heldBackIn.map((other) => `${other.file}, ${other.field}`).join('; ');
  const here = isShown ? 'Here it is shown. Look whether it may be.' : 'Here it is held back too.';
  return `${file}, ${field}: The same file is held back in another place: ${places}. ${here}`;
}

function alikeLine({ file, field, like }: RefusedLookalike): string {
  return `${file}, ${field}: This looks like the photograph ${like.part} of ${like.id}, to which somebody said no. Here it is shown. Look whether it may be.`;
}

function nameLine({ file, field, keptIn }: WithheldName): string {
  return `${file}, ${field}: A name stands here that ${keptIn} keeps back. Look whether it is the same person; then take it out.`;
}

function otherwiseLine({ file, field, marks }: RenderingChange): string {
  // What nobody could read becomes readable: that is said first.
  const comment = marks.includes('comment')
    ? 'What stands between <!-- and --> was hidden, and can be read by everybody now. '
    : '';
  return `${file}, ${field}: ${comment}Every character is shown as it was typed now, so this is not drawn any more: ${marks.join(', ')}. Look at the page. If it should look otherwise, change it with its makers and approve it again.`;
}
