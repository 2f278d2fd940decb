import type { Rebuild, TakeDownChoice, TakenDownView } from '#components/take-down-view.ts';
import type { Interface } from '#i18n/words.ts';
import type { WithdrawalChoice } from '#withdrawal/choices.ts';
import { withdrawNow, type WithdrawalReceipt } from '#withdrawal/withdrawals.ts';
import type { Desk } from './desk-context.ts';
import { givenOut } from './given-out.ts';

/** How far the site is that is made again without a piece. */
export function rebuildOf({ hidden, publisher }: Desk, id: string): Rebuild {
  if (!hidden.hides(id)) return 'done';
  return publisher.state.state === 'failed' ? 'failed' : 'owed';
}

/** A withdrawal as its receipt tells it, in one language. */
export function takenDown(input: {
  readonly receipt: WithdrawalReceipt;
  readonly choice: WithdrawalChoice;
  readonly rebuild: Rebuild;
  readonly givenOut: TakenDownView['givenOut'];
  readonly shown: Interface;
}): TakenDownView {
  const { receipt, choice, rebuild, shown, givenOut: copies } = input;
  const { at, addresses, files, inSearch, isUnwritten, isUntaken } = receipt;
  return {
    ...{ choice: choice.said(shown), isWhole: choice.group === 'all', rebuild },
    givenOut: copies,
    ...{ at, pages: addresses.length, files, inSearch, isUnwritten, isUntaken },
  };
}

/** What may be taken down, in the words of one language. */
export function choicesIn(
  choices: readonly WithdrawalChoice[],
  shown: Interface,
): readonly TakeDownChoice[] {
  return choices.map(({ value, group, said }) => ({ value, group, label: said(shown) }));
}

/**
 * Takes down what the holder of a receipt chose, in one act, wherever they chose it; answers with what
 * its receipt says, or with nothing where somebody else took it down a moment ago.
 */
export async function takeDownNow(desk: Desk, choice: WithdrawalChoice, shown: Interface) {
  const role = choice.group === 'me' ? 'person' : 'contributor';
  const receipt = await withdrawNow(desk, choice.what, role);
  if (receipt.kind !== 'hidden') return undefined;
  const rebuild = rebuildOf(desk, choice.what.id);
  return takenDown({ receipt, choice, rebuild, givenOut: givenOut(desk, choice.what), shown });
}
