import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { prove } from '#withdrawal/history/prove.ts';
import type { Wanted } from '#withdrawal/history/wanted.ts';

const NONE: ReadonlySet<string> = new Set();
const wanted: Wanted = {
  id: 'seeds01',
  runs: new Set(['one two three four five six']),
  phrases: NONE,
  files: NONE,
  addresses: NONE,
  paths: NONE,
};
let home: string;
let repository: string;

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=d@e.org', ...args], {
    cwd: repository,
    encoding: 'utf8',
  });

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'prove-'));
  repository = home;
  git('init', '-q', '-b', 'main', 'repository');
  repository = join(home, 'repository');
  await writeFile(join(repository, 'a.txt'), 'Nothing of it.\n');
  git('add', '-A');
  git('commit', '-qm', 'Begin');
});

const proof = (of: Wanted = wanted) =>
  prove({ repository, clone: join(home, 'clone.git'), wanted: of });

test('a clean repository passes, and every control was found', async () => {
  expect(await proof()).toMatchObject({
    verdict: 'passed',
    controls: { planted: 4, found: 4 },
    refs: 1,
  });
  expect(existsSync(join(home, 'clone.git'))).toBe(false);
});

test('a text in two bytes a letter, a message and a branch are found', async () => {
  const wide = Buffer.from('one two three, four five six', 'utf16le');
  await writeFile(join(repository, 'wide.txt'), wide);
  git('add', '-A');
  git('commit', '-qm', 'About seeds01');
  git('branch', 'draft-seeds01');
  const { verdict, findings } = await proof();
  expect(verdict).toBe('found');
  expect(findings.map((each) => each.replace(/ [0-9a-f]{40}$/, '')).toSorted()).toEqual([
    'blob',
    'commit',
    'the name of a ref',
  ]);
});

test('a search that misses its control proves nothing', async () => {
  const { verdict } = await proof({ ...wanted, runs: new Set(['Never Folded Like This At All']) });
  expect(verdict).toBe('void');
});
