import { type Approval, type ApprovedPiece, approve as approveIn } from '#intake/approve.ts';
import { problemLine } from '#records/problem.ts';
import type { Outcome } from './printer.ts';

/** Writes into makers’ records what they approve, and tells what was written and what could not be. */
export async function approve(input: Parameters<typeof approveIn>[0]): Promise<Outcome> {
  return approvalWords(await approveIn(input), input.content);
}

/** What was approved and what could not be, for whoever asked for it. */
export function approvalWords(done: Approval, content: string): Outcome {
  if (done.kind === 'no-folder') return noFolder(content);
  const { approved, problems } = done;
  return {
    exit: problems.length > 0 ? 1 : 0,
    lines: [
      ...approved.map(approvedLine),
      ...approved
        .filter(({ records }) => records > 0)
        .slice(0, 1)
        .map(howToPrint),
      ...(approved.length === 0 && problems.length === 0
        ? ['There is nothing here to approve.']
        : []),
      ...problems.map(problemLine),
    ],
    data: { ok: problems.length === 0, approved, problems },
  };
}

function approvedLine({ id, records, parts }: ApprovedPiece): string {
  return records === 0
    ? `${id}: no contributor or co-creator is in the record, so there is nobody to write to.`
    : `${id}: ${parts} parts approved in ${records} record${records === 1 ? '' : 's'}.`;
}

function howToPrint({ id }: ApprovedPiece): string {
  return `Give each of them a receipt: npm run archive -- receipt ${id} --out receipt.html`;
}

function noFolder(content: string): Outcome {
  return {
    exit: 1,
    lines: [
      `There is no such content folder: ${content}. Look at what stands after --content. Nothing was changed.`,
    ],
    data: { ok: false, approved: [], problems: [] },
  };
}
