import type { AuditReport } from '#audit/audit-folder.ts';
import type { PlaceRefused } from '#hosting/out-folder.ts';
import type { Problem } from '#records/problem.ts';
import type { ReleaseDone } from '#release/release.ts';
import type { Progress } from '#state/progress.ts';

/** What a build begins, or waits for: another build of this archive. `compile` is once for each version of the program. */
export type BuildStep = 'compile' | 'wait-for-build' | 'release' | 'draw' | 'furnish' | 'prove';

/** Whoever asked for the build is told of it while it runs; words are theirs. */
export interface BuildWatch {
  readonly step: (step: BuildStep) => void;
  /** The archive had lists and no id, and was given one in this file. */
  readonly gaveId: (file: string) => void;
  readonly progress: Readonly<Record<'media' | 'pictures' | 'proof', () => Progress>>;
}

/** A site stands in `out`, proved; what a build had not made there before was put into `kept`. */
export interface Built {
  readonly kind: 'built';
  readonly out: string;
  readonly done: ReleaseDone;
  readonly report: AuditReport;
  readonly kept: string | undefined;
}

/** Nothing was published: the last site stands as it was. */
export type NotBuilt =
  | { readonly kind: 'place-refused'; readonly out: string; readonly refused: PlaceRefused }
  | { readonly kind: 'unread'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-fit'; readonly report: AuditReport };
