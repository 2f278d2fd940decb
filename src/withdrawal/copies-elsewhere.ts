import type { CopyHeld } from '#register/copies.ts';
import type { Register } from '#register/register.ts';
import type { Withdrawal } from './withdrawal.ts';

/**
 * The copies that hold what is taken back, so that whoever has them can be asked to destroy it
 * (docs/consent.md §4.2, W13). What is made from the words is in question with them; of one person's
 * own yes nobody can tell which parts it was, so each copy of the piece counts.
 */
export function copiesElsewhere(
  register: Register | undefined,
  { id, part, use }: Withdrawal,
): readonly CopyHeld[] {
  const holding = register?.copies.holding(id) ?? [];
  return holding.filter(
    (copy) =>
      (use === undefined || copy.use === use) &&
      (part === undefined ||
        part === 'words' ||
        copy.parts.some(
          (each) =>
            each.contribution === id && (each.part === part || each.part === `${part}-transcript`),
        )),
  );
}
