import type { CacheEntry, Made } from './cache.ts';
import { cleanWith } from './clean.ts';
import { FORMATS_OUT, SOUND_FORMATS, type SoundFormat, SOUND_TYPES } from './formats.ts';
import type { CleanSound, MediaResult } from './media.ts';
import { BARS } from './peaks.ts';
import { soundTimeLimit } from './recipe.ts';
import { runJob } from './run-job.ts';

/**
 * Makes the public copies of a recording: WebM Opus at 24 kbit/s and MP3 at 48 kbit/s, both mono
 * (docs/traps/sharp.md, "Sound"), with no title, name, place, date, cover or chapter (docs/consent.md, T2 and A20). The
 * length stays within 50 ms. From a film only the sound is taken. A refusal leaves nothing in the cache.
 */
export function cleanSound(input: {
  readonly file: string;
  readonly cacheFolder: string;
  /** Another cache that may hold them already; nothing is written there. */
  readonly madeBefore?: string | undefined;
}): Promise<MediaResult<CleanSound>> {
  return cleanWith({
    ...input,
    kind: 'sound',
    types: SOUND_TYPES,
    make: (job) => runJob<Made>({ script: SOUND_JOB, job, limit: soundTimeLimit }),
    read: soundOf,
  });
}

const SOUND_JOB = new URL('./sound-job.ts', import.meta.url);

function soundOf({ files, seconds, peaks, notes = [] }: CacheEntry): CleanSound {
  const lacking = () => new Error('A kept recording lacks a copy.');
  const copyIn = (format: SoundFormat) => {
    const copy = files.find(({ type }) => type === FORMATS_OUT[format].type);
    if (copy === undefined) throw lacking();
    return copy;
  };
  if (seconds === undefined || peaks?.length !== BARS) throw lacking();
  const copies = Object.fromEntries(SOUND_FORMATS.map((each) => [each, copyIn(each)]));
  return { notes, seconds, peaks, copies: copies as CleanSound['copies'] };
}
