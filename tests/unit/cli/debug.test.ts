import { writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { archive } from '#support/run-archive.ts';
import { smallArchive } from '#support/small-archive.ts';

/** A state folder whose place is taken by a file: nothing that writes there can go on. */
let env: { readonly ARCHIVE_STATE: string };
let content: string;

beforeAll(async () => {
  ({ content } = await smallArchive());
  const home = await mkdtemp(join(tmpdir(), 'debug-'));
  await writeFile(join(home, 'taken'), '');
  env = { ARCHIVE_STATE: join(home, 'taken', 'state') };
});

const PLACE = /^ {4}at .+:\d+:\d+\)?$/m;

describe('a command that fails in a way that nobody foresaw', () => {
  test('says so in one line, without places in the program', async () => {
    const ran = await archive(['hide', 'bread01', '--content', content], env);
    expect(ran.exit).toBe(1);
    expect(ran.err.trim().split('\n')).toHaveLength(1);
    expect(ran.out + ran.err).not.toMatch(PLACE);
  });

  test('shows the places on stderr alone with ARCHIVE_DEBUG=1', async () => {
    const asked = ['hide', 'bread01', '--content', content, '--json'];
    const ran = await archive(asked, { ...env, ARCHIVE_DEBUG: '1' });
    expect(ran.exit).toBe(1);
    expect(ran.err).toMatch(PLACE);
    expect(ran.err).toContain('src/');
    expect(ran.out).not.toMatch(/\bat \S+:\d+:\d+/);
    expect(JSON.parse(ran.out)).toMatchObject({ ok: false });
  });
});
