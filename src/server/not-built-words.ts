import { wordsForFinding } from '#audit/findings.ts';
import type { NotBuilt } from '#build/result.ts';
import { problemLine } from '#records/problem.ts';

/** Why no new site is served: what a build said of itself, or it broke off and nobody foresaw why. */
export type Failed = NotBuilt | { readonly kind: 'broke-off' };

/** What facilitators are told of a build that failed, a line for each thing to mend; never content. */
export function notBuiltWords(failed: Failed): readonly string[] {
  switch (failed.kind) {
    case 'unread':
      return failed.problems.map(problemLine);
    case 'not-fit':
      return failed.report.verdict === 'void'
        ? ['The audit missed a planted control, so it proves nothing.']
        : failed.report.findings.map(wordsForFinding);
    case 'place-refused':
    case 'broke-off':
      return [
        'The pages could not be made. The last site stands as it was. Try again; if it stays so, run "npm run archive -- check".',
      ];
  }
}
