import { expect, test } from 'vitest';
import type { Clock } from '#media/job-time.ts';
import { runJob } from '#media/run-job.ts';

const act = (what: string, limit: (done: number) => number = () => 5000, clock?: Clock) =>
  runJob<number>({
    script: new URL('./stubborn-job.ts', import.meta.url),
    job: { act: what },
    limit,
    ...(clock && { clock }),
  });

/** At each look this much has passed, and the process has worked this much of it, in milliseconds. */
function machine(passed: number, worked: number): Clock {
  let [now, used] = [0, 0];
  return {
    now() {
      now += passed;
      return now;
    },
    processorTime() {
      used += worked;
      return used;
    },
  };
}

test('a job that hangs is ended by the work it does, however long that takes', async () => {
  expect(await act('hang', () => 700)).toEqual({ ok: false, rule: 'media-took-too-long' });
});

test('a job that does nothing and says nothing is ended for its silence', async () => {
  const asleep = machine(30_000, 0);
  expect(await act('sleep', () => 5000, asleep)).toEqual({
    ok: false,
    rule: 'media-took-too-long',
  });
});

test('a job on a machine so busy that hours pass is waited for', async () => {
  const busy = await act('crawl', (done) => 1000 + done, machine(3_600_000, 10));
  expect(busy.ok).toBe(true);
});

test('a job that is behind is given the same time after each word of how far it has come', async () => {
  // Ten seconds pass for each hundredth at work: behind at every message, and never at fault.
  const behind = await act('crawl', (done) => 200 + done * 100, machine(10_000, 10));
  expect(behind.ok).toBe(true);
});

test('progress earns time, and only progress', async () => {
  const alone = machine(400, 400);
  const generous = await act('crawl', (done) => 60_000 + done * 60_000, alone);
  expect(generous.ok).toBe(true);
  const strict = await act('crawl', (done) => (done < 3 ? 1e9 : 600), machine(400, 400));
  expect(strict).toEqual({ ok: false, rule: 'media-took-too-long' });
});

test('a job whose process crashes is a refusal, not the end of the build', async () => {
  expect(await act('crash')).toEqual({ ok: false, rule: 'media-unreadable' });
});

test('what a decoder says is not repeated', async () => {
  expect(await act('throw')).toEqual({ ok: false, rule: 'media-unreadable' });
});

test('a job can refuse by a rule of its own', async () => {
  expect(await act('refuse')).toEqual({ ok: false, rule: 'media-too-large' });
});

test('a process that did its work well is used again, also after another one crashed', async () => {
  const first = await act('answer');
  await act('crash');
  const second = await act('answer');
  const third = await act('answer');
  expect(first.ok && second.ok && third.ok).toBe(true);
  expect(third).toEqual(second);
});

test('a process that died while it waited costs no file', async () => {
  const waiting = await act('answer');
  process.kill(waiting.ok ? waiting.value : 0, 'SIGKILL');
  // At once, before anybody has heard that it is gone.
  const after = await act('answer');
  expect(after.ok).toBe(true);
  expect(after).not.toEqual(waiting);
});
