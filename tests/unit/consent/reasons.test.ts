import { describe, expect, test } from 'vitest';
import { REASONS } from '#consent/decision.ts';
import { NEXT_STEP, REASON_WORDS, refusalsInWords, refusalWords } from '#consent/reasons.ts';

describe.each(REASONS)('%s', (reason) => {
  test('is said in a sentence, with a sentence on what to do next', () => {
    expect(REASON_WORDS[reason]).toMatch(/^[A-Z].{10,}\.$/);
    expect(NEXT_STEP[reason]).toMatch(/^[A-Z].{10,}\.$/);
    expect(refusalWords({ reason, person: 'p7' })).not.toContain('{person}');
  });
});

test('the person is named by the opaque id, and as this person where it is about nobody in particular', () => {
  expect(refusalWords({ reason: 'expired', person: 'p7' })).toBe(
    'The permission has run out. Ask p7 if they want it shown for longer, and write a new record.',
  );
  expect(refusalWords({ reason: 'nobody-asked' })).toBe(
    'No consent from this person is written down. Ask this person, and write down what they say.',
  );
});

test('the same thing is said once, in the order it was found', () => {
  const said = refusalsInWords([
    { reason: 'held' },
    { reason: 'refused', person: 'p1' },
    { reason: 'held' },
  ]);
  expect(said.map((line) => line.slice(0, 10))).toEqual(['It is on h', 'This perso']);
});
