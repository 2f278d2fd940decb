import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanPhoto } from './clean-photo.ts';
import { cleanSound } from './clean-sound.ts';
import type { MediaKind } from './formats.ts';
import type { MediaNote, MediaProblem } from './media.ts';
import { cacheKey, PHOTO_RECIPE, SOUND_RECIPE } from './recipe.ts';
import { encoderVersions } from './versions.ts';

/** Whether clean copies can be made of a file, and what would be left out of it. Says nothing of what is in it. */
export type Verdict =
  | { readonly ok: true; readonly notes: readonly MediaNote[] }
  | { readonly ok: false; readonly problem: MediaProblem };

/** The name under which the clean copies of these bytes, or the verdict on them, are kept. */
export async function mediaKey(kind: MediaKind, sha256: string): Promise<string> {
  const recipe = kind === 'photo' ? PHOTO_RECIPE : SOUND_RECIPE;
  return cacheKey({ sourceSha256: sha256, recipe, versions: await encoderVersions(kind) });
}

/**
 * Looks into a file as a build would, and keeps nothing of it: the copies are made in a folder under `scratch` and
 * are gone when this returns. Where a build has made them already, `mediaCache` says so and nothing is done.
 */
export async function lookIntoMedia(input: {
  readonly kind: MediaKind;
  readonly file: string;
  readonly key: string;
  readonly mediaCache: string;
  readonly scratch: string;
}): Promise<Verdict> {
  const { kind, file, key, mediaCache, scratch } = input;
  const made = join(mediaCache, key, 'entry.json');
  if (existsSync(made)) {
    const entry = JSON.parse(await readFile(made, 'utf8')) as { readonly notes?: MediaNote[] };
    return { ok: true, notes: entry.notes ?? [] };
  }
  const cacheFolder = await mkdtemp(join(scratch, 'look-'));
  try {
    const result = await (kind === 'photo' ? cleanPhoto : cleanSound)({ file, cacheFolder });
    return result.ok ? { ok: true, notes: result.value.notes } : result;
  } finally {
    await rm(cacheFolder, { recursive: true, force: true });
  }
}
