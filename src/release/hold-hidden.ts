import type { HeldContribution } from '#repository/archive.ts';

/** Hidden is held: every page, list, count and exhibition follows from that one word. */
export function holdHidden(
  hidden: ReadonlySet<string> = new Set(),
): (held: HeldContribution) => HeldContribution {
  return (held) =>
    hidden.has(held.id) ? { ...held, fields: { ...held.fields, hold: true } } : held;
}
