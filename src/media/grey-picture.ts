import type { PhotoSource } from './decode-photo.ts';
import { photoTimeLimit } from './recipe.ts';
import { lookAt } from './clean.ts';
import { PHOTO_TYPES } from './formats.ts';
import { runJob } from './run-job.ts';

/**
 * A photograph as 17 × 16 greys from 0 to 255, row by row: enough to know the same picture again
 * (docs/consent.md §4.4), too little to see it. Nothing is kept. `undefined` when it cannot be read.
 */
export async function greyPicture(file: string): Promise<readonly number[] | undefined> {
  const looked = await lookAt(file, 'photo');
  if (!looked.ok) return undefined;
  const type = PHOTO_TYPES.find((taken) => taken === looked.type);
  if (type === undefined) return undefined;
  const job: PhotoSource = { file, sha256: looked.sha256, type };
  const done = await runJob<number[]>({ script: SCRIPT, job, limit: photoTimeLimit });
  return done.ok ? done.value : undefined;
}

const SCRIPT = new URL('./grey-job.ts', import.meta.url);
