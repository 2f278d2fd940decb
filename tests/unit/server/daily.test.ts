import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { languagesOn } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';
import { newCalendarSecret, stopCalendar } from '#schedule/calendar-secret.ts';
import { DailyBuild } from '#server/daily-build.ts';
import { londonDay } from '#schedule/london.ts';
import { languagesSeen } from '#support/languages-seen.ts';
import { archive } from '#support/run-archive.ts';
import { openRecord } from '#support/small-archive.ts';
import {
  gitIn,
  NOT_BUILT,
  NOT_BUILT_LINE,
  type SmallDesk,
  smallDesk,
} from '#support/small-desk.ts';

const NAME = 'Parveen of the corner shop';
const MINUTE = 60_000;
let desk: SmallDesk;
let daily: DailyBuild;
let builds: string[];
let broken: boolean;

beforeEach(async () => {
  builds = [];
  broken = false;
  desk = await smallDesk(
    async ({ content, story, write }) => {
      const credit = { as: 'chosen-name', name: NAME };
      await story('ends001', openRecord({ title: NAME, credit }, { expires_on: '2026-12-01' }));
      await story('changed', openRecord());
      await story('lasting', openRecord());
      await story('over001', openRecord({}, { expires_on: '2026-11-22' }));
      await write(
        'exhibitions/spring/index.mdx',
        '---\ntitle: Spring\n---\n<Work id="gone001" />\n',
      );
      await approve({ content, ids: 'all' });
      await story('changed', openRecord(), 'Changed.\n');
    },
    {
      build: async (_content, out) => {
        if (broken) return NOT_BUILT;
        const now = new Date(desk.clock.now);
        builds.push(now.toISOString());
        await mkdir(join(out, '.well-known'), { recursive: true });
        await writeFile(join(out, 'index.html'), 'built');
        const about = { builtFor: londonDay(now), builtAt: now.toISOString() };
        await writeFile(join(out, '.well-known', 'build.json'), JSON.stringify(about));
        return { kind: 'built', tombstones: [] };
      },
    },
  );
  daily = new DailyBuild(desk.open.desk);
});

async function look(): Promise<boolean> {
  const began = await daily.look();
  await desk.open.desk.publisher.settled();
  return began;
}
/** Lets time pass, a look each minute, as the server does. */
async function pass(until: string): Promise<void> {
  for (; desk.clock.now < Date.parse(until); desk.clock.now += MINUTE) await look();
}
/** A sign-in lasts a working day, so each question brings its own. */
const publishing = async () => (await desk.get('/api/publishing', await desk.signIn())).json();

