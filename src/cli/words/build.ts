import type { AuditReport } from '#audit/audit-folder.ts';
import { wordsForFinding } from '#audit/findings.ts';
import type { Built, BuildStep, BuildWatch, NotBuilt } from '#build/result.ts';
import { settingsNotices } from '#build/settings-notices.ts';
import { type Outcome, progress, tell } from '#cli/printer.ts';
import type { Ours, PlaceRefused } from '#hosting/out-folder.ts';
import { type Problem, problemLine } from '#records/problem.ts';
import { gapLine } from '#release/gap-words.ts';
import { notAsApproved } from '#schedule/coming.ts';

const STEPS: Readonly<Record<BuildStep, string>> = {
  compile: 'This version of the program is used for the first time; compiling its pages.',
  'wait-for-build': 'Another build is running; waiting for it to finish.',
  release: '1 of 4  Reading the content and asking what consent lets out',
  draw: '2 of 4  Drawing the pages and making the search index',
  furnish: '3 of 4  Putting the media and the index in place',
  prove: '4 of 4  Proving the finished folder',
};

/** Tells of a build on stderr while it runs. */
export const buildWatch: BuildWatch = {
  step: (step) => tell(STEPS[step]),
  gaveId: (file) =>
    tell(`${file} was written: it says which archive this is. Commit it with the content.`),
  progress: {
    media: () => progress('photographs and sound'),
    pictures: () => progress('pictures looked at'),
    proof: () => progress('files proved'),
  },
};

/** What a build did, or why it published nothing, for whoever ran it. */
export function buildWords(result: Built | NotBuilt): Outcome {
  switch (result.kind) {
    case 'built':
      return built(result);
    case 'place-refused':
      return placeWords(result.out, result.refused);
    case 'unread':
      return unreadWords(result.problems);
    case 'not-fit':
      return notFit(result.report);
  }
}

/** Counts, and what to look at next. */
function built({ done, report, out, kept }: Built): Outcome {
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

/** The content cannot be read, or may not be published as it is. */
export function unreadWords(problems: readonly Problem[]): Outcome {
  const lines = problems.map(problemLine);
  const count = problems.length;
  const last = `${count} problem${count === 1 ? '' : 's'}. Nothing was published: the last site stands as it was.`;
  return { exit: 1, lines: [...lines, '', last], data: { ok: false, problems } };
}

function notFit(report: AuditReport): Outcome {
  const lines = report.findings.map((finding) => `${finding.file}: ${wordsForFinding(finding)}`);
  const why =
    report.verdict === 'void'
      ? 'The audit missed a planted control, so it proves nothing.'
      : `The audit found ${lines.length} things that may not be published.`;
  return {
    exit: 1,
    lines: [...lines, '', `${why} Nothing was published: the last site stands as it was.`],
    data: { ok: false, audit: report },
  };
}

const OURS: Readonly<Record<Ours, string>> = {
  content: 'the content folder',
  state: 'the folder of the archive’s state',
  src: 'the folder src of the program',
  public: 'the folder public of the program',
  node_modules: 'the folder node_modules of the program',
};

/** Why the site cannot be put there: wrong use, told before anything is read. */
export function placeWords(out: string, refused: PlaceRefused): Outcome {
  const why = outPlaceWhy(refused);
  return {
    exit: 2,
    lines: [
      `The site cannot be put into ${out}: ${why}.`,
      'A build puts the new site in the place of that folder, and what was in it is gone.',
      'Name another folder: --out dist.',
      'Nothing was changed, and nothing was published.',
    ],
    data: { ok: false, out, refused: why },
  };
}

/** Why a folder may not be written: what of ours it would touch. */
export function outPlaceWhy(refused: PlaceRefused): string {
  switch (refused.why) {
    case 'is':
      return `it is ${OURS[refused.what]}`;
    case 'holds':
      return `it holds ${OURS[refused.what]}`;
    case 'lies-inside':
      return `it lies inside ${OURS[refused.what]}`;
    case 'holds-everything':
      return 'it holds everything there is on this machine';
    case 'cannot-be-looked-at':
      return 'it cannot be looked at';
  }
}
