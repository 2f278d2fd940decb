import { describe, expect, test } from 'vitest';
import { BARS, LOUDEST, openPeakMeter } from '#media/peaks.ts';

const RATE = 8000;

/** Bars of a tone whose loudness over time, 0 to 1, is given; fed in blocks of any length. */
function barsOf(seconds: number, loudness: (at: number) => number, block = 1000) {
  const meter = openPeakMeter(RATE);
  const samples = Float32Array.from(
    { length: Math.round(seconds * RATE) },
    (_, index) => Math.sin(index * 0.7) * loudness(index / RATE),
  );
  for (let at = 0; at < samples.length; at += block) meter.add(samples.subarray(at, at + block));
  return meter.bars();
}

describe('the bars of a recording', () => {
  test('are as many whole numbers as the drawing has room for', () => {
    for (const seconds of [0.2, 3, 60]) {
      const bars = barsOf(seconds, () => 0.5);
      expect(bars).toHaveLength(BARS);
      for (const bar of bars)
        expect(Number.isInteger(bar) && bar >= 1 && bar <= LOUDEST).toBe(true);
    }
  });

  test('are tall where it is loud and short where it is quiet', () => {
    const bars = barsOf(30, (at) => (at < 15 ? 0.1 : 0.8));
    expect(new Set(bars.slice(50))).toEqual(new Set([LOUDEST]));
    for (const quiet of bars.slice(0, 46)) expect(quiet).toBeLessThan(LOUDEST / 4);
  });

  test('have the same shape however loud the whole was recorded', () => {
    const shape = (at: number) => 0.2 + 0.8 * Math.abs(Math.sin(at));
    expect(barsOf(20, (at) => 0.05 * shape(at))).toEqual(barsOf(20, shape));
  });

  test('do not depend on how the sound was cut into blocks', () => {
    const shape = (at: number) => Math.abs(Math.sin(at * 3));
    expect(barsOf(10, shape, 77)).toEqual(barsOf(10, shape, 8000));
  });

  test('of silence, and of nothing at all, are all the shortest', () => {
    expect(new Set(barsOf(5, () => 0))).toEqual(new Set([1]));
    expect(new Set(openPeakMeter(RATE).bars())).toEqual(new Set([1]));
  });
});
