import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshnessOf } from '#schedule/freshness.ts';
import { archive } from '#support/run-archive.ts';

const built = (builtFor: string, builtAt: string) => JSON.stringify({ builtFor, builtAt });
const at = (moment: string) => Date.parse(moment);

describe('a built site', () => {
  test.each([
    ['just after the daily build', '2026-11-22T00:06:00Z', undefined],
    ['late on its day', '2026-11-22T23:59:00Z', undefined],
    ['in the minutes before the next build', '2026-11-23T00:04:00Z', undefined],
    ['two hours into the next day', '2026-11-23T02:04:00Z', 'another-day'],
    ['when 26 hours are over', '2026-11-23T02:06:00Z', 'too-old'],
    ['a week later', '2026-11-29T12:00:00Z', 'too-old'],
    ['when it was made tomorrow', '2026-11-20T12:00:00Z', 'from-the-future'],
  ])('%s', (_name, now, why) => {
    const text = built('2026-11-22', '2026-11-22T00:05:00Z');
    expect(freshnessOf({ text, now: at(now), hours: 26 }).why).toBe(why);
  });

  test('may be made in the first minutes of a London day that has not begun in UTC', () => {
    const text = built('2026-07-01', '2026-06-30T23:05:00Z');
    expect(freshnessOf({ text, now: at('2026-06-30T23:06:00Z'), hours: 26 }).fresh).toBe(true);
    expect(freshnessOf({ text, now: at('2026-06-30T22:30:00Z'), hours: 26 }).fresh).toBe(false);
  });

  test('made today for another day is not fresh', () => {
    const text = built('2026-11-19', '2026-11-22T09:00:00Z');
    expect(freshnessOf({ text, now: at('2026-11-22T10:00:00Z'), hours: 26 }).why).toBe(
      'another-day',
    );
  });

  test.each([
    undefined,
    '',
    'null',
    '[]',
    '<!doctype html>',
    '{"builtFor":"2026-11-22"}',
    '{"builtFor":"soon","builtAt":"2026-11-22T00:05:00Z"}',
    '{"builtFor":"2026-11-22","builtAt":"2026-11-22Tsoon"}',
  ])('is not fresh when it says %s', (text) => {
    const now = at('2026-11-22T10:00:00Z');
    expect(freshnessOf({ text, now, hours: 26 })).toEqual({ fresh: false, why: 'unreadable' });
  });
});

describe('archive freshness', () => {
  const NOW = '2026-11-22T10:00:00Z';
  const ask = (site: string, ...more: string[]) =>
    archive(['freshness', site, '--at', NOW, ...more]);

  test('reads a folder, and says in plain words what is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fresh-'));
    expect((await ask(folder)).exit).toBe(1);
    await mkdir(join(folder, '.well-known'));
    const file = join(folder, '.well-known', 'build.json');
    await writeFile(file, built('2026-11-22', '2026-11-22T00:05:00Z'));
    const good = await ask(folder);
    expect([good.exit, good.out]).toEqual([0, expect.stringContaining('This site is fresh.')]);
    expect((await ask(folder, '--hours', '8')).out).toContain('too old');
    await writeFile(file, built('2026-11-20', '2026-11-20T00:05:00Z'));
    const old = await ask(folder);
    expect([old.exit, old.out]).toEqual([
      1,
      expect.stringContaining('the daily build has stopped'),
    ]);
  });

  test('reads an address; one that does not answer is an alarm too', async () => {
    let body = built('2026-11-22', '2026-11-22T00:05:00Z');
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/.well-known/build.json' ? 200 : 404;
      response.end(body);
    });
    await new Promise<void>((done) => server.listen(0, done));
    const site = `http://localhost:${(server.address() as AddressInfo).port}`;
    expect((await ask(site)).exit).toBe(0);
    expect((await ask(`${site}/elsewhere`)).exit).toBe(1);
    body = 'x'.repeat(10_000);
    expect((await ask(site)).exit).toBe(1);
    await new Promise<void>((done) => server.close(() => done()));
    const dead = await ask(site);
    expect([dead.exit, dead.out]).toEqual([1, expect.stringContaining('cannot be read')]);
  });
});
