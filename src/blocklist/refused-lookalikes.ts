import { randomBytes } from 'node:crypto';
import { decide } from '#consent/decide.ts';
import type { Day } from '#consent/decision.ts';
import { entryOf } from './entry.ts';
import { matcherFor } from './match.ts';
import { emptyList, withEntry } from './blocklist.ts';
import type { Archive, HeldContribution } from '#repository/archive.ts';
import { factsOf } from '#release/facts.ts';
import { refusedFiles } from '#repository/same-files.ts';
import { archiveHashes } from './find-returned.ts';
import type { Progress } from '#state/progress.ts';
import type { State } from '#state/state.ts';

/** A photograph that is shown, and looks like one to which somebody said no in another place. */
export interface RefusedLookalike {
  readonly file: string;
  readonly field: string;
  /** The piece and the part of the other one. */
  readonly like: { readonly id: string; readonly part: string };
}

/**
 * A picture that was saved again has other bytes and shows the same faces, so `same-files.ts` does not know
 * it. Two pictures may look alike by chance: somebody is to look, and nothing is held back for it.
 */
export async function refusedLookalikes({
  archive,
  state,
  day,
  onProgress,
}: {
  readonly archive: Archive;
  readonly state: State;
  readonly day: Day;
  readonly onProgress?: Progress | undefined;
}): Promise<readonly RefusedLookalike[]> {
  const refused = archive.contributions.flatMap((held) => refusedPhotos(held, day));
  if (refused.length === 0) return [];
  const hashes = await archiveHashes(archive, state, onProgress);
  const key = randomBytes(32);
  const list = refused.reduce((all, { id, part, sha256 }) => {
    const pictures = [hashes.get(sha256) ?? []];
    const { entry } = entryOf({ id, part, on: day, texts: [], pictures, sounds: [] }, key, NOTHING);
    return withEntry(all, entry);
  }, emptyList(key));
  const matcher = matcherFor(list, key);
  return archive.contributions.flatMap((held) =>
    shownPhotos(held, day).flatMap(({ part, field, sha256 }) => {
      const [like] = matcher
        .picture(hashes.get(sha256) ?? [])
        .filter(({ entry }) => entry.id !== held.id || entry.part !== part);
      if (like === undefined) return [];
      const { id, part: other = '' } = like.entry;
      return [{ file: held.file, field, like: { id, part: other } }];
    }),
  );
}

const NOTHING = { shingles: new Set<string>(), picture: () => false, sounds: new Set<string>() };

interface Photo {
  readonly id: string;
  readonly part: string;
  readonly field: string;
  readonly sha256: string;
}

function photosOf({ id, fields, media }: HeldContribution): readonly Photo[] {
  return fields.photos.flatMap(({ id: part, file }, index) => {
    const sha256 = media.get(file)?.sha256;
    return sha256 === undefined ? [] : [{ id, part, field: `photos[${index}]`, sha256 }];
  });
}

function refusedPhotos(held: HeldContribution, day: Day): readonly Photo[] {
  return photosOf(held).filter(({ part, sha256 }) => refusedFiles(held, day, part).has(sha256));
}

function shownPhotos(held: HeldContribution, day: Day): readonly Photo[] {
  const { parts } = decide(factsOf(held), { use: 'web', day });
  return photosOf(held).filter(({ part }) => {
    const decision = parts.get(part);
    return decision?.verdict === 'release' && decision.copy === 'as-approved';
  });
}
