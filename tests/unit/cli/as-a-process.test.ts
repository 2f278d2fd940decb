import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { archive, archiveProcess } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

/** Most tests run a command in their own process: here the same lines are run as somebody types them. */
const TODAY = ['--today', '2026-11-22'];
const DONE: readonly (readonly [string, number, readonly string[]])[] = [
  ['done', 0, ['report', ...TODAY]],
  ['done, as JSON', 0, ['check', ...TODAY, '--json']],
  ['problems', 1, ['withdraw', 'never01', ...TODAY, '--no-build']],
  ['used wrongly', 2, ['approve']],
  ['used wrongly, as JSON', 2, ['check', '--today', '2026-02-30', '--json']],
  ['a command that is none', 2, ['publish']],
];
let content: string;
let env: Record<string, string>;

beforeAll(async () => {
  const made = await smallArchive();
  ({ content } = made);
  env = { ARCHIVE_STATE: join(await mkdtemp(join(tmpdir(), 'process-')), 'state') };
  await made.story('bread01', openRecord());
  await archive(['approve', '--all', '--content', content], env);
});

describe('a command says and ends the same in a process of its own', () => {
  test.each(DONE)('%s: exit %i', async (_name, exit, args) => {
    const line = [...args, '--content', content];
    const alone = await archiveProcess(line, env);
    expect(alone).toEqual(await archive(line, env));
    expect(alone.exit).toBe(exit);
    expect(alone.out + alone.err).not.toBe('');
  });
});

describe('where whoever reads the answer stops before its end', () => {
  test.each([
    ['the answer', ['report', ...TODAY], 0],
    ['the help', ['--help'], 0],
    ['what is wrong', ['withdraw', 'never01', ...TODAY, '--no-build'], 1],
  ] as const)('%s is cut off, and the command ends as it would have', async (_what, args, exit) => {
    const line = args.length === 1 ? args : [...args, '--content', content];
    const child = spawn(process.execPath, ['src/cli/main.ts', ...line], {
      env: { ...process.env, ...env },
    });
    // Closed before the program has begun, so that its first word finds nobody.
    child.stdout.destroy();
    let told = '';
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });
    const [code] = await once(child, 'close');
    expect([code, told]).toEqual([exit, '']);
  });

  test('one process listens once, however often a command is read in it', async () => {
    await archive(['--help']);
    const before = [process.stdout, process.stderr].map((each) => each.listenerCount('error'));
    await archive(['--help']);
    await archive(['approve', '--help']);
    expect([process.stdout, process.stderr].map((each) => each.listenerCount('error'))).toEqual(
      before,
    );
  });
});
