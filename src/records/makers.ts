import type { ContributionFields } from './contribution.ts';

/**
 * The people who made a contribution, by the ids in its record; nobody for an example, and nobody who
 * gave by licence: there is no person to ask.
 */
export function makersOfFields({ example, consents }: ContributionFields): readonly string[] {
  if (example) return [];
  const makers = consents.filter(
    ({ interest, method }) =>
      (interest === 'contributor' || interest === 'co-creator') && method !== 'licence',
  );
  return [...new Set(makers.map(({ person }) => person))];
}
