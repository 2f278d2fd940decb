import type { GivenOut } from '#components/own-piece.ts';
import { copiesElsewhere } from '#withdrawal/copies-elsewhere.ts';
import type { Withdrawal } from '#withdrawal/withdrawal.ts';
import type { Desk } from './desk-context.ts';

/**
 * The copies that hold a piece, or what is taken back of it, and are not destroyed, the oldest first: what is
 * written down of them, and never who has them. A register that cannot be read tells nothing.
 */
export function givenOut(
  { register }: Pick<Desk, 'register'>,
  what: string | Withdrawal,
): readonly GivenOut[] {
  try {
    const copies =
      typeof what === 'string' ? register.copies.holding(what) : copiesElsewhere(register, what);
    return copies.map(({ use, day }) => ({ use, day }));
  } catch {
    return [];
  }
}
