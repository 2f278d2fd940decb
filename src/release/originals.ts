import type { HeldContribution } from '#repository/archive.ts';

/** sha256 of every contributed media file: none may be on the site as it came (docs/consent.md, T2, T4). */
export function originalsOf(
  contributions: readonly HeldContribution[],
): ReadonlyMap<string, string> {
  return new Map(
    contributions.flatMap(({ id, media }) =>
      [...media.values()].map(({ sha256 }) => [sha256, `${id} original file`] as const),
    ),
  );
}
