import type { Day } from '#consent/decision.ts';
import { DRAWN_AS_TYPED_SINCE, type OldMark, oldMarksIn } from '#records/old-marks.ts';
import type { Archive, HeldContribution } from '#repository/archive.ts';

/** Words that a reader meets otherwise than before, though no letter of them was changed. */
export interface RenderingChange {
  readonly file: string;
  readonly field: string;
  readonly marks: readonly OldMark[];
}

/**
 * The fields whose look changed when words came to be shown as they are typed (records/README.md,
 * "Marks"). A piece that was first published since then never had another look.
 */
export function renderingChanges({
  contributions,
  responses,
}: Archive): readonly RenderingChange[] {
  return [
    ...contributions.filter(({ fields }) => isOld(fields.published_on)).flatMap(ofContribution),
    ...responses
      .filter(({ fields }) => isOld(fields.on))
      .map(({ file, body }) => ({ file, field: 'body', marks: oldMarksIn(body) })),
  ].filter(({ marks }) => marks.length > 0);
}

function isOld(day: Day | undefined): boolean {
  return day === undefined || day < DRAWN_AS_TYPED_SINCE;
}

function ofContribution({ file, fields, body }: HeldContribution): readonly RenderingChange[] {
  const all = [
    { file, field: 'body', marks: oldMarksIn(body) },
    ...(['translations', 'more'] as const).flatMap((list) =>
      fields[list].map(({ words }, index) => ({
        file,
        field: `${list}[${index}].words`,
        marks: oldMarksIn(words ?? ''),
      })),
    ),
  ];
  // In a poem each line was meant as a line, and is one now.
  return fields.kind === 'poem' ? all.map(withoutLines) : all;
}

function withoutLines({ marks, ...where }: RenderingChange): RenderingChange {
  return { ...where, marks: marks.filter((mark) => mark !== 'lines that ran on') };
}
