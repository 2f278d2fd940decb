import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** sha256 of every file below a folder, by its path in it. Links are not followed; the audit reports them. */
export async function folderDigests(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const digests = new Map<string, string>();
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    const digest = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    digests.set(relative(folder, path).replaceAll('\\', '/'), digest);
  }
  return digests;
}
