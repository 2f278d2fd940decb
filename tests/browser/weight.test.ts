import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#support/browser.ts';
import { type ServedSite, serveExamples } from '#support/served-site.ts';

/**
 * What a story weighs to somebody who pays for each megabyte: all that the browser loads but the
 * pictures and the sound of the piece, compressed (docs/traps/pagefind.md, "Weight").
 */
let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveExamples();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface Loaded {
  readonly path: string;
  readonly bytes: number;
}

async function loadedBy(path: string): Promise<readonly Loaded[]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const bodies = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => bodies.set(new URL(response.url()).pathname, response.body()));
  await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  await page.evaluate(async () => document.fonts.ready);
  const loaded = await Promise.all(
    [...bodies].map(async ([at, body]) => ({ path: at, bytes: compressed(at, await body) })),
  );
  await context.close();
  return loaded.filter(({ path: at }) => !at.startsWith('/media/'));
}

/** Letters are compressed already. */
function compressed(path: string, body: Buffer): number {
  return path.endsWith('.woff2') ? body.length : gzipSync(body, { level: 9 }).length;
}

const total = (files: readonly Loaded[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;

const lettersOf = (files: readonly Loaded[]): string[] =>
  files
    .flatMap(({ path }) => /\/_astro\/([a-z-]+)\.[^/]*woff2$/.exec(path)?.[1] ?? [])
    .filter((name) => !name.startsWith('name-'))
    .sort();

const STORIES = [
  ['English with sound', '/stories/1xek41ka/', 25, ['latin']],
  ['English', '/stories/c3yku126/', 25, ['latin']],
  ['Punjabi', '/stories/ic1jp5zk/', 40, ['gurmukhi', 'latin']],
  ['Arabic', '/stories/pjqayq6p/', 40, ['latin', 'naskh']],
  ['Nepali', '/stories/v69qtf0z/', 40, ['devanagari', 'latin']],
  ['Hindi, on a Hindi page', '/hi/stories/m7rtx2hv/', 40, ['devanagari', 'latin']],
  ['Gujarati', '/stories/hy215df6/', 40, ['gujarati', 'latin']],
  ['Urdu', '/stories/evhlxjz0/', 140, ['latin', 'nastaliq']],
  ['Urdu, on an Urdu page', '/ur/stories/evhlxjz0/', 140, ['latin', 'nastaliq']],
] as const;

describe.each(STORIES)('a story in %s', (_name, path, most, letters) => {
  test(`weighs at most ${most} kB and brings the letters it shows and no others`, async () => {
    const files = await loadedBy(path);
    expect(lettersOf(files)).toEqual(letters);
    expect(total(files)).toBeLessThanOrEqual(most);
    expect(total(files.filter(({ path: at }) => at.endsWith('.js')))).toBeLessThanOrEqual(3);
  });
});
