import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { fromEditor, toEditor } from '#server/cms/editor-form.ts';
import { NotDone } from '#server/not-done.ts';
import { lastKnown } from '#records/last-known.ts';
import { MANIFEST_LIMITS, RECORD_LIMITS, isWithin } from '#records/limits.ts';
import { editFrontMatter } from '#repository/edit-front-matter.ts';
import { readContent } from '#repository/read-content.ts';
import { smallArchive } from '#support/small-archive.ts';

const keys = (count: number) => Array.from({ length: count }, (_, at) => `k${at}: v\n`).join('');
const HEAD = 'title: a\nlanguage: en\nkind: story\n';

/** Each took minutes, or ended the reader, when it was let as far as the YAML library. */
const TOO_MUCH: readonly (readonly [string, string])[] = [
  ['20,000 keys', `${HEAD}${keys(20_000)}`],
  ['200,000 keys', `${HEAD}${keys(200_000)}`],
  [
    '200,000 keys as JSON',
    `{${Array.from({ length: 200_000 }, (_, at) => `"k${at}":1`).join(',')}}\n`,
  ],
  ['a list of a million entries', `${HEAD}themes: [${'a,'.repeat(1_000_000)}a]\n`],
  ['lists 100,000 deep', `${HEAD}themes: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`],
  ['lists 100,000 deep on one line', `${HEAD}themes:\n  ${'- '.repeat(100_000)}a\n`],
  ['groups 20 deep', `${HEAD}credit: ${'{a: '.repeat(20)}1${'}'.repeat(20)}\n`],
  ['three million letters', `${HEAD}summary: ${'a'.repeat(3_000_000)}\n`],
];

/** All but what the YAML reader may well read, and the schema refuses. */
const UNREAD = TOO_MUCH.filter(([name]) => name !== 'groups 20 deep');

const ALIASES = `${HEAD}a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [${'*a,'.repeat(9)}*a]\nc: &c [${'*b,'.repeat(9)}*b]\nd: [${'*c,'.repeat(9)}*c]\n`;

const stop = new Set<string>();
afterAll(async () => {
  for (const folder of stop) await rm(folder, { recursive: true, force: true });
});

const problemsOf = async (record: string) => {
  const { content, write } = await smallArchive();
  stop.add(join(content, '..'));
  await write('stories/abcdef/story.md', `---\n${record}---\nWords.\n`);
  const read = await readContent({ root: content, store: mediaFolder(content) });
  expect(read.archive).toBe(undefined);
  return read.problems.map(({ file, rule }) => `${file} ${rule}`);
};

describe('a record made to hang whoever reads it', () => {
  test.each(TOO_MUCH)('%s: told as too much, by its file', async (_name, record) => {
    expect(await problemsOf(record)).toContain('stories/abcdef/story.md too-much');
  });

  test.each(UNREAD)('%s: still to be taken down, and not edited', (_name, record) => {
    const text = `---\n${record}---\nWords.\n`;
    expect(lastKnown(text).onWithdrawal).toBe('notice');
    expect(editFrontMatter(text, () => undefined)).toBe(undefined);
    expect(toEditor(text, 'a'.repeat(40), 'content/stories/abcdef/story.md')).toBe('');
  });

  test('sent to the desk as a form: refused before it is looked into', () => {
    let deep: unknown = 1;
    for (let at = 0; at < 1_000; at += 1) deep = [deep];
    const many = Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`k${at}`, 1]));
    for (const record of [many, { deep }, { themes: Array.from({ length: 1_000_000 }, () => 'a') }])
      expect(() => fromEditor(JSON.stringify({ record, words: '' }))).toThrow(NotDone);
    const deepest = `{"record":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}},"words":""}`;
    expect(() => fromEditor(deepest)).toThrow(NotDone);
  });

  test('names that stand for names that stand for names', async () => {
    expect((await problemsOf(ALIASES)).join()).toMatch(/not-yaml|too-much/);
  });

  test('a title of 30,000 spaces, or one too long for a line', async () => {
    const spaces = `title: "${' '.repeat(30_000)}"\nlanguage: en\nkind: story\n`;
    expect(await problemsOf(spaces)).toContain('stories/abcdef/story.md not-allowed');
    const long = `title: "a${' '.repeat(30_000)}b"\nlanguage: en\nkind: story\n`;
    expect(await problemsOf(long)).toContain('stories/abcdef/story.md not-allowed');
  });

  test('a key that stands twice is still told, with its line', async () => {
    const { content, write } = await smallArchive();
    await write('themes/a.yaml', 'name: a\nabout: b\nname: c\n');
    const { problems } = await readContent({ root: content, store: mediaFolder(content) });
    expect(problems).toMatchObject([{ rule: 'not-yaml', field: 'line 3' }]);
  });
});

test('what is within the limits is taken: as many values as a record may hold, and a whole manifest', () => {
  const at = { list: Array.from({ length: RECORD_LIMITS.values - 1 }, () => 1) };
  expect(isWithin(at, RECORD_LIMITS)).toBe(true);
  expect(isWithin({ ...at, one: 1 }, RECORD_LIMITS)).toBe(false);
  const manifest = {
    entries: Array.from({ length: 100_000 }, () => ({ path: 'a', kind: 'story' })),
  };
  expect(isWithin(manifest, MANIFEST_LIMITS)).toBe(true);
});
