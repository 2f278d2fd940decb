import type { TakingDownFault } from '#withdrawal/withdrawals.ts';

/** What whoever runs the archive is told while it is served: ids and rules, never content. */
export function faultWords(fault: TakingDownFault): string {
  switch (fault.kind) {
    case 'list-unreadable':
      return `The hide list cannot be read (${fault.code}).`;
    case 'stays-hidden':
      return `${fault.id} could not be taken off the hide list. It stays hidden.`;
    case 'not-written':
      return `${fault.id} is hidden, and that could not be written down (${fault.code}). It is tried again at each request. Until it is written, a new start would show it.`;
    case 'not-taken-out':
      return `${fault.id} is hidden, and not yet out of the content. It is tried again each minute.`;
  }
}
