import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';

// The pages that one person sees, drawn on request by the components of the site. Built from the program
// alone (src/build/kept-pages.ts), so that they are there when content or site cannot be built.
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // A folder of its own for what Astro writes while it works: the site may be drawn at the same moment.
  root: process.env.ARCHIVE_PAGES_ROOT ?? here('./.archive/desk-pages'),
  srcDir: here('./src/desk'),
  // The site brings the icon; nothing else is public here.
  publicDir: here('./src/desk/public'),
  output: 'server',
  trailingSlash: 'always',
  adapter: asFunction(),
  build: { assets: '_desk', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0, sourcemap: false } },
  devToolbar: { enabled: false },
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
});

/** No server of its own: what is built is a function, which the archive's server calls. */
function asFunction() {
  const name = 'living-roots-desk';
  return {
    name,
    hooks: {
      'astro:config:done': ({ setAdapter }) =>
        setAdapter({
          name,
          entrypointResolution: 'auto',
          serverEntrypoint: here('./src/desk/entry.ts'),
          supportedAstroFeatures: { serverOutput: 'stable' },
        }),
    },
  };
}
