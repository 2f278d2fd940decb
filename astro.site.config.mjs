import { rename } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import site from './astro.config.mjs';

// The pages of the site as a program that draws them from any release tree (src/build/site-entry.ts), compiled
// from the source alone, once for each version of it (src/build/kept-pages.ts).
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = process.env.ARCHIVE_PAGES_ROOT ?? here('./.archive/site-pages');
// Astro looks for a file whose name begins so.
const ENTRY = 'prerender-entry';

export default defineConfig({
  ...site,
  // A folder of its own for what Astro writes while it works: others may compile at the same moment.
  root,
  cacheDir: `${root}/cache`,
  // A build puts the public files in place itself (src/build/public-files.ts).
  publicDir: here('./src/desk/public'),
  adapter: asProgram(),
  vite: {
    ...site.vite,
    plugins: [ourEntry()],
    environments: {
      prerender: {
        build: { rolldownOptions: { output: { entryFileNames: `${ENTRY}.mjs` } } },
      },
    },
  },
});

/** What Astro compiles to draw pages with, and would throw away when it has drawn them, is kept instead. */
function asProgram() {
  const name = 'living-roots-site';
  let server;
  return {
    name,
    hooks: {
      'astro:config:done': ({ config, setAdapter }) => {
        server = config.build.server;
        setAdapter({
          name,
          entrypointResolution: 'auto',
          adapterFeatures: {
            buildOutput: 'static',
            preserveBuildClientDir: true,
            preserveBuildServerDir: true,
          },
          supportedAstroFeatures: { staticOutput: 'stable' },
        });
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer({
          name,
          getStaticPaths: async () => [],
          render: async () => new Response(),
          teardown: () => rename(new URL('.prerender/', server), new URL('pages/', server)),
        }),
    },
  };
}

/** With a prerenderer of ours the entry is ours too. One in the configuration would be overwritten by Astro. */
function ourEntry() {
  const input = { [ENTRY]: here('./src/build/site-entry.ts') };
  return {
    name: 'living-roots-site-entry',
    config: () => ({ environments: { prerender: { build: { rolldownOptions: { input } } } } }),
  };
}
