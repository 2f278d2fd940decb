import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '#state/files-below.ts';

test('the files below a folder are told in their order, and links are not followed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'below-'));
  await mkdir(join(folder, 'b', 'c'), { recursive: true });
  for (const name of ['z.txt', 'b/c/deep.txt', 'b/a.txt', '.hidden'])
    await writeFile(join(folder, name), 'x');
  await symlink(join(folder, 'b'), join(folder, 'linked'));
  await symlink(join(folder, 'z.txt'), join(folder, 'another.txt'));
  expect(await filesBelow(folder)).toEqual(['.hidden', 'b/a.txt', 'b/c/deep.txt', 'z.txt']);
});

test('a folder that is not there has none', async () => {
  expect(await filesBelow(join(tmpdir(), 'nowhere-at-all'))).toEqual([]);
});
