import { expect, test, vi } from 'vitest';
import { doJob } from '#media/workbench.ts';
import { MOST_WAITS } from '#media/waiting-its-turn.ts';

// Each job starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const act = (what: string, limit: (done: number) => number = () => 5000) =>
  doJob<number>({
    script: new URL('./stubborn-job.ts', import.meta.url),
    job: { act: what },
    limit,
  });

test('a job that hangs is ended in time', async () => {
  const started = performance.now();
  expect(await act('hang', () => 700)).toEqual({ ok: false, rule: 'media-took-too-long' });
  expect(performance.now() - started).toBeLessThan(700 * MOST_WAITS + 3000);
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

test('progress earns time, and only progress', async () => {
  const generous = await act('crawl', (done) => 1000 + done * 1000);
  expect(generous.ok).toBe(true);
  const strict = await act('crawl', (done) => (done < 3 ? 5000 : 600));
  expect(strict).toEqual({ ok: false, rule: 'media-took-too-long' });
});

test('a process that did its work well is used again, also after another one crashed', async () => {
  const first = await act('answer');
  await act('crash');
  const second = await act('answer');
  const third = await act('answer');
  expect(first.ok && second.ok && third.ok).toBe(true);
  expect(third).toEqual(second);
});
