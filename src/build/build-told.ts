import type { AuditReport } from '#audit/audit-folder.ts';
import { problemLine } from '#records/problem.ts';
import { gapLine } from '#release/gap-words.ts';
import type { ReleaseDone } from '#release/release.ts';
import { notAsApproved } from '#schedule/coming.ts';
import type { Outcome } from '#cli/printer.ts';
import { settingsNotices } from './settings-notices.ts';

/** What a build did, for whoever ran it: counts, and what to look at next. */
export function built(of: {
  readonly done: ReleaseDone;
  readonly report: AuditReport;
  readonly out: string;
  /** Where it is now what was in that folder and no build had made. */
  readonly kept?: string | undefined;
}): Outcome {
  const { done, report, out, kept } = of;
  const held = done.admissions.length - done.stories.length;
  const { counts, controls } = report;
  const changed = notAsApproved(
    done.admissions.map((admission) => admission.held),
    done.site.builtFor,
  );
  return {
    exit: 0,
    lines: [
      `Built for ${done.site.builtFor}: ${done.stories.length} contributions let out, ${held} kept back.`,
      `Proved: ${counts.files} files, each accounted for; ${controls.found} of ${controls.planted} planted controls found; nothing withheld found.`,
      ...notApprovedLine(changed.length),
      ...done.gaps.map(gapLine),
      ...settingsNotices(done.site).map(problemLine),
      ...(kept === undefined
        ? []
        : [`What was in ${out}, and no build had made, was not deleted: it is in ${kept}.`]),
      `The site is in ${out}.`,
    ],
    data: {
      ok: true,
      out,
      kept,
      builtFor: done.site.builtFor,
      released: done.stories.length,
      withheld: held,
      changed,
      gaps: done.gaps,
      audit: report,
    },
  };
}

/** How many parts are kept back because they are not what was approved; it never stops a build. */
function notApprovedLine(count: number): readonly string[] {
  if (count === 0) return [];
  const what =
    count === 1
      ? '1 part is not the version approved, so it is not shown'
      : `${count} parts are not the version approved, so they are not shown`;
  return [`${what}. "npm run archive -- report" says which, and what to do.`];
}
