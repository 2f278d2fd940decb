import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '#support/browser.ts';
import { openRecord } from '#support/small-archive.ts';
import { DESK_DAY, type SmallDesk, smallDesk } from '#support/small-desk.ts';

/**
 * How long it takes to share something with nothing but a slip of paper, and to say no afterwards: the pages
 * that are met and what is done on them; seconds are printed under PROVE and never judged. A champion's entry
 * of a paper form is counted in `champion.test.ts`.
 */
let desk: SmallDesk;
let browser: Browser;
let origin: string;
let close: () => void;

interface Counted {
  /** Each of them loaded from the server. */
  readonly pages: number;
  /** Taps, boxes and fields. */
  readonly acts: number;
}

beforeAll(async () => {
  desk = await smallDesk(async ({ story, write }) => {
    await story('public01', openRecord());
    await write('settings.yaml', 'name: A small archive\nlanguages: [en, ur]\nsharing: true\n');
  });
  await desk.post('/api/approve', { id: 'public01' });
  await desk.open.desk.publisher.settled();
  const server = serve({ fetch: (request) => desk.open.handle(request), port: 0 });
  await new Promise<void>((done) => server.once('listening', () => done()));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  close?.();
  desk.register.close();
});

/** Does something on a small phone that is new to the archive, and counts it. */
async function counted(
  what: string,
  walk: (hand: { open: Open; press: Act; fill: Fill; page: Page }) => Promise<void>,
): Promise<Counted> {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const begun = performance.now();
  let [pages, acts] = [0, 0];
  page.on('domcontentloaded', () => (pages += 1));
  await walk({
    page,
    open: (path) => page.goto(origin + path),
    press: async (selector) => {
      acts += 1;
      await page.locator(selector).last().click();
      await page.waitForLoadState();
    },
    fill: async (selector, text) => {
      acts += 1;
      await page.locator(selector).fill(text);
    },
  });
  const shots = process.env['ARCHIVE_SHOTS'];
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  if (process.env['PROVE'])
    process.stderr.write(`${what}: ${pages} pages, ${acts} acts, ${seconds} s\n`);
  if (shots)
    await page.screenshot({ path: `${shots}/${what.replaceAll(/\W+/g, '-')}.png`, fullPage: true });
  await page.close();
  return { pages, acts };
}
type Open = (path: string) => Promise<unknown>;
type Act = (selector: string) => Promise<void>;
type Fill = (selector: string, text: string) => Promise<void>;

const ON = 'main form .button:not(.quiet)';

/** Comes in with the code that is printed on a slip; ends with the code of a receipt. */
async function shares(): Promise<Counted> {
  const until = desk.clock.now + 86_400_000;
  const invitation = { role: 'contributor', language: 'en', use: 'single', until } as const;
  const { code = '' } = desk.open.desk.access.invite(invitation, { typed: true });
  return counted('a first contribution', async ({ open, press, fill, page }) => {
    const on = async (step: string) => {
      await press(ON);
      expect(new URL(page.url()).pathname).toBe(`/share/${step}/`);
    };
    await open('/share/');
    await fill('input[name=code]', code);
    await press('button[value=resume]');
    await press('button[value=begin]');
    await on('words');
    await fill('#title', 'Rain');
    await fill('#words', 'A cup of tea, and rain.');
    await on('pictures');
    await on('sound');
    await on('others');
    await press('input[value=nobody]');
    await on('uses');
    await press('input[value="web words"]');
    await on('credit');
    await press('input[value=anonymous]');
    await on('notes');
    await on('age');
    await press('input[value=adult]');
    await on('look');
    await press('input[name=seen]');
    await press(ON);
    await page.locator('.take-code-shown').waitFor();
  });
}

/** Comes in with the code of a receipt, and takes all of it back. */
async function saysNo(): Promise<Counted> {
  const day = DESK_DAY;
  const code = desk.register.issueReceipt({ contribution: 'public01', person: 'p1', day });
  return counted('saying no at /mine/', async ({ open, press, fill, page }) => {
    await open('/mine/');
    await fill('input[name=code]', code);
    await press('form:has(input[name=code]) button');
    await press('#mind input[name=what]:not([value*=":"])');
    await press('#mind button[value=take]');
    await page.locator('#mind').waitFor({ state: 'detached' });
  });
}

test('sharing words with a slip of paper is short, and saying no is shorter and counts at once', async () => {
  const page = `${origin}/stories/public01/`;
  expect((await fetch(page)).status).toBe(200);
  const yes = await shares();
  const no = await saysNo();
  expect((await fetch(page)).status).not.toBe(200);
  expect(yes.pages).toBeLessThanOrEqual(14);
  expect(no.pages).toBeLessThan(yes.pages / 2);
  expect(no.acts).toBeLessThan(yes.acts / 2);
});