describe('the daily build', () => {
  test('begins at once when the served site is of an earlier day, and then at 00:05 in London', async () => {
    await pass('2026-11-24T00:30:00Z');
    expect(builds).toEqual([
      '2026-11-22T12:00:00.000Z',
      '2026-11-23T00:05:00.000Z',
      '2026-11-24T00:05:00.000Z',
    ]);
  });

  test.each([
    ['forward', '2026-03-28T12:00:00Z', ['2026-03-29T00:05:00.000Z', '2026-03-29T23:05:00.000Z']],
    ['back', '2026-10-24T12:00:00Z', ['2026-10-24T23:05:00.000Z', '2026-10-26T00:05:00.000Z']],
  ])('comes once a day when the clocks go %s', async (_name, from, expected) => {
    desk.clock.now = Date.parse(from);
    await pass(new Date(Date.parse(from) + 37 * 60 * MINUTE).toISOString());
    expect(builds.slice(1)).toEqual(expected);
  });

  test('is begun by the start itself, without waiting for a minute to pass', async () => {
    const stop = daily.start();
    await expect.poll(() => builds.length).toBe(1);
    stop();
  });

  test('after the machine slept for days there is one build, at the first look', async () => {
    await look();
    desk.clock.now = Date.parse('2026-11-29T09:17:00Z');
    expect([await look(), await look()]).toEqual([true, false]);
  });

  test('a build that fails is tried again, ever more slowly and at least each hour, and the desk says so', async () => {
    await look();
    broken = true;
    const tries: number[] = [];
    const midnight = Date.parse('2026-11-23T00:00:00Z');
    for (
      desk.clock.now = midnight;
      desk.clock.now < midnight + 5 * 60 * MINUTE;
      desk.clock.now += MINUTE
    )
      if (await look()) tries.push((desk.clock.now - midnight) / MINUTE);
    expect(tries).toEqual([5, 10, 20, 40, 80, 140, 200, 260]);
    const told = await publishing();
    expect(told).toMatchObject({ state: 'failed', freshness: { fresh: false } });
    expect(told.problems).toEqual([NOT_BUILT_LINE]);
    broken = false;
    await pass('2026-11-23T05:30:00Z');
    expect(await publishing()).toMatchObject({ state: 'idle', freshness: { fresh: true } });
  });

  test('what has ended comes down while no build works, also where another record is broken', async () => {
    const { folder } = desk.open.desk.publisher.site;
    for (const id of ['over001', 'lasting']) {
      await mkdir(join(folder, 'stories', id), { recursive: true });
      await writeFile(join(folder, 'stories', id, 'index.html'), id);
    }
    const statuses = () =>
      Promise.all(
        ['over001', 'lasting'].map(async (id) => {
          const asked = new Request(`http://desk.test/stories/${id}/`);
          return (await desk.open.handle(asked)).status;
        }),
      );
    const tree = join(await mkdtemp(join(tmpdir(), 'daily-')), 'tree');
    desk.git('worktree', 'add', '-q', '--force', tree, 'archive');
    await mkdir(join(tree, 'content', 'stories', 'broken1'));
    await writeFile(join(tree, 'content', 'stories', 'broken1', 'story.md'), '---\nkind: x\n---\n');
    gitIn(tree)('add', '-A');
    gitIn(tree)('commit', '-q', '-m', 'Broken');
    desk.git('worktree', 'remove', '--force', tree);
    broken = true;
    expect(await statuses()).toEqual([200, 200]);
    await look();
    desk.clock.now += MINUTE;
    await look();
    expect(await statuses()).toEqual([410, 200]);
    expect(desk.open.desk.hidden.entries).toMatchObject([{ id: 'over001', expired: true }]);
    broken = false;
    desk.clock.now += 60 * MINUTE;
    await look();
    expect(desk.open.desk.hidden.entries).toEqual([]);
    const told = desk.register.events().map(({ event }) => event);
    expect(told).not.toContain('withdrawn');
    expect(told).not.toContain('rebuilt');
  });

  test('a clock that was put back does not keep the next try away', async () => {
    broken = true;
    desk.clock.now = Date.parse('2026-11-30T12:00:00Z');
    await look();
    desk.clock.now = Date.parse('2026-11-22T12:00:00Z');
    expect(await look()).toBe(true);
  });

  test('when nothing builds any more the alarm goes off, and it stops when something does (T30)', async () => {
    await look();
    expect((await publishing()).freshness.fresh).toBe(true);
    desk.clock.now += 26 * 60 * MINUTE + 1;
    expect((await publishing()).freshness).toMatchObject({ fresh: false, why: 'too-old' });
    const page = await desk.get('/desk/', await desk.signIn());
    expect(await page.text()).toContain('The site is too old.');
    await look();
    expect((await publishing()).freshness.fresh).toBe(true);
  });

  test('a site that cannot say its age is an alarm', async () => {
    expect((await publishing()).freshness).toEqual({ fresh: false, why: 'unreadable' });
  });
});

