import { NotDone, type WhyNotDone } from './not-done.ts';
import type { NotThere } from '#withdrawal/result.ts';

/** What the desk says where there is nothing to take down. */
const SAID: Readonly<
  Record<NotThere['kind'], { readonly why: WhyNotDone; readonly said: (id: string) => string }>
> = {
  'no-contribution': {
    why: 'not-there',
    said: () => 'There is no contribution with this id. Nothing was changed.',
  },
  'no-such-part': {
    why: 'not-valid',
    said: (id) => `${id} has no part with this id. Nothing was changed.`,
  },
  'withdrawn-before': {
    why: 'not-there',
    said: (id) => `${id} has been withdrawn already. There is nothing left to take down.`,
  },
};

export function withdrawalRefused({ kind, id }: NotThere): NotDone {
  const { why, said } = SAID[kind];
  return new NotDone(why, said(id));
}
