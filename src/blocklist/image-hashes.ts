import { readFile } from 'node:fs/promises';
import { greyPicture } from '#media/grey-picture.ts';
import { mapConcurrently } from '#release/map-concurrently.ts';
import type { Progress } from '#state/progress.ts';
import { writeAtomically } from '#state/atomic-write.ts';

/** A picture on disk, and the sha256 of its bytes. */
export interface PictureFile {
  readonly path: string;
  readonly sha256: string;
}

/** sha256 of a picture to its image hash, 17 × 16 greys; a picture that cannot be read has none. */
export type ImageHashes = ReadonlyMap<string, readonly number[]>;

/**
 * The image hashes of pictures, kept from one run to the next in `file`. What is not among `all` leaves the
 * file, so that a withdrawn picture does not live on in it (docs/consent.md, T17).
 */
export async function imageHashes(
  file: string,
  all: readonly PictureFile[],
  onProgress?: Progress,
): Promise<ImageHashes> {
  const kept = await readKept(file);
  const pictures = [...new Map(all.map((picture) => [picture.sha256, picture])).values()];
  let done = 0;
  // Two at a time is what two cores can do (docs/traps/sharp.md, "How many at once").
  const found = await mapConcurrently(2, pictures, async ({ path, sha256 }) => {
    const grey = kept.get(sha256) ?? (await greyPicture(path)) ?? [];
    onProgress?.(++done, pictures.length);
    return [sha256, grey] as const;
  });
  const changed = found.length !== kept.size || found.some(([sha256]) => !kept.has(sha256));
  if (changed) await writeAtomically(file, JSON.stringify(found.map(asText)));
  return new Map(found.filter(([, grey]) => grey.length > 0));
}

async function readKept(file: string): Promise<ImageHashes> {
  try {
    const rows = JSON.parse(await readFile(file, 'utf8')) as readonly (readonly string[])[];
    return new Map(
      rows.map(([sha256 = '', grey = '']) => [sha256, [...Buffer.from(grey, 'base64')]]),
    );
  } catch {
    return new Map();
  }
}

function asText([sha256, grey]: readonly [string, readonly number[]]): readonly string[] {
  return [sha256, Buffer.from(grey).toString('base64')];
}
