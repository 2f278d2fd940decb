import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';

// The release tree is the only thing Astro may read (docs/decisions.md, "The one way through").
const release = new URL(`${process.env.ARCHIVE_RELEASE ?? '.archive/release'}/`, import.meta.url);
const site = fromRelease('site.json') ?? {};
const unlisted = new Set(fromRelease('unlisted.json') ?? []);

export default defineConfig({
  // What Astro writes while it works lies under its root, so a build gives it a folder of this archive's own.
  root: process.env.ARCHIVE_DRAWING ?? here('.'),
  srcDir: here('./src'),
  site: site.url ?? 'http://localhost:4321',
  trailingSlash: 'always',
  // Kept out of node_modules so that `npm ci` does not decide what is cached.
  cacheDir: process.env.ARCHIVE_CACHE ?? '.archive/cache/astro',
  publicDir: process.env.ARCHIVE_PUBLIC ?? here('./public'),
  integrations: [
    // For pages of the program's own. Content is never compiled: it comes as trees (src/release/document.ts).
    mdx({ smartypants: false }),
    sitemap({ filter: (page) => !unlisted.has(new URL(page).pathname) }),
  ],
  build: { concurrency: 8, inlineStylesheets: 'never', format: 'directory' },
  // A strict Content-Security-Policy allows no inline script or style.
  vite: { build: { assetsInlineLimit: 0, sourcemap: false } },
  devToolbar: { enabled: false },
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
});

function here(path) {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** Nothing where no release was made yet: then there is nothing to draw, and only the types are checked. */
function fromRelease(name) {
  const file = new URL(name, release);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
