import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { headersFor, type HeaderRule, parseHeadersFile } from '#hosting/headers.ts';
import { isNamed, withoutPieces } from '#hosting/without-pieces.ts';
import type { FinishedSite } from '#hosting/finished-site.ts';
import type { Trace } from '#hosting/hidden.ts';
import { idInAddress, plainPath } from './piece-address.ts';
import { beingMadePage, gonePage } from '#server/plain-page.ts';
import { forgetCompressed, isText, etagOf, sendBody } from './compressed-body.ts';
import { isSearchPage, type ResultsPage, SearchResultsPages } from './search-results.ts';
import { findFile, sendFile, wholeOf } from './site-files.ts';

export interface SiteInput extends FinishedSite {
  /** What came down since the site was built, by id; asked again for each request. */
  readonly hidden?: (() => ReadonlyMap<string, Trace>) | undefined;
  /** Who draws a page while the site is worked on; absent: it lies in the folder. */
  readonly drawn?: Drawn | undefined;
}

/** What somebody sees at an address of a site that lies in no folder. */
export type Drawn = (request: Request) => Promise<Response>;

/**
 * The built site as a function of a request: static files, the headers of every host, 404 and 410.
 * What is hidden is named by no answer: its own addresses say what they will say once the site is
 * built without it, with the same bytes and headers, and other pages come without their mention of it.
 */
export async function siteServer(input: SiteInput): Promise<Hono> {
  const { folder, tombstones, hidden = () => new Map<string, Trace>() } = input;
  const rules = await headerRulesOf(folder);
  const built = new Map(tombstones.map((id) => [id, 'notice' as const]));
  const site = new Hono();
  const results = new SearchResultsPages(folder, (id) => hidden().has(id));
  let before = '';
  site.all('*', async ({ req: { raw: request } }) => {
    const { pathname } = new URL(request.url);
    const now = hidden();
    const together = [...now.keys()].join(' ');
    // No packed copy of what came down stays in memory either.
    if (together !== before) forgetCompressed();
    before = together;
    const down = traceOf(pathname, new Map([...built, ...now]), now, input.fragments);
    const ours = rules.filter(({ path }) => ![...now.keys()].some((id) => isNamed(path, id)));
    if (down === 'notice') return withHeaders(await gone(input, pathname), '/', ours);
    if (down === 'no-trace') return withHeaders(await notFound(input), pathname, ours);
    const answer = await answerFrom(input, request, results, [...now.keys()]);
    return withHeaders(answer, pathname, ours);
  });
  return site;
}

/** What is at an address; a page that mentions what is hidden comes without that. */
async function answerFrom(
  input: SiteInput,
  request: Request,
  results: SearchResultsPages,
  ids: readonly string[],
): Promise<Response> {
  const { folder, drawn } = input;
  const address = new URL(request.url);
  const { pathname } = address;
  const asks = request.method === 'GET' || request.method === 'HEAD';
  if (asks && drawn !== undefined) return cutAnswer(await drawn(request), pathname, ids);
  const found = asks ? await findFile(folder, pathname) : undefined;
  if (found === undefined) return notFound(input);
  if (isSearchPage(pathname))
    return searchAnswer(
      request,
      await results.page(await readFile(found.file, 'utf8'), address),
      ids,
    );
  if (ids.length === 0 || !isText(found.type)) return sendFile(request, found);
  const { bytes, type } = await wholeOf(found);
  const cut = cutText(Buffer.from(bytes).toString('utf8'), type, ids);
  if (cut === undefined) return beingMadePage(pathname.split('/')[1] ?? '');
  // Its mark is of what is left: who has the page with the piece in it gets it without.
  return sendBody(request, { bytes: cut, type, mark: etagOf(cut) });
}

/** What was found for a reader without a script; packed as it is sent, and no copy of it is kept. */
function searchAnswer(
  request: Request,
  { html: page, status }: ResultsPage,
  ids: readonly string[],
) {
  const cut = cutText(page, 'text/html', ids);
  if (cut === undefined) return beingMadePage(new URL(request.url).pathname.split('/')[1] ?? '');
  const headers = new Headers({ 'Content-Type': HTML, Vary: 'Accept-Encoding' });
  // Nothing of what somebody looked for stays with anybody on the way.
  headers.set('Cache-Control', 'no-store');
  if (status === 503) headers.set('Retry-After', '5');
  const body = new Response(request.method === 'HEAD' ? null : new Uint8Array(cut)).body;
  const mayPack = /\bgzip\b/.test(request.headers.get('Accept-Encoding') ?? '') && body !== null;
  if (mayPack) headers.set('Content-Encoding', 'gzip');
  return new Response(mayPack ? body.pipeThrough(new CompressionStream('gzip')) : body, {
    status,
    headers,
  });
}

