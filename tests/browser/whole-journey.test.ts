import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '#support/browser.ts';
import { signInAt } from '#support/desk-page.ts';
import { type Hands, touching, typing } from '#support/hands.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { smallArchive } from '#support/small-archive.ts';
import { gitIn, saving } from '#support/small-desk.ts';
import { type Started, startArchive } from '#support/started.ts';
import { until } from '#support/until.ts';

/**
 * The whole way of a piece by somebody without an account: invited, written and recorded on a phone, seen and
 * sent; read and published by a facilitator; public; and then changed by its maker, who takes the photograph
 * out. A real start, real builds, a real repository, a real browser.
 */
const WORDS = 'چائے کی پیالی اور بارش';
const DESCRIBED = 'ایک پیالی';
/** Builds on a machine that may be busy. */
const LIMIT = 600_000;
const SHOTS = process.env['ARCHIVE_SHOTS'];

let browser: Browser;
let atWork: BrowserContext;
let started: Started;
let content: string;
let files: { readonly photo: string; readonly sound: string };

beforeAll(async () => {
  const made = await smallArchive();
  ({ content } = made);
  await made.write('settings.yaml', 'name: A small archive\nlanguages: [en, ur]\n');
  const git = gitIn(dirname(content));
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  const folder = dirname(content);
  files = {
    photo: join(folder, '..', `${Date.now()}-p.jpg`),
    sound: join(folder, '..', `${Date.now()}-s.wav`),
  };
  await writeFile(files.photo, await photographWith('my name', 7));
  await writeFile(files.sound, soundWith('my name', 440));
  [started, browser] = await Promise.all([startArchive(content), openBrowser()]);
  atWork = await browser.newContext();
  await signInAt(await atWork.newPage(), started.link);
});
afterAll(async () => {
  await browser?.close();
  started?.stop();
});

/** A link for one contributor, in Urdu, made on the page for it. */
async function invited(): Promise<string> {
  const page = await atWork.newPage();
  await page.goto(`${started.origin}/desk/invitations/`);
  for (const [name, value] of [
    ['role', 'contributor'],
    ['use', 'single'],
    ['language', 'ur'],
  ])
    await page.locator(`input[name=${name}][value=${value}]`).check();
  await page.locator('button[value=make]').click();
  const link = await page.locator('.slip-link a').getAttribute('href');
  await page.close();
  return link ?? '';
}

const go = (page: Page) => page.locator('main form .button:not(.quiet)').last();

