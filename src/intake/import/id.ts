import { createHash } from 'node:crypto';

/** An id that says nothing of the piece, and is the same when the same file is imported again. */
export function importId(...from: readonly string[]): string {
  const digest = createHash('sha256').update(from.join('\n')).digest('hex');
  return BigInt(`0x${digest}`).toString(36).slice(0, 12);
}
