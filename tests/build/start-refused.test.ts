import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { takeProcessLock } from '#state/process-lock.ts';
import { listenAt } from '#cli/listening.ts';
import { stateOf } from '#state/state.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';
import { gitIn } from '#support/small-desk.ts';

let content: string;
let state: string;

beforeAll(async () => {
  const made = await smallArchive();
  ({ content } = made);
  await made.story('older01', openRecord());
  const git = gitIn(dirname(content));
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  state = await mkdtemp(join(tmpdir(), 'refused-'));
  process.env['ARCHIVE_STATE'] = state;
});

/** `archive start`, which is expected to refuse. */
async function start(env: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ['src/cli/main.ts', 'start', '--content', content, '--out', join(dirname(content), 'dist')],
    { env: { ...process.env, ...env } },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  const [exit] = await once(child, 'exit');
  return { exit, said };
}

test('a port that is taken is told before anything is built', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { exit, said } = await start({ PORT: String(port) });
  other.close();
  expect([exit, said]).toEqual([1, expect.stringContaining(`Port ${port} is in use already`)]);
  expect(said).toContain('Nothing was built');
  expect(said).not.toMatch(/Releas|pages/i);
});

test('a setting that cannot be meant is told in plain words', async () => {
  for (const [env, why] of [
    [{ PORT: 'abc' }, 'PORT is not a number'],
    [{ PORT: '70000' }, 'PORT is not a number'],
    [{ PORT: '0', HOST: 'http://0.0.0.0' }, 'HOST is not an address'],
    [{ PORT: '0', HOST: '203.0.113.77' }, 'is not an address of this machine'],
    [{ PORT: '0', ARCHIVE_PROXIES: 'my-proxy' }, 'ARCHIVE_PROXIES names a machine'],
  ] as const) {
    const listening = await listenAt(env);
    const lines = 'stopped' in listening ? listening.stopped.lines.join(' ') : '';
    expect(lines).toContain(why);
  }
});

test('it listens on this machine alone unless it is told otherwise, and says so while it builds', async () => {
  const listening = await listenAt({ PORT: '0' });
  if ('stopped' in listening) throw new Error(listening.stopped.lines.join());
  const { port } = new URL(listening.origin);
  const early = await fetch(`http://127.0.0.1:${port}/`);
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '120']);
  expect(listening.bound).toBe('127.0.0.1');
  listening.answerWith(async () => new Response('ready'));
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('ready');
  await listening.close();
  const open = await listenAt({ PORT: '0', HOST: '0.0.0.0' });
  if ('stopped' in open) throw new Error(open.stopped.lines.join());
  expect(open.bound).toBe('0.0.0.0');
  await open.close();
});

test('a second start of the same archive leaves the first alone, and says where it is', async () => {
  const held = await takeProcessLock(join(stateOf(content).desk, 'serving'));
  if ('heldBy' in held) throw new Error('Somebody else serves it.');
  await held.say('http://localhost:4444');
  const second = await start({ PORT: '0' });
  expect([second.exit, second.said]).toEqual([
    1,
    expect.stringContaining('served already at http://localhost:4444/'),
  ]);
  held.letGo();
  const third = await takeProcessLock(join(stateOf(content).desk, 'serving'));
  expect('heldBy' in third).toBe(false);
  if (!('heldBy' in third)) third.letGo();
});

test('a name that a killed process held is free again', async () => {
  const file = join(state, 'held', 'serving');
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { takeProcessLock } from '#state/process-lock.ts';
       await takeProcessLock(process.argv[1]); process.stdout.write('held'); setInterval(() => {}, 1000);`,
      file,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  const during = await takeProcessLock(file);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect('heldBy' in during).toBe(true);
  const after = await takeProcessLock(file);
  expect('heldBy' in after).toBe(false);
  if (!('heldBy' in after)) after.letGo();
});
