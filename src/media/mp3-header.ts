/**
 * Puts our own first frame on an MP3 in place of the one the muxer wrote: how many frames there are, and
 * how many samples at the start and the end are not sound, so that players keep the true length.
 * Also leaves off the last frame where it holds next to nothing. Pure.
 *
 * `bytes`: MPEG-2 layer III, mono, 24 kHz, 48 kbit/s constant, as the recipe asks; the first frame
 * is the muxer's. `samples`: how many went into the encoder. Throws when the bytes are not so.
 */
export function withTrueLength(bytes: Uint8Array, samples: number): Uint8Array {
  const frames = bytes.subarray(frameLength(bytes));
  const made = frames.length / FRAME_BYTES;
  if (!Number.isInteger(made) || made < 1) throw new Error('not the frames that were asked for');
  const count = Math.min(made, framesFor(samples));
  const sound = frames.subarray(0, count * FRAME_BYTES);
  for (let at = 0; at < sound.length; at += FRAME_BYTES) {
    if (frameLength(sound.subarray(at)) !== FRAME_BYTES) throw new Error('a frame is missing');
  }
  const first = infoFrame(sound.subarray(0, 4), count, samples);
  const whole = new Uint8Array(first.length + sound.length);
  whole.set(first);
  whole.set(sound, first.length);
  return whole;
}

/** 72 × 48,000 / 24,000. */
const FRAME_BYTES = 144;
const FRAME_SAMPLES = 576;
/** Samples LAME puts before the sound, and those every decoder adds (LAME tag specification). */
const ENCODER_DELAY = 576;
const DECODER_DELAY = 529;
/** 49 ms at 24 kHz: how far a player that ignores our first frame may be off. */
const MOST_EXTRA = 1176;

function framesFor(samples: number): number {
  const whole = Math.ceil((samples + ENCODER_DELAY + DECODER_DELAY) / FRAME_SAMPLES);
  const tooLong = whole * FRAME_SAMPLES - samples > MOST_EXTRA;
  return tooLong && whole > 1 ? whole - 1 : whole;
}

/** An "Info" frame: constant rate, frame and byte counts, delay and padding. Names no encoder version. */
function infoFrame(header: Uint8Array, count: number, samples: number): Uint8Array {
  const frame = new Uint8Array(FRAME_BYTES);
  const view = new DataView(frame.buffer);
  frame.set(header);
  const tag = 4 + 9;
  const text = (at: number, words: string): void => frame.set(new TextEncoder().encode(words), at);
  text(tag, 'Info');
  view.setUint32(tag + 4, 0b11);
  view.setUint32(tag + 8, count);
  view.setUint32(tag + 12, (count + 1) * FRAME_BYTES);
  const lame = tag + 16;
  text(lame, 'LAME');
  frame[lame + 9] = 0x01;
  frame[lame + 20] = 48;
  const padding = Math.max(0, count * FRAME_SAMPLES - ENCODER_DELAY - samples);
  view.setUint8(lame + 21, ENCODER_DELAY >> 4);
  view.setUint16(lame + 22, ((ENCODER_DELAY & 0xf) << 12) | Math.min(padding, 0xfff));
  view.setUint32(lame + 28, (count + 1) * FRAME_BYTES);
  return frame;
}

/** The length in bytes a frame's own header gives it; MPEG-2 layer III at 24 kHz only. */
function frameLength(bytes: Uint8Array): number {
  const [b0, b1 = 0, b2 = 0] = bytes;
  const kilobits = MPEG2_RATES[b2 >> 4];
  const at24kHz = (b2 & 0x0c) === 0x04;
  if (b0 !== 0xff || (b1 & 0xfe) !== 0xf2 || !at24kHz || !kilobits) {
    throw new Error('not the frames that were asked for');
  }
  return Math.floor((72 * kilobits * 1000) / 24_000) + ((b2 >> 1) & 1);
}

const MPEG2_RATES = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
