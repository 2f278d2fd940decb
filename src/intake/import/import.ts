import { join, resolve } from 'node:path';
import type { Day } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import type { Problem } from '#records/problem.ts';
import { returnedInDrafts } from './returned-drafts.ts';
import { draftProblems } from './check-drafts.ts';
import type { DraftPiece } from './draft.ts';
import { draftsFromFolder } from './folder.ts';
import { type Placed, placeDrafts } from './place-drafts.ts';
import { draftsFromSpreadsheet, type ImportNote } from './spreadsheet.ts';
import { withLock } from '#state/lock.ts';
import type { Progress } from '#state/progress.ts';
import { stateOf } from '#state/state.ts';

interface Read {
  readonly drafts: readonly DraftPiece[];
  readonly problems: readonly Problem[];
  readonly notes?: readonly ImportNote[] | undefined;
}

export interface ImportInput {
  readonly content: string;
  /** A folder with `manifest.json`, or a spreadsheet saved as text: `.csv`, `.tsv` or `.txt`. */
  readonly from: string;
  /** Uses asked for; without it every piece is held, and with it each whose licence does not allow them. */
  readonly grant?: readonly Use[] | undefined;
  readonly day: Day;
  /** Called when another import is under way, and this one waits. */
  readonly onWait: () => void;
  readonly onProgress: Progress;
}

/** What came in; or what keeps it out, and nothing was written; or how far it came when a disk failed. */
export type Import =
  | ({ readonly kind: 'imported'; readonly notes: readonly ImportNote[] } & Placed)
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | ({ readonly kind: 'broken-off'; readonly asked: number } & Placed);

/**
 * Makes contributions from a folder or a spreadsheet. On any problem in what is read nothing is
 * written; when the disk fails half way, what is in is in whole and is named.
 */
export async function importFrom(input: ImportInput): Promise<Import> {
  const content = resolve(input.content);
  const state = stateOf(content);
  const from = resolve(input.from);
  const read: Read = /\.(?:csv|tsv|txt)$/i.test(from)
    ? await draftsFromSpreadsheet({ ...input, from })
    : await draftsFromFolder({ ...input, from, mediaCache: state.mediaCache });
  const problems = [...read.problems, ...(await draftProblems(read.drafts, content))];
  if (problems.length > 0) return { kind: 'refused', problems };
  const before = await returnedInDrafts(read.drafts, state);
  if (before.length > 0) return { kind: 'refused', problems: before };
  const placed = await withLock(join(state.root, 'import-lock'), input.onWait, () =>
    placeDrafts(content, read.drafts, input.onProgress),
  );
  return placed.problems.length > 0
    ? { kind: 'broken-off', asked: read.drafts.length, ...placed }
    : { kind: 'imported', notes: read.notes ?? [], ...placed };
}
