import type { Use } from '#consent/uses.ts';

/**
 * For which uses a copy may be handed out. The others are said of this site and of what hangs in a room:
 * a yes to one of them is no yes to a file that somebody carries away.
 */
const HANDED_OUT = {
  web: false,
  search: false,
  exhibition: false,
  evidence: false,
  print: true,
  social: true,
  press: true,
  teaching: true,
  research: true,
  deposit: true,
  ai: true,
  'open-licence': true,
} as const satisfies Readonly<Record<Use, boolean>>;

/** A use for which a copy may be handed out. */
export type CopyUse = {
  [Name in Use]: (typeof HANDED_OUT)[Name] extends true ? Name : never;
}[Use];

/** Their names, in the order of the grid. */
export const COPY_USES = (Object.keys(HANDED_OUT) as Use[]).filter(
  (use): use is CopyUse => HANDED_OUT[use],
);
