import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Samples a second of every clip: what a cheap phone sends. */
export const RATE = 16000;

/** One spoken sentence and when it is heard, in seconds from the start of the clip. */
export interface Spoken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Speaks sentences one after another with espeak-ng, which must be installed, and times each
 * from the sound itself. Samples are from -1 to 1.
 */
export async function speak(
  voice: string,
  sentences: readonly string[],
  pause = 0.55,
): Promise<{ readonly samples: Float32Array; readonly spoken: readonly Spoken[] }> {
  const pieces: Float32Array[] = [new Float32Array(RATE * 0.4)];
  const spoken: Spoken[] = [];
  let at = RATE * 0.4;
  for (const text of sentences) {
    const sound = trimmed(await say(voice, text));
    spoken.push({ start: at / RATE, end: (at + sound.length) / RATE, text });
    pieces.push(sound, new Float32Array(Math.round(RATE * pause)));
    at += sound.length + Math.round(RATE * pause);
  }
  return { samples: joined(pieces), spoken };
}

/** The transcript as WebVTT. */
export function webVtt(spoken: readonly Spoken[]): string {
  const cues = spoken.map(({ start, end, text }) => `${clock(start)} --> ${clock(end)}\n${text}\n`);
  return `WEBVTT\n\n${cues.join('\n')}`;
}

async function say(voice: string, text: string): Promise<Float32Array> {
  const folder = await mkdtemp(join(tmpdir(), 'speech-'));
  try {
    const file = join(folder, 'said.wav');
    await promisify(execFile)('espeak-ng', [
      '-v',
      voice,
      '-s',
      '138',
      '-p',
      '42',
      '-w',
      file,
      text,
    ]);
    const wav = await readFile(file);
    const start = wav.indexOf('data') + 8;
    const rate = wav.readUInt32LE(24);
    const samples = Float32Array.from(
      { length: Math.floor((wav.length - start) / 2) },
      (_, index) => wav.readInt16LE(start + index * 2) / 32768,
    );
    return resampled(samples, rate);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** To 16 kHz through a windowed sinc, so that hiss above 8 kHz does not fold down. */
function resampled(samples: Float32Array, rate: number): Float32Array {
  const step = rate / RATE;
  const reach = 24;
  return Float32Array.from({ length: Math.floor(samples.length / step) }, (_, index) => {
    const centre = index * step;
    let sum = 0;
    for (let near = Math.ceil(centre - reach); near <= centre + reach; near += 1) {
      const distance = (near - centre) / step;
      const wave = distance === 0 ? 1 : Math.sin(Math.PI * distance) / (Math.PI * distance);
      const fade = 0.5 + 0.5 * Math.cos((Math.PI * (near - centre)) / reach);
      sum += ((samples[near] ?? 0) * wave * fade) / step;
    }
    return sum;
  });
}

function trimmed(samples: Float32Array): Float32Array {
  const loud = (sample: number) => Math.abs(sample) > 0.006;
  return samples.slice(Math.max(0, samples.findIndex(loud)), samples.findLastIndex(loud) + 1);
}

function joined(pieces: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function clock(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const part = (value: number, digits: number) => String(value).padStart(digits, '0');
  const [minutes, rest] = [Math.floor(thousandths / 60000), thousandths % 60000];
  return `00:${part(minutes, 2)}:${part(Math.floor(rest / 1000), 2)}.${part(rest % 1000, 3)}`;
}
