import { gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answers } from '#intake/contribution/answers.ts';
import { STEP_NAMES } from '#intake/contribution/steps.ts';
import { openBrowser } from '#support/browser.ts';
import { frames } from '#support/frames.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { shareForm } from '#support/share-form.ts';
import { DESK_DAY, type SmallDesk, smallDesk } from '#support/small-desk.ts';
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
  await untilLoaded(page, site.origin + path);
  const loaded = await Promise.all(
    [...bodies].map(async ([at, body]) => ({ path: at, bytes: compressed(at, await body) })),
  );
  await context.close();
  return loaded.filter(({ path: at }) => !at.startsWith('/media/'));
}

/** Shows a page until it asks for nothing more: all of it is there, it was drawn, and its letters came. */
async function untilLoaded(page: Page, url: string): Promise<void> {
  const open = new Set<Request>();
  page.on('request', (request) => open.add(request));
  const end = (request: Request) => open.delete(request);
  page.on('requestfinished', end).on('requestfailed', end);
  await page.goto(url);
  do {
    await frames(page, 6);
    await page.evaluate(async () => document.fonts.ready);
  } while (open.size > 0);
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

/** The most that a page of the form or of somebody's own pieces may weigh, as the server sends it, in kB. */
const PAGE = 30;
const SCRIPTS = 3;

describe('a page for somebody without an account, in Latin letters', () => {
  const weighed = new Map<string, readonly Loaded[]>();

  beforeAll(async () => {
    const desk = await smallDesk(({ write }) =>
      write(
        'settings.yaml',
        'name: Living Roots Archive\nlanguages: [en, ur, pa, hi]\nsharing: true\n',
      ),
    );
    const { form, visit, id } = await filledForm(desk);
    const server = serve({ fetch: (request) => desk.open.handle(request), port: 0 });
    await new Promise<void>((done) => server.once('listening', () => done()));
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const weigh = async (path: string, cookie = '') =>
      void weighed.set(path, await sentFor(`${origin}${path}?lang=en`, cookie));
    await weigh('/share/');
    await weigh('/mine/');
    for (const step of STEP_NAMES) await weigh(`/share/${step}/`, visit.cookie);
    await form.sendAsSeen(visit);
    const code = desk.register.issueReceipt({ contribution: id, person: 'p1', day: DESK_DAY });
    const entered = await form.ask('/mine/', visit, [['code', code]]);
    const own = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    await weigh(`/mine/${id}/`, own);
    weighed.set('/mine/a-piece/', weighed.get(`/mine/${id}/`) ?? []);
    server.close();
  });

  test.each([
    '/share/',
    ...STEP_NAMES.map((step) => `/share/${step}/`),
    '/mine/',
    '/mine/a-piece/',
  ])(`%s weighs at most ${PAGE} kB, of which ${SCRIPTS} kB are scripts`, (path) => {
    const files = weighed.get(path) ?? [];
    if (process.env['PROVE'])
      process.stderr.write(`${path} ${total(files).toFixed(1)} kB ${JSON.stringify(files)}\n`);
    expect(files.some(({ path: at }) => at.endsWith('.css'))).toBe(true);
    expect(files.every(({ bytes }) => bytes > 0)).toBe(true);
    expect(total(files)).toBeLessThanOrEqual(PAGE);
    expect(total(files.filter(({ path: at }) => at.endsWith('.js')))).toBeLessThanOrEqual(SCRIPTS);
  });
});

/** A champion's form, with something behind every question. */
async function filledForm(desk: SmallDesk) {
  const form = shareForm(desk);
  const entered = await form.ask('/share/', { cookie: '' }, [
    ['act', 'enter'],
    ['token', form.invite('single', 'champion')],
  ]);
  const visit = { cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  await form.ask('/share/', visit, [['act', 'begin-for-other']]);
  for (const [step, file] of [
    ['pictures', await photographWith('weight', 5)],
    ['sound', soundWith('weight', 440)],
  ] as const) {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(file)]), 'a');
    body.append('act', 'add');
    await form.send(`/share/files/${step}/`, visit, { method: 'POST', body, duplex: 'half' });
  }
  const { visitor, form: held } = await form.owned(visit);
  const id = held?.contribution ?? '';
  const given = answers.parse({
    ...JSON.parse(held?.answers ?? '{}'),
    ...{ language: 'en', title: 'Rain', words: 'A cup of tea, and rain.', others: 'nobody' },
    ...{ age: 'adult', credit: { as: 'anonymous' } },
    ...{ grants: { web: ['words', 'pictures', 'voice'] } },
    ...{ explained: { by: 'champion', how: 'paper', language: 'en', interpreter: 'none' } },
  });
  desk.open.desk.access.saveForm(visitor, { contribution: id, answers: JSON.stringify(given) });
  return { form, visit, id };
}

/** What a phone that was never here loads for one page, as it comes over the line; without pictures and sound. */
async function sentFor(url: string, cookie: string): Promise<readonly Loaded[]> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const [name = '', value = ''] = cookie.split('=');
  if (cookie !== '') await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const loaded: Promise<Loaded>[] = [];
  page.on('requestfinished', (request) => {
    const { pathname: path } = new URL(request.url());
    loaded.push(request.sizes().then(({ responseBodySize: bytes }) => ({ path, bytes })));
  });
  await untilLoaded(page, url);
  expect(page.url()).toBe(url);
  const all = await Promise.all(loaded);
  await context.close();
  return all.filter(({ path }) => !/^\/share\/(?:files|preview)\//.test(path));
}
