import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Document } from 'yaml';
import { mediaFolder } from '#media/store.ts';
import { approve } from '#cli/approve.ts';
import { check } from '#cli/check.ts';
import { editRecord } from '#repository/edit-record.ts';
import { withdraw } from '#withdrawal/withdraw.ts';
import { admit } from '#release/admit.ts';
import { readContent } from '#repository/read-content.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';

/** Changes a record with this front matter; answers what the front matter is then. */
async function edited(matter: string, change: (record: Document) => void): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'record-')), 'story.md');
  await writeFile(file, `---\n${matter}---\nWords with *r and &r.\n`);
  await editRecord(file, change);
  const text = await readFile(file, 'utf8');
  expect(text.endsWith('---\nWords with *r and &r.\n')).toBe(true);
  return text.slice('---\n'.length, -'---\nWords with *r and &r.\n'.length);
}

const nothing = (): void => undefined;
const set =
  (path: readonly (string | number)[], value: unknown) =>
  (record: Document): void =>
    record.setIn(path, value);

describe('a record with aliases', () => {
  test('each alias becomes a copy of its own; comments, order and the rest stay', async () => {
    const matter = `# who said yes
title: Bread # not cake
consents:
  # the maker
  - &r { person: p1, grants: { web: [ words ] } }
  # somebody else, the same
  - *r # for now
unasked: 'quoted'
`;
    expect(await edited(matter, set(['consents', 1, 'person'], 'p2'))).toBe(`# who said yes
title: Bread # not cake
consents:
  # the maker
  - { person: p1, grants: { web: [ words ] } }
  # somebody else, the same
  - { person: p2, grants: { web: [ words ] } } # for now
unasked: 'quoted'
`);
  });

  test('of a block, of one value, of a key, and one within another', async () => {
    const matter = `a: &a
  x: &x one
  y: *x
b: *a
c: [*x, *a]
*x : two
`;
    expect(await edited(matter, set(['b', 'x'], 'changed'))).toBe(`a:
  x: one
  y: one
b:
  x: changed
  y: one
c: [ one, { x: one, y: one } ]
one: two
`);
  });

  test('a name that is used again means the last one before it', async () => {
    const matter = `- &a [&b 1, *b]
- &b 2
- *a
- *b
`;
    expect(await edited(matter, nothing)).toBe('- [ 1, 1 ]\n- 2\n- [ 1, 1 ]\n- 2\n');
  });

  test.each([
    ['that holds itself', 'a: &a\n  b: *a\n'],
    ['that leads to nothing', 'a: *b\n'],
    [
      'that grows too much',
      `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcde'].map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcd'[at]}`).join(', ')}]\n`).join('')}`,
    ],
  ])('%s is refused, and nothing is changed', async (_, matter) => {
    const file = join(await mkdtemp(join(tmpdir(), 'record-')), 'story.md');
    await writeFile(file, `---\n${matter}---\n`);
    await expect(editRecord(file, nothing)).rejects.toMatchObject({
      fault: 'record-not-editable',
    });
    expect(await readFile(file, 'utf8')).toBe(`---\n${matter}---\n`);
  });

  test('a name nobody refers to stays as it is written', async () => {
    const matter = 'a: &a one\nb: two\n';
    expect(await edited(matter, set(['b'], 'three'))).toBe('a: &a one\nb: three\n');
  });
});

describe('consents written with an alias', () => {
  let archive: Awaited<ReturnType<typeof smallArchive>>;
  let content: string;
  const NAMES = ['bread01', 'bread02', 'bread03'];

  beforeEach(async () => {
    archive = await smallArchive();
    ({ content } = archive);
    process.env['ARCHIVE_STATE'] = join(content, '..', 'state');
    for (const id of NAMES) await archive.story(id, openRecord());
    const aliased = `---
title: Bread on a Friday
language: en
kind: story
credit: { as: anonymous }
review: { outcome: cleared, on: 2026-06-14 }
hold: false
published_on: 2026-06-20
consents:
  - &r { person: p1, interest: contributor, state: given, given_on: 2026-06-01, expires_on: 2031-06-01, information_sheet: v1, language: en, method: paper, age_band: adult, grants: { web: [words], search: [words] } }
  - *r
---
We baked.
`;
    await archive.write('stories/bread02/story.md', aliased);
  });

  const shown = async (): Promise<readonly string[]> => {
    const read = await readContent({ root: content, store: mediaFolder(content) });
    expect(read.problems).toEqual([]);
    const held = read.archive?.contributions ?? [];
    return held.filter((each) => admit(each, DAY).open.has('words')).map(({ id }) => id);
  };

  test('are approved, and a use is taken back', async () => {
    expect((await check({ content, day: DAY })).exit).toBe(0);
    expect((await approve({ content, ids: 'all' })).exit).toBe(0);
    expect(await shown()).toEqual(NAMES);
    expect((await withdraw({ content, id: 'bread02', use: 'web', day: DAY })).kind).toBe(
      'withdrawn',
    );
    expect(await shown()).toEqual(['bread01', 'bread03']);
  });

  test('a record that cannot be written is named, and the others are approved', async () => {
    await mkdir(join(content, 'stories', 'bread02', 'story.md.new'));
    const done = await approve({ content, ids: 'all' });
    expect(done.exit).toBe(1);
    expect(done.lines.filter((line) => line.startsWith('stories/bread02'))).toHaveLength(1);
    expect(done.lines.join('\n')).not.toContain(content);
    expect(await shown()).toEqual(['bread01', 'bread03']);
  });

  test('no content folder is no success', async () => {
    for (const folder of ['nowhere', 'settings.yaml']) {
      const done = await approve({ content: join(content, folder), ids: 'all' });
      expect([done.exit, done.lines.join()]).toEqual([
        1,
        expect.stringContaining('There is no such content folder'),
      ]);
    }
    const empty = await mkdtemp(join(tmpdir(), 'empty-'));
    expect((await approve({ content: empty, ids: 'all' })).exit).toBe(0);
  });
});
