import { expect, test } from 'vitest';
import { LONGEST_SILENCE, openAccount, processorTime, spent } from '#media/job-time.ts';

test('only the time at work is spent, and never more than passed', () => {
  expect(spent({ used: 1_000, elapsed: 90_500 })).toBe(1_000);
  expect(spent({ used: 18_000, elapsed: 9_500 })).toBe(9_500);
});

test('where nobody can tell the time at work, four times as long is allowed', () => {
  expect(spent({ used: undefined, elapsed: 20_000 })).toBe(5_000);
  expect(processorTime(undefined)).toBeUndefined();
});

test('a process is over when its work is, or its silence has lasted', () => {
  let [now, used] = [0, 0];
  const account = openAccount(1, { now: () => now, processorTime: () => used });
  now = 500_000;
  used = 900;
  expect(account.look(1000)).toBe(100);
  used = 1000;
  expect(account.look(1000)).toBeUndefined();
  expect(account.look(5000)).toBe(1000);
  now += LONGEST_SILENCE + 1;
  expect(account.look(5000)).toBeUndefined();
  account.heard();
  expect(account.look(5000)).toBe(1000);
});

test.skipIf(process.platform !== 'linux')('the time of a process grows with its work', () => {
  const before = processorTime(process.pid) ?? 0;
  while ((processorTime(process.pid) ?? 0) <= before) Math.sqrt(before);
  expect(processorTime(process.pid)).toBeGreaterThan(before);
});
