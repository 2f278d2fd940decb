import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

const MAIN = new URL('../../src/cli/main.ts', import.meta.url);

/** Runs the real command as a process of its own, as `npm run archive -- …` does. */
export function archiveProcess(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['src/cli/main.ts', ...args], {
      env: { ...process.env, ...env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ exit: code ?? -1, out, err }));
  });
}

let before: Promise<unknown> = Promise.resolve();

/**
 * The same command line read and done by the same `main.ts`, in this process: what a command writes,
 * where, and how it ends are caught, without a Node started for each. One at a time, in the order
 * they were asked for; what must run beside something else, or be killed, is `archiveProcess`.
 */
export function archive(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const ran = before.then(() => here(args, env));
  before = ran.catch(() => undefined);
  return ran;
}

let runs = 0;

async function here(args: readonly string[], env: Record<string, string>): Promise<Ran> {
  const was = { argv: process.argv, env: { ...process.env }, exitCode: process.exitCode };
  const [out, err] = [caught(process.stdout), caught(process.stderr)];
  Object.assign(process.env, env);
  process.argv = [process.execPath, fileURLToPath(MAIN), ...args];
  process.exitCode = undefined;
  try {
    runs += 1;
    // Another address each time, so that the file is run from its beginning; what it opens is not.
    await import(/* @vite-ignore */ `${MAIN.href}?run=${runs}`);
    return { exit: Number(process.exitCode ?? 0), out: out.text(), err: err.text() };
  } finally {
    for (const { letGo } of [out, err]) letGo();
    process.argv = was.argv;
    process.exitCode = was.exitCode;
    for (const name of Object.keys(env))
      if (was.env[name] === undefined) delete process.env[name];
      else process.env[name] = was.env[name];
  }
}

function caught(stream: NodeJS.WriteStream): { text: () => string; letGo: () => void } {
  const { write } = stream;
  let text = '';
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    for (const each of rest) if (typeof each === 'function') each();
    return true;
  };
  return {
    text: () => text,
    letGo: () => {
      stream.write = write;
    },
  };
}
