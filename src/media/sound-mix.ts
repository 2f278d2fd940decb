import { type Frame, SoftwareResampleContext } from 'node-av';
import { AV_CHANNEL_ORDER_NATIVE, AV_SAMPLE_FMT_FLTP } from 'node-av/constants';
import { MediaRuleError } from './job.ts';

/** A frame of any coding as one channel of numbers between -1 and 1, at one rate throughout. */
export type Mixer = (frame: Frame) => {
  readonly mono: Float32Array;
  readonly sampleRate: number;
};

const MOST_CHANNELS = 8;

/**
 * Mixes to the mean of all channels, so that nobody recorded on one side is lost. The rate is that of
 * the first frame: in a recording that was joined from several, later ones may have others.
 */
export function openMixer(): Mixer {
  let sampleRate = 0;
  let convert: { readonly shape: string; readonly context: SoftwareResampleContext } | undefined;
  return (frame) => {
    const channels = frame.channelLayout.nbChannels;
    if (sampleRate === 0) sampleRate = frame.sampleRate;
    if (!isTaken(frame.sampleRate, channels)) throw new MediaRuleError('media-unreadable');
    const shape = `${frame.sampleRate} ${frame.format} ${channels}`;
    if (convert?.shape !== shape) convert = { shape, context: converter(frame, sampleRate) };
    const room = convert.context.getOutSamples(frame.nbSamples);
    const planes = Array.from({ length: channels }, () => Buffer.alloc(room * 4));
    const made = convert.context.convertSync(
      planes,
      room,
      frame.extendedData ?? frame.data,
      frame.nbSamples,
    );
    if (made < 0) throw new MediaRuleError('media-unreadable');
    return { mono: meanOf(planes, made), sampleRate };
  };
}

function isTaken(sampleRate: number, channels: number): boolean {
  return sampleRate >= 4000 && sampleRate <= 384_000 && channels >= 1 && channels <= MOST_CHANNELS;
}

/** The names of the channels do not matter here, so each count has one plain order. */
function converter(frame: Frame, sampleRate: number): SoftwareResampleContext {
  const channels = frame.channelLayout.nbChannels;
  const layout = {
    nbChannels: channels,
    order: AV_CHANNEL_ORDER_NATIVE,
    mask: BigInt(2 ** channels - 1),
  };
  const context = new SoftwareResampleContext();
  const format = frame.format as typeof AV_SAMPLE_FMT_FLTP;
  const opened = context.allocSetOpts2(
    layout,
    AV_SAMPLE_FMT_FLTP,
    sampleRate,
    layout,
    format,
    frame.sampleRate,
  );
  if (opened < 0 || context.init() < 0) throw new MediaRuleError('media-unreadable');
  return context;
}

function meanOf(planes: readonly Buffer[], length: number): Float32Array {
  const mono = new Float32Array(length);
  for (const plane of planes) {
    const channel = new Float32Array(plane.buffer, plane.byteOffset, length);
    for (let i = 0; i < length; i += 1)
      mono[i] = (mono[i] ?? 0) + (channel[i] ?? 0) / planes.length;
  }
  return mono;
}
