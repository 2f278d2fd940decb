import { Readable } from 'node:stream';
import { SitemapIndexStream, streamToPromise } from 'sitemap';
import { originOf, sitemapParts } from '#release/sitemap.ts';
import { releasedListed, releasedSite } from '#release/queries.ts';

/** The files that the sitemap consists of. */
export async function GET(): Promise<Response> {
  const origin = originOf(releasedSite());
  const files = sitemapParts(releasedListed());
  const urls = files.map(({ file }) => ({ url: new URL(file, origin).href }));
  const index = await streamToPromise(Readable.from(urls).pipe(new SitemapIndexStream()));
  return new Response(new Uint8Array(index), { headers: { 'Content-Type': 'application/xml' } });
}
