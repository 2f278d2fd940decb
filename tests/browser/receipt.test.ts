import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languagesOn } from '#i18n/languages.ts';
import { receiptPolicy } from '#desk/receipt-policy.ts';
import { receiptPage } from '#support/printed-receipt.ts';
import { interfaceIn } from '#i18n/words.ts';
import { axeFaults } from '#support/axe.ts';
import { openBrowser } from '#support/browser.ts';
import { type LookedAt, languagesSeen } from '#support/languages-seen.ts';
import { receiptFacts } from '#support/receipt-facts.ts';

const LANGUAGES = languagesOn('receipts');
let browser: Browser;
let page: Page;
/** The receipt that is shown, what its page asked for and what the browser complained of. */
let html = '';
let asked: string[] = [];
let said: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.route('**/*', (route) => {
    asked.push(route.request().url());
    const headers = { 'content-security-policy': `${receiptPolicy(html)}; frame-ancestors 'none'` };
    return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8', headers });
  });
});
afterAll(() => browser?.close());

/** Drawn once for each language. */
const drawn = new Map<string, Promise<string>>();
const fullest = (language: string): Promise<string> =>
  drawn.get(language) ?? drawn.set(language, drawFullest(language)).get(language)!;

/** The fullest receipt there is: a name, four kinds, every contact, thanks, and parts that changed. */
async function drawFullest(language: string): Promise<string> {
  const facts = receiptFacts({ language, thanks: true });
  const { receipt } = facts;
  return receiptPage({
    ...facts,
    settings: {
      ...facts.settings,
      contacts: [
        ...facts.settings.contacts,
        { label: { en: 'Text us' }, kind: 'text', value: '07700 900000' },
        { label: { en: 'Write to us' }, kind: 'email', value: 'stories@archive.example' },
      ],
    },
    receipt: {
      ...receipt,
      grid: { ...receipt.grid, web: { words: 'yes', photo: 'some', voice: 'yes', artwork: 'yes' } },
      parts: [
        ...receipt.parts.map((part) => ({ ...part, changed: true })),
        { id: 'e1', role: 'more', kind: 'words', uses: [], changed: false },
        { id: 't1', role: 'translation', kind: 'words', uses: [], changed: false },
      ],
    },
  });
}

async function show(language: string, width: number): Promise<void> {
  html = await fullest(language);
  [asked, said] = [[], []];
  await page.setViewportSize({ width, height: 900 });
  await page.goto('http://desk.test/api/receipt/bread01/p1');
}

const isSeen = (what: LookedAt, language: string): boolean =>
  languagesSeen(what, LANGUAGES).includes(language);

describe.each(LANGUAGES)('a receipt in %s, in a real browser', (language) => {
  test.runIf(isSeen('the receipt on one sheet', language))(
    'fits one sheet of A4 with all there can be on it',
    async () => {
      await show(language, 800);
      await page.evaluate(() => document.fonts.ready);
      const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    },
  );

  test.runIf(language !== 'en' && isSeen('the letters of the receipt', language))(
    'is drawn with the letters it carries',
    async () => {
      await show(language, 800);
      await page.evaluate(() => document.fonts.ready);
      const tool = await page.context().newCDPSession(page);
      await tool.send('DOM.enable');
      await tool.send('CSS.enable');
      const { root } = await tool.send('DOM.getDocument');
      for (const selector of ['h1', 'caption', 'tbody th', 'h2']) {
        const { nodeId } = await tool.send('DOM.querySelector', { nodeId: root.nodeId, selector });
        const { fonts } = await tool.send('CSS.getPlatformFontsForNode', { nodeId });
        const own = fonts.filter(({ isCustomFont }) => isCustomFont);
        expect([selector, own.map(({ familyName }) => familyName).join()]).toEqual([
          selector,
          expect.stringMatching(/^Noto (Naskh|Sans)/),
        ]);
      }
    },
  );

  test.runIf(isSeen('the receipt on a phone', language))(
    'is read at 320 pixels and more without going off the side, in its own style, asking for nothing',
    async () => {
      await show(language, 320);
      for (const width of [390, 430, 481]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      await page.setViewportSize({ width: 320, height: 900 });
      const wide = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth,
        border: getComputedStyle(document.querySelector('.code') as Element).borderTopWidth,
      }));
      expect(wide).toEqual({ page: 320, border: '3px' });
      expect(asked.filter((url) => !url.endsWith('/favicon.ico'))).toHaveLength(1);
      expect(said).toEqual([]);
    },
  );

  test.runIf(isSeen('the receipt and axe', language))(
    'has nothing that axe finds, and reads each square with its row and column',
    async () => {
      await show(language, 800);
      expect(await axeFaults(page, 'all')).toEqual([]);
      const { words } = interfaceIn(language);
      const row = page.getByRole('row', { name: words.consentUses.web }).first();
      const squares = await row.getByRole('cell').allInnerTexts();
      const marks = await row
        .locator('.mark path')
        .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
      expect(new Set(marks).size).toBe(2);
      expect(squares.map((square) => square.trim())).toEqual([
        words.receipt.yes,
        words.receipt.some,
        words.receipt.yes,
        words.receipt.yes,
      ]);
    },
  );
});
