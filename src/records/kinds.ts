/** What a contribution is: a closed list, so that each has words and an address in every language. */
export const CONTRIBUTION_KINDS = [
  'story',
  'poem',
  'photograph',
  'sound',
  'artwork',
  'conversation',
] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];
