import type { Use } from '#consent/uses.ts';
import type { DraftPiece } from '#intake/import/draft.ts';
import type { HeldRule } from '#intake/import/grant.ts';
import { type Import, type ImportInput, importFrom as importInto } from '#intake/import/import.ts';
import { type Problem, problemLine } from '#records/problem.ts';
import { type Outcome, progress, tell } from './printer.ts';
import { HELD_WORDS, NOTE_WORDS } from './words/import.ts';

/** Brings pieces in from a folder or a spreadsheet, and tells which are in, which are held and why. */
export async function importFrom(
  input: Omit<ImportInput, 'onWait' | 'onProgress'>,
): Promise<Outcome> {
  const done = await importInto({
    ...input,
    onWait: () => tell('Another import is under way. Waiting for it.'),
    onProgress: progress('pieces imported'),
  });
  switch (done.kind) {
    case 'imported':
      return imported(done, input.grant);
    case 'refused':
      return refused(done.problems);
    case 'broken-off':
      return brokenOff(done);
  }
}

function imported(
  { made, alreadyHere, notes }: Extract<Import, { kind: 'imported' }>,
  grant: readonly Use[] | undefined,
): Outcome {
  const held = heldByRule(made);
  const noted = notes.map((note) => NOTE_WORDS[note]);
  const ids = held.flatMap((each) => each.ids);
  return {
    exit: 0,
    lines: [
      `${made.length} contributions imported${standing(made.length, ids.length, grant)}.`,
      ...held.map(
        (each) =>
          `${wereHeld(each.ids.length)}, ${each.rule}: ${each.why}: ${each.ids.join(', ')}.`,
      ),
      ...(ids.length > 0 ? [HOW_TO_OPEN] : []),
      ...withoutDescription(made),
      ...(alreadyHere > 0 ? [`${alreadyHere} were here already and were left as they are.`] : []),
      ...noted,
    ],
    data: {
      ok: true,
      notes: noted,
      imported: idsOf(made),
      alreadyHere,
      heldForWantOfLicence: ids,
      held: held.map(({ rule, ids: those }) => ({ rule, count: those.length, ids: those })),
    },
  };
}

/** Said at once: a picture that nobody described is in the archive and is not shown. */
function withoutDescription(made: readonly DraftPiece[]): readonly string[] {
  const count = made.reduce((sum, { undescribed }) => sum + undescribed, 0);
  if (count === 0) return [];
  const ids = idsOf(made.filter(({ undescribed }) => undescribed > 0)).join(', ');
  return [
    `${count === 1 ? '1 picture has' : `${count} pictures have`} no description yet. None is shown until somebody writes what can be seen in it (alt): ${ids}.`,
  ];
}

const HOW_TO_OPEN =
  'What is held is in the archive and is not public. Ask its makers, and record their yes at the desk.';

/** What a grant left held, under the rule that holds it, in the order of the rules. */
function heldByRule(
  made: readonly DraftPiece[],
): readonly { rule: HeldRule; why: string; ids: readonly string[] }[] {
  return (Object.keys(HELD_WORDS) as HeldRule[])
    .map((rule) => ({
      rule,
      why: HELD_WORDS[rule],
      ids: idsOf(made.filter(({ held }) => held === rule)),
    }))
    .filter(({ ids }) => ids.length > 0);
}

function standing(made: number, unlicensed: number, grant: readonly Use[] | undefined): string {
  if (grant === undefined) return ', held: nobody has said yes yet';
  const uses = grant.join(', ');
  if (unlicensed === 0) return `, granted for ${uses} by their licence`;
  const open = made - unlicensed;
  const whose = open === 1 ? 'its' : 'their';
  return `: ${open} granted for ${uses} by ${whose} licence, ${unlicensed} held`;
}

const wereHeld = (count: number): string => (count === 1 ? '1 was held' : `${count} were held`);

function brokenOff({
  asked,
  made,
  alreadyHere,
  problems,
}: Extract<Import, { kind: 'broken-off' }>): Outcome {
  const which = made.length > 0 ? `: ${idsOf(made).join(', ')}` : '';
  return {
    exit: 1,
    lines: [
      ...problems.map(problemLine),
      `The import stopped. ${made.length} of ${asked} contributions are in, whole${which}.`,
      ...(alreadyHere > 0 ? [`${alreadyHere} were here already and were left as they are.`] : []),
      'Nothing of the others was left behind.',
    ],
    data: { ok: false, problems, imported: idsOf(made), alreadyHere },
  };
}

function idsOf(drafts: readonly DraftPiece[]): readonly string[] {
  return drafts.map(({ id }) => id);
}

function refused(problems: readonly Problem[]): Outcome {
  return {
    exit: 1,
    lines: [
      ...problems.map(problemLine),
      `${problems.length} problem${problems.length === 1 ? '' : 's'}. Nothing was imported.`,
    ],
    data: { ok: false, problems },
  };
}
