import { join, resolve } from 'node:path';
import type { Day, Use } from '#consent/decision.ts';
import { type Problem, problemLine } from '#records/problem.ts';
import { cameBackInDrafts } from './returned-drafts.ts';
import { draftProblems } from './check-drafts.ts';
import type { DraftPiece } from './draft.ts';
import { draftsFromFolder } from './folder.ts';
import { HELD_RULES, type HeldRule } from './grant.ts';
import { type Placed, placeAll } from './place.ts';
import { draftsFromSpreadsheet } from './spreadsheet.ts';
import { withLock } from '#state/lock.ts';
import { type Outcome, tell } from '#cli/printer.ts';
import { stateOf } from '#state/state.ts';

interface Read {
  readonly drafts: readonly DraftPiece[];
  readonly problems: readonly Problem[];
  readonly notes?: readonly string[] | undefined;
}

export interface ImportInput {
  readonly content: string;
  /** A folder with `manifest.json`, or a spreadsheet saved as text: `.csv`, `.tsv` or `.txt`. */
  readonly from: string;
  /** Uses asked for; without it every piece is held, and with it each whose licence does not allow them. */
  readonly grant?: readonly Use[] | undefined;
  readonly day: Day;
}

/**
 * Makes contributions from a folder or a spreadsheet. On any problem in what is read nothing is
 * written; when the disk fails half way, what is in is in whole and is named.
 */
export async function importFrom(input: ImportInput): Promise<Outcome> {
  const content = resolve(input.content);
  const state = stateOf(content);
  const from = resolve(input.from);
  const read: Read = /\.(?:csv|tsv|txt)$/i.test(from)
    ? await draftsFromSpreadsheet({ ...input, from })
    : await draftsFromFolder({ ...input, from, mediaCache: state.mediaCache });
  const problems = [...read.problems, ...(await draftProblems(read.drafts, content))];
  if (problems.length > 0) return refused(problems);
  const before = await cameBackInDrafts(read.drafts, state);
  if (before.length > 0) return refused(before);
  const placed = await withLock(
    join(state.root, 'import-lock'),
    () => tell('Another import is under way. Waiting for it.'),
    () => placeAll(content, read.drafts),
  );
  return placed.problems.length > 0
    ? brokenOff(read.drafts, placed)
    : done(placed, input.grant, read.notes);
}

function done(
  { made, alreadyHere }: Placed,
  grant: readonly Use[] | undefined,
  notes: readonly string[] = [],
): Outcome {
  const held = heldByRule(made);
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
      ...notes,
    ],
    data: {
      ok: true,
      notes,
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
  return (Object.keys(HELD_RULES) as HeldRule[])
    .map((rule) => ({
      rule,
      why: HELD_RULES[rule],
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

function brokenOff(
  drafts: readonly DraftPiece[],
  { made, alreadyHere, problems }: Placed,
): Outcome {
  const which = made.length > 0 ? `: ${idsOf(made).join(', ')}` : '';
  return {
    exit: 1,
    lines: [
      ...problems.map(problemLine),
      `The import stopped. ${made.length} of ${drafts.length} contributions are in, whole${which}.`,
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
