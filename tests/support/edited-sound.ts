import { AudioSample, AudioSampleSource, BufferTarget, Mp4OutputFormat, Output } from 'mediabunny';

/** One line of an edit list; times in seconds. `from` absent: silence. */
export interface EditLine {
  readonly from?: number;
  readonly seconds: number;
  readonly speed?: number;
}

export const EDITED_RATE = 8000;

/** An M4A of plain samples, so that what comes out can be held against them one by one. */
export async function m4aOf(samples: Float32Array): Promise<Buffer> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: false }), target });
  const source = new AudioSampleSource({ codec: 'pcm-f32' });
  output.addAudioTrack(source);
  await output.start();
  const sample = new AudioSample({
    data: samples,
    format: 'f32',
    numberOfChannels: 1,
    sampleRate: EDITED_RATE,
    timestamp: 0,
  });
  await source.add(sample);
  sample.close();
  await output.finalize();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}

/** The same file with another edit list. Its `moov` stands at the end, so nothing else moves. */
export function withEdits(m4a: Buffer, lines: readonly EditLine[]): Buffer {
  const moov = boxAt(m4a, 0, m4a.length, 'moov');
  const scaleAt = boxAt(m4a, moov + 8, m4a.length, 'mvhd') + 8 + 12;
  const movieScale = m4a.readUInt32BE(scaleAt);
  const trak = boxAt(m4a, moov + 8, m4a.length, 'trak');
  const trakEnd = trak + m4a.readUInt32BE(trak);
  const media = boxAt(m4a, trak + 8, trakEnd, 'mdia');
  const mediaScale = m4a.readUInt32BE(boxAt(m4a, media + 8, trakEnd, 'mdhd') + 8 + 12);
  const list = Buffer.concat([
    uint32(0),
    uint32(lines.length),
    ...lines.map(({ from, seconds, speed = 1 }) =>
      Buffer.concat([
        uint32(Math.round(seconds * movieScale)),
        uint32(from === undefined ? 0xffff_ffff : Math.round(from * mediaScale)),
        uint32(Math.round(speed * 0x1_0000) >>> 0),
      ]),
    ),
  ]);
  const edts = box('edts', box('elst', list));
  const old = Buffer.from(m4a);
  const before = findBox(old, trak + 8, trakEnd, 'edts');
  if (before !== undefined) old.write('free', before + 4, 'latin1');
  const whole = Buffer.concat([old.subarray(0, trakEnd), edts, old.subarray(trakEnd)]);
  for (const grown of [moov, trak]) {
    whole.writeUInt32BE(whole.readUInt32BE(grown) + edts.length, grown);
  }
  return whole;
}

function boxAt(bytes: Buffer, start: number, end: number, name: string): number {
  const found = findBox(bytes, start, end, name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

function findBox(bytes: Buffer, start: number, end: number, name: string): number | undefined {
  let at = start;
  while (at + 8 <= end) {
    if (bytes.toString('latin1', at + 4, at + 8) === name) return at;
    const length = bytes.readUInt32BE(at);
    at += length === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : length;
  }
  return undefined;
}

function box(name: string, body: Buffer): Buffer {
  return Buffer.concat([uint32(body.length + 8), Buffer.from(name, 'latin1'), body]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
