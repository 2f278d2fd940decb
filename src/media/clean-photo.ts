import type { CacheEntry, Made } from './cache.ts';
import { cleanWith } from './clean.ts';
import { FORMATS_OUT, PHOTO_FORMATS, type PhotoFormat, PHOTO_TYPES } from './formats.ts';
import type { CleanPhoto, MediaResult } from './media.ts';
import { photoTimeLimit } from './recipe.ts';
import { runJob } from './run-job.ts';

/**
 * Makes the public copies of a photograph, in each coding of the table and upright, in sRGB, and
 * with nothing in them but the picture: no place, date, device, owner, caption, thumbnail or
 * second picture (docs/consent.md, T2 and T3; A19, A23). A refusal leaves nothing in the cache.
 * Two at a time suit two cores (docs/traps/sharp.md, "How many at once"); how many is the caller's choice.
 */
export function cleanPhoto(input: {
  readonly file: string;
  readonly cacheFolder: string;
  /** Another cache that may hold them already; nothing is written there. */
  readonly madeBefore?: string | undefined;
}): Promise<MediaResult<CleanPhoto>> {
  return cleanWith({
    ...input,
    kind: 'photo',
    types: PHOTO_TYPES,
    make: (job) => runJob<Made>({ script: PHOTO_JOB, job, limit: photoTimeLimit }),
    read: photoOf,
  });
}

const PHOTO_JOB = new URL('./photo-job.ts', import.meta.url);

function photoOf({ files, notes = [] }: CacheEntry): CleanPhoto {
  const copiesIn = (format: PhotoFormat) => {
    const [first, ...others] = files.filter(({ type }) => type === FORMATS_OUT[format].type);
    if (first === undefined) throw new Error('A kept photograph lacks a copy.');
    return [first, ...others] as const;
  };
  const copies = PHOTO_FORMATS.map((each) => [each, copiesIn(each)] as const);
  return { notes, copies: Object.fromEntries(copies) as CleanPhoto['copies'] };
}
