import {
  Codec,
  CodecContext,
  Dictionary,
  FormatContext,
  Frame,
  InputFormat,
  Packet,
  avGetCodecName,
} from 'node-av';
import type { Stream } from 'node-av';
import {
  AVDISCARD_ALL,
  AVERROR_EAGAIN,
  AVERROR_EOF,
  AVMEDIA_TYPE_AUDIO,
  AVMEDIA_TYPE_VIDEO,
  AV_DISPOSITION_ATTACHED_PIC,
  AV_DISPOSITION_DEFAULT,
  AV_NOPTS_VALUE,
  AV_PKT_FLAG_CORRUPT,
} from 'node-av/constants';
import { MediaRuleError } from './job.ts';
import type { SoundType } from './formats.ts';
import { openMixer } from './sound-mix.ts';

/** Some samples of a recording, mixed to one channel. */
export interface SampleBlock {
  /** When it begins by the file's own clock, seconds; unknown where the file does not say. */
  readonly at: number | undefined;
  readonly mono: Float32Array;
}

export interface SoundFile {
  /** The number the file gives its sound, where it numbers what it holds. */
  readonly track: number;
  /** Seconds by the header alone; a length that is only guessed from the size is not given. */
  readonly declared: number | undefined;
  /** There is a moving picture beside the sound. */
  readonly isFilm: boolean;
  readonly hasMoreSounds: boolean;
  readonly sampleRate: number;
  /** In the order they stand in the file. */
  readonly blocks: AsyncIterable<SampleBlock>;
}

/**
 * Opens a recording with the reader for the kind its bytes showed, and no other. Only sound is read:
 * pictures, video, chapters, captions and tags are passed over, and no other file is opened.
 * Refuses what cannot be read to its end.
 */
export async function openSoundFile(file: string, type: SoundType): Promise<SoundFile> {
  const context = new FormatContext();
  const options = Dictionary.fromObject({ protocol_whitelist: 'file', ...OPTIONS[type] });
  const reader = InputFormat.findInputFormat(READERS[type]);
  if ((await context.openInput(`file:${file}`, reader, options)) < 0) {
    throw new MediaRuleError('media-unreadable');
  }
  const isFilm = context.streams.some(isMovingPicture);
  const sounds = context.streams.filter((s) => s.codecpar.codecType === AVMEDIA_TYPE_AUDIO);
  if (sounds.length === 0)
    throw new MediaRuleError(isFilm ? 'media-film-without-sound' : 'media-unreadable');
  const readable = sounds.filter(isTaken);
  const stream =
    readable.find((sound) => sound.disposition & AV_DISPOSITION_DEFAULT) ?? readable[0];
  if (stream === undefined) throw new MediaRuleError('media-coding-not-taken');
  for (const other of context.streams) {
    if (other.index !== stream.index) other.discard = AVDISCARD_ALL;
  }
  const declared = type === 'ogg' ? undefined : secondsIn(stream.duration, stream);
  const decoded = decode(context, stream, type === 'mp3' || type === 'aac');
  const first = await decoded.next();
  // A file that says how long it is, and has nothing of it, lost its sound.
  if (first.done === true)
    throw new MediaRuleError((declared ?? 0) > 0 ? 'media-unreadable' : 'media-no-sound');
  return {
    track: stream.id,
    declared,
    isFilm,
    hasMoreSounds: readable.length > 1,
    sampleRate: first.value.sampleRate,
    blocks: andThen(first.value, decoded),
  };
}

/** libav's names of its readers. */
const READERS: Readonly<Record<SoundType, string>> = {
  mp3: 'mp3',
  m4a: 'mov',
  wav: 'wav',
  ogg: 'ogg',
  webm: 'matroska',
  flac: 'flac',
  aac: 'aac',
  amr: 'amr',
  caf: 'caf',
  aiff: 'aiff',
  wma: 'asf',
};

/** What its maker cut is applied by us (`edits.ts`), to the sample; libav would do it to the packet. */
const OPTIONS: Readonly<Partial<Record<SoundType, Readonly<Record<string, string>>>>> = {
  m4a: { ignore_editlist: '1' },
};

/** The codings that phones, recorders and the programs people use write. */
const TAKEN =
  /^(?:aac|mp[123]|opus|vorbis|flac|alac|amr_[nw]b|pcm_\w+|adpcm_(?:ms|ima_wav|ima_qt|g7\d\d)|speex|gsm|gsm_ms|qcelp|evrc|wmav[12]|wmapro|wmavoice|wmalossless|e?ac3)$/;

function isTaken(stream: Stream): boolean {
  return TAKEN.test(codingOf(stream)) && Codec.findDecoder(stream.codecpar.codecId) !== null;
}

