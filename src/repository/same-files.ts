import { saysNo } from '#consent/decide-part.ts';
import type { Day } from '#consent/decision.ts';
import type { ConsentRecord } from '#consent/grant.ts';
import type { ContributionFields } from '#records/contribution.ts';
import type { FilePlace, HeldContribution } from './archive.ts';

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

/** The photographs and the voice of a contribution, each with the field it stands in. */
export function recordedIn({ photos, voice }: Pick<ContributionFields, 'photos' | 'voice'>) {
  return [
    ...photos.map((photo, index) => ({ ...photo, field: `photos[${index}]` })),
    ...(voice === undefined ? [] : [{ ...voice, kind: 'voice' as const, field: 'voice' }]),
  ];
}

function placesIn(held: HeldContribution): readonly (FilePlace & { readonly sha256: string })[] {
  return recordedIn(held.fields).flatMap(({ id: part, file, people, field, kind }) => {
    const sha256 = held.media.get(file)?.sha256;
    if (sha256 === undefined) return [];
    const answers = held.fields.consents.filter(
      ({ person, interest }) =>
        people.includes(person) ||
        interest === 'contributor' ||
        interest === 'co-creator' ||
        interest === undefined ||
        (kind === 'voice' && interest === 'voice'),
    );
    return [{ sha256, id: held.id, file: held.file, field, part, kind, answers }];
  });
}

/**
 * Tells each contribution what was answered, in other places, by those in the same files: a no must not be
 * got round by the same picture under another name. Without this step nothing is known of other places.
 */
export function knowingEachOther(
  contributions: readonly HeldContribution[],
): readonly HeldContribution[] {
  const elsewhere = filePlaces(contributions);
  return contributions.map((held) => ({ ...held, elsewhere }));
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

/** Every safe copy of a contribution, by the part it stands for. */
export function safePlaces(held: HeldContribution): readonly {
  readonly id: string;
  readonly part: string;
  readonly file: string;
  readonly field: string;
  readonly sha256: string;
}[] {
  return recordedIn(held.fields).flatMap(({ id: part, safe, field: at }) => {
    const sha256 = safe && held.media.get(safe.file)?.sha256;
    const field = `${at}.safe.file`;
    return sha256 === undefined ? [] : [{ id: held.id, part, file: held.file, field, sha256 }];
  });
}

/**
 * Is a safe copy, byte for byte, the file it stands for, or another one of this piece with somebody in it whom
 * it is to hide? The wrong file was chosen then, and it hides nobody.
 */
export function hidesNobody(
  { fields, media }: HeldContribution,
  part: string,
  { file, covers }: { readonly file: string; readonly covers: readonly string[] },
): boolean {
  const sha256 = media.get(file)?.sha256;
  return recordedIn(fields).some(
    (other) =>
      media.get(other.file)?.sha256 === sha256 &&
      (other.id === part || other.people.some((person) => covers.includes(person))),
  );
}

/** The files of a contribution, or of one part of it, to which somebody in them or who made them said no. */
export function refusedFiles(held: HeldContribution, day: Day, part?: string): ReadonlySet<string> {
  const places = placesIn(held).filter((place) => part === undefined || place.part === part);
  const refused = places.filter(({ answers, kind }) =>
    answers.some((record) => saysNo(record, kind, { use: 'web', day })),
  );
  return new Set(refused.map(({ sha256 }) => sha256));
}
