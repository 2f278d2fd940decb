import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { freshnessOf } from '#schedule/freshness.ts';
import { londonDay } from '#schedule/london.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly if?: string;
}
const workflow = parse(readFileSync('src/hosting/daily/workflow.yml', 'utf8')) as {
  on: { schedule: { cron: string }[] };
  jobs: { daily: { steps: Step[] } };
};
const { steps } = workflow.jobs.daily;
const runs = steps.flatMap(({ run }) => run ?? []);

/** The minutes of the day, UTC, at which the workflow runs. */
const minutes = workflow.on.schedule.map(({ cron }) => {
  const [minute, hour, ...rest] = cron.split(' ');
  expect(rest).toEqual(['*', '*', '*']);
  return Number(hour) * 60 + Number(minute);
});

describe('the daily workflow', () => {
  test('looks, builds, audits and publishes in this order, and sounds the alarm whatever happened', () => {
    const order = ['freshness', 'main.ts build', 'main.ts audit', 'vars.PUBLISH', 'freshness'];
    const places = order.map((word, index) =>
      index === 4
        ? runs.findLastIndex((run) => run.includes(word))
        : runs.findIndex((run) => run.includes(word)),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(steps.at(-1)?.if).toBe('always()');
  });

  test('for two years builds each London day once, within the first hours of it', () => {
    let live = '';
    const builds: string[] = [];
    const first = Date.parse('2026-01-01T00:00:00Z');
    for (let day = 0; day < 730; day += 1) {
      for (const minute of minutes.toSorted((a, b) => a - b)) {
        const now = first + day * 86_400_000 + minute * 60_000;
        if (freshnessOf({ text: live, now, hours: 24 }).fresh) continue;
        const builtFor = londonDay(new Date(now));
        live = JSON.stringify({ builtFor, builtAt: new Date(now).toISOString() });
        builds.push(builtFor);
        if (day > 0)
          expect([builtFor, londonDay(new Date(now - 6 * 60_000))]).not.toEqual([
            builtFor,
            builtFor,
          ]);
      }
    }
    expect(builds.length).toBe(new Set(builds).size);
    expect(builds.length).toBeGreaterThanOrEqual(730);
  });
});

test('the timer names its zone and makes good what was missed', () => {
  const timer = readFileSync('src/hosting/daily/living-roots-daily.timer', 'utf8');
  expect(timer).toMatch(/^OnCalendar=\*-\*-\* 00:05:00 Europe\/London$/m);
  expect(timer).toMatch(/^Persistent=true$/m);
  const service = readFileSync('src/hosting/daily/living-roots-daily.service', 'utf8');
  expect(
    [...service.matchAll(/^ExecStart=.*?(build|audit|publish)/gm)].map(([, what]) => what),
  ).toEqual(['build', 'audit', 'publish']);
});