/** The same for a page that was drawn just now. */
async function cutAnswer(
  answer: Response,
  pathname: string,
  ids: readonly string[],
): Promise<Response> {
  const type = answer.headers.get('Content-Type') ?? '';
  if (ids.length === 0 || !isText(type)) return answer;
  const cut = cutText(await answer.text(), type, ids);
  if (cut === undefined) return beingMadePage(pathname.split('/')[1] ?? '');
  return new Response(new Uint8Array(cut), { status: answer.status, headers: answer.headers });
}

/** A text without what is hidden; nothing where it cannot be cut out of it. */
function cutText(text: string, type: string, ids: readonly string[]): Buffer | undefined {
  const kind = type.includes('html') ? 'html' : type.includes('xml') ? 'xml' : 'other';
  const left = withoutPieces(kind, text, ids);
  return left.named ? undefined : Buffer.from(left.text);
}

async function headerRulesOf(folder: string): Promise<readonly HeaderRule[]> {
  return parseHeadersFile(await readFile(join(folder, '_headers'), 'utf8').catch(() => ''));
}

/** What an address of a piece that came down says; nothing when it is not the address of one. */
function traceOf(
  path: string,
  down: ReadonlyMap<string, Trace>,
  hidden: ReadonlyMap<string, Trace>,
  fragments: FinishedSite['fragments'],
): Trace | undefined {
  const id = idInAddress(path)?.id;
  if (id !== undefined) return down.get(id);
  const plain = plainPath(path).replace(/\/{2,}/g, '/');
  if (hidden.size === 0 || !plain.endsWith('.pf_fragment')) return undefined;
  // Without the list nobody knows whose it is: search then finds nothing until the next site is there.
  if (fragments === undefined) return 'notice';
  for (const [each, trace] of hidden)
    if (fragments[each]?.some((file) => `/${file}` === plain)) return trace;
  return undefined;
}

/** The tombstone that the built site has, in the language of the address; or a plain page. */
async function gone(input: SiteInput, path: string): Promise<Response> {
  const first = path.split('/')[1] ?? '';
  const prefixes = /^[A-Za-z-]{2,12}$/.test(first) ? [`${first}/`, ''] : [''];
  const places = prefixes.flatMap((prefix) => [
    `${prefix}gone/`,
    ...input.tombstones.slice(0, 1).map((id) => `${prefix}stories/${id}/`),
  ]);
  for (const place of places) {
    const page = await pageAt(input, `${place}index.html`, place);
    if (page !== undefined) return html(page, 410);
  }
  return gonePage(first);
}

async function notFound(input: SiteInput): Promise<Response> {
  return html((await pageAt(input, '404.html', '404/', 404)) ?? 'Not found', 404);
}

/** A page of the site's own: a file of the folder, or what is drawn at an address with the status it has there. */
async function pageAt(
  { folder, drawn }: SiteInput,
  file: string,
  address: string,
  status = 200,
): Promise<string | undefined> {
  if (drawn === undefined) return readFile(join(folder, file), 'utf8').catch(() => undefined);
  const answer = await drawn(new Request(`http://site.invalid/${address}`, AS_A_PAGE));
  return answer.status === status ? answer.text() : undefined;
}

const HTML = 'text/html; charset=UTF-8';
const AS_A_PAGE = { headers: { Accept: 'text/html' } };

function html(page: string, status: number): Response {
  return new Response(page, { status, headers: { 'Content-Type': HTML } });
}

/** The headers of every host, and nothing kept of what is not there. */
function withHeaders(answer: Response, path: string, rules: readonly HeaderRule[]): Response {
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(headersFor(path, rules))) headers.set(name, value);
  if (answer.status >= 400) headers.set('Cache-Control', 'no-store');
  else if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache');
  // Copies in the reader's own browser go too.
  if (answer.status === 410) headers.set('Clear-Site-Data', '"cache"');
  return new Response(answer.body, { status: answer.status, headers });
}
