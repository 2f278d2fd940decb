import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileDigest, isLinked, list, nameOnDisk, readText } from '#repository/content-files.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const linked = (file: string) => ({
  ...{ file, rule: 'symbolic-link' },
  what: 'This is a link to another place, and the archive does not follow links.',
  next: 'Put the file itself here.',
});

describe('the files of the content folder', () => {
  test('are listed by name, without hidden ones, and links are told and not followed', async () => {
    for (const name of ['b.md', 'a.md', 'c.md', '.hidden', 'ends.'])
      await writeFile(join(home, name), 'x');
    for (const name of ['zz', 'yy', 'xx'])
      await mkdir(join(home, 'sub', name), { recursive: true });
    await symlink(join(home, 'a.md'), join(home, 'link.md'));
    expect(await list(home, '.')).toEqual({
      folders: ['sub'],
      files: ['a.md', 'b.md', 'c.md', 'ends.'],
      problems: [linked('link.md')],
    });
    expect((await list(home, 'sub')).folders).toEqual(['xx', 'yy', 'zz']);
    expect(await list(home, 'nowhere')).toEqual({ folders: [], files: [], problems: [] });
    expect(await list(home, 'a.md')).toEqual({
      folders: [],
      files: [],
      problems: [
        {
          ...{ file: 'a.md', rule: 'unreadable' },
          what: 'This should be a folder, and it is a file.',
          next: 'Move the file to another place.',
        },
      ],
    });
    await expect(list(home, 'x'.repeat(300))).rejects.toThrow('ENAMETOOLONG');
  });

  test('have the digest of all their bytes, or none', async () => {
    const bytes = Buffer.alloc(200_000, 7);
    await writeFile(join(home, 'a.bin'), bytes);
    expect(await fileDigest(join(home, 'a.bin'))).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
    expect(await fileDigest(join(home, 'none'))).toBe(undefined);
    expect(await fileDigest(home)).toBe(undefined);
  });

  test('are read as text exactly, or not at all', async () => {
    await writeFile(join(home, 'a.md'), 'e\u0301\r\n');
    expect(await readText(home, 'a.md')).toEqual({ ok: true, text: 'e\u0301\r\n' });
    expect(await readText(home, 'none.md')).toEqual({
      ok: false,
      problem: {
        file: 'none.md',
        rule: 'file-missing',
        what: 'This file is not there, and its folder is.',
        next: 'Put it back, or take the empty folder out.',
      },
    });
  });

  test('come in the order of their letters, whatever order the disk has', async () => {
    const names = ['\u{1f600}.md', '\uff21.md', 'b.md', 'a.md'];
    for (const name of names) await writeFile(join(home, name), 'x');
    expect((await list(home, '.')).files).toEqual([...names].sort());
  });

  test('that are no text, or larger than any record, are told and not read', async () => {
    await writeFile(join(home, 'a.md'), Buffer.from([0x61, 0xff]));
    expect(await readText(home, 'a.md')).toEqual({
      ok: false,
      problem: {
        ...{ file: 'a.md', rule: 'unreadable' },
        what: 'This file could not be read as text (UTF-8).',
        next: 'Save it again as UTF-8, or put it back from a copy.',
      },
    });
    await writeFile(join(home, 'large.md'), '');
    await truncate(join(home, 'large.md'), 8_000_000);
    expect((await readText(home, 'large.md')).ok).toBe(true);
    await truncate(join(home, 'large.md'), 8_000_001);
    expect(await readText(home, 'large.md')).toMatchObject({
      ok: false,
      problem: { file: 'large.md', rule: 'too-much' },
    });
  });
});

describe('a link', () => {
  beforeEach(async () => {
    await mkdir(join(home, 'outside/deep'), { recursive: true });
    await writeFile(join(home, 'outside/deep/a.md'), 'SECRET');
    await mkdir(join(home, 'content/stories'), { recursive: true });
    await symlink(join(home, 'outside'), join(home, 'content/stories/abc123'));
  });
  const content = () => join(home, 'content');

  test('is followed neither as a folder nor anywhere on the way to a file', async () => {
    expect(await list(content(), 'stories/abc123')).toEqual({
      ...{ folders: [], files: [], problems: [linked('stories/abc123')] },
    });
    expect(await list(content(), 'stories/abc123/deep')).toMatchObject({ files: [] });
    expect(await readText(content(), 'stories/abc123/deep/a.md')).toEqual({
      ok: false,
      problem: linked('stories/abc123/deep/a.md'),
    });
    expect(await isLinked(content(), 'stories//abc123/./deep')).toBe(true);
    expect(await isLinked(content(), 'stories/none/a.md')).toBe(false);
  });

  test('may be the content folder itself, wherever it was put', async () => {
    await symlink(join(home, 'outside'), join(home, 'elsewhere'));
    expect((await list(join(home, 'elsewhere'), '.')).folders).toEqual(['deep']);
    expect(await readText(join(home, 'elsewhere'), 'deep/a.md')).toMatchObject({ ok: true });
  });
});

describe('a name with a letter that can be written in two ways', () => {
  const ONE = 'caf\u00e9.jpg';
  const TWO = 'cafe\u0301.jpg';

  test.each([
    ['one', TWO, ONE],
    ['two', ONE, TWO],
  ])('is found where the disk has it as %s', async (_name, asked, there) => {
    await writeFile(join(home, 'other-\u00e9.jpg'), 'x');
    await writeFile(join(home, there), 'x');
    expect(await nameOnDisk(home, asked)).toBe(there);
  });

  test('is itself where both are there, and where neither is', async () => {
    await writeFile(join(home, 'other-\u00e9.jpg'), 'x');
    expect(await nameOnDisk(home, TWO)).toBe(TWO);
    expect(await nameOnDisk(join(home, 'nowhere'), TWO)).toBe(TWO);
    for (const name of [ONE, TWO]) await writeFile(join(home, name), 'x');
    // Some disks take the two for one name.
    for (const name of await readdir(home)) expect(await nameOnDisk(home, name)).toBe(name);
  });
});
