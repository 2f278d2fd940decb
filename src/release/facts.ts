import type { Contribution, Part } from '#consent/grant.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { isDescribed } from './safe-copy.ts';
import {
  moreDigest,
  photoDigest,
  safePhotoDigest,
  safeVoiceDigest,
  translationDigest,
  voiceDigest,
  wordsDigest,
} from '#repository/digests.ts';
import { answersElsewhere, hidesNobody } from '#repository/same-files.ts';

const ALONE = { people: [], stands_alone: false, needs_safe: false } as const;

/** What `decide` is told of a contribution: its permissions, its restrictions, and its parts as they are now. */
export function factsOf(held: HeldContribution): Contribution {
  const { hold, review, embargo_until, published_on, credit, consents } = held.fields;
  return { hold, review, embargo_until, published_on, credit, consents, parts: partsOf(held) };
}

/** The digests to be approved, by the name each has in `approved` (docs/content-format.md). */
export function approvalsOf(held: HeldContribution): ReadonlyMap<string, string> {
  return new Map(
    partsOf(held)
      .filter(({ role }) => role !== 'transcript')
      .flatMap(({ id, digest, safe }): [string, string][] => [
        [id, digest],
        ...(safe === undefined ? [] : [[`${id}-safe`, safe.digest] as [string, string]]),
      ]),
  );
}

function partsOf(held: HeldContribution): readonly Part[] {
  const { translations, more } = held.fields;
  return [
    { id: 'words', role: 'words', kind: 'words', digest: wordsDigest(held), ...ALONE },
    ...images(held),
    ...voice(held),
    ...translations.map((part): Part => ({
      id: part.id,
      role: 'translation',
      kind: 'words',
      digest: translationDigest(part),
      ...ALONE,
    })),
    ...more.map((part): Part => ({
      id: part.id,
      role: 'more',
      kind: 'words',
      digest: moreDigest(part),
      ...ALONE,
    })),
  ];
}

function images(held: HeldContribution): readonly Part[] {
  return held.fields.photos.map((photo): Part => {
    const { id, kind, people, stands_alone, needs_safe } = photo;
    const safe = hiding(held, id, photo.safe);
    const described = isDescribed(photo);
    const copy = safe && {
      digest: safePhotoDigest(photo, safe, held),
      ...{ covers: safe.covers, checked_on: safe.checked_on },
      // Where it has none of its own the site says what it is, but not in place of what nobody wrote.
      described: described || isDescribed({ alt: safe.alt, decorative: false }),
      elsewhere: answersElsewhere(held, id, safe.file),
    };
    return {
      id,
      role: 'image',
      kind,
      digest: photoDigest(photo, held),
      people,
      stands_alone,
      needs_safe,
      elsewhere: answersElsewhere(held, id, photo.file),
      described,
      safe: copy,
    };
  });
}

/** A safe copy that hides nobody is none. */
function hiding<Safe extends { readonly file: string; readonly covers: readonly string[] }>(
  held: HeldContribution,
  part: string,
  safe: Safe | undefined,
): Safe | undefined {
  return safe === undefined || hidesNobody(held, part, safe) ? undefined : safe;
}

function voice(held: HeldContribution): readonly Part[] {
  const part = held.fields.voice;
  if (part === undefined) return [];
  const { id, people, stands_alone, needs_safe, transcript } = part;
  const safe = hiding(held, id, part.safe);
  const digest = voiceDigest(part, held);
  const copy = safe && {
    digest: safeVoiceDigest(part, safe, held),
    ...{ covers: safe.covers, checked_on: safe.checked_on },
    elsewhere: answersElsewhere(held, id, safe.file),
  };
  const sound: Part = {
    id,
    role: 'voice',
    kind: 'voice',
    digest,
    people,
    stands_alone,
    needs_safe,
    elsewhere: answersElsewhere(held, id, part.file),
    safe: copy,
  };
  const own = safe?.transcript === undefined ? undefined : copy;
  if (transcript === undefined && own === undefined) return [sound];
  const spoken: Part = {
    ...{ id: `${id}-transcript`, role: 'transcript', kind: 'words', ...ALONE },
    digest: transcript === undefined ? '' : digest,
    safe: own,
  };
  return [sound, spoken];
}
