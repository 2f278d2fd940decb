import { decide } from '#consent/decide.ts';
import type { Day } from '#consent/decision.ts';
import type { HeldContribution } from './archive.ts';
import { factsOf } from './facts.ts';
import { type FilePlace, filePlaces } from './same-files.ts';

/** A file that stands in several places, and is not shown in all of them. */
export interface HeldElsewhere {
  readonly file: string;
  readonly field: string;
  readonly isShown: boolean;
  /** Where the same file is held back. */
  readonly heldBackIn: readonly { readonly file: string; readonly field: string }[];
}

/**
 * The same photograph or recording in several places, where one of them is held back on this day: somebody is
 * to look whether it may be shown in the others. Where a person in it said no, it is not.
 */
export function heldElsewhere(
  contributions: readonly HeldContribution[],
  day: Day,
): readonly HeldElsewhere[] {
  const byId = new Map(contributions.map((held) => [held.id, held]));
  const isShown = ({ id, part }: FilePlace): boolean => {
    const held = byId.get(id);
    const parts = held && decide(factsOf(held), { use: 'web', day }).parts;
    return parts?.get(part)?.verdict === 'release';
  };
  return [...filePlaces(contributions).values()]
    .filter((places) => places.length > 1)
    .flatMap((places) => {
      const shown = places.map((place) => ({ place, isShown: isShown(place) }));
      return shown.flatMap(({ place, isShown: here }) => {
        const others = shown.filter((other) => other.place !== place && !other.isShown);
        if (others.length === 0) return [];
        const heldBackIn = others.map((other) => ({
          file: other.place.file,
          field: other.place.field,
        }));
        return [{ file: place.file, field: place.field, isShown: here, heldBackIn }];
      });
    });
}
