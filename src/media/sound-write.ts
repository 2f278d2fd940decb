import { AvFrameAudioSampleResource } from '@mediabunny/server';
import type { OutputFormat } from 'mediabunny';
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
import { SOUND_RECIPE } from './recipe.ts';

export interface SoundWriter {
  add(mono: Float32Array): Promise<void>;
  /** `samples`: how many were encoded, at the rate of the recipe. */
  finish(): Promise<{ readonly bytes: Uint8Array; readonly samples: number }>;
}

/**
 * Encodes mono samples of `sourceRate` into one file in memory, without a single tag.
 * Resampled by libswresample: mediabunny's own resampler does not filter, and going down to
 * 24 kHz would fold hiss back into speech.
 */
export async function openWriter(
  codec: 'opus' | 'mp3',
  sourceRate: number,
  bitrate: number = SOUND_RECIPE[codec].bitrate,
): Promise<SoundWriter> {
  const { sampleRate } = SOUND_RECIPE[codec];
  const format: OutputFormat = codec === 'opus' ? new WebMOutputFormat() : new Mp3OutputFormat();
  const target = new BufferTarget();
  const output = new Output({ format, target });
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
      return { bytes: new Uint8Array(target.buffer), samples };
    },
  };
}

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
