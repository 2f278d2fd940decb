import type { InputAudioTrack, InputFormat } from 'mediabunny';
import {
  AudioSampleSink,
  FLAC,
  FilePathSource,
  Input,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from 'mediabunny';
import { open } from 'node:fs/promises';
import { isCutShort, isWavCutShort } from './boxes.ts';
import { Refusal } from './job.ts';
import type { SoundType } from './sniff.ts';

export interface SoundRead {
  readonly sampleRate: number;
  /** Mono, one block after another without gaps. */
  readonly blocks: AsyncIterable<Float32Array>;
  /** Seconds the file says it holds; not to be believed, only compared. */
  readonly declared: number | undefined;
}

/**
 * Opens a recording as mono blocks of samples. Only sound is read: pictures, video, chapters,
 * captions and tags are never asked for. Only the parser for the kind the bytes showed is given.
 * Throws for anything that cannot be read to its end.
 */
export async function readSound(file: string, type: SoundType): Promise<SoundRead> {
  if (await isFileCutShort(file, type)) throw new Refusal('media-unreadable');
  const input = new Input({ source: new FilePathSource(file), formats: PARSERS[type] });
  const track = await input.getPrimaryAudioTrack();
  if (track === null || !(await track.canDecode())) throw new Refusal('media-unreadable');
  const sampleRate = await track.getSampleRate();
  const channels = await track.getNumberOfChannels();
  if (!(sampleRate >= 4000 && sampleRate <= 384_000) || !(channels >= 1 && channels <= 8)) {
    throw new Refusal('media-unreadable');
  }
  const declared = (await track.getDurationFromMetadata()) ?? undefined;
  return { sampleRate, blocks: monoBlocks(track, sampleRate), declared };
}

const PARSERS: Readonly<Record<SoundType, InputFormat[]>> = {
  mp3: [MP3],
  m4a: [MP4, QTFF],
  wav: [WAVE],
  ogg: [OGG],
  webm: [WEBM, MATROSKA],
  flac: [FLAC],
};

/** Silence a file may leave between two blocks (a paused recording), seconds; more is a fault. */
const LONGEST_GAP = 10;

async function* monoBlocks(
  track: InputAudioTrack,
  sampleRate: number,
): AsyncGenerator<Float32Array> {
  let at: number | undefined;
  for await (const sample of new AudioSampleSink(track).samples()) {
    try {
      if (sample.sampleRate !== sampleRate) throw new Refusal('media-unreadable');
      const mono = toMono(sample);
      // Before zero is what the encoder needed to get going, not sound (an MP4 edit list says so).
      const early = Math.min(mono.length, Math.max(0, Math.round(-sample.timestamp * sampleRate)));
      const start = Math.max(0, sample.timestamp);
      const gap = at === undefined ? 0 : start - at;
      if (gap > LONGEST_GAP) throw new Refusal('media-unreadable');
      // Timestamps of milliseconds wobble; only a true pause is filled.
      if (gap > 0.05) yield new Float32Array(Math.round(gap * sampleRate));
      if (early < mono.length) yield mono.subarray(early);
      at = start + (mono.length - early) / sampleRate;
    } finally {
      sample.close();
    }
  }
}

interface Sample {
  readonly numberOfChannels: number;
  readonly numberOfFrames: number;
  copyTo(to: Float32Array, options: { planeIndex: number; format: 'f32-planar' }): void;
}

/** The mean of all channels, so that nobody recorded on one side is lost. */
function toMono(sample: Sample): Float32Array {
  const { numberOfChannels, numberOfFrames } = sample;
  const mono = new Float32Array(numberOfFrames);
  const channel = new Float32Array(numberOfFrames);
  for (let planeIndex = 0; planeIndex < numberOfChannels; planeIndex += 1) {
    sample.copyTo(channel, { planeIndex, format: 'f32-planar' });
    for (let i = 0; i < numberOfFrames; i += 1) {
      mono[i] = (mono[i] ?? 0) + (channel[i] ?? 0) / numberOfChannels;
    }
  }
  return mono;
}

/** The forms whose parser reads a file cut short without a word. */
const CUT_SHORT: Readonly<Partial<Record<SoundType, typeof isCutShort>>> = {
  m4a: isCutShort,
  wav: isWavCutShort,
};

async function isFileCutShort(file: string, type: SoundType): Promise<boolean> {
  const ask = CUT_SHORT[type];
  if (ask === undefined) return false;
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    return await ask(size, async (position, length) => {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    });
  } finally {
    await handle.close();
  }
}