function codingOf({ codecpar }: Stream): string {
  return avGetCodecName(codecpar.codecId) ?? '';
}

function isMovingPicture({ codecpar, disposition }: Stream): boolean {
  return (
    codecpar.codecType === AVMEDIA_TYPE_VIDEO && (disposition & AV_DISPOSITION_ATTACHED_PIC) === 0
  );
}

function secondsIn(ticks: bigint, { timeBase }: Stream): number | undefined {
  if (ticks === AV_NOPTS_VALUE || ticks <= 0n) return undefined;
  return (Number(ticks) * timeBase.num) / timeBase.den;
}

interface Decoded extends SampleBlock {
  readonly sampleRate: number;
}

/**
 * All of one stream, decoded in order. What cannot be decoded is a refusal, save for what stands
 * before the first and after the last frame of a stream without a container: tags, not sound.
 */
async function* decode(
  context: FormatContext,
  stream: Stream,
  mayHaveTags: boolean,
): AsyncGenerator<Decoded, undefined> {
  const decoder = openDecoder(stream);
  const mix = openMixer();
  const packet = new Packet();
  packet.alloc();
  const frame = new Frame();
  frame.alloc();
  const silence = SILENCE[codingOf(stream)];
  let [begun, failed] = [false, false];
  const received = function* (): Generator<Decoded> {
    for (;;) {
      const got = decoder.receiveFrameSync(frame);
      if (got === AVERROR_EAGAIN || got === AVERROR_EOF) return;
      if (got < 0) failed = true;
      if (got < 0 && mayHaveTags) return;
      if (failed && (begun || !mayHaveTags)) throw new MediaRuleError('media-unreadable');
      [begun, failed] = [true, false];
      yield { at: at(frame.pts, stream), ...mix(frame) };
      frame.unref();
    }
  };
  for (;;) {
    const read = await context.readFrame(packet);
    if (read === AVERROR_EOF) break;
    if (read < 0 || packet.flags & AV_PKT_FLAG_CORRUPT)
      throw new MediaRuleError('media-unreadable');
    if (packet.streamIndex === stream.index) {
      if (mayHaveTags && isTag(packet.data)) {
        // Left out; recordings that were joined have one between them.
      } else if (silence?.isSilent(packet.data?.[0] ?? 0) === true) {
        const { sampleRate } = silence;
        yield { at: at(packet.pts, stream), mono: new Float32Array(sampleRate / 50), sampleRate };
      } else {
        if (decoder.sendPacketSync(packet) < 0) failed = true;
        if (failed && !mayHaveTags) throw new MediaRuleError('media-unreadable');
        yield* received();
      }
    }
    packet.unref();
  }
  decoder.sendPacketSync(null);
  yield* received();
  return undefined;
}

/** What MP3 players write before and after the sound. */
function isTag(data: Buffer | null): boolean {
  return data !== null && /^(?:ID3|TAG|APETAGEX|LYRICS)/.test(data.toString('latin1', 0, 8));
}

function openDecoder(stream: Stream): CodecContext {
  const codec = Codec.findDecoder(stream.codecpar.codecId);
  const decoder = new CodecContext();
  decoder.allocContext3(codec);
  decoder.parametersToContext(stream.codecpar);
  decoder.pktTimebase = stream.timeBase;
  decoder.threadCount = 1;
  if (codec === null || decoder.open2Sync(codec, null) < 0)
    throw new MediaRuleError('media-unreadable');
  return decoder;
}

/**
 * Phones leave quiet out: a frame of AMR may say only "here is nothing for a fiftieth of a second",
 * which libav's decoder calls an error (3GPP TS 26.101 and 26.201, frame types).
 */
const SILENCE: Readonly<
  Partial<Record<string, { isSilent: (start: number) => boolean; sampleRate: number }>>
> = {
  amr_nb: { isSilent: (start) => ((start >> 3) & 15) >= 8, sampleRate: 8000 },
  amr_wb: { isSilent: (start) => ((start >> 3) & 15) >= 9, sampleRate: 16_000 },
};

function at(ticks: bigint, { timeBase }: Stream): number | undefined {
  return ticks === AV_NOPTS_VALUE ? undefined : (Number(ticks) * timeBase.num) / timeBase.den;
}

async function* andThen(first: Decoded, rest: AsyncIterable<Decoded>): AsyncGenerator<SampleBlock> {
  yield first;
  for await (const next of rest) {
    // The mixer keeps to the first rate; only a kind that changes its coding midway comes here.
    if (next.sampleRate !== first.sampleRate) throw new MediaRuleError('media-unreadable');
    yield next;
  }
}
