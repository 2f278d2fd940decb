import { AvFrameAudioSampleResource } from '@mediabunny/server';
import type { AudioCodec, OutputFormat } from 'mediabunny';
import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  Mp3OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { Frame, Rational, SoftwareResampleContext } from 'node-av';
import { AV_CHANNEL_LAYOUT_MONO, AV_SAMPLE_FMT_FLTP } from 'node-av/constants';
import type { SoundFormat } from './formats.ts';
import { withTrueLength } from './mp3-header.ts';
import { SOUND_RECIPE } from './recipe.ts';

export interface SoundWriter {
  add(mono: Float32Array): Promise<void>;
  /** All the bytes of the file. */
  finish(): Promise<Uint8Array>;
}

/**
 * Encodes mono samples of `sourceRate` into one file in memory, without a single tag.
 * Resampled by libswresample: mediabunny's own resampler does not filter, and going down to
 * 24 kHz would fold hiss back into speech.
 */
export async function openWriter(
  format: SoundFormat,
  sourceRate: number,
  bitrate: number = SOUND_RECIPE[format].bitrate,
): Promise<SoundWriter> {
  const { sampleRate } = SOUND_RECIPE[format];
  const { codec, container, finished } = WRITE[format];
  const target = new BufferTarget();
  const output = new Output({ format: container(), target });
  const source = new AudioSampleSource({ codec, bitrate });
  output.addAudioTrack(source);
  await output.start();
  const resample = openResampler(sourceRate, sampleRate);
  let [given, samples] = [0, 0];
  const encode = async (mono: Float32Array): Promise<void> => {
    if (mono.length === 0) return;
    const sample = sampleOf(mono, sampleRate, samples);
    samples += mono.length;
    await source.add(sample);
    sample.close();
  };
  return {
    async add(mono) {
      given += mono.length;
      await encode(resample(mono));
    },
    async finish() {
      // Silence pushes out what the resampler holds back; no more is taken than was put in.
      const rest = resample(new Float32Array(Math.ceil(sourceRate / 10)));
      await encode(rest.subarray(0, Math.round((given * sampleRate) / sourceRate) - samples));
      await output.finalize();
      if (target.buffer === null) throw new Error('nothing was encoded');
      return finished(new Uint8Array(target.buffer), samples);
    },
  };
}

/** How mediabunny is asked for each coding. `samples`: how many were encoded, at the rate of the recipe. */
const WRITE: Readonly<
  Record<
    SoundFormat,
    {
      readonly codec: AudioCodec;
      readonly container: () => OutputFormat;
      readonly finished: (bytes: Uint8Array, samples: number) => Uint8Array;
    }
  >
> = {
  opus: { codec: 'opus', container: () => new WebMOutputFormat(), finished: (bytes) => bytes },
  mp3: { codec: 'mp3', container: () => new Mp3OutputFormat(), finished: withTrueLength },
};

function openResampler(from: number, to: number): (mono: Float32Array) => Float32Array {
  if (from === to) return (mono) => mono;
  const context = new SoftwareResampleContext();
  const shape = [AV_CHANNEL_LAYOUT_MONO, AV_SAMPLE_FMT_FLTP] as const;
  if (context.allocSetOpts2(...shape, to, ...shape, from) < 0 || context.init() < 0) {
    throw new Error('the resampler did not start');
  }
  return (mono) => {
    const room = context.getOutSamples(mono.length);
    const out = Buffer.alloc(room * 4);
    const made = context.convertSync([out], room, [bytesOf(mono)], mono.length);
    if (made < 0) throw new Error('the resampler stopped');
    return new Float32Array(out.buffer, out.byteOffset, made);
  };
}

/**
 * A frame of libav's own for every block: mediabunny's encoder puts samples it is given as plain
 * arrays into one frame it keeps, sized for the first of them, and a later, longer block writes past its end.
 */
function sampleOf(mono: Float32Array, sampleRate: number, at: number): AudioSample {
  const frame = new Frame();
  frame.alloc();
  frame.format = AV_SAMPLE_FMT_FLTP;
  frame.nbSamples = mono.length;
  frame.sampleRate = sampleRate;
  frame.channelLayout = AV_CHANNEL_LAYOUT_MONO;
  frame.timeBase = new Rational(1, sampleRate);
  frame.pts = BigInt(at);
  frame.allocBuffer();
  const plane = frame.data?.[0];
  if (plane === undefined) throw new Error('no room for a block');
  plane.set(bytesOf(mono));
  return new AudioSample(new AvFrameAudioSampleResource(frame));
}

function bytesOf(mono: Float32Array): Buffer {
  return Buffer.from(mono.buffer, mono.byteOffset, mono.byteLength);
}
