import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { publicTexts } from '#build/released-texts.ts';

const COUNT = 400;

test('an archive with more files than a process may open is read all the same', async () => {
  const release = await mkdtemp(join(tmpdir(), 'many-'));
  for (let at = 0; at < COUNT; at += 1) {
    await mkdir(join(release, 'contributions', `piece${at}`), { recursive: true });
    await writeFile(join(release, 'contributions', `piece${at}`, 'words.md'), `Line ${at}.\n`);
  }
  const reading = `
    const { publicTexts } = await import('#build/released-texts.ts');
    const texts = await publicTexts({ ...JSON.parse(process.argv[1]), packets: new Map(), withheld: [] });
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
  const texts = await publicTexts({ release, dist: release, packets: new Map(), withheld: [] });
  expect(texts).toContain(await readFile('src/i18n/en/site.ts', 'utf8'));
  for (const room of ['hosting', 'i18n'])
    expect(texts).not.toContain(await readFile(`src/${room}/README.md`, 'utf8'));
});

describe('what facilitators wrote', () => {
  const held = {
    title: 'The red kettle',
    group: 'Friends of the Stair',
    line: 'Up the stair she went',
  };
  const withheld = [
    { label: 'held01 title', text: held.title, isName: true as const },
    { label: 'held01 credit.name', text: held.group, isName: true as const },
    { label: 'held01 body', text: `${held.title}. ${held.line}.` },
  ];
  const publicOf = async (files: Record<string, unknown>) => {
    const release = await mkdtemp(join(tmpdir(), 'named-'));
    for (const [file, value] of Object.entries(files)) {
      await mkdir(join(release, file, '..'), { recursive: true });
      await writeFile(join(release, file), JSON.stringify(value));
    }
    return publicTexts({ release, dist: release, packets: new Map(), withheld });
  };

  test('is public word by word; what a piece or a group is called, where a name says it too', async () => {
    const texts = await publicOf({
      'exhibitions/spring.json': {
        ...{ id: 'spring', title: 'The red kettle, again', summary: held.line },
        body: [{ type: 'paragraph', children: [{ type: 'text', value: held.line }] }],
      },
      'assets/assets.json': [
        { id: 'stair', name: { en: held.group }, about: { en: held.line } },
        { id: 'up-the-stair-she-went', name: { en: held.line } },
      ],
    });
    expect(texts).toEqual(expect.arrayContaining([held.title, held.group, 'Up', 'stair']));
    expect(texts.filter((text) => text.toLowerCase().includes('the stair she'))).toEqual([]);
  });

  test('does not make a title public that stands among words, nor a sentence that stands in a name', async () => {
    const texts = await publicOf({
      'site.json': {
        name: held.line,
        tagline: { en: held.title },
        themes: [
          { id: 'a', name: { en: 'A' }, about: { en: held.group }, communityWords: [held.title] },
        ],
        support: [{ name: held.line, about: { en: held.title } }],
      },
      'responses/responses.json': [{ id: 'r', institution: 'R', more: held.title }],
      'somewhere/new.json': { name: held.title },
    });
    for (const phrase of [held.title, held.group, held.line])
      expect(texts.filter((text) => text.includes(phrase))).toEqual([]);
  });
});

test('the words of the search engine itself are public', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'engine-'));
  await mkdir(join(dist, 'pagefind'));
  const engine = gzipSync(Buffer.from('\0asm Library of a Runner'));
  await writeFile(join(dist, 'pagefind', 'wasm.unknown.pagefind'), engine);
  const texts = await publicTexts({ release: dist, dist, packets: new Map(), withheld: [] });
  expect(texts.some((text) => text.includes('Library of a Runner'))).toBe(true);
});
