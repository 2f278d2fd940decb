import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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

test('what facilitators called an exhibition or a place is public, and no other run of their words', async () => {
  const release = await mkdtemp(join(tmpdir(), 'named-'));
  await mkdir(join(release, 'exhibitions'));
  await mkdir(join(release, 'assets'));
  const matter = { id: 'spring', title: 'The red kettle', summary: 'About a red kettle.' };
  await writeFile(
    join(release, 'exhibitions', 'spring.mdx'),
    `---\n${JSON.stringify(matter, null, 1)}\n---\n\nOnce there was a red kettle.\n`,
  );
  const place = { id: 'stair', name: { en: 'A stair of tea' }, about: { en: 'Up the stair.' } };
  await writeFile(join(release, 'assets', 'assets.json'), JSON.stringify([place]));
  const texts = await publicTexts({ release, dist: release, packets: new Map() });
  expect(texts).toEqual(expect.arrayContaining(['The red kettle', 'A stair of tea', 'Once']));
  for (const phrase of ['About a red kettle', 'Once there was', 'Up the stair'])
    expect(texts.filter((text) => text.includes(phrase))).toEqual([]);
});

test('the words of the search engine itself are public', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'engine-'));
  await mkdir(join(dist, 'pagefind'));
  const engine = gzipSync(Buffer.from('\0asm Library of a Runner'));
  await writeFile(join(dist, 'pagefind', 'wasm.unknown.pagefind'), engine);
  const texts = await publicTexts({ release: dist, dist, packets: new Map() });
  expect(texts.some((text) => text.includes('Library of a Runner'))).toBe(true);
});
