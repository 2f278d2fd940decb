import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HeldContribution } from '#repository/archive.ts';
import { unknownFiles } from '#repository/unknown-files.ts';
import { held } from '#support/held.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'unknown-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Makes each file; a name that ends in a slash is an empty folder. */
async function make(...files: readonly string[]): Promise<void> {
  for (const file of files) {
    await mkdir(join(root, file.endsWith('/') ? file : dirname(file)), { recursive: true });
    if (!file.endsWith('/')) await writeFile(join(root, file), 'x');
  }
}
const told = async (contributions: readonly HeldContribution[] = []) =>
  (await unknownFiles(root, contributions)).map(({ file }) => file);

const NO_FOLDER = 'The archive does not know this folder, so nothing in it is read or published.';
const NO_FILE = 'The archive does not know this file, so it is not read or published.';
const SLIP =
  'Look for a slip in its name, or take it away. The folders are: stories, exhibitions, pages, responses, themes, places, series, priorities, assets, withdrawn, spoken.';
const called = (folder: string, name: string) =>
  `Every record of this folder is called ${folder}/${name}. Give it such a name, or take it away.`;

describe('of what stands in the content folder', () => {
  test('everything the archive reads, and what any repository has, is known', async () => {
    await make(
      ...['settings.yaml', 'archive-id', 'README.md', 'LICENSE', 'licence.txt', '.gitignore'],
      ...['CONTRIBUTING.md', 'changelog', 'themes/care.yaml', 'places/southall.yml'],
      ...['series/kitchen.yaml', 'priorities/warm.yaml', 'assets/hall.yaml', 'withdrawn/a1.yaml'],
      ...['responses/one.md', 'pages/about.mdx', 'exhibitions/spring/index.mdx', 'stories/'],
      ...['.git/config', 'themes/.DS_Store', 'exhibitions/.keep', 'exhibitions/spring/.keep'],
    );
    expect(await told()).toEqual([]);
  });

  test('a folder or a file with a slip in its name is told, with the names there are', async () => {
    await make('storys/abc123/story.md', 'setings.yaml');
    expect(await unknownFiles(root, [])).toEqual([
      { file: 'storys/', rule: 'unknown-file', what: NO_FOLDER, next: SLIP },
      { file: 'setings.yaml', rule: 'unknown-file', what: NO_FILE, next: SLIP },
    ]);
  });

  test('a file that is only called something like a known one is told', async () => {
    const names = ['README.md.bak', 'my-readme.md', 'settings.yaml.old', 'the archive-id', 'x.md'];
    await make(...names, 'archive-id2', 'constructor/');
    expect([...(await told())].sort()).toEqual([...names, 'archive-id2', 'constructor/'].sort());
  });
});

describe('of what stands in a folder of records', () => {
  test.each([
    ['themes', 'ID.yaml', ['care.yaml.old', 'care.txt', 'yaml']],
    ['responses', 'ID.md', ['one.mdx', 'one.md.old', 'md']],
    ['pages', 'ID.mdx', ['about.md', 'about.mdx.old']],
  ])('%s, each other file and folder is told with what a record is called', async (...row) => {
    const [folder, name, files] = row;
    await make(...files.map((file) => `${folder}/${file}`), `${folder}/deeper/care.yaml`);
    const next = called(folder, name);
    const found = await unknownFiles(root, []);
    expect(found).toEqual([
      { file: `${folder}/deeper/`, rule: 'unknown-file', what: NO_FOLDER, next },
      ...[...files].sort().map((file) => ({
        ...{ file: `${folder}/${file}`, rule: 'unknown-file', what: NO_FILE, next },
      })),
    ]);
  });

  test('exhibitions, what lies beside their folders and beside their text is told', async () => {
    await make('exhibitions/loose.mdx', 'exhibitions/spring/index.mdx');
    await make('exhibitions/spring/notes.txt', 'exhibitions/spring/pictures/a.jpg');
    const next = called('exhibitions', 'ID/index.mdx');
    const file = { rule: 'unknown-file', what: NO_FILE, next };
    expect(await unknownFiles(root, [])).toEqual([
      { ...file, file: 'exhibitions/loose.mdx' },
      { ...file, file: 'exhibitions/spring/pictures/', what: NO_FOLDER },
      { ...file, file: 'exhibitions/spring/notes.txt' },
    ]);
  });

  test('stories, nothing is said of loose files here: that stops the reading by itself', async () => {
    await make('stories/loose.md', 'stories/abc123/left.jpg');
    expect(await told()).toEqual([]);
  });
});

describe('of what lies beside a story', () => {
  const safe = { file: 'f1-safe.jpg' };
  const piece = held({
    photos: [{ id: 'f1', file: 'f1.jpg', alt: 'A table', safe }],
    voice: { id: 'v1', file: 'caf\u00e9.wav', transcript: 'v1.vtt' },
  });
  const at = 'stories/told01';

  test('what its record names is known, in either way of writing a letter', async () => {
    await make(`${at}/story.md`, `${at}/f1.jpg`, `${at}/f1-safe.jpg`, `${at}/v1.vtt`);
    await make(`${at}/cafe\u0301.wav`, `${at}/.hidden`);
    expect(await told([piece])).toEqual([]);
  });

  test('what it does not name is counted and not named, for a name may be a person’s', async () => {
    await make(`${at}/story.md`, `${at}/f1.jpg`, `${at}/Maria Ward.jpg`);
    const one = {
      ...{ file: 'stories/told01/', rule: 'unknown-file' },
      what: '1 thing here is named by no part of the record, so nothing of it is published.',
      next: 'Name it in the record, or take it away: what nobody needs should not be kept.',
    };
    expect(await unknownFiles(root, [piece])).toEqual([one]);
    await make(`${at}/Her house/a.jpg`, `${at}/Her school/`);
    expect(await unknownFiles(root, [piece])).toEqual([
      {
        ...one,
        what: '3 things here are named by no part of the record, so nothing of it is published.',
      },
    ]);
  });
});
