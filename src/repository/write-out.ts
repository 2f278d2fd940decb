import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bytesOf, type GitStore, type TreeFile } from './git-store.ts';

/** Writes the content of a commit into a folder, straight from the objects: no filter, hook or link. */
export async function writeOut(
  store: GitStore,
  files: readonly TreeFile[],
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const batch of inBatches(files)) {
    const bytes = await bytesOf(
      store,
      batch.map(({ blob }) => blob),
    );
    for (const { path, blob, isLink } of batch) {
      const to = join(folder, path.slice('content/'.length));
      await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      // To nowhere, whatever it says: the reader finds a link there and refuses it.
      if (isLink === true) await symlink('nowhere', to);
      else await writeFile(to, bytes.get(blob) ?? '', { mode: 0o600 });
    }
  }
}

const BATCH_BYTES = 32_000_000;

function inBatches(files: readonly TreeFile[]): readonly (readonly TreeFile[])[] {
  const batches: TreeFile[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const file of files) {
    if (bytes + file.size > BATCH_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(file);
    bytes += file.size;
  }
  return batches;
}
