import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { findRepository } from '#repository/open-repository.ts';
import { countGit } from '#support/count-git.ts';
import { openRecord } from '#support/small-archive.ts';
import { type SmallDesk, saving, smallDesk } from '#support/small-desk.ts';

/** Counts real processes of real git, because each costs more than all that is read through it. */
const started = countGit();
const named = () => started().map(({ args }) => args.split(' ')[0]);

const FOLDERS = 20;
const idOf = (number: number) => `piece${String(number).padStart(2, '0')}`;
const pathOf = (id: string) => `content/stories/${id}/story.md`;
const text = `---\n${stringify(openRecord({ published_on: undefined }))}---\nWe baked.\n`;
let desk: SmallDesk;

beforeAll(async () => {
  desk = await smallDesk(async (archive) => {
    for (let number = 1; number <= FOLDERS; number += 1)
      await archive.story(idOf(number), openRecord());
  });
  await desk.cms('persistEntry', saving(pathOf('bread01'), text));
});

/** So many drafts more, all of them like the one that was saved. */
function addDrafts(from: number, to: number): void {
  const refs = [];
  for (let number = from; number <= to; number += 1)
    for (const ref of ['refs/heads/cms/', 'refs/archive/workflow/'])
      refs.push(`${ref}stories/bread01:${ref}stories/more${number}`);
  if (refs.length > 0) desk.git('push', '-q', '.', ...refs);
}

test('a plain name of a branch is one without a question, and what is no name is refused', async () => {
  const at = (branch: string) =>
    findRepository({ content: desk.content, branch, scratch: desk.folder });
  started();
  for (const branch of ['archive', 'desk-2']) expect(await at(branch)).toBeDefined();
  expect(named()).toEqual(['rev-parse', 'rev-parse']);
  expect(await at('desk/two')).toBeDefined();
  for (const branch of ['two..dots', 'a space', 'ends.lock', 'a~b', ''])
    await expect(at(branch), branch).rejects.toMatchObject({ fault: 'not-a-branch' });
});

describe('the processes of git', () => {
  test('what the desk reads is read through the one that is there', async () => {
    const reads = [
      ['entriesByFolder', { folder: 'content/stories', extension: 'md', depth: 2 }],
      ['getEntry', { path: pathOf(idOf(1)) }],
      ['unpublishedEntryDataFile', { id: 'stories/bread01', path: pathOf('bread01') }],
    ] as const;
    for (const [action, params] of reads)
      expect((await desk.cms(action, params)).status, action).toBe(200);
    started();
    for (const [action, params] of reads) await desk.cms(action, params);
    expect(named()).toEqual([]);
  });

  test('a draft is compared with what is published by one process, and after that by none', async () => {
    started();
    await desk.cms('unpublishedEntry', { id: 'stories/bread01' });
    expect(named()).toEqual(['merge-base']);
    await desk.cms('unpublishedEntry', { id: 'stories/bread01' });
    expect(named()).toEqual([]);
  });

  test('a save starts those that write, its text once, and none that reads', async () => {
    started();
    await desk.cms('persistEntry', saving(pathOf('bread02'), text));
    expect(named().toSorted()).toEqual([
      'commit-tree',
      'hash-object',
      'hash-object',
      'read-tree',
      'update-index',
      'update-ref',
      'write-tree',
    ]);
  });

  test('fifty drafts are listed by as many processes as one', async () => {
    const counts: number[] = [];
    for (const [from, to] of [
      [1, 0],
      [1, 10],
      [11, 50],
    ] as const) {
      addDrafts(from, to);
      started();
      const { body } = await desk.cms('unpublishedEntries');
      expect(body.length).toBeGreaterThan(to);
      counts.push(named().length);
    }
    expect(counts).toEqual([1, 1, 1]);
  });

  test('a start looks through twenty folders of the store with as many processes as through none', async () => {
    started();
    await desk.again();
    const without = named();
    for (let number = 1; number <= FOLDERS; number += 1) {
      const folder = join(desk.media, idOf(number));
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'f1.jpg'), 'a picture');
    }
    started();
    await desk.again();
    expect(named()).toEqual(without);
    expect(without.length).toBeLessThan(4);
  });
});
