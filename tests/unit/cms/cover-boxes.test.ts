import { expect, test } from 'vitest';
import {
  drawnBox,
  LEAST_SIDE,
  movedBox,
  nextBox,
  sizedBox,
  sizedFromStart,
} from '#cms/browser/cover-boxes.ts';
import { type PictureBox, readCover } from '#media/cover.ts';
import { fc } from '#support/properties.ts';

/** However a box is drawn, moved and sized, it stays one that the server takes. */
const anyNumber = fc.double({ min: -2, max: 3, noNaN: true });
const anyPoint = fc.record({ x: anyNumber, y: anyNumber });
const STEPS = { moved: movedBox, sized: sizedBox, 'from the start': sizedFromStart } as const;
const anySteps = fc.array(
  fc.tuple(fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])), anyPoint),
  { maxLength: 12 },
);

test('a box that was drawn, moved and sized in any way is inside the picture and can be seen', () => {
  fc.assert(
    fc.property(anyPoint, anyPoint, anySteps, (from, to, steps) => {
      const boxes: PictureBox[] = [drawnBox(from, to)];
      for (const [step, by] of steps) boxes.push(STEPS[step](boxes.at(-1) ?? nextBox(0), by));
      expect(readCover({ boxes })).toEqual({ boxes });
      for (const { width, height } of boxes)
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(LEAST_SIDE - 1e-9);
    }),
  );
});

test('a box covers all between the corners that were drawn, whichever was first', () => {
  const [one, other] = [
    { x: 0.2, y: 0.7 },
    { x: 0.5, y: 0.3 },
  ];
  const box = drawnBox(one, other);
  expect(box).toEqual(drawnBox(other, one));
  expect([box.x, box.y, box.x + box.width, box.y + box.height]).toEqual([0.2, 0.3, 0.5, 0.7]);
});

test('a tap covers about a face, around where it was', () => {
  const { x, y, width, height } = drawnBox({ x: 0.5, y: 0.4 }, { x: 0.505, y: 0.4 });
  expect([x + width / 2, y + height / 2].map((each) => Math.round(each * 100))).toEqual([50, 40]);
  expect(width).toBeGreaterThan(0.1);
});

test('sizing leaves the other corner where it is', () => {
  const box = { x: 0.2, y: 0.2, width: 0.4, height: 0.4 };
  expect(sizedBox(box, { x: 0.1, y: -0.1 })).toMatchObject({ x: 0.2, y: 0.2 });
  const sized = sizedFromStart(box, { x: 0.1, y: -0.1 });
  expect([sized.x + sized.width, sized.y + sized.height].map((each) => each.toFixed(6))).toEqual([
    '0.600000',
    '0.600000',
  ]);
});

test('further boxes do not lie under each other', () => {
  const boxes = Array.from({ length: 8 }, (_, count) => JSON.stringify(nextBox(count)));
  expect(new Set(boxes).size).toBe(8);
});
