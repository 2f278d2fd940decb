import { expect, test } from 'vitest';
import { withTrueLength } from '#media/mp3-header.ts';

/** The muxer's first frame (56 kbit/s), then as many frames as LAME makes for so many samples. */
function muxed(samples: number): Buffer {
  const frame = (length: number, rateByte: number): Buffer =>
    Buffer.concat([Buffer.from([0xff, 0xf3, rateByte, 0xc0]), Buffer.alloc(length - 4)]);
  const made = Math.ceil((samples + 1105) / 576) + 1;
  return Buffer.concat([frame(168, 0x74), ...Array.from({ length: made }, () => frame(144, 0x64))]);
}

test('whatever the length, a player that skips the lead-in and one that does not are within 50 ms', () => {
  for (let samples = 24_000; samples < 24_000 + 576; samples += 1) {
    const made = withTrueLength(muxed(samples), samples);
    const frames = made.length / 144 - 1;
    expect(Buffer.from(made).readUInt32BE(21)).toBe(frames);
    const naive = frames * 576 - samples;
    expect(naive).toBeLessThan(1200);
    const lostAtTheEnd = 1105 - naive;
    expect(lostAtTheEnd).toBeLessThanOrEqual(505);
  }
});

test('the first frame says how many samples before and after are not sound', () => {
  const samples = 24_000 - 500;
  const made = Buffer.from(withTrueLength(muxed(samples), samples));
  const [before, after] = [made.readUInt16BE(50) >> 4, made.readUInt16BE(51) & 0xfff];
  expect(before).toBe(576);
  expect(before + samples + after).toBe((made.length / 144 - 1) * 576);
});

test('bytes that are not the frames asked for are refused', () => {
  const broken = muxed(24_000);
  broken.writeUInt8(0, 168 + 144 * 3);
  expect(() => withTrueLength(broken, 24_000)).toThrow('not the frames');
  expect(() => withTrueLength(muxed(24_000).subarray(0, 400), 24_000)).toThrow();
  expect(() => withTrueLength(Buffer.from('ID3 and no frame'), 24_000)).toThrow();
});
