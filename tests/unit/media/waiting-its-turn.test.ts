import { expect, test } from 'vitest';
import { processorTime, waitedForItsTurn } from '#media/waiting-its-turn.ts';

test('a process that was at work all the time did not wait', () => {
  expect(waitedForItsTurn({ used: 9_000, elapsed: 9_500 })).toBe(false);
  expect(waitedForItsTurn({ used: 18_000, elapsed: 9_500 })).toBe(false);
});

test('a process that hardly got a processor was waiting for one', () => {
  expect(waitedForItsTurn({ used: 1_000, elapsed: 9_500 })).toBe(true);
});

test('where nobody can tell, the limit stands', () => {
  expect(waitedForItsTurn({ used: undefined, elapsed: 9_500 })).toBe(false);
  expect(processorTime(undefined)).toBeUndefined();
});

test.skipIf(process.platform !== 'linux')('the time of a process grows with its work', () => {
  const before = processorTime(process.pid) ?? 0;
  const until = performance.now() + 300;
  while (performance.now() < until) Math.sqrt(until);
  expect(processorTime(process.pid)).toBeGreaterThan(before);
});
