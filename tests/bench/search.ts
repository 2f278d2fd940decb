import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { indexSite } from '#search/index-site.ts';
import type { SearchRecord } from '#search/record.ts';
import { wordsIn } from '#search/words.ts';
import { siteServer } from '#server/site/serve-site.ts';
import { anyCard } from '#support/any-card.ts';
import { openBrowser } from '#support/browser.ts';

/** A slow phone: 400 kbit a second, and as many milliseconds there and back. */
const BYTES_A_SECOND = 50_000;
const LATENCY_MS = 400;
/** Words of one piece, and how many of a hundred stand in no other. */
const WORDS = 500;
const NEW_WORDS = 1;
const EACH = 12;

interface Text {
  readonly language: string;
  readonly sentences: readonly string[];
}

/**
 * `npm run bench -- search DIST [55 10000]`: what comes over a slow line, and how long it takes, from opening the
 * search page to the first result, in the real browser. DIST is a built site; its index is made anew of so
 * many pieces, written out of the sentences of the corpora, or of its own examples where there are none. It is
 * served as any host serves it: nothing is drawn into the page.
 */
export async function benchSearch(dist: string, sizes: readonly number[]): Promise<void> {
  const browser = await openBrowser();
  try {
    for (const pieces of sizes) await measure(browser, dist, pieces);
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, dist: string, pieces: number): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'bench-search-'));
  const folder = join(home, 'dist');
  await cp(dist, folder, { recursive: true });
  await rm(join(folder, 'pagefind'), { recursive: true });
  const random = randomOf(pieces);
  const records = written(await textsThere(), pieces, random);
  for (const { path, content } of await indexSite(records)) {
    await mkdir(dirname(join(folder, 'pagefind', path)), { recursive: true });
    await writeFile(join(folder, 'pagefind', path), content);
  }
  const site = await siteServer({ folder, tombstones: [] });
  const server = serve({
    fetch: (request) => site.fetch(new Request(request.url.split('?')[0] ?? '', request)),
    port: 0,
  });
  await new Promise<void>((done) => server.once('listening', () => done()));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const asked = questions(records, random);
  const rows: { readonly q: string; readonly bytes: number; readonly seconds: number }[] = [];
  for (const q of asked) rows.push({ q, ...(await firstResult(browser, origin, q)) });
  rows.sort((one, other) => one.bytes - other.bytes);
  const seconds = rows.map((row) => row.seconds).sort((one, other) => one - other);
  const worst = rows.at(-1);
  process.stdout.write(
    `${pieces} pieces, ${rows.length} questions: half within ${kb(rows[EACH / 2]?.bytes)} and ${seconds[EACH / 2]?.toFixed(1)} s, all within ${kb(worst?.bytes)} and ${seconds.at(-1)?.toFixed(1)} s\n`,
  );
  for (const { q, bytes, seconds: took } of rows)
    process.stdout.write(`  ${kb(bytes)} ${took.toFixed(1)} s  ${q}\n`);
  server.close();
  await rm(home, { recursive: true });
}

const kb = (bytes = 0): string => `${(bytes / 1000).toFixed(0)} kB`;

/** A browser that was never here, on a slow line. */
async function firstResult(browser: Browser, origin: string, q: string) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  const speed = { downloadThroughput: BYTES_A_SECOND, uploadThroughput: BYTES_A_SECOND };
  await line.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: LATENCY_MS, ...speed },
  });
  const bytesOf = new Map<string, number>();
  const names = new Map<string, string>();
  line.on('Network.requestWillBeSent', ({ requestId, request }) =>
    names.set(requestId, request.url),
  );
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    bytesOf.set(requestId, encodedDataLength),
  );
  const began = performance.now();
  await page.goto(`${origin}/search/?q=${encodeURIComponent(q)}`, { waitUntil: 'commit' });
  await page.locator('#search-results > li').first().waitFor({ timeout: 120_000 });
  const seconds = (performance.now() - began) / 1000;
  const bytes = [...bytesOf.values()].reduce((sum, each) => sum + each, 0);
  if (process.env['EACH_FILE'])
    for (const [id, size] of bytesOf)
      process.stdout.write(`    ${size} ${(names.get(id) ?? '').slice(origin.length)}\n`);
  await context.close();
  return { bytes, seconds };
}

async function textsThere(): Promise<readonly Text[]> {
  const corpora = '../shared/corpora/stories';
  const home = existsSync(corpora) ? corpora : 'content/stories';
  const found: Text[] = [];
  for (const name of await readdir(home, { recursive: true })) {
    if (!name.endsWith('.md')) continue;
    const text = await readFile(join(home, name), 'utf8');
    const language = home === corpora ? name.split('/')[0] : /^language: (\S+)/m.exec(text)?.[1];
    const sentences = text
      .replace(/^---[\s\S]*?^---/m, '')
      .split(/(?<=[.!?।۔؟])\s+|\n+/)
      .filter((sentence) => /\p{L}/u.test(sentence) && sentence.length < 300);
    if (sentences.length > 3) found.push({ language: language ?? 'en', sentences });
  }
  return found;
}

/** Pieces out of the sentences of many, with words in each that no other has, as names are. */
function written(
  texts: readonly Text[],
  count: number,
  random: () => number,
): readonly SearchRecord[] {
  const of = Map.groupBy(texts, ({ language }) => language);
  const languages = [...of.keys()];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, at) => {
    const language = pick(languages);
    const pool = (of.get(language) ?? []).flatMap(({ sentences }) => sentences);
    const body: string[] = [];
    for (let words = 0; words < WORDS; words += wordsIn(body.at(-1) ?? '').length)
      body.push(pick(pool));
    const title = body.shift()?.slice(0, 60) ?? '';
    const text = body
      .join(' ')
      .replace(/\p{L}{4,}/gu, (word) =>
        random() * 100 < NEW_WORDS ? mixed(word, pick(pool)) : word,
      );
    const id = `bench${at}`;
    return {
      url: `/stories/${id}/`,
      lines: [title, text].map((line) => ({ text: line, language })),
      meta: { title },
      card: anyCard({ id, language, title }),
      filters: { language: [language], kind: ['story'], theme: [], place: [], series: [] },
    };
  });
}

/** A word that is nowhere: the beginning of one and the end of another. */
function mixed(word: string, from: string): string {
  const other = from.split(/\s+/).find((each) => each.length > 3) ?? word;
  return [...word].slice(0, 3).join('') + [...other].slice(-3).join('');
}

/** Words of any pieces, one or two of them: those that people type are neither the rarest nor in all. */
function questions(records: readonly SearchRecord[], random: () => number): readonly string[] {
  return Array.from({ length: EACH }, (_, at) => {
    const record = records[Math.floor(random() * records.length)];
    const words = wordsIn(record?.lines[1]?.text ?? '')
      .map(({ word }) => word)
      .filter((word) => word.length > 3);
    const one = () => words[Math.floor(random() * words.length)] ?? 'home';
    return at % 3 === 0 ? `${one()} ${one()}` : one();
  });
}

/** The same numbers each time (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixedUp = Math.imul(state ^ (state >>> 15), 1 | state);
    mixedUp = (mixedUp + Math.imul(mixedUp ^ (mixedUp >>> 7), 61 | mixedUp)) ^ mixedUp;
    return ((mixedUp ^ (mixedUp >>> 14)) >>> 0) / 4_294_967_296;
  };
}
