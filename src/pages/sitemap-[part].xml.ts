import { Readable } from 'node:stream';
import type { APIContext, GetStaticPaths } from 'astro';
import { SitemapStream, streamToPromise } from 'sitemap';
import { originOf, sitemapParts } from '#release/sitemap.ts';
import { releasedListed, releasedSite } from '#release/queries.ts';

export const getStaticPaths = (() =>
  sitemapParts(inOrder(releasedListed())).map(({ paths }, index) => ({
    params: { part: String(index) },
    props: { paths },
  }))) satisfies GetStaticPaths;

interface Props {
  readonly paths: readonly string[];
}

/** The pages that search engines may keep, with full addresses. */
export async function GET({ props }: APIContext<Props>): Promise<Response> {
  const hostname = originOf(releasedSite());
  const urls = props.paths.map((path) => ({ url: new URL(path, hostname).href }));
  const map = await streamToPromise(Readable.from(urls).pipe(new SitemapStream({ hostname })));
  return new Response(new Uint8Array(map), { headers: { 'Content-Type': 'application/xml' } });
}

function inOrder(paths: readonly string[]): readonly string[] {
  return paths.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
