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
      const names = (await readdir(join(folder, 'contributions'))).filter((n) =>
        n.endsWith('.json'),
      );
      for (const name of names.sort()) {
        const data = JSON.parse(await readFile(join(folder, 'contributions', name), 'utf8'));
        store.set({ id: data.id, data, digest: generateDigest(data) });
      }
    },
  };
}

export const collections = {
  stories: defineCollection({ loader: releasedStories() }),
  exhibitions: defineCollection({
    loader: glob({ pattern: '*.mdx', base: join(folder, 'exhibitions') }),
  }),
  pages: defineCollection({ loader: glob({ pattern: '*.mdx', base: join(folder, 'pages') }) }),
};
