import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { HeldContribution } from '#repository/archive.ts';
import { list } from '#repository/content-files.ts';
import { approvalsOf } from '#release/facts.ts';
import { readContribution } from '#repository/read-contribution.ts';
import { type Problem, problemLine } from '#records/problem.ts';
import { editRecord } from '#repository/edit-record.ts';
import type { Outcome } from '#cli/printer.ts';
import { stateOf } from '#state/state.ts';

/**
 * Writes the digests of what is there now into the records of contributors and co-creators. It judges
 * nothing: that these people saw this version is for the person who runs it to know.
 */
export async function approve(input: {
  readonly content: string;
  /** Ids, or `all`. */
  readonly ids: readonly string[] | 'all';
}): Promise<Outcome> {
  const root = resolve(input.content);
  const is = await stat(root).catch(() => undefined);
  if (is?.isDirectory() !== true) return noFolder(input.content);
  const { folders } = await list(root, 'stories');
  const wanted = input.ids === 'all' ? folders : input.ids;
  const problems: Problem[] = [];
  const done: { id: string; records: number; parts: number }[] = [];
  for (const id of wanted) {
    const read = folders.includes(id)
      ? await readContribution({ root, store: stateOf(root).store }, id)
      : { problems: [notHere(id)] };
    problems.push(...read.problems);
    if (read.held === undefined || read.problems.length > 0) continue;
    // One that cannot be written keeps nobody else's from being approved.
    const one = await approveOne(root, read.held).catch(() => undefined);
    if (one === undefined) problems.push(notWritten(read.held.file));
    else done.push(one);
  }
  return {
    exit: problems.length > 0 ? 1 : 0,
    lines: [
      ...done.map(approvedLine),
      ...done
        .filter(({ records }) => records > 0)
        .slice(0, 1)
        .map(howToPrint),
      ...(done.length === 0 && problems.length === 0 ? ['There is nothing here to approve.'] : []),
      ...problems.map(problemLine),
    ],
    data: { ok: problems.length === 0, approved: done, problems },
  };
}

async function approveOne(root: string, held: HeldContribution) {
  const approved = Object.fromEntries(approvalsOf(held));
  const makers = held.fields.consents.flatMap(({ interest }, index) =>
    interest === 'contributor' || interest === 'co-creator' ? [index] : [],
  );
  if (makers.length > 0) {
    await editRecord(join(root, held.file), (record) => {
      for (const index of makers)
        record.setIn(['consents', index, 'approved'], record.createNode(approved));
    });
  }
  return { id: held.id, records: makers.length, parts: Object.keys(approved).length };
}

function approvedLine({
  id,
  records,
  parts,
}: {
  id: string;
  records: number;
  parts: number;
}): string {
  return records === 0
    ? `${id}: no contributor or co-creator is in the record, so there is nobody to write to.`
    : `${id}: ${parts} parts approved in ${records} record${records === 1 ? '' : 's'}.`;
}

function howToPrint({ id }: { id: string }): string {
  return `Give each of them a receipt: npm run archive -- receipt ${id} --out receipt.html`;
}

function notHere(id: string): Problem {
  return {
    file: `stories/${/^[a-z0-9]{1,26}$/.test(id) ? id : '(not an id)'}`,
    rule: 'file-missing',
    what: 'There is no contribution with this id.',
    next: 'Look at the folder names in content/stories. Nothing was changed.',
  };
}

function notWritten(file: string): Problem {
  return {
    file,
    rule: 'unreadable',
    what: 'Nothing could be written into this record, so nothing in it is approved.',
    next: 'Look whether the file may be changed and whether there is room on the disk, and approve it again. It was not changed.',
  };
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
