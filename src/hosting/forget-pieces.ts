import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isNamed } from './without-pieces.ts';
import { HideList } from './hide-list.ts';
import { withLock } from '#state/lock.ts';
import type { Manifest } from '#release/manifest.ts';
import { besideTree } from '#release/write-tree.ts';
import type { State } from '#state/state.ts';

/**
 * Takes pieces out of what the archive keeps between two builds: clean copies of their media, their
 * words in the release tree, the pages' own cache and the last log (docs/consent.md §4.2, W1 and W2). Each
 * would go with the next build; this is for when that one fails.
 */
export async function forgetPieces(state: State, ids: readonly string[]): Promise<void> {
  await withLock(
    state.lock,
    () => undefined,
    async () => {
      await forgetCopies(dirname(state.mediaCache), await copiesOf(state.release, ids));
      await forgetReleased(state.release, ids);
      await forgetContentCopies(state.desk, ids);
      const unfinished = [...besideTree(state.release), state.drawing];
      for (const folder of [...unfinished, state.astroCache, state.scratch, state.log])
        await rm(folder, { recursive: true, force: true });
    },
  );
}

/** The names that a piece's clean copies have in the cache; on the site a picture has another, with its packet. */
async function copiesOf(release: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const text = await readFile(join(release, 'manifest.json'), 'utf8').catch(() => '{"files":[]}');
  const { files } = JSON.parse(text) as Pick<Manifest, 'files'>;
  return new Set(
    files.flatMap(({ contribution, cached }) =>
      cached !== undefined && ids.includes(contribution ?? '') ? [cached] : [],
    ),
  );
}

/** An entry of a cache is named after what it was made from, and holds clean copies and a list of them. */
async function forgetCopies(caches: string, names: ReadonlySet<string>): Promise<void> {
  if (names.size === 0) return;
  for (const cache of await readdir(caches).catch(() => []))
    for (const key of await readdir(join(caches, cache)).catch(() => [])) {
      const files = await readdir(join(caches, cache, key)).catch(() => []);
      if (files.some((name) => names.has(name)))
        await rm(join(caches, cache, key), { recursive: true, force: true });
    }
}

/**
 * What the desk published, and copies of it and the folder together, hold the whole of a piece, its
 * originals too; a copy is made anew when it is needed. What is only hidden stays in what is published.
 */
async function forgetContentCopies(desk: string, ids: readonly string[]): Promise<void> {
  for (const name of await readdir(desk).catch(() => []))
    if (name.startsWith('source-')) await rm(join(desk, name), { recursive: true, force: true });
  const { entries } = await HideList.open(desk);
  const held = new Set(entries.flatMap(({ id, hold }) => (hold === true ? [id] : [])));
  for (const id of ids.filter((each) => !held.has(each)))
    await rm(join(desk, 'content', 'stories', id), { recursive: true, force: true });
}

/** The next build writes the whole tree anew, so what names a piece may simply go. */
async function forgetReleased(release: string, ids: readonly string[]): Promise<void> {
  const entries = await readdir(release, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const own = ids.some((id) => file.slice(release.length).includes(id));
    const media = file.startsWith(join(release, 'media'));
    if (own || (!media && (await names(file, ids)))) await rm(file, { force: true });
  }
}

async function names(file: string, ids: readonly string[]): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return ids.some((id) => isNamed(text, id));
}
