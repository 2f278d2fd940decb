import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isTakenForOurs } from '#build/astro-build.ts';
import { archive } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

test.each([
  ['/srv/archive-site', true],
  ['/srv/archive-site/.dist.next', true],
  ['/srv/archive.new', true],
  ['/srv/archive', false],
  ['/srv/archive/dist', false],
  ['/srv/site', false],
  ['/srv/arch', false],
])(
  'a folder whose path begins like that of the program is told from one within it: %s',
  (out, is) => {
    expect(isTakenForOurs(out, '/srv/archive')).toBe(is);
  },
);

// One whole build more, which `npm test` has no time for.
test.runIf(process.env['PROVE'])(
  'a site is built into a folder beside the program’s own',
  async () => {
    const beside = await mkdtemp(`${process.cwd()}-site-`);
    onTestFinished(() => rm(beside, { recursive: true, force: true }));
    const { content, story } = await smallArchive();
    await story('abcdef', openRecord());
    const ran = await archive(['build', '--content', content, '--out', join(beside, 'dist')], {
      ARCHIVE_STATE: join(content, '..', 'state'),
    });
    expect(ran.out).toContain('Proved:');
    expect(ran.exit).toBe(0);
    expect(existsSync(join(beside, 'dist', 'index.html'))).toBe(true);
    expect(existsSync('.archive/drawn')).toBe(false);
  },
);
