import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { releaseFolder } from '#release/release-folder.ts';

const folder = releaseFolder();

/** Loads released records: data only; what has a file of its own stays there until it is drawn. */
function released(kind: 'contributions' | 'exhibitions' | 'pages'): Loader {
  return {
    name: `released-${kind}`,
    async load({ store, generateDigest }) {
      store.clear();
      for (const name of await recordNames(kind)) {
        const data = JSON.parse(await readFile(join(folder, kind, name), 'utf8'));
        store.set({ id: data.id, data, digest: generateDigest(data) });
      }
    },
  };
}

/** Nothing where no release was made yet, as when only the types are checked. */
async function recordNames(kind: string): Promise<readonly string[]> {
  const home = join(folder, kind);
  if (!existsSync(home)) return [];
  return (await readdir(home)).filter((name) => name.endsWith('.json')).sort();
}

export const collections = {
  stories: defineCollection({ loader: released('contributions') }),
  exhibitions: defineCollection({ loader: released('exhibitions') }),
  pages: defineCollection({ loader: released('pages') }),
};
