import { registerMediabunnyServer } from '@mediabunny/server';
import {
  BufferSource,
  BufferTarget,
  Conversion,
  FlacOutputFormat,
  Input,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  WAVE,
  WavOutputFormat,
  WebMOutputFormat,
} from 'mediabunny';
import type { AudioCodec, OutputFormat } from 'mediabunny';
import { parseBuffer } from 'music-metadata';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mediaFileKindOf } from '#audit/media-kind.ts';
import { mediaIssues } from '#audit/media-rules.ts';
import { cleanSound } from '#media/clean-sound.ts';
import type { CleanSound } from '#media/media.ts';
import { strayPartsOf } from './walk.ts';

// Each job starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

registerMediabunnyServer({ hardwareContext: null });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sound-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A tone that wanders, on the left only when in stereo. */
function wav(seconds: number, sampleRate: number, channels: number): Buffer {
  const frames = Math.round(seconds * sampleRate);
  const bytes = Buffer.alloc(44 + frames * channels * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(channels, 22);
  bytes.writeUInt32LE(sampleRate, 24);
  bytes.writeUInt32LE(sampleRate * channels * 2, 28);
  bytes.writeUInt16LE(channels * 2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(frames * channels * 2, 40);
  for (let i = 0; i < frames; i += 1) {
    const tone = Math.sin((i / sampleRate) * 2 * Math.PI * (300 + 200 * Math.sin(i / sampleRate)));
    bytes.writeInt16LE(Math.round(tone * 12_000), 44 + i * channels * 2);
  }
  return bytes;
}

async function tagged(format: OutputFormat, codec: AudioCodec): Promise<Buffer> {
  const target = new BufferTarget();
  const input = new Input({ source: new BufferSource(wav(2.345, 44_100, 2)), formats: [WAVE] });
  const tags = {
    title: 'CANARY title',
    artist: 'CANARY name',
    comment: 'CANARY +51.5074-000.3780/',
    date: new Date('2023-05-01'),
    images: [
      { data: Buffer.from('CANARY cover'), mimeType: 'image/jpeg', kind: 'coverFront' as const },
    ],
  };
  const output = new Output({ format, target });
  const conversion = await Conversion.init({
    input,
    output,
    tags,
    audio: { codec, forceTranscode: true },
  });
  await conversion.execute();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}

let count = 0;
async function clean(bytes: Uint8Array, cache = 'cache') {
  count += 1;
  const file = join(folder, `in-${count}`);
  await writeFile(file, bytes);
  return cleanSound({ file, cacheFolder: join(folder, cache) });
}

const SOURCES = [
  ['MP3', new Mp3OutputFormat(), 'mp3'],
  ['M4A', new Mp4OutputFormat({ fastStart: 'in-memory' }), 'aac'],
  ['WAV', new WavOutputFormat(), 'pcm-s16'],
  ['Ogg', new OggOutputFormat(), 'opus'],
  ['WebM', new WebMOutputFormat(), 'opus'],
  ['FLAC', new FlacOutputFormat(), 'flac'],
] as const;

/** What the audit says of a copy, which it knows by its bytes alone. */
async function auditOf(bytes: Buffer): Promise<unknown> {
  const kind = mediaFileKindOf(bytes);
  return kind && mediaIssues({ kind, bytes, file: 'media/a' });
}

test.each(SOURCES)(
  'A20: %s with tags and a cover comes out with none, and as long as it was',
  async (_, format, codec) => {
    const source = await tagged(format, codec);
    expect(source.includes('CANARY')).toBe(true);
    const result = await clean(source);
    if (!result.ok) throw new Error(result.problem.rule);
    const { seconds, copies } = result.value;
    // An MP3 or Opus source itself carries up to 80 ms of lead-in.
    expect(Math.abs(seconds - 2.345)).toBeLessThan(0.09);
    for (const file of Object.values(copies)) {
      const bytes = await readFile(file.file);
      expect(bytes.includes('CANARY')).toBe(false);
      expect(strayPartsOf(bytes, file.type)).toEqual([]);
      expect(await auditOf(bytes)).toEqual([]);
      const { common, format: found } = await parseBuffer(
        bytes,
        { mimeType: file.type },
        { duration: true },
      );
      expect(Math.abs((found.duration ?? 0) - seconds)).toBeLessThanOrEqual(0.05);
      expect([
        found.numberOfChannels,
        common.title,
        common.artist,
        common.picture,
        common.date,
      ]).toEqual([1, undefined, undefined, undefined, undefined]);
    }
    expect(copies.opus.bytes).toBeLessThan(seconds * 4000 + 2000);
  },
);

test.each([8000, 16_000, 22_050, 44_100, 48_000, 96_000])(
  'a recording at %i samples a second keeps its length and its sound',
  async (rate) => {
    const result = await clean(wav(3.217, rate, 2));
    if (!result.ok) throw new Error(result.problem.rule);
    expect(result.value.seconds).toBe(3.217);
    for (const file of Object.values(result.value.copies)) {
      const { format } = await parseBuffer(
        await readFile(file.file),
        { mimeType: file.type },
        { duration: true },
      );
      expect(Math.abs((format.duration ?? 0) - 3.217)).toBeLessThanOrEqual(0.05);
    }
    // Silence at these rates is a third of the size: the left channel alone was heard.
    expect(result.value.copies.opus.bytes).toBeGreaterThan(5000);
  },
);

test('the same recording twice gives the same bytes', async () => {
  const bytes = wav(1.5, 44_100, 1);
  const [one, two] = [await clean(bytes, 'one'), await clean(bytes, 'two')];
  if (!one.ok || !two.ok) throw new Error('refused');
  expect(two.fromCache).toBe(false);
  const digests = ({ copies }: CleanSound) => Object.values(copies).map(({ sha256 }) => sha256);
  expect(digests(two.value)).toEqual(digests(one.value));
  expect(await clean(bytes, 'one')).toMatchObject({ ok: true, fromCache: true, key: one.key });
});

test.each(SOURCES.filter(([name]) => name !== 'Ogg' && name !== 'WebM'))(
  '%s cut short is refused',
  async (_, format, codec) => {
    const source = await tagged(format, codec);
    const result = await clean(source.subarray(0, Math.floor(source.length * 0.6)));
    expect(result).toMatchObject({ ok: false, problem: { rule: 'media-unreadable' } });
  },
);

test('markup is not taken as sound', async () => {
  for (const start of ['<html>', '%PDF-1.7', 'PK\x03\x04']) {
    const result = await clean(Buffer.from(start, 'latin1'));
    expect(result).toMatchObject({ ok: false, problem: { rule: 'media-type-not-taken' } });
  }
});

test('a recording with no sound in it is refused', async () => {
  expect(await clean(wav(0, 16_000, 1))).toMatchObject({
    ok: false,
    problem: { rule: 'media-no-sound' },
  });
});
