import { type ChildProcess, spawn } from 'node:child_process';
import { signingIn } from './small-desk.ts';

/** The archive in a process of its own, with somebody signed in at the desk, to be killed at any moment. */
export interface KilledDesk {
  readonly child: ChildProcess;
  readonly origin: string;
  /** Of a facilitator. */
  readonly cookie: string;
}

export const cookieIn = (answer: Response): string =>
  (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

/** Starts it over `content`, with the site that lies in `first`. */
export async function startDesk(content: string, first: string): Promise<KilledDesk> {
  const child = spawn(process.execPath, ['tests/support/desk-child.ts', content, first], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const line = await new Promise<string>((done, fail) => {
    child.stdout.once('data', (chunk) => done(String(chunk)));
    child.once('exit', () => fail(new Error('The desk did not start.')));
  });
  const { port, code } = JSON.parse(line) as { port: number; code: string };
  const origin = `http://localhost:${port}`;
  return { child, origin, cookie: cookieIn(await fetch(signingIn(origin, code))) };
}

/** The whole group, so that git, a build and what cleans files die with it, wherever they are. */
export function killDesk(child: ChildProcess | undefined): void {
  if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
}
