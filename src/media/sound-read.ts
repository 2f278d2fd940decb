import { open } from 'node:fs/promises';
import { isCutShort, isWavCutShort, isWebmCutShort, type ReadAt } from './boxes.ts';
import { editsOf } from './edits.ts';
import { MediaRuleError } from './job.ts';
import type { MediaNote } from './media.ts';
import { oggLength } from './ogg-pages.ts';
import { applyEdits, editedSeconds, withoutGaps } from './apply-edits.ts';
import type { SoundType } from './formats.ts';
import { openSoundFile } from './sound-file.ts';

export interface SoundRead {
  readonly sampleRate: number;
  /** Mono, one block after another without gaps; only what its maker wants heard. */
  readonly blocks: AsyncIterable<Float32Array>;
  /** Seconds the file says are to be heard; not to be believed, only compared. */
  readonly declared: number | undefined;
  readonly notes: readonly MediaNote[];
}

/** Opens a recording as mono blocks of samples. Refuses anything that cannot be read to its end. */
export async function readSound(file: string, type: SoundType): Promise<SoundRead> {
  const looked = await lookInto(file, type);
  if (looked.isCutShort) throw new MediaRuleError('media-unreadable');
  const sound = await openSoundFile(file, type);
  const edits =
    type === 'm4a' ? await withFile(file, (of) => editsOf({ ...of, track: sound.track })) : [];
  const whole = withoutGaps(sound.blocks, {
    sampleRate: sound.sampleRate,
    fromZero: type === 'm4a',
  });
  return {
    sampleRate: sound.sampleRate,
    blocks: applyEdits(whole, edits, sound.sampleRate),
    declared: editedSeconds(edits, looked.seconds ?? sound.declared),
    notes: [
      ...(sound.isFilm ? (['picture-left-out'] as const) : []),
      ...(sound.hasMoreSounds ? (['first-sound-only'] as const) : []),
    ],
  };
}

interface Looked {
  readonly isCutShort: boolean;
  readonly seconds?: number | undefined;
}

/** The forms whose reader reads a file cut short without a word. */
const LOOK: Readonly<
  Partial<Record<SoundType, (size: number, readAt: ReadAt) => Promise<Looked>>>
> = {
  m4a: async (size, readAt) => ({ isCutShort: await isCutShort(size, readAt) }),
  wav: async (size, readAt) => ({ isCutShort: await isWavCutShort(size, readAt) }),
  ogg: oggLength,
  webm: async (size, readAt) => ({ isCutShort: await isWebmCutShort(size, readAt) }),
};

async function lookInto(file: string, type: SoundType): Promise<Looked> {
  const look = LOOK[type];
  if (look === undefined) return { isCutShort: false };
  return withFile(file, ({ size, readAt }) => look(size, readAt));
}

async function withFile<T>(
  file: string,
  work: (of: { readonly size: number; readonly readAt: ReadAt }) => Promise<T>,
): Promise<T> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    return await work({
      size,
      async readAt(position, length) {
        const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
        return buffer.subarray(0, bytesRead);
      },
    });
  } finally {
    await handle.close();
  }
}
