import type { CacheEntry, Made } from './cache.ts';
import { cleanWith } from './clean.ts';
import type { DerivedFile, MediaNote, MediaResult } from './media.ts';
import { photoTimeLimit, soundTimeLimit } from './recipe.ts';
import { FORMATS_OUT, MASTER_FORMAT, PHOTO_TYPES, SOUND_TYPES } from './formats.ts';
import { runJob } from './run-job.ts';

/**
 * What is stored of a file that comes in through the desk, in place of the file itself: the same
 * cleaning as for the public copies, at a quality that bears being made into those (docs/consent.md, A19).
 * Give a cache folder of its own: it is to be emptied once the master is stored.
 */
export function cleanMasterPhoto(input: {
  readonly file: string;
  readonly cacheFolder: string;
}): Promise<
  MediaResult<
    DerivedFile & {
      readonly width: number;
      readonly height: number;
      readonly notes: readonly MediaNote[];
    }
  >
> {
  return cleanWith({
    ...input,
    kind: 'photo',
    types: PHOTO_TYPES,
    make: (job) =>
      runJob<Made>({ script: PHOTO_JOB, job: { ...job, master: true }, limit: photoTimeLimit }),
    read: ({ files: [file], notes = [] }) => {
      if (file === undefined) throw new Error('A kept master lacks its file.');
      const { width, height } = file;
      if (width === undefined || height === undefined) throw new Error('A master has no size.');
      return { ...file, width, height, notes };
    },
  });
}

/** A recording as WebM Opus, mono, at a rate at which speech loses nothing one can hear. */
export function cleanMasterSound(input: {
  readonly file: string;
  readonly cacheFolder: string;
}): Promise<
  MediaResult<{
    readonly seconds: number;
    readonly master: DerivedFile;
    readonly notes: readonly MediaNote[];
  }>
> {
  return cleanWith({
    ...input,
    kind: 'sound',
    types: SOUND_TYPES,
    make: (job) =>
      runJob<Made>({ script: SOUND_JOB, job: { ...job, master: true }, limit: soundTimeLimit }),
    read: masterSoundOf,
  });
}

const PHOTO_JOB = new URL('./photo-job.ts', import.meta.url);
const SOUND_JOB = new URL('./sound-job.ts', import.meta.url);

function masterSoundOf({ files, seconds, notes = [] }: CacheEntry) {
  const master = files.find(({ type }) => type === FORMATS_OUT[MASTER_FORMAT.sound].type);
  if (master === undefined || seconds === undefined) throw new Error('A master lacks its file.');
  return { seconds, master, notes };
}
