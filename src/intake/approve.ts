import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { HeldContribution } from '#repository/archive.ts';
import { list } from '#repository/content-files.ts';
import { approvalsOf } from '#release/facts.ts';
import { readContribution } from '#repository/read-contribution.ts';
import { type Problem, problemAt } from '#records/problem.ts';
import { editRecord } from '#repository/edit-record.ts';
import { stateOf } from '#state/state.ts';

/** One piece whose makers’ records hold the digests now; no records where no maker is in it. */
export interface ApprovedPiece {
  readonly id: string;
  /** Makers’ records that were written to. */
  readonly records: number;
  /** Parts that each of them approves. */
  readonly parts: number;
}

/** What was approved, and what could not be; or there is no such folder, and nothing was looked at. */
export type Approval =
  | {
      readonly kind: 'looked';
      readonly approved: readonly ApprovedPiece[];
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'no-folder' };

/**
 * Writes the digests of what is there now into the records of contributors and co-creators. It judges
 * nothing: that these people saw this version is for the person who runs it to know.
 */
export async function approve(input: {
  readonly content: string;
  /** Ids, or `all`. */
  readonly ids: readonly string[] | 'all';
}): Promise<Approval> {
  const root = resolve(input.content);
  const is = await stat(root).catch(() => undefined);
  if (is?.isDirectory() !== true) return { kind: 'no-folder' };
  const { folders } = await list(root, 'stories');
  const wanted = input.ids === 'all' ? folders : input.ids;
  const problems: Problem[] = [];
  const done: ApprovedPiece[] = [];
  for (const id of wanted) {
    const read = folders.includes(id)
      ? await readContribution({ root, store: stateOf(root).store }, id)
      : { problems: [notHere(id)] };
    problems.push(...read.problems);
    if (read.held === undefined || read.problems.length > 0) continue;
    // One that cannot be written keeps nobody else's from being approved.
    const one = await approveOne(root, read.held).catch(() => undefined);
    if (one === undefined) problems.push(problemAt({ file: read.held.file }, 'not-writable'));
    else done.push(one);
  }
  return { kind: 'looked', approved: done, problems };
}

async function approveOne(root: string, held: HeldContribution): Promise<ApprovedPiece> {
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

function notHere(id: string): Problem {
  const file = `stories/${/^[a-z0-9]{1,26}$/.test(id) ? id : '(not an id)'}`;
  return problemAt({ file }, 'no-such-contribution');
}
