import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { stateOf } from '#state/state.ts';
import { archive } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

// One whole build more, which `npm test` has no time for.
test.runIf(process.env['PROVE'])(
  'a site is built into a folder beside the program’s own',
  async () => {
    const beside = await mkdtemp(`${process.cwd()}-site-`);
    onTestFinished(() => rm(beside, { recursive: true, force: true }));
    const { content, story } = await smallArchive();
    await story('abcdef', openRecord());
    process.env['ARCHIVE_STATE'] = join(content, '..', 'state');
    const ran = await archive(['build', '--content', content, '--out', join(beside, 'dist')]);
    expect(ran.out).toContain('Proved:');
    expect(ran.exit).toBe(0);
    expect(existsSync(join(beside, 'dist', 'index.html'))).toBe(true);
    expect(existsSync(stateOf(content).drawing)).toBe(false);
  },
);
