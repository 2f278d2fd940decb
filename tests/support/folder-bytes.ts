import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What every file of a folder holds, by its path, so that two folders can be compared. */
export async function bytesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  const pairs = files.map(async (file) => {
    const digest = createHash('sha256').update(await readFile(file));
    return [relative(folder, file), digest.digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}
