import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '#state/files-below.ts';

/** sha256 of every file below a folder, by its path in it. Links are not followed; the audit reports them. */
export async function folderDigests(folder: string): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for (const path of await filesBelow(folder)) {
    const bytes = await readFile(join(folder, path));
    digests.set(path, createHash('sha256').update(bytes).digest('hex'));
  }
  return digests;
}