describe('the calendar on the gateway', () => {
  const ask = (secret: string, method = 'GET') =>
    desk.open.handle(new Request(`http://desk.test/calendar/${secret}.ics`, { method }));

  test('opens with its secret alone, is never kept, and holds ids only', async () => {
    const secret = await newCalendarSecret(desk.folder);
    const answer = await ask(secret);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    expect(text).toContain('DTSTART;VALUE=DATE:20261201');
    expect(text).toContain('ends001');
    expect(text).not.toContain('Parveen');
  });

  test('the command prints an address that opens it, and stops it again', async () => {
    const { state } = desk;
    const run = (what: string) =>
      archive(['calendar', what, '--content', desk.content], { ARCHIVE_STATE: state });
    const secret = /\/calendar\/(.*)\.ics/.exec((await run('--new')).out)?.[1] ?? '';
    expect((await ask(secret)).status).toBe(200);
    await run('--stop');
    expect((await ask(secret)).status).toBe(404);
  });

  test('any other address is answered like one that was never there', async () => {
    const secret = await newCalendarSecret(desk.folder);
    const never = await desk.open.handle(new Request('http://desk.test/nothing.ics'));
    const expected = [never.status, await never.text(), [...never.headers].sort()];
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'E' : 'A'}`;
    for (const each of [wrong, '', 'x', `${secret}x`, '..%2f..%2fcalendar', wrong.toUpperCase()]) {
      const answer = await ask(each);
      expect([answer.status, await answer.text(), [...answer.headers].sort()]).toEqual(expected);
    }
    expect((await ask(secret, 'POST')).status).toBe(404);
  });

  test('an older address, and one that was stopped, opens nothing from that moment', async () => {
    const first = await newCalendarSecret(desk.folder);
    const second = await newCalendarSecret(desk.folder);
    expect([(await ask(first)).status, (await ask(second)).status]).toEqual([404, 200]);
    await stopCalendar(desk.folder);
    expect((await ask(second)).status).toBe(404);
    await writeFile(join(desk.folder, 'calendar.json'), '{"hash":""}');
    expect((await ask(second)).status).toBe(404);
  });

  test('the secret is kept nowhere, only what it hashes to', async () => {
    const secret = await newCalendarSecret(desk.folder);
    for (const name of await readdir(desk.folder, { recursive: true, withFileTypes: true }))
      if (name.isFile())
        expect(await readFile(join(name.parentPath, name.name), 'utf8')).not.toContain(secret);
  });

  test('it is the same until something changes, and follows what does', async () => {
    const secret = await newCalendarSecret(desk.folder);
    const first = await (await ask(secret)).text();
    expect(await (await ask(secret)).text()).toBe(first);
    expect((await desk.post('/api/withdraw', { id: 'ends001' })).status).toBe(200);
    expect(await (await ask(secret)).text()).not.toContain('ends001');
  });

  test('an archive that cannot be read takes no event away', async () => {
    const secret = await newCalendarSecret(desk.folder);
    await writeFile(join(desk.content, 'settings.yaml'), 'nonsense: 1\n');
    desk.git('commit', '-qam', 'x');
    desk.git('update-ref', 'refs/heads/archive', 'main');
    expect((await ask(secret)).status).toBe(503);
  });
});

describe('the page of the day', () => {
  test('is behind the sign-in', async () => {
    for (const path of ['/desk/', '/desk/calendar.ics']) {
      const answer = await desk.open.handle(new Request(`http://desk.test${path}`));
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([401, 'no-store']);
      expect(await answer.text()).not.toContain('ends001');
    }
  });

  test('says what ends, what is not the version approved, and where an exhibition has a gap', async () => {
    const answer = await desk.get('/desk/');
    const text = await answer.text();
    expect(text).toContain('The consent of p1 ends: ends001');
    expect(text).toMatch(/>changed words<\/a>.*Show it to p1 again, then approve it\./);
    expect(text).toMatch(/>spring: gone001<\/a>.*Take it out of the exhibition/);
    expect(text).toContain('href="/admin/"');
    expect(text).toContain('href="/desk/calendar.ics?lang=en"');
    expect(text).not.toMatch(/Parveen|<script|style=|https?:/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await (await desk.get('/desk/calendar.ics')).text()).toContain('ends001');
  });

  test.each(languagesSeen('the page of the day', languagesOn('desk')).slice(1))(
    'speaks %s',
    async (language) => {
      const direction = interfaceIn(language).dir;
      const text = await (await desk.get(`/desk/?lang=${language}`)).text();
      expect(text).toContain(`<html lang="${language}" dir="${direction}">`);
      expect(text).not.toContain('What ends');
      expect(text).toContain('ends001');
    },
  );

  test('an archive that cannot be read is what it tells first', async () => {
    await rm(join(desk.content, 'settings.yaml'));
    desk.git('commit', '-qam', 'x');
    desk.git('update-ref', 'refs/heads/archive', 'main');
    const text = await (await desk.get('/desk/')).text();
    expect(text).toContain('settings.yaml');
    expect(text).toContain('Mend this first');
  });
});
