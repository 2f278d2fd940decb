import { lookAt } from './clean.ts';
import type { Cover } from './cover.ts';
import type { CoverJob } from './cover-job.ts';
import { PHOTO_TYPES } from './formats.ts';
import type { MediaRule } from './media.ts';
import { photoTimeLimit } from './recipe.ts';
import { runJob } from './run-job.ts';

/** In pixels. */
export type CoveredPhoto =
  | { readonly ok: true; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly rule: MediaRule };

/**
 * Writes a copy of a photograph with its boxes filled and the rest cut away, as a JPEG that holds nothing but
 * those pixels: what is stored of a safe copy, from which the public copies are made (docs/consent.md, T2 and T3).
 * No cache: the same file with other boxes is another picture. A refusal leaves nothing at `to`.
 */
export async function coverPhoto(input: {
  readonly file: string;
  readonly cover: Cover;
  /** A path at which nothing is. */
  readonly to: string;
}): Promise<CoveredPhoto> {
  const { file, cover, to } = input;
  const looked = await lookAt(file, 'photo');
  if (!looked.ok) return { ok: false, rule: looked.rule };
  const type = PHOTO_TYPES.find((taken) => taken === looked.type);
  if (type === undefined) return { ok: false, rule: 'media-other-kind' };
  const job: CoverJob = { file, sha256: looked.sha256, type, cover, to };
  const done = await runJob<{ width: number; height: number }>({
    ...{ script: SCRIPT, job, limit: photoTimeLimit },
  });
  return done.ok ? { ok: true, ...done.value } : { ok: false, rule: done.rule };
}

const SCRIPT = new URL('./cover-job.ts', import.meta.url);
