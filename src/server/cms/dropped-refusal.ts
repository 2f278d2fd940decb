import type { HeldContribution } from '#repository/archive.ts';
import { refusedFiles } from '#repository/same-files.ts';
import type { Desk } from '#server/desk-context.ts';
import { publishedPieces } from './pieces.ts';
import { NotDone } from '#server/not-done.ts';

/**
 * Refuses a new version of a piece that no longer has a file somebody said no to, while the same file stands
 * in another piece: there it is held back by that no alone, and without it would be shown. Taking the part
 * down notes the no for good; a changed record forgets it.
 */
export async function refuseDroppedRefusal(desk: Desk, next: HeldContribution): Promise<void> {
  const live = await publishedPieces(desk);
  const before = live.get(next.id);
  const kept = digestsOf(next);
  const lost = before === undefined ? [] : [...refusedFiles(before, desk.today())];
  const gone = lost.filter((sha256) => !kept.has(sha256));
  const others = [...live.values()].filter(
    (held) => held.id !== next.id && gone.some((sha256) => digestsOf(held).has(sha256)),
  );
  if (others.length === 0) return;
  throw new NotDone(
    'not-valid',
    `This was not published. Somebody said no to a file that is taken out here, and the same file stands in ${others.map(({ id }) => id).join(', ')}: without this no it would be shown there. Take it out there first, or take this part down with the red button.`,
  );
}

function digestsOf({ media }: HeldContribution): ReadonlySet<string> {
  return new Set([...media.values()].map(({ sha256 }) => sha256));
}
