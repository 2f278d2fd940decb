import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languagesOn } from '#i18n/languages.ts';
import { approve } from '#intake/approve.ts';
import { axeFaults } from '#support/axe.ts';
import { openBrowser } from '#support/browser.ts';
import { type LookedAt, languagesSeen } from '#support/languages-seen.ts';
import { openRecord } from '#support/small-archive.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

const LANGUAGES = languagesOn('receipts');
const pathIn = (lang: string, path: string): string => (lang === 'en' ? path : `${lang}/${path}`);
let desk: SmallDesk;
let browser: Browser;
let page: Page;
let elsewhere: string[] = [];
let origin: string;
let close: () => void;

beforeAll(async () => {
  desk = await smallDesk(async ({ content, story, write }) => {
    await story('ends001', openRecord({}, { expires_on: '2026-12-01' }));
    await story('changed', openRecord());
    await story('thanked', openRecord({}, { thanks: true }));
    await write('settings.yaml', `name: A small archive\nlanguages: [${LANGUAGES.join(', ')}]\n`);
    await write(
      'exhibitions/a-long-name-of-an-exhibition-that-has-no-space-in-it-at-all/index.mdx',
      '---\ntitle: Spring\n---\n<Work id="ends001" />\n\n<Work id="gone001" />\n',
    );
    await approve({ content, ids: 'all' });
    await story('changed', openRecord(), 'Changed.\n');
  });
  const { folder } = desk.open.desk.publisher.site;
  for (const lang of LANGUAGES) {
    const page = join(folder, pathIn(lang, 'stories/thanked'));
    await mkdir(page, { recursive: true });
    await writeFile(join(page, 'index.html'), 'a page of the site');
  }
  desk.register.keepThanks({ contribution: 'thanked', words: 'شکریہ', receivedOn: '2026-11-21' });
  const server = serve({ fetch: (request) => desk.open.handle(request), port: 0 });
  await new Promise<void>((done) => server.once('listening', () => done()));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  const [name = '', value = ''] = (await desk.signIn()).split('=');
  await page.context().addCookies([{ name, value, url: origin }]);
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) elsewhere.push(request.url());
  });
});
afterAll(async () => {
  await browser?.close();
  close?.();
});

const PAGES: readonly (readonly [LookedAt, (lang: string) => string, string])[] = [
  ['the page of the day', (lang) => `/desk/?lang=${lang}`, 'ends001'],
  ['the page for looking after people', (lang) => `/desk/care/?lang=${lang}`, 'شکریہ'],
  ['the page where thanks are sent', (lang) => `/${pathIn(lang, 'thanks/thanked/')}`, ''],
];

test.each(
  PAGES.flatMap(([name, at, says]) => {
    const seen = languagesSeen(name, LANGUAGES);
    return seen.map((lang) => [name, lang, at, says, lang === seen.at(-1)] as const);
  }),
)(
  '%s in %s reads at 320 px without JavaScript, asks nothing of others and passes axe',
  async (_name, language, at, says, isLookedAt) => {
    elsewhere = [];
    await page.goto(origin + at(language));
    expect(elsewhere).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    expect(await page.locator('main h1').count()).toBe(1);
    expect(await page.getByText(says).count()).toBeGreaterThan(0);
    const others = LANGUAGES.filter((other) => other !== language);
    const links = page.locator('.languages a');
    expect(await links.evaluateAll((all) => all.map((each) => each.getAttribute('href')))).toEqual(
      others.map(at),
    );
    // Each page in one language: drawn-pages.test.ts looks at them too.
    if (isLookedAt || process.env['PROVE']) expect(await axeFaults(page)).toEqual([]);
  },
);
