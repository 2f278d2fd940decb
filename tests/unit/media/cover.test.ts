import { describe, expect, test } from 'vitest';
import {
  coveredPixels,
  fillBoxes,
  keptPixels,
  MOST_BOXES,
  type PictureBox,
  readCover,
} from '#media/cover.ts';
import { fc } from '#support/properties.ts';

/** What of a picture is hidden: nothing of a box is left out by rounding, and nothing is believed that was sent. */
const box = (change: Partial<PictureBox> = {}): PictureBox => ({
  ...{ x: 0.25, y: 0.5, width: 0.5, height: 0.25 },
  ...change,
});
const anyBox = fc
  .tuple(...Array.from({ length: 4 }, () => fc.double({ min: 0, max: 1, noNaN: true })))
  .map(([x = 0, y = 0, w = 0, h = 0]) =>
    box({ x, y, width: Math.max((1 - x) * w, 1e-9), height: Math.max((1 - y) * h, 1e-9) }),
  );
const anySize = fc.record({
  width: fc.integer({ min: 1, max: 2000 }),
  height: fc.integer({ min: 1, max: 2000 }),
});

describe('the pixels of a box', () => {
  test('are those it was drawn over', () => {
    const size = { width: 200, height: 100 };
    const drawn = { left: 50, top: 50, width: 100, height: 25 };
    expect(coveredPixels(box(), size)).toEqual(drawn);
    expect(keptPixels(box(), size)).toEqual(drawn);
    expect(coveredPixels(box({ x: 0.1 + 0.2, width: 0.1 }), { width: 10, height: 4 })).toEqual({
      ...{ left: 3, top: 2, width: 1, height: 1 },
    });
  });

  test('are every pixel it touches where it hides, and none beyond it where it keeps', () => {
    fc.assert(
      fc.property(anyBox, anySize, (one, size) => {
        const hides = coveredPixels(one, size);
        const keeps = keptPixels(one, size);
        for (const [first, length, from, drawn, whole] of [
          [hides.left, hides.width, one.x * size.width, one.width * size.width, size.width],
          [hides.top, hides.height, one.y * size.height, one.height * size.height, size.height],
        ] as const) {
          expect(first).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThanOrEqual(1);
          expect(first + length).toBeLessThanOrEqual(whole);
          expect(first).toBeLessThanOrEqual(from + 1e-3);
          expect(first + length).toBeGreaterThanOrEqual(Math.min(from + drawn, whole) - 2e-3);
        }
        expect(keeps.left).toBeGreaterThanOrEqual(0);
        expect(keeps.left + keeps.width).toBeLessThanOrEqual(size.width);
        // One pixel is the least there is.
        if (keeps.width > 1) {
          expect(keeps.left).toBeGreaterThanOrEqual(one.x * size.width - 1e-3);
          expect(keeps.left + keeps.width).toBeLessThanOrEqual(
            (one.x + one.width) * size.width + 1e-3,
          );
        }
      }),
    );
  });

  test('are black and no others are, whatever boxes lie over each other', () => {
    const size = { width: 7, height: 5 };
    fc.assert(
      fc.property(fc.array(anyBox, { maxLength: 4 }), (boxes) => {
        const data = new Uint8Array(size.width * size.height * 3).fill(255);
        fillBoxes(data, size, boxes);
        for (let at = 0; at < data.length; at += 1) {
          const [column, row] = [Math.floor(at / 3) % size.width, Math.floor(at / 3 / size.width)];
          const isUnder = boxes
            .map((one) => coveredPixels(one, size))
            .some(
              ({ left, top, width, height }) =>
                column >= left && column < left + width && row >= top && row < top + height,
            );
          expect(data[at]).toBe(isUnder ? 0 : 255);
        }
      }),
    );
  });
});

describe('a cover that was sent', () => {
  test('is read as it was drawn', () => {
    expect(readCover({ boxes: [box()], crop: box() })).toEqual({ boxes: [box()], crop: box() });
    expect(readCover({ crop: box() })).toEqual({ boxes: [], crop: box() });
    expect(readCover({ boxes: [box({ x: 0.7, width: 0.1 + 0.2 })] })).toHaveProperty('boxes');
    const whole = box({ x: 0, y: 0, width: 1, height: 1 });
    expect(readCover({ boxes: [box()], crop: whole })).toEqual({ boxes: [box()] });
  });

  test.each([
    ['not-boxes', undefined],
    ['not-boxes', [box()]],
    ['not-boxes', { boxes: 'all' }],
    ['not-boxes', { boxes: [null] }],
    ['not-boxes', { boxes: [box(), { ...box(), x: '0.1' }] }],
    ['not-boxes', { boxes: [{ ...box(), width: Number.NaN }] }],
    ['not-boxes', { boxes: [{ ...box(), width: undefined }] }],
    ['not-boxes', { boxes: [box()], crop: 'middle' }],
    ['outside', { boxes: [box(), box({ x: -0.01 })] }],
    ['outside', { boxes: [box({ x: 0.51 })] }],
    ['outside', { boxes: [box({ y: 0.76 })] }],
    ['outside', { boxes: [box()], crop: box({ y: 1 }) }],
    ['outside', { boxes: [box({ width: 1e300 })] }],
    ['too-small', { boxes: [box({ width: 0 })] }],
    ['too-small', { boxes: [box({ height: -0.2 })] }],
    ['too-small', { crop: box({ width: 0.01 }) }],
    ['too-many', { boxes: Array.from({ length: MOST_BOXES + 1 }, () => box()) }],
    ['nothing-hidden', {}],
    ['nothing-hidden', { boxes: [] }],
    ['nothing-hidden', { boxes: [], crop: box({ x: 0, y: 0, width: 1, height: 1 }) }],
  ])('is refused by a rule of its own: %s', (fault, sent) => {
    expect(readCover(sent)).toBe(fault);
  });
});
