import type { ConsentRecord } from '#consent/grant.ts';
import type { HeldContribution } from './archive.ts';

/** One place where a file stands: a part of a contribution, as its maker gave it or as its safe copy. */
export interface FilePlace {
  readonly id: string;
  /** The file of the record, for problems, and the field of the part in it. */
  readonly file: string;
  readonly field: string;
  readonly part: string;
  /** The answers of everybody who is in this part or made it. */
  readonly answers: readonly ConsentRecord[];
}

/**
 * Every place of every photograph and recording, by the sha256 of its bytes. A safe copy is another picture than
 * the one it stands for, so the answers of those it covers do not count against it.
 */
export function filePlaces(
  contributions: readonly HeldContribution[],
): ReadonlyMap<string, readonly FilePlace[]> {
  const places = new Map<string, FilePlace[]>();
  for (const held of contributions) {
    for (const { sha256, ...place } of placesIn(held)) {
      places.set(sha256, [...(places.get(sha256) ?? []), place]);
    }
  }
  return places;
}

function placesIn(held: HeldContribution): readonly (FilePlace & { readonly sha256: string })[] {
  const { photos, voice } = held.fields;
  const recorded = [
    ...photos.map((photo, index) => ({ ...photo, field: `photos[${index}]`, isVoice: false })),
    ...(voice === undefined ? [] : [{ ...voice, field: 'voice', isVoice: true }]),
  ];
  return recorded.flatMap(({ id: part, file, people, field, isVoice }) => {
    const sha256 = held.media.get(file)?.sha256;
    if (sha256 === undefined) return [];
    const answers = held.fields.consents.filter(
      ({ person, interest }) =>
        people.includes(person) ||
        interest === 'contributor' ||
        interest === 'co-creator' ||
        interest === undefined ||
        (isVoice && interest === 'voice'),
    );
    return [{ sha256, id: held.id, file: held.file, field, part, answers }];
  });
}

/**
 * Tells each contribution what was answered, in other places, by those in the same files: a no must not be
 * got round by the same picture under another name. Without this step nothing is known of other places.
 */
export function knowingEachOther(
  contributions: readonly HeldContribution[],
): readonly HeldContribution[] {
  const shared = [...filePlaces(contributions)].filter(([, places]) => places.length > 1);
  const places = new Map(shared);
  if (places.size === 0) return contributions;
  return contributions.map((held) => ({ ...held, elsewhere: places }));
}

/** The answers given elsewhere about the file of one part; none where it stands nowhere else. */
export function answersElsewhere(
  held: HeldContribution,
  part: string,
  file: string,
): readonly ConsentRecord[] {
  const sha256 = held.media.get(file)?.sha256 ?? '';
  return (held.elsewhere?.get(sha256) ?? [])
    .filter((place) => place.id !== held.id || place.part !== part)
    .flatMap(({ answers }) => answers);
}
