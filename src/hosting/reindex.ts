import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'astro/zod';
import type { Card } from '#release/card.ts';
import { indexSite } from '#search/index-site.ts';
import type { SearchRecord } from '#search/record.ts';
import { filesBelow } from '#state/files-below.ts';
import { type BuildRecord, fragmentsOf } from './build-record.ts';

/** What an index that was made again changed in its folder; paths are relative to it, with `/`. */
export interface Reindexed {
  readonly changed: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
  readonly fragments: NonNullable<BuildRecord['fragments']>;
}

const fragment = z.object({
  url: z.string().regex(/^\/stories\/[a-z0-9]+\/$/),
  content: z.string(),
  meta: z.record(z.string(), z.string()),
  filters: z.record(z.string(), z.array(z.string())),
  // Whole, as the build wrote it from what was released.
  card: z.custom<Card>((card) => card !== null && typeof card === 'object' && 'id' in card),
});

/**
 * Makes the search index of a built folder anew where taking a piece down took the old one with it: its
 * single words stood in every file of it. What is left of it are the fragments of the pieces that stay,
 * and each holds all it was made from. Nothing where the index is whole, or where there never was one.
 */
export async function reindex(folder: string): Promise<Reindexed | undefined> {
  const home = join(folder, 'pagefind');
  const there = await filesBelow(home);
  const isWhole = there.some((path) => path.endsWith('.pf_meta'));
  if (isWhole || !there.includes('pagefind-entry.json')) return undefined;
  const fragments = there.filter((path) => path.endsWith('.pf_fragment'));
  const read = await Promise.all(fragments.map((path) => recordIn(join(home, path))));
  const files = await indexSite(read.filter((record) => record !== undefined));
  const changed = new Map<string, string>();
  // What says which files are to be read comes last.
  for (const { path, content } of files.toSorted((a, b) => order(a.path) - order(b.path))) {
    await mkdir(dirname(join(home, path)), { recursive: true });
    await writeFile(join(home, `${path}.new`), content);
    await rename(join(home, `${path}.new`), join(home, path));
    changed.set(`pagefind/${path}`, createHash('sha256').update(content).digest('hex'));
  }
  const stale = there.filter((path) => !files.some((file) => file.path === path));
  for (const path of stale) await rm(join(home, path), { force: true });
  return {
    changed,
    removed: stale.map((path) => `pagefind/${path}`),
    fragments: fragmentsOf(files),
  };
}

const order = (path: string): number => (path === 'pagefind-entry.json' ? 1 : 0);

/** A fragment as the record it was made from; one that cannot be read is not found until the next build. */
async function recordIn(file: string): Promise<SearchRecord | undefined> {
  try {
    const text = gunzipSync(await readFile(file)).toString('utf8');
    const read = fragment.parse(JSON.parse(text.replace(/^[^{]*/, '')));
    const { url, content, meta, card, filters } = read;
    const { tongues = '', ...rest } = meta;
    const languages = tongues.split(' ');
    const lines = content === '' ? [] : content.split('\n');
    return {
      url,
      lines: lines.map((line, at) => ({ text: line, language: languages[at] ?? 'mul' })),
      meta: rest,
      card,
      filters,
    };
  } catch {
    return undefined;
  }
}
