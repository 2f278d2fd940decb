import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

// Of an archive Astro reads nothing but its release tree (docs/decisions.md, "The one way through"), and that
// only while a page is drawn: what is said here is the same for every archive.
export default defineConfig({
  srcDir: here('./src'),
  trailingSlash: 'always',
  // Kept out of node_modules so that `npm ci` does not decide what is cached.
  cacheDir: process.env.ARCHIVE_CACHE ?? '.archive/cache/astro',
  integrations: [
    // For pages of the program's own. Content is never compiled: it comes as trees (src/release/document.ts).
    mdx({ smartypants: false }),
  ],
  build: { inlineStylesheets: 'never', format: 'directory' },
  // A strict Content-Security-Policy allows no inline script or style.
  vite: { build: { assetsInlineLimit: 0, sourcemap: false } },
  devToolbar: { enabled: false },
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
});

function here(path) {
  return fileURLToPath(new URL(path, import.meta.url));
}
