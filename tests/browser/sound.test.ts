import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#support/browser.ts';
import { frames } from '#support/frames.ts';
import { type ServedSite, serveExamples } from '#support/served-site.ts';

const STORY = '/stories/1xek41ka/';

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

async function listening(options = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 700 }, ...options });
  const page = await context.newPage();
  await page.goto(site.origin + STORY, { waitUntil: 'load' });
  return page;
}

/** The number of the marked line, from 0; -1 when none is. */
const markedLine = (page: Page): Promise<number> =>
  page
    .locator('.cue')
    .evaluateAll((lines) => lines.findIndex((line) => line.hasAttribute('aria-current')));

const startOf = async (page: Page, line: number): Promise<number> =>
  Number((await page.locator('.cue a').nth(line).getAttribute('href'))?.split('#t=')[1]);

const now = (page: Page): Promise<number> =>
  page.locator('audio').evaluate((audio) => (audio as HTMLAudioElement).currentTime);

/** Goes to a moment as a reader does by dragging the player's own handle. */
const seek = (page: Page, seconds: number): Promise<void> =>
  page.locator('audio').evaluate(async (audio, to) => {
    const player = audio as HTMLAudioElement;
    player.currentTime = to;
    await player.play();
  }, seconds);

/** Resolves when the page has come to rest after the next time it scrolls. */
const scrollEnd = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        addEventListener('scrollend', () => done(), { once: true });
      }),
  );

describe('the written lines of a recording', () => {
  test('are marked one at a time as they are heard', async () => {
    const page = await listening();
    expect(await markedLine(page)).toBe(-1);
    await seek(page, (await startOf(page, 1)) + 0.3);
    await expect.poll(() => markedLine(page)).toBe(1);
    await seek(page, (await startOf(page, 2)) + 0.3);
    await expect.poll(() => markedLine(page)).toBe(2);
    expect(await page.locator('.cue[aria-current]').count()).toBe(1);
    await page.context().close();
  });

  test('play from their time with the keyboard alone, and do not leave the page', async () => {
    const page = await listening();
    const start = await startOf(page, 2);
    await page.locator('.cue a').nth(2).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => now(page)).toBeGreaterThan(start);
    expect(await markedLine(page)).toBe(2);
    expect(new URL(page.url()).pathname).toBe(STORY);
    await page.context().close();
  });

  test('are followed by the page, but not once the reader has scrolled', async () => {
    const page = await listening();
    const last = (await page.locator('.cue').count()) - 1;
    const place = () => page.evaluate(() => window.scrollY);
    const arrived = scrollEnd(page);
    await seek(page, (await startOf(page, last)) + 0.2);
    await arrived;
    expect(await place()).toBeGreaterThan(100);
    await page.mouse.wheel(0, -3000);
    await expect.poll(place).toBe(0);
    await seek(page, (await startOf(page, 1)) + 0.2);
    await expect.poll(() => markedLine(page)).toBe(1);
    await frames(page);
    expect(await place()).toBe(0);
    await page.context().close();
  });

  test('do not move the page of a reader who asks for less motion', async () => {
    const page = await listening({ reducedMotion: 'reduce' });
    const last = (await page.locator('.cue').count()) - 1;
    await seek(page, (await startOf(page, last)) + 0.2);
    await expect.poll(() => markedLine(page)).toBe(last);
    await frames(page);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await page.context().close();
  });
});

test('the player stays in sight while its lines go by, and goes ten seconds back', async () => {
  const page = await listening();
  await page
    .locator('.cue')
    .last()
    .evaluate((line) => line.scrollIntoView({ block: 'end' }));
  const { y = -1 } = (await page.locator('audio').boundingBox()) ?? {};
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y).toBeLessThan(200);
  await page.locator('audio').evaluate((audio) => {
    (audio as HTMLAudioElement).preload = 'auto';
    (audio as HTMLAudioElement).currentTime = 15;
  });
  await page.getByRole('button', { name: '10 seconds back' }).click();
  await expect.poll(() => now(page)).toBe(5);
  await page.context().close();
});

test('a place in the recording is remembered when that is asked for, and not before or after', async () => {
  const page = await listening();
  const kept = () => page.evaluate(() => Object.entries(localStorage));
  const ask = page.getByRole('button', { name: 'Remember where I am' });
  await seek(page, 12);
  await expect.poll(() => now(page)).toBeGreaterThan(12);
  expect(await kept()).toEqual([]);
  await ask.click();
  await expect.poll(kept).toEqual([[`heard ${STORY}`, expect.stringMatching(/^1[2-9]$/)]]);
  await page.reload();
  expect(await ask.getAttribute('aria-pressed')).toBe('true');
  await page.locator('audio').evaluate((audio) => (audio as HTMLAudioElement).play());
  await expect.poll(() => now(page)).toBeGreaterThanOrEqual(12);
  await ask.click();
  expect(await kept()).toEqual([]);
  await page.context().close();
});

test('a recording is offered to be kept only where its makers let anyone copy it', () => {
  const offers = readdirSync(join(site.folder, 'stories'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(join(site.folder, 'stories', name), 'utf8'))
    .filter((html) => html.includes('<audio'))
    .map((html) => ({
      offered: / download[ >]/.test(html),
      licensed: html.includes('rel="license'),
    }));
  expect(offers.length).toBeGreaterThan(0);
  expect(offers.filter(({ offered, licensed }) => offered && !licensed)).toEqual([]);
});

describe('the speeds', () => {
  test('are chosen with the keyboard and say which one is on', async () => {
    const page = await listening();
    const slower = page.getByRole('button', { name: 'Slower' });
    await slower.focus();
    await page.keyboard.press('Enter');
    const rate = await page
      .locator('audio')
      .evaluate((audio) => (audio as HTMLAudioElement).playbackRate);
    expect(rate).toBe(0.75);
    expect(await page.locator('.speeds [aria-pressed=true]').allInnerTexts()).toEqual(['Slower']);
    await page.context().close();
  });

  test('are not shown without JavaScript, where each time is a plain link into the recording', async () => {
    const page = await listening({ javaScriptEnabled: false });
    expect(await page.locator('.speeds').isVisible()).toBe(false);
    expect(await page.locator('.cue a').first().getAttribute('href')).toMatch(/^\/media\/.*#t=/);
    await page.context().close();
  });
});

test('the script is one small file', () => {
  const folder = join(site.folder, '_astro');
  const [script = '', ...others] = readdirSync(folder).filter((name) =>
    /StorySound.*js$/.test(name),
  );
  expect(others).toEqual([]);
  expect(gzipSync(readFileSync(join(folder, script))).length).toBeLessThan(1200);
});

test('a recording is drawn only where it may be heard, and hidden from those who hear the page', () => {
  const pages = readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(join(site.folder, name), 'utf8'));
  const drawn = pages.filter((html) => html.includes('class="wave"'));
  expect(drawn.length).toBeGreaterThan(0);
  for (const html of drawn) {
    expect(html).toContain('<audio');
    const [wave = ''] = /<svg class="wave"[\s\S]*?<\/svg>/.exec(html) ?? [];
    expect(wave).toContain('aria-hidden="true"');
    expect(wave.length).toBeLessThan(1200);
  }
});
