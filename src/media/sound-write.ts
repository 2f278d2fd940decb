import type { OutputFormat } from 'mediabunny';
import { AudioSample, AudioSampleSource, BufferTarget, Mp3OutputFormat, Output, WebMOutputFormat } from 'mediabunny';
import { SoftwareResampleContext } from 'node-av';
import { AV_CHANNEL_LAYOUT_MONO, AV_SAMPLE_FMT_FLT } from 'node-av/constants';
import { SOUND_RECIPE } from './recipe.ts';

export interface SoundWriter {
  add(mono: Float32Array): Promise<void>;
  finish(): Promise<{ readonly bytes: Uint8Array; readonly samples: number }>;
}

/**
 * Encodes mono samples of `sourceRate` into one file in memory, without a single tag.
 * Resampled by libswresample: mediabunny's own resampler does not filter, and going down to 24 kHz
 * folds hissing back into speech.
 */
export async function openWriter(
  codec: 'opus' | 'mp3',
  sourceRate: number,
): Promise<SoundWriter> {
  const { bitrate, sampleRate } = SOUND_RECIPE[codec];
  const format: OutputFormat = codec === 'opus' ? new WebMOutputFormat() : new Mp3OutputFormat();
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new AudioSampleSource({ codec, bitrate });
  output.addAudioTrack(source);
  await output.start();
  const resample = openResampler(sourceRate, sampleRate);
  let samples = 0;
  const encode = async (data: Float32Array): Promise<void> => {
    if (data.length === 0) return;
    const sample = new AudioSample({
      data,
      format: 'f32',
      numberOfChannels: 1,
      sampleRate,
      timestamp: samples / sampleRate,
    });
    samples += data.length;
    await source.add(sample);
    sample.close();
  };
  return {
    add: async (mono) => encode(await resample(mono)),
    async finish() {
      await encode(await resample(null));
      await output.finalize();
      if (target.buffer === null) throw new Error('nothing was encoded');
      return { bytes: new Uint8Array(target.buffer), samples };
    },
  };
}

/** `null` asks for what is still held back. */
function openResampler(
  from: number,
  to: number,
): (mono: Float32Array | null) => Promise<Float32Array> {
  if (from === to) return async (mono) => mono ?? new Float32Array(0);
  const context = new SoftwareResampleContext();
  const mono = AV_CHANNEL_LAYOUT_MONO;
  const set = context.allocSetOpts2(mono, AV_SAMPLE_FMT_FLT, to, mono, AV_SAMPLE_FMT_FLT, from);
  if (set < 0 || context.init() < 0) throw new Error('the resampler did not start');
  return async (samples) => {
    const count = samples?.length ?? 0;
    const room = Math.ceil(((count + SWR_HOLDS) * to) / from) + SWR_HOLDS;
    const out = Buffer.alloc(room * 4);
    const given = samples === null ? null : [Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)];
    const made = context.convertSync([out], room, given, count);
    if (made < 0) throw new Error('the resampler stopped');
    return new Float32Array(out.buffer, out.byteOffset, made);
  };
}

/** More samples than libswresample ever holds back at these rates. */
const SWR_HOLDS = 2048;
