import { describe, expect, test } from 'vitest';
import { NAMED_KINDS } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import { QUESTIONS } from '#intake/contribution/steps.ts';
import {
  CELL_COUNT,
  isFramed,
  MARK_RADII,
  CORNER_MARKS,
  paperSides,
  writtenCode,
} from '#intake/paper/form.ts';
import { paperLayout } from '#intake/paper/layout.ts';
import { BOX, SHEET, SIDES } from '#intake/paper/sheet.ts';
import { EXPLAINERS, INTERPRETERS, METHODS_FOR_OTHERS } from '#records/consent-capture.ts';
import { AGE_BANDS, CREDITS, TOPICS } from '#records/contribution.ts';

const LANGUAGES = ['en', 'ur', 'pa', 'hi'];
const DIRECTIONS = ['ltr', 'rtl'] as const;

describe.each(DIRECTIONS)('the form on paper, written %s,', (direction) => {
  const { boxes, places } = paperLayout(direction);

  test('asks every question of the form on a phone, in its order and with its number', () => {
    const asked = places.filter(({ role, step }) => role === 'heading' && step !== 'sheet');
    expect(asked.map(({ step, of }) => [step, of])).toEqual([
      ...QUESTIONS.map((step, at) => [step, String(at + 1)]),
      ['explained', ''],
    ]);
  });

  test('has one box for each answer of each closed list, named as the phone’s form names it', () => {
    const values = (field: string) =>
      boxes.filter((box) => box.field === field).map(({ value }) => value);
    expect(values('yes')).toEqual(USES.flatMap((use) => NAMED_KINDS.map((k) => `${use} ${k}`)));
    expect(values('as')).toEqual(CREDITS);
    expect(values('note')).toEqual(TOPICS);
    expect(values('age')).toEqual(AGE_BANDS);
    expect(values('by')).toEqual(EXPLAINERS);
    expect(values('how')).toEqual(METHODS_FOR_OTHERS);
    expect(values('interpreter')).toEqual(INTERPRETERS);
    expect(new Set(boxes.map(({ field, value }) => `${field} ${value}`)).size).toBe(boxes.length);
  });

  test('keeps its boxes so far apart, and from the marks, that no tick of one is taken for another’s', () => {
    for (const side of SIDES) {
      const here = boxes.filter((box) => box.side === side);
      for (const [at, one] of here.entries()) {
        for (const other of here.slice(at + 1)) {
          const apart = Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) - BOX;
          expect(apart).toBeGreaterThan(1.9);
        }
        for (const { x, y } of CORNER_MARKS)
          expect(Math.hypot(one.x + BOX / 2 - x, one.y + BOX / 2 - y)).toBeGreaterThan(
            MARK_RADII.outer + BOX,
          );
      }
    }
    for (const { x, y, width, height } of places) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(12);
      expect(x + width).toBeLessThanOrEqual(SHEET.width - 12 + 0.01);
      expect(y + height).toBeLessThanOrEqual(SHEET.height - 17);
    }
  });
});

test('from right to left is the same form in a mirror', () => {
  const [ltr, rtl] = DIRECTIONS.map((direction) => paperLayout(direction).boxes);
  expect(rtl?.map(({ x }) => SHEET.width - x - BOX)).toEqual(
    ltr?.map(({ x }) => expect.closeTo(x, 5)),
  );
});

test('each side of each language and each information sheet is a form of its own for the reader', () => {
  const sides = ['v1', 'v2'].flatMap((sheet) => paperSides(LANGUAGES, sheet));
  expect(new Set(sides.map(writtenCode)).size).toBe(2 * 2 * LANGUAGES.length);
  for (const { cells } of sides) {
    expect([cells.length, isFramed(cells)]).toEqual([CELL_COUNT, true]);
    expect(isFramed([...cells].reverse())).toBe(false);
  }
});
