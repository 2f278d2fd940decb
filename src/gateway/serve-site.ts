import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { headersFor, type HeaderRule, parseHeadersFile } from '#deploy/headers.ts';

export interface SiteInput {
  /** The built folder. */
  readonly folder: string;
  /** Ids whose address answers 410 (consent.md §4.3). */
  readonly tombstones: readonly string[];
}

/** The built site as a function of a request: static files, the headers of every host, 404 and 410. */
export async function siteServer({ folder, tombstones }: SiteInput): Promise<Hono> {
  const rules = await headerRulesOf(folder);
  const gone = new Set(tombstones);
  const site = new Hono();
  site.use(async (context, next) => {
    await next();
    if (goneId(context.req.path, gone) && context.res.status === 200) {
      context.res = new Response(context.res.body, { status: 410, headers: context.res.headers });
    }
    for (const [name, value] of Object.entries(headersFor(context.req.path, rules)))
      context.header(name, value);
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-cache');
  });
  // Host rules and hidden files are for hosts, not for readers.
  site.get('/_headers', (context) => context.notFound());
  site.get('*', serveStatic({ root: folder, precompressed: false }));
  site.notFound(async (context) => {
    const page = await readFile(join(folder, '404.html'), 'utf8').catch(() => 'Not found');
    return context.html(page, 404);
  });
  return site;
}

async function headerRulesOf(folder: string): Promise<readonly HeaderRule[]> {
  return parseHeadersFile(await readFile(join(folder, '_headers'), 'utf8').catch(() => ''));
}

function goneId(path: string, gone: ReadonlySet<string>): boolean {
  const id = /^(?:\/[A-Za-z-]+)?\/stories\/([a-z0-9]+)\//.exec(path)?.[1];
  return id !== undefined && gone.has(id);
}
