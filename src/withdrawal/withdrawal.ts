import type { Use } from '#consent/uses.ts';

/** What is taken back: the whole; a part; a use; or what one person said yes to, and no more. */
export interface Withdrawal {
  readonly id: string;
  readonly part?: string | undefined;
  readonly use?: Use | undefined;
  /** Opaque id; a person who is not the contributor takes back their own yes alone. */
  readonly person?: string | undefined;
}

/** Whether all of it goes, and not a part, a use or one person's yes. */
export function isWhole({ part, use, person }: Omit<Withdrawal, 'id'>): boolean {
  return (part ?? use ?? person) === undefined;
}
