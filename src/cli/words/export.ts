import { wordsForFinding } from '#audit/findings.ts';
import type { Outcome } from '#cli/printer.ts';
import type { CopyDone, NoCopy } from '#export/result.ts';
import { problemLine } from '#records/problem.ts';
import type { CopyHeld } from '#register/copies.ts';
import { type CopyToCallBack, partsInWords } from '#schedule/call-back.ts';
import { outPlaceWhy } from './build.ts';
import { refusedFileWords } from './private-file.ts';

const NOTHING = 'No file was written.';

/** What became of a copy, or why there is none, for whoever asked for it. */
export function copyWords(made: CopyDone | NoCopy, recipient: string | undefined): Outcome {
  switch (made.kind) {
    case 'copied':
      return copied(made, recipient);
    case 'place-refused':
      return {
        exit: 2,
        lines: [`A copy cannot be put into ${made.out}: ${outPlaceWhy(made.refused)}. ${NOTHING}`],
        data: { ok: false, refused: made.refused },
      };
    case 'file-refused':
      return refused([`${made.out}: ${refusedFileWords(made.refused)}`], made);
    case 'unread':
      return refused(made.problems.map(problemLine), made);
    case 'nothing-granted':
      return refused(
        [
          `Nothing was granted for this use: ${count(made.keptBack, 'piece')} kept back. "npm run archive -- report" says why.`,
        ],
        made,
      );
    case 'not-fit':
      return refused(notFitLines(made), made);
    case 'hidden-meanwhile':
      return refused(
        made.ids.map((id) => `${id}: it was hidden while the copy was made. Try again.`),
        made,
      );
  }
}

function copied({ out, copy, pieces, keptBack, report }: CopyDone, recipient?: string): Outcome {
  const { counts, controls } = report;
  const who =
    recipient === undefined
      ? 'Nobody is written down as having it, so nobody can be asked to destroy it: name them with --for next time.'
      : 'Who has it is in the private register.';
  return {
    exit: 0,
    lines: [
      `Copy ${copy.key} for ${copy.use}, of ${copy.day}: ${count(copy.parts.length, 'part')} of ${count(pieces, 'piece')}; ${count(keptBack, 'piece')} kept back.`,
      `Proved: ${counts.files} files, each accounted for; ${controls.found} of ${controls.planted} planted controls found; nothing withheld found.`,
      who,
      '"npm run archive -- copies" says when something in it has to be destroyed.',
      `It is in ${out}.`,
    ],
    data: {
      ok: true,
      out,
      key: copy.key,
      use: copy.use,
      day: copy.day,
      pieces,
      keptBack,
      parts: copy.parts,
      audit: report,
    },
  };
}

function refused(why: readonly string[], made: NoCopy): Outcome {
  return { exit: 1, lines: [...why, '', NOTHING], data: { ok: false, ...made } };
}

function notFitLines({ report }: Extract<NoCopy, { readonly kind: 'not-fit' }>): readonly string[] {
  return report.verdict === 'void'
    ? ['The audit missed a planted control, so it proves nothing.']
    : report.findings.map((finding) => `${finding.file}: ${wordsForFinding(finding)}`);
}

/** Each copy that somebody has; of those that hold what is not let out any more, what is to be done. */
export function copiesWords(copies: readonly CopyToCallBack[]): Outcome {
  const lines = copies.flatMap((copy) => [
    copyLine(copy),
    ...(copy.callBack.length === 0
      ? []
      : [`  ${partsInWords(copy.callBack)} may not be used any more. ${askWords(copy)}`]),
  ]);
  return {
    exit: 0,
    lines: lines.length === 0 ? ['No copy was handed out.'] : lines,
    data: { ok: true, copies },
  };
}

/** A print or another use elsewhere is written down; what of it nobody granted is said at once. */
export function outsideWords(copy: CopyToCallBack): Outcome {
  const { callBack } = copy;
  return {
    exit: 0,
    lines: [
      `It is written down. ${copyLine(copy)}`,
      ...(callBack.length === 0
        ? ['Whoever made it sees the day and what for at /mine/. A withdrawal names it.']
        : [`${partsInWords(callBack)} is not granted for this use. ${askWords(copy)}`]),
    ],
    data: { ok: true, copy },
  };
}

function copyLine({ key, use, format, day, recipient, destroyedOn }: CopyHeld): string {
  const state = destroyedOn === undefined ? '' : ` Destroyed, as was said on ${destroyedOn}.`;
  return `${key}: ${use}, ${format}, of ${day}, for ${recipient ?? NOT_WRITTEN}.${state}`;
}

const NOT_WRITTEN = 'nobody knows whom';

function askWords({ key }: CopyHeld): string {
  return `Ask whoever has it to destroy that, and then: npm run archive -- copies --destroyed ${key}`;
}

/** Said by a withdrawal: which copies hold it, who has them, and what to ask of them. */
export function copiesElsewhereLines(copies: readonly CopyHeld[]): readonly string[] {
  return copies.map(
    (copy) =>
      `Copy ${copy.key}, handed out on ${copy.day} for ${copy.use}, holds it; ${copy.recipient ?? NOT_WRITTEN} has it. ${askWords(copy)}`,
  );
}

export function copyDestroyedWords(key: string): Outcome {
  return {
    exit: 0,
    lines: [`It is written down that copy ${key} is destroyed.`],
    data: { ok: true, key },
  };
}

const count = (number: number, what: string): string =>
  `${number} ${what}${number === 1 ? '' : 's'}`;
