import { problemLine } from '#records/problem.ts';
import { stateOf } from '#state/state.ts';
import {
  allowAgain,
  type Allowed,
  bringInBlocklist,
  type BroughtIn,
  type Carried,
  carryBlocklist,
  startBlocklistAnew,
} from '#withdrawal/carry-blocklist.ts';
import type { Outcome } from './printer.ts';
import { refusedFileWords } from './words/private-file.ts';

export interface BlocklistInput {
  readonly content: string;
  /** Write the list there, for a machine that builds without the register. */
  readonly exportTo?: string | undefined;
  /** Write its key there. */
  readonly exportKeyTo?: string | undefined;
  /** Join that list to the one here. */
  readonly importFrom?: string | undefined;
  /** Somebody said yes again to the piece with this id. */
  readonly allow?: string | undefined;
  /** Only this part of it. */
  readonly part?: string | undefined;
  /** The lists are nowhere any more: go on without them. */
  readonly startAnew?: boolean | undefined;
}

/**
 * The list of what must never come back: how much is on it, taking it to another machine and back,
 * and taking a piece off it when its person said yes again (docs/consent.md §4.4).
 */
export async function blocklist(input: BlocklistInput): Promise<Outcome> {
  const { importFrom, startAnew, allow, part, exportTo, exportKeyTo } = input;
  const state = stateOf(input.content);
  if (importFrom !== undefined) return broughtInWords(await bringInBlocklist(state, importFrom));
  if (startAnew === true) return begunWords(await startBlocklistAnew(state));
  if (allow !== undefined) return allowedWords(await allowAgain(state, allow, part), part);
  const carried = await carryBlocklist(state, { listTo: exportTo, keyTo: exportKeyTo });
  return carriedWords(carried, exportTo !== undefined);
}

function carriedWords(carried: Carried, isExport: boolean): Outcome {
  switch (carried.kind) {
    case 'refused-file':
      return failed(`${refusedFileWords(carried.why)} Nothing was written.`);
    case 'list-unreadable':
      return failed(problemLine(carried.problem));
    case 'no-list':
      return isExport ? failed(NO_LIST) : done([NOTHING_NOTED], { entries: 0 });
    case 'carried':
      return done(
        [
          ...(carried.listIn === undefined
            ? []
            : [`The list was written to ${carried.listIn}. It holds only seals, days and ids.`]),
          ...(carried.keyIn === undefined
            ? []
            : [
                `Its key was written to ${carried.keyIn}. Keep it as a secret of the machine that builds, as ARCHIVE_NEVER_AGAIN_KEY, and delete this file. It must never be in git.`,
              ]),
          `${carried.entries} withdrawal${carried.entries === 1 ? '' : 's'} on the list.`,
        ],
        { entries: carried.entries },
      );
  }
}

const NOTHING_NOTED = 'Nothing was ever noted as withdrawn here.';
const NO_LIST = `${NOTHING_NOTED} Nothing was changed.`;

const NOT_BROUGHT: Readonly<Record<Exclude<BroughtIn['kind'], 'brought-in'>, string>> = {
  'no-file': 'The file is not there, or is no never-again list. Nothing was changed.',
  'no-key':
    'The key of this list is not here. Give it in ARCHIVE_NEVER_AGAIN_KEY or ARCHIVE_NEVER_AGAIN_KEY_FILE. Nothing was changed.',
  'other-key': 'The list that is here has another key than this one. Nothing was changed.',
};

function broughtInWords(brought: BroughtIn): Outcome {
  if (brought.kind !== 'brought-in') return failed(NOT_BROUGHT[brought.kind]);
  const { entries } = brought;
  return done([`The list was brought in. ${entries} withdrawals are on it now.`], { entries });
}

function begunWords({ kind }: Awaited<ReturnType<typeof startBlocklistAnew>>): Outcome {
  return kind === 'none-missing'
    ? failed(
        'No list of this archive is missing here, so nothing has to begin anew. Nothing was changed.',
      )
    : done(
        [
          'From now on this machine keeps the lists of this archive, and they begin empty. What was withdrawn or hidden before is not known again here: look through the content for it, and hide what must be hidden.',
        ],
        { entries: 0 },
      );
}

function allowedWords(allowed: Allowed, part: string | undefined): Outcome {
  switch (allowed.kind) {
    case 'list-unreadable':
      return failed(problemLine(allowed.problem));
    case 'no-list':
      return failed(NO_LIST);
    case 'not-listed':
      return failed('Nothing on the list has this id. Nothing was changed.');
    case 'allowed': {
      const { id, entries: taken } = allowed;
      return done(
        [
          `${id}${part === undefined ? '' : `, part ${part},`} was taken off the never-again list: ${taken} note${taken === 1 ? '' : 's'}. It can be put back, under a new consent record. A copy of the list elsewhere still has it: bring a new one there.`,
        ],
        { allowed: id, taken },
      );
    }
  }
}

function done(lines: readonly string[], data: object): Outcome {
  return { exit: 0, lines, data: { ok: true, ...data } };
}

function failed(line: string): Outcome {
  return { exit: 1, lines: [line], data: { ok: false } };
}
