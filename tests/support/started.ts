import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DESK_DAY } from './small-desk.ts';
import { until } from './until.ts';

export interface Started {
  readonly origin: string;
  /** The sign-in link that was printed. */
  readonly link: string;
  readonly state: string;
  /** Holds the state folder and the site. */
  readonly home: string;
  /** All that was printed so far. */
  readonly said: () => string;
  readonly pid: number;
  readonly stop: () => void;
  /** As Ctrl-C does. Answers with the code it ended with. */
  readonly interrupt: () => Promise<number | null>;
}

/** `archive start` as somebody runs it, on a free port, with a state folder of its own. */
export function startArchive(content: string): Promise<Started> {
  return started(({ home }) => [
    ...['src/cli/main.ts', 'start', '--content', content],
    ...['--out', join(home, 'dist'), '--today', DESK_DAY],
  ]);
}

/** `npm run dev` in the same way; the day is today. */
export function startDev(content: string): Promise<Started> {
  return started(() => ['src/cli/dev.ts', '--content', content]);
}

async function started(args: (at: { home: string }) => readonly string[]): Promise<Started> {
  const home = await mkdtemp(join(tmpdir(), 'started-'));
  const state = join(home, 'state');
  const port = await freePort();
  const child = spawn(process.execPath, args({ home }), {
    // Astro serves no page where it thinks that it is being tested.
    env: { ...process.env, VITEST: undefined, ARCHIVE_STATE: state, PORT: String(port) },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += String(chunk);
    });
  await until(() => {
    if (child.exitCode !== null) throw new Error(said);
    return said.includes('/sign-in/');
  });
  return {
    origin: `http://localhost:${port}`,
    link: /http:\/\/localhost:\d+\/sign-in\/\?code=[\w-]+/.exec(said)?.[0] ?? '',
    state,
    home,
    said: () => said,
    pid: child.pid ?? 0,
    stop: () => void child.kill(),
    interrupt: async () => {
      const ended = once(child, 'close');
      child.kill('SIGINT');
      const [code] = await ended;
      return code;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, done));
  const address = server.address();
  await new Promise<void>((done) => server.close(() => done()));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
