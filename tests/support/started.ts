import { spawn } from 'node:child_process';
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
  readonly stop: () => void;
}

/** `archive start` as somebody runs it, on a free port, with a state folder of its own. */
export async function startArchive(content: string): Promise<Started> {
  const home = await mkdtemp(join(tmpdir(), 'started-'));
  const [state, out] = [join(home, 'state'), join(home, 'dist')];
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['src/cli/main.ts', 'start', '--content', content, '--out', out, '--today', DESK_DAY],
    { env: { ...process.env, ARCHIVE_STATE: state, PORT: String(port) } },
  );
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
    stop: () => void child.kill(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, done));
  const address = server.address();
  await new Promise<void>((done) => server.close(() => done()));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
