import { readEntry } from './cache.ts';
import { FORMATS_OUT } from './formats.ts';
import { cacheKey, SOUND_RECIPE } from './recipe.ts';
import { encoderVersions } from './versions.ts';

/**
 * The sha256 of the clean copy of a recording, when one lies in the cache already: the same for two
 * files that differ only in their tags. Nothing is made. `sha256`: of the file's bytes.
 */
export async function cachedSoundDigest(input: {
  readonly sha256: string;
  readonly cacheFolder: string;
}): Promise<string | undefined> {
  const key = cacheKey({
    sourceSha256: input.sha256,
    recipe: SOUND_RECIPE,
    versions: await encoderVersions('sound'),
  });
  const entry = await readEntry(input.cacheFolder, key);
  return entry?.files.find(({ type }) => type === FORMATS_OUT.opus.type)?.sha256;
}
