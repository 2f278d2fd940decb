import type { CacheEntry, Made } from './cache.ts';
import { cleanWith } from './clean.ts';
import type { CleanSound, DerivedType, MediaResult } from './media.ts';
import { BARS } from './peaks.ts';
import { soundTimeLimit } from './recipe.ts';
import { SOUND_TYPES } from './sniff.ts';
import { doJob } from './workbench.ts';

/**
 * Makes the public copies of a recording: WebM Opus at 24 kbit/s and MP3 at 48 kbit/s, both mono
 * (docs/traps/sharp.md, "Sound"), with no title, name, place, date, cover or chapter (docs/consent.md, T2 and A20). The
 * length stays within 50 ms. From a film only the sound is taken. A refusal leaves nothing in the cache.
 */
export function cleanSound(input: {
  readonly file: string;
  readonly cacheFolder: string;
}): Promise<MediaResult<CleanSound>> {
  return cleanWith({
    ...input,
    kind: 'sound',
    types: SOUND_TYPES,
    make: (job) => doJob<Made>({ script: SOUND_JOB, job, limit: soundTimeLimit }),
    read: soundOf,
  });
}

const SOUND_JOB = new URL('./sound-job.ts', import.meta.url);

function soundOf({ files, seconds, peaks, notes = [] }: CacheEntry): CleanSound {
  const ofType = (type: DerivedType) => files.find((file) => file.type === type);
  const [opus, fallback] = [ofType('audio/webm'), ofType('audio/mpeg')];
  if (!opus || !fallback || seconds === undefined || peaks?.length !== BARS) {
    throw new Error('A kept recording lacks a copy.');
  }
  return { notes, seconds, peaks, opus, fallback };
}
