import { Refusal } from '#repository/refusal.ts';
import type { NotThere } from '#withdrawal/result.ts';

/** What the desk says, and with which status, where there is nothing to take down. */
const SAID: Readonly<
  Record<NotThere['kind'], { readonly status: 404 | 422; readonly said: (id: string) => string }>
> = {
  'no-contribution': {
    status: 404,
    said: () => 'There is no contribution with this id. Nothing was changed.',
  },
  'no-such-part': {
    status: 422,
    said: (id) => `${id} has no part with this id. Nothing was changed.`,
  },
  'withdrawn-before': {
    status: 404,
    said: (id) => `${id} has been withdrawn already. There is nothing left to take down.`,
  },
};

export function withdrawalRefused({ kind, id }: NotThere): Refusal {
  const { status, said } = SAID[kind];
  return new Refusal(status, said(id));
}
