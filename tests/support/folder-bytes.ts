import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';

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

/**
 * The bytes of a site, but for the filters of the index: Pagefind writes their values in an order
 * that is another one each time, so they are compared by the bytes in them, whatever their order.
 */
export async function sameEachTime(folder: string): Promise<Record<string, string>> {
  const bytes: Record<string, string> = { ...(await bytesIn(folder)) };
  const filters: string[] = [];
  for (const file of Object.keys(bytes)) {
    if (!/^pagefind\/(filter\/|pagefind-entry\.json$|.*\.pf_meta$)/.test(file)) continue;
    delete bytes[file];
    if (!file.includes('filter/')) continue;
    const packed = await readFile(join(folder, file));
    filters.push(gunzipSync(packed).toSorted().toString());
  }
  return { ...bytes, filters: filters.sort().join('\n') };
}
