import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { State } from './state.ts';

const ORIGIN = 'origin';

/**
 * Clean copies outlive nothing they came from: notes which content folder a cache belongs to, and
 * deletes the caches of folders that are no longer there (docs/consent.md, T17).
 */
export async function removeOrphanedCaches({ mediaCache }: State, content: string): Promise<void> {
  const caches = dirname(mediaCache);
  await writeFile(join(mediaCache, ORIGIN), content).catch(ignoreMissing);
  for (const name of await readdir(caches).catch(() => [])) {
    const origin = await readFile(join(caches, name, ORIGIN), 'utf8').catch(() => undefined);
    const there = origin !== undefined && (await stat(origin).catch(() => undefined)) !== undefined;
    if (!there) await rm(join(caches, name), { recursive: true, force: true });
  }
}

/** A content folder with no open media has no cache. */
function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
