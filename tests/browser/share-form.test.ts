import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser, Page, Request } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDraft } from '#repository/drafts.ts';
import { recordForm } from '#repository/record-text.ts';
import { textAt } from '#repository/repository.ts';
import { openBrowser } from '#support/browser.ts';
import { soundWith } from '#support/media-made-here.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

const SHOTS = process.env['ARCHIVE_SHOTS'];
/** After so many bytes of one connection the line breaks, twice. */
const BREAKS_AFTER = 300_000;
const DIES_AFTER = 20_000;
const closing: (() => unknown)[] = [];
let desk: SmallDesk;
let browser: Browser;
let origin: string;
let broken = 0;
/** The next line that carries so much says nothing more, and is not closed either. */
let dies = false;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await smallDesk();
  const server = serve({ fetch: (request) => desk.open.handle(request), port: 0 });
  await new Promise<void>((done) => server.once('listening', () => done()));
  const { port } = server.address() as AddressInfo;
  const line = createServer((phone) => carry(phone, connect(port, '127.0.0.1')));
  await new Promise<void>((done) => line.listen(0, '127.0.0.1', () => done()));
  origin = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
  closing.push(
    () => line.close(),
    () => server.close(),
  );
});
afterAll(async () => {
  await browser?.close();
  for (const close of closing) close();
});

/** A line that breaks in the middle of a file, two times. */
function carry(phone: Socket, archive: Socket): void {
  let bytes = 0;
  phone.on('data', (piece) => {
    bytes += piece.length;
    if (dies && bytes > DIES_AFTER) {
      dies = false;
      phone.unpipe(archive);
      archive.unpipe(phone);
    }
    if (bytes < BREAKS_AFTER || broken >= 2) return;
    broken += 1;
    phone.destroy();
    archive.destroy();
  });
  for (const [end, other] of [
    [phone, archive],
    [archive, phone],
  ] as const)
    end.on('error', () => undefined).on('close', () => other.destroy());
  phone.pipe(archive);
  archive.pipe(phone);
}

async function files(): Promise<{ readonly photo: string; readonly sound: string }> {
  const [photo, sound] = [join(desk.state, 'my photo.jpg'), join(desk.state, 'my voice.wav')];
  const raw = { width: 900, height: 700, channels: 3 } as const;
  const noise = sharp(randomBytes(raw.width * raw.height * raw.channels), { raw });
  await writeFile(photo, await noise.jpeg({ quality: 95 }).toBuffer());
  await writeFile(sound, soundWith('my name', 440));
  return { photo, sound };
}

/** Goes on from a question; it fits the phone. */
async function goOn(page: Page, step: string, next: string): Promise<void> {
  expect(new URL(page.url()).pathname).toBe(`/share/${step}/`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/form-${step}.png`, fullPage: true });
  await page.locator('main form .button:not(.quiet)').last().click();
  await page.waitForURL(`**/share/${next}/**`).catch(async (error: Error) => {
    const told = await page.locator('[role=status], [role=alert]').allInnerTexts();
    throw new Error(`${error.message}\nIt says: ${told.join(' | ')}\n${asked.join('\n')}`);
  });
}

/** What the phone asked the archive for, and what came of it. */
const asked: string[] = [];
function listen(page: Page): void {
  const tell = (request: Request, what: string) =>
    asked.push(`${request.method()} ${new URL(request.url()).pathname} ${what}`);
  page.on('request', (request) => tell(request, '…'));
  page.on('response', (response) => tell(response.request(), String(response.status())));
  page.on('requestfailed', (request) => tell(request, request.failure()?.errorText ?? 'failed'));
}

test('a story, a photograph and a voice arrive from a phone over a line that breaks, as they were seen', async () => {
  const { photo, sound } = await files();
  const until = desk.clock.now + 86_400_000;
  const invitation = { role: 'contributor', language: 'ur', use: 'single', until } as const;
  const { token } = desk.open.desk.access.invite(invitation);
  const page = await (
    await browser.newContext({ viewport: { width: 360, height: 740 } })
  ).newPage();
  listen(page);
  const said: string[] = [];
  page.on('console', (line) => said.push(line.text()));
  page.on('pageerror', ({ message }) => said.push(`Error: ${message}`));
  await page.goto(`${origin}/share/?code=${token}&lang=ur`);
  for (const act of ['enter', 'begin']) await page.locator(`button[value=${act}]`).click();
  await page.waitForURL('**/share/language/**');
  await goOn(page, 'language', 'words');
  await page.locator('#title').fill('بارش');
  await page.locator('#words').fill('چائے کی پیالی');
  await goOn(page, 'words', 'pictures');
  await page.locator('#choose').setInputFiles(photo);
  await goOn(page, 'pictures', 'describe');
  expect(broken).toBe(2);
  await page.locator('textarea').fill('رنگ برنگے نقطے');
  await goOn(page, 'describe', 'sound');
  const buttons = page.locator('[data-recorder] button');
  expect([await buttons.nth(0).isVisible(), await buttons.nth(1).isVisible()]).toEqual([
    true,
    false,
  ]);
  await page.locator('#choose').setInputFiles(sound);
  dies = true;
  await page.clock.install();
  const on = goOn(page, 'sound', 'others');
  await expect.poll(() => dies).toBe(false);
  await page.clock.fastForward('02:01');
  await on;
  for (const nobody of await page.locator('input[value=nobody]').all()) await nobody.check();
  await goOn(page, 'others', 'uses');
  for (const box of await page.locator('input[value^="web "]').all()) await box.check();
  await goOn(page, 'uses', 'credit');
  await page.locator('input[value=anonymous]').check();
  await goOn(page, 'credit', 'notes');
  await goOn(page, 'notes', 'age');
  await page.locator('input[value=adult]').check();
  await goOn(page, 'age', 'look');
  const article = page.locator('article');
  expect(await article.textContent()).toContain('چائے کی پیالی');
  expect(await article.locator('picture').count()).toBe(1);
  expect(await article.locator('audio').count()).toBe(1);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/form-look.png`, fullPage: true });
  const id = /\/share\/preview\/[\w-]+\/media\/([a-z0-9]+)\//.exec(await page.content())?.[1] ?? '';
  await page.locator('input[name=seen]').check();
  await page.locator('main form .button:not(.quiet)').last().click();
  await page.locator('.take-code-shown').waitFor();
  expect(await page.locator('svg.qr').isVisible()).toBe(true);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/form-sent.png`, fullPage: true });
  const kept = await page.evaluate(async () => (await indexedDB.databases()).length);
  expect(kept).toBe(0);
  const draft = await readDraft(desk.repository, { collection: 'stories', id });
  const path = `content/stories/${id}/story.md`;
  const text = (await textAt(desk.repository, draft?.tip ?? '', path)) ?? '';
  expect(recordForm(text, path)?.record).toMatchObject({
    ...{ title: 'بارش', kind: 'story', review: { outcome: 'pending' } },
    photos: [{ id: 'f1', file: 'f1.jpg', alt: 'رنگ برنگے نقطے' }],
    voice: { id: 'v1', file: 'v2.webm' },
    consents: [
      { approved: expect.objectContaining({ f1: expect.any(String), v1: expect.any(String) }) },
    ],
  });
  expect(said.filter((line) => /security policy|refused|error:/i.test(line))).toEqual([]);
  await page.context().close();
});
