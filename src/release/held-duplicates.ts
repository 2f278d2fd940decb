import { decide } from '#consent/decide.ts';
import type { Day } from '#consent/decision.ts';
import type { FilePlace, HeldContribution } from '#repository/archive.ts';
import { factsOf } from './facts.ts';
import { filePlaces, safePlaces } from '#repository/same-files.ts';

/** A file that stands in several places, and is not shown in all of them. */
export interface HeldDuplicate {
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
export function heldDuplicates(
  contributions: readonly HeldContribution[],
  day: Day,
): readonly HeldDuplicate[] {
  const byId = new Map(contributions.map((held) => [held.id, held]));
  const copyShown = ({ id, part }: Place): 'as-approved' | 'safe' | undefined => {
    const held = byId.get(id);
    const shown = held && decide(factsOf(held), { use: 'web', day }).parts.get(part);
    return shown?.verdict === 'release' ? shown.copy : undefined;
  };
  const safe = Map.groupBy(contributions.flatMap(safePlaces), ({ sha256 }) => sha256);
  return [...filePlaces(contributions)].flatMap(([sha256, originals]) => {
    const copies = safe.get(sha256) ?? [];
    const places = [
      ...originals.map((place) => ({ place, isShown: copyShown(place) === 'as-approved' })),
      ...copies.map((place) => ({ place, isShown: copyShown(place) === 'safe' })),
    ];
    // A copy that is not shown holds nothing back: it stands in for what is shown.
    const held = places.slice(0, originals.length).filter(({ isShown }) => !isShown);
    return places.flatMap(({ place: { file, field }, isShown }) => {
      const heldBackIn = held
        .filter(({ place }) => place.file !== file || place.field !== field)
        .map(({ place }) => ({ file: place.file, field: place.field }));
      return heldBackIn.length === 0 ? [] : [{ file, field, isShown, heldBackIn }];
    });
  });
}

type Place = Pick<FilePlace, 'id' | 'part'>;
