import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve } from '#cli/approve.ts';
import { openBrowser } from '#support/browser.ts';
import { openRecord } from '#support/small-archive.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
let desk: SmallDesk;
let browser: Browser;
let origin: string;
let close: () => void;

beforeAll(async () => {
  desk = await smallDesk(async ({ content, story, write }) => {
    await story('ends001', openRecord({}, { expires_on: '2026-12-01' }));
    await story('changed', openRecord());
    await write(
      'exhibitions/a-long-name-of-an-exhibition-that-has-no-space-in-it-at-all/index.mdx',
      '---\ntitle: Spring\n---\n<Work id="ends001" />\n\n<Work id="gone001" />\n',
    );
    await approve({ content, ids: 'all' });
    await story('changed', openRecord(), 'Changed.\n');
  });
  const server = serve({ fetch: (request) => desk.open.handle(request), port: 0 });
  await new Promise<void>((done) => server.once('listening', () => done()));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  close?.();
});

test.each(['en', 'ur', 'pa', 'hi'])(
  'the page of the day in %s reads at 320 px without JavaScript, asks nothing of others and passes axe',
  async (language) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const [name = '', value = ''] = (await desk.signIn()).split('=');
    await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${origin}/desk/?lang=${language}`);
    expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/desk/', '/desk/daily.css']);
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    expect(await page.locator('section').count()).toBe(5);
    expect(await page.getByText('ends001').count()).toBeGreaterThan(0);
    await page.evaluate(AXE);
    const violations = await page.evaluate(async (tags) => {
      // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window of the page.
      const found = await (globalThis as any).axe.run({ runOnly: tags });
      return found.violations.map(({ id }: { id: string }) => id);
    }, RULES);
    expect(violations).toEqual([]);
    await context.close();
  },
);
