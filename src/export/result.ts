import type { AuditReport } from '#audit/audit-folder.ts';
import type { Day } from '#consent/decision.ts';
import type { PlaceRefused } from '#hosting/out-folder.ts';
import type { Problem } from '#records/problem.ts';
import type { RefusedFile } from '#state/private-file.ts';
import type { CopyFormat } from './formats.ts';
import type { CopyUse } from './uses.ts';

/** One copy as it is written down, so that a withdrawal can say where it went. */
export interface CopyMade {
  readonly key: string;
  readonly use: CopyUse;
  readonly format: CopyFormat;
  readonly day: Day;
  /** Every part that is in it. */
  readonly parts: readonly { readonly contribution: string; readonly part: string }[];
}

/** It lies in `out`, proved and written down. */
export interface CopyDone {
  readonly kind: 'copied';
  readonly out: string;
  readonly copy: CopyMade;
  readonly pieces: number;
  readonly keptBack: number;
  readonly report: AuditReport;
}

/** No file was written, and none that was there was touched. */
export type NoCopy =
  | { readonly kind: 'place-refused'; readonly out: string; readonly refused: PlaceRefused }
  | { readonly kind: 'file-refused'; readonly out: string; readonly refused: RefusedFile }
  | { readonly kind: 'unread'; readonly problems: readonly Problem[] }
  | { readonly kind: 'nothing-granted'; readonly keptBack: number }
  | { readonly kind: 'not-fit'; readonly report: AuditReport }
  /** Hidden while the copy was being made. */
  | { readonly kind: 'hidden-meanwhile'; readonly ids: readonly string[] };
