import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { londonDay } from '#cli/today.ts';

/** Moments about midnight and about the change of the clocks, and the day it is in London. */
const MOMENTS: readonly [string, string][] = [
  ['2026-11-21T23:59:59Z', '2026-11-21'],
  ['2026-11-22T00:00:00Z', '2026-11-22'],
  ['2026-06-30T22:59:59Z', '2026-06-30'],
  ['2026-06-30T23:00:00Z', '2026-07-01'],
  ['2026-03-28T23:59:59Z', '2026-03-28'],
  ['2026-03-29T00:30:00Z', '2026-03-29'],
  ['2026-03-29T23:00:00Z', '2026-03-30'],
  ['2026-10-25T00:30:00Z', '2026-10-25'],
  ['2026-10-25T23:59:59Z', '2026-10-25'],
];

describe.each(['UTC', 'America/Los_Angeles', 'Pacific/Auckland'])('on a machine in %s', (zone) => {
  test('the day is London’s', () => {
    const script = `import { londonDay } from './src/cli/today.ts'; console.log(${JSON.stringify(MOMENTS)}.map(([at]) => londonDay(new Date(at))).join());`;
    const days = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    expect(days.trim().split(',')).toEqual(MOMENTS.map(([, day]) => day));
  });
});

test('the day is written as it is compared', () => {
  expect(londonDay(new Date('2026-01-05T12:00:00Z'))).toBe('2026-01-05');
});
