import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publicTexts } from '#cli/released-texts.ts';

const COUNT = 400;

test('an archive with more files than a process may open is read all the same', async () => {
  const release = await mkdtemp(join(tmpdir(), 'many-'));
  for (let at = 0; at < COUNT; at += 1) {
    await mkdir(join(release, `piece${at}`));
    await writeFile(join(release, `piece${at}`, 'words.md'), `Line ${at}.\n`);
  }
  const reading = `
    const { publicTexts } = await import('#cli/released-texts.ts');
    const texts = await publicTexts({ ...JSON.parse(process.argv[1]), packets: new Map() });
    console.log(texts.filter((text) => text.startsWith('Line ')).length);`;
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', 'ulimit -n 128; exec "$@"', '-', process.execPath, '--input-type=module']
      .concat('-e', reading)
      .concat(JSON.stringify({ release, dist: release })),
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout.trim()).toBe(String(COUNT));
});

test('what the program says of itself to its keepers is on no page, so it is not public', async () => {
  const release = await mkdtemp(join(tmpdir(), 'none-'));
  const texts = await publicTexts({ release, dist: release, packets: new Map() });
  expect(texts).toContain(await readFile('src/i18n/en.ts', 'utf8'));
  for (const room of ['deploy', 'i18n'])
    expect(texts).not.toContain(await readFile(`src/${room}/README.md`, 'utf8'));
});
