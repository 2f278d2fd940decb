import { USES, type Use } from '#consent/uses.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { NotDone } from './not-done.ts';
import type { Withdrawal } from '#withdrawal/withdrawal.ts';

/** What was asked for, out of a request; refuses what cannot be meant. */
export function withdrawalIn(body: Readonly<Record<string, unknown>>): Withdrawal {
  const { id, part, use, person } = body;
  if (typeof id !== 'string' || !CONTRIBUTION_ID.test(id)) throw notHere();
  return { id, part: codeIn(part), use: useOf(use), person: codeIn(person) };
}

function codeIn(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(value)) return value;
  throw new NotDone('not-valid', 'This is not a part of it. Nothing was changed.');
}

function useOf(use: unknown): Use | undefined {
  if (use === undefined || use === null || use === '') return undefined;
  const known = USES.find((each) => each === use);
  if (known !== undefined) return known;
  throw new NotDone('not-valid', `Use one of: ${USES.join(', ')}. Nothing was changed.`);
}

function notHere(): NotDone {
  return new NotDone('not-there', 'There is no contribution with this id. Nothing was changed.');
}
