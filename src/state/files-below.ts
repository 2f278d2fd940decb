import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Every plain file below a folder, as paths in it with `/`, in their order; links are not followed. None where it is not there. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();
}
