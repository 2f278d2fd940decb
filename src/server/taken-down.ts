import type { Rebuild, TakenDownView } from '#components/take-down-view.ts';
import type { Interface } from '#i18n/words.ts';
import type { WithdrawalChoice } from '#withdrawal/choices.ts';
import type { WithdrawalReceipt } from '#withdrawal/withdrawals.ts';
import type { Desk } from './desk-context.ts';

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
  readonly shown: Interface;
}): TakenDownView {
  const { receipt, choice, rebuild, shown } = input;
  const { at, addresses, files, inSearch, isUnwritten, isUntaken } = receipt;
  return {
    ...{ choice: choice.said(shown), isWhole: choice.group === 'all', rebuild },
    ...{ at, pages: addresses.length, files, inSearch, isUnwritten, isUntaken },
  };
}
