import type { Site } from './released.ts';

/** How many addresses one file of the sitemap names; the protocol allows 50,000. */
const PER_SITEMAP = 45_000;

/** The sitemap in files of a size that search engines take, the first of them always there. */
export function sitemapParts(
  listed: readonly string[],
): readonly { readonly file: string; readonly paths: readonly string[] }[] {
  const count = Math.max(1, Math.ceil(listed.length / PER_SITEMAP));
  return Array.from({ length: count }, (_, index) => ({
    file: `sitemap-${index}.xml`,
    paths: listed.slice(index * PER_SITEMAP, (index + 1) * PER_SITEMAP),
  }));
}

/** Where the site says it is reached: its own address, or this machine where it has none yet. */
export function originOf({ url }: Pick<Site, 'url'>): string {
  return url ?? 'http://localhost:4321';
}
