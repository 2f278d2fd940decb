import type { Admission } from './admit.ts';
import type { Archive } from '#repository/archive.ts';

/** Addresses that were public and now say so kindly; the kind of stop is never told. */
export function tombstonesOf(
  { withdrawn }: Archive,
  admissions: readonly Admission[],
): readonly string[] {
  return [
    ...[...withdrawn]
      .filter(([, { on_withdrawal }]) => on_withdrawal !== 'no-trace')
      .map(([id]) => id),
    ...admissions
      .filter(({ decision }) => decision.outcome === 'tombstone')
      .map(({ held }) => held.id),
  ].sort();
}
