import { decide } from '#consent/decide.ts';
import { receiptOf } from './receipt.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { factsOf } from '#release/facts.ts';

/** Open today, and a contributor whose own record is open said yes to thanks. */
export function mayBeThanked(held: HeldContribution, day: string): boolean {
  const facts = factsOf(held);
  const { consents } = held.fields;
  const { outcome } = decide(facts, { use: 'web', day });
  if (outcome !== 'publish' && outcome !== 'partial') return false;
  return consents.some(
    ({ interest, person, thanks }) =>
      interest === 'contributor' &&
      thanks === true &&
      receiptOf({ facts, person, day })?.parts.some(({ uses }) => uses.includes('web')) === true,
  );
}
