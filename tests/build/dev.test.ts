import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archive } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';
import { gitIn, signingIn } from '#support/small-desk.ts';
import { type Started, startDev } from '#support/started.ts';
import { until } from '#support/until.ts';

let started: Started;
let made: Awaited<ReturnType<typeof smallArchive>>;
let headers: Record<string, string>;

beforeAll(async () => {
  made = await smallArchive();
  await made.story('older01', openRecord());
  expect((await archive(['approve', '--all', '--content', made.content])).exit).toBe(0);
  const git = gitIn(dirname(made.content));
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  started = await startDev(made.content);
}, 600_000);
afterAll(async () => {
  started?.stop();
  if (started !== undefined) await rm(started.home, { recursive: true, force: true });
});

const get = (path: string, more: Record<string, string> = {}) =>
  fetch(`${started.origin}${path}`, { headers: { Accept: 'text/html', ...more } });
const textAt = async (path: string) => (await get(path)).text();

describe('npm run dev', { timeout: 120_000 }, () => {
  test('serves site, desk and forms at one address', async () => {
    expect(await textAt('/')).toContain('A small archive');
    expect(await textAt('/stories/older01/')).toContain('We baked');
    expect(await textAt('/admin/')).toContain('<script');
    expect(await textAt('/withdraw/')).toContain('name="code"');
    expect((await get('/desk/')).status).toBe(401);
    expect((await get('/api/me')).status).toBe(401);
    expect((await get('/nothing-here/')).status).toBe(404);
  });

  test('a page of the desk is drawn with its styles, which its policy lets through', async () => {
    const page = await get('/withdraw/');
    expect(await page.text()).toContain('<style data-vite-dev-id');
    expect(page.headers.get('content-security-policy')).toContain(
      "style-src 'self' 'unsafe-inline'",
    );
  });

  test('hands out what pages are made of, and nothing of the content or of git', async () => {
    expect((await get('/@vite/client')).status).toBe(200);
    for (const path of ['/content/settings.yaml', '/.git/config', '/package.json'])
      for (const way of [path, `${path}?raw`, `${path}?import&raw`, `/@fs${process.cwd()}${path}`])
        expect([way, (await get(way, { Accept: '*/*' })).status]).toEqual([
          way,
          expect.toSatisfy((status: number) => status === 403 || status === 404),
        ]);
  });

  test('passes on the connection by which an open page hears that it is to be loaded again', async () => {
    const token = /wsToken = "([^"]+)"/.exec(await textAt('/@vite/client'))?.[1];
    const { host } = new URL(started.origin);
    const socket = new WebSocket(`ws://${host}/?token=${token}`, 'vite-hmr');
    const heard = await new Promise((done) => {
      socket.onmessage = ({ data }) => done(data);
      socket.onerror = () => done('refused');
    });
    socket.close();
    expect(heard).toContain('connected');
  });

  test('the printed link signs in', async () => {
    const code = new URL(started.link).searchParams.get('code') ?? '';
    const signed = await fetch(signingIn(started.origin, code));
    expect(signed.status).toBe(303);
    headers = {
      cookie: (signed.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
    };
    expect((await get('/desk/', headers)).status).toBe(200);
  });

  test('what is changed in the content is on the page without a new start', async () => {
    await made.write('settings.yaml', 'name: An archive by another name\n');
    await until(async () => (await textAt('/')).includes('An archive by another name'));
    await until(async () => (await textAt('/withdraw/')).includes('An archive by another name'));
  });

  test('a record that cannot be read is named, and the last release stands', async () => {
    const file = `${made.content}/stories/older01/story.md`;
    const before = readFileSync(file, 'utf8');
    await made.write('stories/older01/story.md', 'no record at all\n');
    await until(async () => started.said().includes('The last release stands.'));
    expect(started.said()).toContain('stories/older01/story.md · no-front-matter');
    expect(await textAt('/stories/older01/')).toContain('We baked');
    await made.write('stories/older01/story.md', before);
  });

  test('the search index is of what is let out now', async () => {
    expect((await get('/pagefind/pagefind.js')).status).toBe(200);
    expect((await get('/pagefind/pagefind-entry.json')).status).toBe(200);
  });

  test('what is withdrawn at the desk is gone at once, and stays gone', async () => {
    const taken = await fetch(`${started.origin}/api/withdraw`, {
      ...{ method: 'POST', headers },
      body: JSON.stringify({ id: 'older01' }),
    });
    expect(taken.status).toBe(200);
    expect((await get('/stories/older01/')).status).toBe(410);
    await until(async () => {
      const { state } = (await (await get('/api/publishing', headers)).json()) as { state: string };
      return state === 'idle';
    });
    const tombstone = await get('/stories/older01/');
    expect([tombstone.status, (await tombstone.text()).includes('We baked')]).toEqual([410, false]);
    expect(await textAt('/stories/')).not.toContain('older01');
  });

  test.skipIf(process.platform !== 'linux')(
    'ends at Ctrl-C, and leaves no process behind',
    async () => {
      const family = descendants(started.pid);
      expect(family.length).toBeGreaterThan(0);
      expect([await started.interrupt(), started.said()]).toEqual([
        0,
        expect.stringContaining('Stopped.'),
      ]);
      expect(family.filter((pid) => parents().get(pid) !== undefined)).toEqual([]);
    },
  );
});

/** Every process that runs on this machine, and its parent. */
function parents(): ReadonlyMap<number, number> {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(
    pids.flatMap((pid) => {
      const [state, parent] = standingOf(pid);
      // What has ended and nobody has asked after is a zombie.
      return state === undefined || state === 'Z' ? [] : [[Number(pid), Number(parent)] as const];
    }),
  );
}

/** Its state and its parent; nothing when it is gone meanwhile. */
function standingOf(pid: string): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function descendants(of: number): readonly number[] {
  const children = [...parents()].filter(([, parent]) => parent === of).map(([pid]) => pid);
  return children.flatMap((pid) => [pid, ...descendants(pid)]);
}