/** From the link to the code of the receipt, on a narrow phone; answers with the id too. */
async function share(page: Page, { press, type, tick, choose }: Hands) {
  const on = async (next: string, isReady = async () => {}): Promise<void> => {
    await isReady();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    const step = new URL(page.url()).pathname.split('/')[2];
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/journey-${step}.png`, fullPage: true });
    await press(go(page));
    await page.waitForURL(`**/share/${next}/**`);
  };
  await page.goto(await invited());
  for (const act of ['enter', 'begin']) await press(page.locator(`button[value=${act}]`));
  await page.waitForURL('**/share/language/**');
  await tick(page.locator('input[value=ur]'));
  await on('words');
  await type(page.locator('#title'), 'بارش');
  await type(page.locator('#words'), WORDS);
  await on('pictures');
  await choose(page.locator('#choose'), files.photo);
  await on('describe');
  await type(page.locator('textarea'), DESCRIBED);
  await on('sound');
  await choose(page.locator('#choose'), files.sound);
  await on('others');
  for (const nobody of await page.locator('input[value=nobody]').all()) await tick(nobody);
  await on('uses');
  for (const box of await page.locator('input[value^="web "]').all()) await tick(box);
  await on('credit');
  await tick(page.locator('input[value=anonymous]'));
  await on('notes');
  await on('age');
  await tick(page.locator('input[value=adult]'));
  await on('look');
  expect(await page.locator('article picture').count()).toBe(1);
  const id = /\/share\/preview\/[\w-]+\/media\/([a-z0-9]+)\//.exec(await page.content())?.[1] ?? '';
  return { id, code: await sent(page, { press, tick }) };
}

/** Sends it as it is seen; answers with the code of its receipt. */
async function sent(page: Page, { press, tick }: Pick<Hands, 'press' | 'tick'>): Promise<string> {
  await tick(page.locator('input[name=seen]'));
  await press(go(page));
  const code = page.locator('.take-code-shown strong');
  await code.waitFor();
  return (await code.textContent()) ?? '';
}

/** A facilitator reads it at the desk, clears it, and publishes; then the site is made. */
async function published(id: string): Promise<void> {
  const path = `content/stories/${id}/story.md`;
  const call = async (action: string, params: object) => {
    const data = { branch: 'archive', action, params: { branch: 'archive', ...params } };
    const headers = { 'sec-fetch-site': 'same-origin' };
    const answer = await atWork.request.post(`${started.origin}/api/cms`, { data, headers });
    expect([action, answer.status()]).toEqual([action, 200]);
    return answer.json();
  };
  const day = await atWork.request.get(`${started.origin}/desk/`);
  expect(await day.text()).toContain(id);
  const of = { collection: 'stories', slug: id };
  const { data } = await call('unpublishedEntryDataFile', { ...of, path });
  const { record, words, rev } = JSON.parse(data);
  const review = { outcome: 'cleared', on: '2026-11-20' };
  const raw = JSON.stringify({ record: { ...record, review }, words, rev });
  await call('persistEntry', saving(path, raw, { slug: id, isNew: false }));
  await call('updateUnpublishedEntryStatus', { ...of, newStatus: 'pending_publish' });
  await call('publishUnpublishedEntry', of);
  await upToDate();
}

const upToDate = () =>
  until(async () => {
    const told = await (await atWork.request.get(`${started.origin}/api/publishing`)).json();
    expect(told.problems).toEqual([]);
    return told.state === 'idle';
  });

/** Every file of the site that is served which is a picture of this piece. */
async function picturesServed(id: string): Promise<readonly string[]> {
  const state = await readFile(await siteFile(), 'utf8');
  const { folder } = JSON.parse(state) as { folder: string };
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.includes(id) && /\.(avif|webp|jpe?g|png)$/.test(name));
}

async function siteFile(): Promise<string> {
  const names = await readdir(started.home, { recursive: true });
  return join(started.home, names.find((name) => /state.desk.\w+.site\.json$/.test(name)) ?? '');
}

/** With the code of the receipt: the form again, and the picture out of it. */
async function pictureOut(page: Page, id: string, code: string, { press, type, tick }: Hands) {
  await page.goto(`${started.origin}/mine/?lang=ur`);
  await type(page.locator('input[name=code]'), code);
  await press(page.locator('form:has(input[name=code]) button'));
  await page.waitForURL(`**/mine/${id}/**`);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/journey-mine.png`, fullPage: true });
  await press(page.locator('button[value=change]'));
  await page.waitForURL('**/share/look/**');
  await press(page.locator('nav a[href*="/share/pictures/"]'));
  await page.waitForURL('**/share/pictures/**');
  await press(page.locator('button[value=remove]'));
  await page.locator('button[value=remove]').waitFor({ state: 'detached' });
  await press(go(page));
  await page.waitForURL('**/share/look/**');
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/journey-change.png`, fullPage: true });
  await sent(page, { press, tick });
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/journey-changed.png`, fullPage: true });
}

interface Way {
  readonly name: string;
  readonly script: boolean;
  readonly hands: (page: Page) => Hands;
}
const WAYS = {
  touch: { name: 'with a finger', script: true, hands: touching },
  plain: { name: 'without a script', script: false, hands: touching },
  keys: { name: 'with a keyboard alone', script: true, hands: typing },
  plainKeys: { name: 'with a keyboard alone, without a script', script: false, hands: typing },
} as const satisfies Readonly<Record<string, Way>>;

const phone = async ({ script }: Way): Promise<Page> => {
  const viewport = { width: 360, height: 740 };
  return (await browser.newContext({ viewport, javaScriptEnabled: script })).newPage();
};

/** How it is written, and how it is changed: all ways with PROVE=1. */
const JOURNEYS: readonly (readonly [Way, Way])[] = process.env['PROVE']
  ? [
      [WAYS.touch, WAYS.plainKeys],
      [WAYS.plain, WAYS.plain],
      [WAYS.keys, WAYS.keys],
    ]
  : [[WAYS.touch, WAYS.plainKeys]];

test.each(JOURNEYS)(
  'a story goes from a link to a public page and its photograph out of it again, written $name',
  async (writes, changes) => {
    const writing = await phone(writes);
    const { id, code } = await share(writing, writes.hands(writing));
    await writing.context().close();
    expect((await atWork.request.get(`${started.origin}/stories/${id}/`)).status()).toBe(404);
    await published(id);
    const reader = await phone(WAYS.touch);
    await reader.goto(`${started.origin}/stories/${id}/`);
    expect(await reader.locator('article').textContent()).toContain(WORDS);
    expect(await reader.locator('article picture').count()).toBe(1);
    expect(await reader.locator('article audio').count()).toBe(1);
    expect((await picturesServed(id)).length).toBeGreaterThan(0);
    const changing = await phone(changes);
    await pictureOut(changing, id, code, changes.hands(changing));
    const gone = await atWork.request.get(`${started.origin}/stories/${id}/`);
    expect(await gone.text()).not.toContain(DESCRIBED);
    await upToDate();
    await reader.goto(`${started.origin}/stories/${id}/`);
    expect(await reader.locator('article').textContent()).toContain(WORDS);
    expect(await reader.content()).not.toContain(DESCRIBED);
    expect(await reader.locator('article picture').count()).toBe(0);
    expect(await picturesServed(id)).toEqual([]);
  },
  LIMIT,
);
