import type { Day } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import { counted, type Matcher, matcherFor, type Sign } from './match.ts';
import { cachedSoundDigest } from '#media/cached-sound.ts';
import { type Problem, problemAt } from '#records/problem.ts';
import { admitForUse } from '#release/admit.ts';
import type { Archive, HeldContribution } from '#repository/archive.ts';
import { contributionTexts, facilitatorTexts } from '#release/held-texts.ts';
import { mapConcurrently } from '#release/map-concurrently.ts';
import { type ImageHashes, imageHashes, type PictureFile } from './image-hashes.ts';
import { readBlocklist } from './blocklist-file.ts';
import type { Progress } from '#state/progress.ts';
import type { State } from '#state/state.ts';

/**
 * What was withdrawn before and stands in the archive again: a text, a picture or a sound, under any
 * name (docs/consent.md, T32, A29). One problem for each place; it names the withdrawn id and never a word.
 */
export async function findReturned(input: {
  readonly archive: Archive;
  readonly state: State;
  readonly day: Day;
  /** What it would be let out for; the site, when it is not said. */
  readonly use?: Use | undefined;
  /** How many of the archive's pictures were looked at. */
  readonly onProgress?: Progress | undefined;
}): Promise<readonly Problem[]> {
  const { archive, state, day, use = 'web', onProgress } = input;
  const read = await readBlocklist(state);
  if (!read.ok) return [read.problem];
  if (read.value === undefined) return [];
  const matcher = matcherFor(read.value.list, read.value.key);
  const hashes = matcher.hasPictures ? await archiveHashes(archive, state, onProgress) : new Map();
  const own = await mapConcurrently(16, archive.contributions, (held) =>
    ofContribution({ held, matcher, hashes, state, use, day }),
  );
  const others = Map.groupBy(facilitatorTexts(archive, day), ({ file }) => file);
  const inOthers = [...others].flatMap(([file, texts]) =>
    returnedProblems(
      file,
      texts.flatMap(({ field, text }) => at(field, matcher.text(text))),
    ),
  );
  return [...own.flat(), ...inOthers];
}

/** The image hashes of every picture that the archive holds. */
export function archiveHashes(
  archive: Archive,
  state: State,
  onProgress?: Progress,
): Promise<ImageHashes> {
  const all = archive.contributions.flatMap((held) => [...picturesOf(held).values()]);
  return imageHashes(state.imageHashes, all, onProgress);
}

/** Every picture of a contribution, its safe copies too, by field. */
export function picturesOf({ fields, media }: HeldContribution): ReadonlyMap<string, PictureFile> {
  const named = fields.photos.flatMap(({ file, safe }, index) => [
    [`photos[${index}].file`, media.get(file)] as const,
    [`photos[${index}].safe.file`, media.get(safe?.file ?? '')] as const,
  ]);
  return new Map(named.flatMap(([field, file]) => (file === undefined ? [] : [[field, file]])));
}

/** The recordings of a contribution, by field. */
export function soundsOf({ fields, media }: HeldContribution): ReadonlyMap<string, PictureFile> {
  const named = [
    ['voice.file', media.get(fields.voice?.file ?? '')] as const,
    ['voice.safe.file', media.get(fields.voice?.safe?.file ?? '')] as const,
  ];
  return new Map(named.flatMap(([field, file]) => (file === undefined ? [] : [[field, file]])));
}

/** The digests by which a recording is known: of its bytes, and of its clean copy when there is one. */
export async function soundDigests(sha256: string, state: State): Promise<readonly string[]> {
  const clean = await cachedSoundDigest({ sha256, cacheFolder: state.mediaCache });
  return clean === undefined ? [sha256] : [sha256, clean];
}

async function ofContribution(input: {
  readonly held: HeldContribution;
  readonly matcher: Matcher;
  readonly hashes: ImageHashes;
  readonly state: State;
  readonly use: Use;
  readonly day: Day;
}): Promise<readonly Problem[]> {
  const { held, matcher, hashes, state, use, day } = input;
  const { open } = admitForUse(held, { use, day });
  const texts = contributionTexts(held).flatMap(({ field, text, shownWith }) => {
    // Words that were taken back stay in their own record, closed: that is not a return.
    const signs = matcher
      .text(text)
      .filter(({ entry }) => entry.id !== held.id || entry.part !== 'words' || open.has(shownWith));
    return at(field, signs);
  });
  const pictures = [...picturesOf(held)].flatMap(([field, { sha256 }]) =>
    at(field, matcher.picture(hashes.get(sha256) ?? [])),
  );
  const sounds: Found[] = [];
  for (const [field, { sha256 }] of matcher.hasSounds ? soundsOf(held) : []) {
    const signs = (await soundDigests(sha256, state)).flatMap((digest) => matcher.sound(digest));
    sounds.push(...at(field, signs));
  }
  return returnedProblems(held.file, [...texts, ...pictures, ...sounds]);
}

/** A sign of something withdrawn, and the field where it stands. */
export type Found = Sign & { readonly field: string };

export function at(field: string, signs: readonly Sign[]): readonly Found[] {
  return signs.map((sign) => ({ ...sign, field }));
}

/** One problem for each field and withdrawal, of all that was found in one contribution or document. */
export function returnedProblems(file: string, found: readonly Found[]): readonly Problem[] {
  const problems = counted(found).map(({ field, entry }) =>
    problemAt({ file, field }, 'came-back', entry),
  );
  const told = problems.map(({ field, what }) => `${field} ${what}`);
  return problems.filter((_, index) => told.indexOf(told[index] ?? '') === index);
}
