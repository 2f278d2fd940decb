import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { glob } from 'astro/loaders';
import { releaseFolder } from '#release/release-folder.ts';

const folder = releaseFolder();

/** Loads the released contributions: data only, the words stay in their own files until drawn. */
function releasedStories(): Loader {
  return {
    name: 'released-stories',
    async load({ store, generateDigest }) {
      store.clear();
      for (const name of await recordNames()) {
        const data = JSON.parse(await readFile(join(folder, 'contributions', name), 'utf8'));
        store.set({ id: data.id, data, digest: generateDigest(data) });
      }
    },
  };
}

/** Nothing where no release was made yet, as when only the types are checked. */
async function recordNames(): Promise<readonly string[]> {
  const home = join(folder, 'contributions');
  if (!existsSync(home)) return [];
  return (await readdir(home)).filter((name) => name.endsWith('.json')).sort();
}

export const collections = {
  stories: defineCollection({ loader: releasedStories() }),
  exhibitions: defineCollection({
    loader: glob({ pattern: '*.mdx', base: join(folder, 'exhibitions') }),
  }),
  pages: defineCollection({ loader: glob({ pattern: '*.mdx', base: join(folder, 'pages') }) }),
};
