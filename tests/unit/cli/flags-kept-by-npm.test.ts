import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { archive } from '#support/run-archive.ts';

let content: string;
let state: string;

beforeEach(async () => {
  const home = await mkdtemp(join(tmpdir(), 'kept-flags-'));
  [content, state] = [join(home, 'content'), join(home, 'state')];
  await mkdir(content);
  await writeFile(join(content, 'settings.yaml'), 'name: Ours\n');
});

/** As npm runs it: what it kept stands in the environment, and the rest came through. */
const asNpm = (script: string, args: readonly string[], kept: Record<string, string>) =>
  archive([...args], {
    ARCHIVE_STATE: state,
    npm_lifecycle_event: script,
    npm_config_user_agent: 'npm/10.8.2 node/v20.20.2 linux x64',
    npm_config_allow_scripts: '',
    ...Object.fromEntries(
      Object.entries(kept).map(([name, value]) => [`npm_config_${name}`, value]),
    ),
  });

describe('what npm kept for itself is noticed, and nothing is done', () => {
  test.each([
    ['hide ID --undo does not hide', ['hide', 'abc123'], { undo: 'true' }, 'hide abc123 --undo'],
    [
      'hide ID --no-trace leaves no trace',
      ['hide', 'abc123'],
      { trace: '' },
      'hide abc123 --no-trace',
    ],
    [
      'withdraw ID --part f1 does not withdraw the whole',
      ['withdraw', 'abc123', 'f1'],
      { part: 'true' },
      'withdraw abc123 f1 --part …',
    ],
    ['report --json, which npm knows too', ['report'], { json: 'true' }, 'report --json'],
    [
      'a flag that npm took for the beginning of one of its own',
      ['never-again', 'abc123'],
      { allow_same_version: 'true' },
      'never-again abc123 --allow …',
    ],
  ] as const)('%s', async (_, args, kept, right) => {
    const ran = await asNpm('archive', args, kept);
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('npm run archive -- ');
    expect(ran.err).toContain(right);
    expect(existsSync(state)).toBe(false);
  });

  test('also for npm run build and npm start', async () => {
    const built = await asNpm('build', ['build', '--out', 'dist', 'x'], { out: 'true' });
    expect(built.err).toContain('npm run build -- x --out …');
    const started = await asNpm('start', ['start'], { content: 'true' });
    expect(started.err).toContain('npm start -- --content …');
    expect([built.exit, started.exit]).toEqual([2, 2]);
  });

  test('and what was typed is not said again where it may be a name or a number', async () => {
    const ran = await asNpm('archive', ['person', 'abc123', 'p1', '07700 900123'], {
      contact: 'true',
    });
    expect(ran.err).toContain('person abc123 p1 … --contact …');
    expect(ran.err).not.toContain('07700');
  });
});

test('what npm says to every script, and its own settings, stand in nobody’s way', async () => {
  const ran = await asNpm('archive', ['check', '--content', content], {
    yes: 'true',
    loglevel: 'silent',
    local_prefix: '/somewhere',
    registry: 'https://registry.npmjs.org/',
    allow_scripts: '',
  });
  expect(ran.exit).toBe(0);
});
