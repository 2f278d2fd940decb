import { registerMediabunnyServer } from '@mediabunny/server';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Made } from './cache.ts';
import { MediaRuleError, serveJobs } from './job.ts';
import { openPeakMeter } from './peaks.ts';
import { MASTER_RECIPE, MAX_SOUND_HOURS } from './recipe.ts';
import { FORMATS_OUT, MASTER_FORMAT, SOUND_FORMATS, type SoundType } from './formats.ts';
import { readSound } from './sound-read.ts';
import { openWriter } from './sound-write.ts';

export interface SoundJob {
  readonly file: string;
  readonly type: SoundType;
  /** Folder to write the copies into. */
  readonly staging: string;
  /** To be stored and made into public copies later, so at a higher rate. */
  readonly master?: boolean;
}

registerMediabunnyServer({ hardwareContext: null });

serveJobs(makeCopies);

/** Decodes once, and encodes into every coding as it goes; an hour of sound is never in memory as samples. */
async function makeCopies(job: SoundJob, progress: (secondsDone: number) => void): Promise<Made> {
  const { sampleRate, blocks, declared, notes } = await readSound(job.file, job.type);
  const writers = await Promise.all(
    SOUND_FORMATS.map(async (format) => {
      const isMaster = job.master === true && format === MASTER_FORMAT.sound;
      const bitrate = isMaster ? MASTER_RECIPE.sound.bitrate : undefined;
      return { format, writer: await openWriter(format, sampleRate, bitrate) };
    }),
  );
  const meter = openPeakMeter(sampleRate);
  let [done, told] = [0, 0];
  for await (const block of gathered(blocks, sampleRate / 2)) {
    await Promise.all(writers.map(({ writer }) => writer.add(block)));
    meter.add(block);
    done += block.length;
    const seconds = done / sampleRate;
    if (seconds > MAX_SOUND_HOURS * 3600) throw new MediaRuleError('media-too-large');
    if (seconds - told < TELL_EVERY) continue;
    told = seconds;
    progress(seconds);
  }
  const seconds = Math.round((done / sampleRate) * 1000) / 1000;
  if (done === 0) throw new MediaRuleError('media-no-sound');
  if (isShorterThanSaid(seconds, declared)) throw new MediaRuleError('media-unreadable');
  const files = writers.map(async ({ format, writer }) => {
    const { ending, type } = FORMATS_OUT[format];
    const name = `sound.${ending}`;
    await writeFile(join(job.staging, name), await writer.finish());
    return { name, type };
  });
  return { files: await Promise.all(files), seconds, peaks: meter.bars(), notes };
}

/** Fewer, longer blocks: each costs a round through native code whatever its length. */
async function* gathered(
  blocks: AsyncIterable<Float32Array>,
  atLeast: number,
): AsyncGenerator<Float32Array> {
  let held: Float32Array[] = [];
  let length = 0;
  for await (const block of blocks) {
    held.push(block);
    length += block.length;
    if (length < atLeast) continue;
    yield joined(held, length);
    [held, length] = [[], 0];
  }
  if (length > 0) yield joined(held, length);
}

function joined(blocks: readonly Float32Array[], length: number): Float32Array {
  const whole = new Float32Array(length);
  let at = 0;
  for (const block of blocks) {
    whole.set(block, at);
    at += block.length;
  }
  return whole;
}

/** Seconds of sound between two reports of how far we are. */
const TELL_EVERY = 5;

/** Half an upload must not stand for a whole story. A fiftieth and a quarter of a second are given for loose counts. */
function isShorterThanSaid(seconds: number, declared: number | undefined): boolean {
  return declared !== undefined && Number.isFinite(declared) && seconds < declared * 0.98 - 0.25;
}
