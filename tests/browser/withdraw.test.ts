import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildRecordOf } from '#hosting/build-record.ts';
import { deskOver } from '#cli/open-desk.ts';
import { repositoryOf } from '#state/content-source.ts';
import { stateOf } from '#state/state.ts';
import { lastSite, type OpenDesk } from '#server/open-desk.ts';
import { Register } from '#register/register.ts';
import { askPage } from '#support/ask-page.ts';
import { axeFaults } from '#support/axe.ts';
import { openBrowser } from '#support/browser.ts';
import { archive } from '#support/run-archive.ts';
import { copyExamples } from '#support/served-site.ts';
import { gitIn } from '#support/small-desk.ts';

/** The whole way with the real build: a link with a code, at 320 px, without a script. */
const DAY = '2026-11-22';
/** In an exhibition's words and pictures, in lists, in the feed, in search. */
const CAGE = { id: 'g1sepw6z', title: 'The cage', words: 'You stand with your back to the wire' };
/** Has a sibling in Hindi, and a picture. */
const RAIN = { id: '6h2tm5bn', sibling: 'q3kjtjnt', title: 'بارش والی شام' };
/** Of the example archive these are enough, in two languages; all of it, in four, under PROVE. */
const FEW = [CAGE.id, RAIN.id, RAIN.sibling, 'b6hy0pfe', 'k4v9ztmc', 'm7rtx2hv', 't2wjm7ka'];
const IS_WHOLE = process.env['PROVE'] !== undefined;
const LANGUAGES = IS_WHOLE ? ['', '/ur', '/pa', '/hi'] : ['', '/ur'];
/** A whole build, on a machine that has other things to do. */
const A_BUILD = 1_800_000;

let home: string;
let content: string;
let dist: string;
let open: OpenDesk;
let server: ReturnType<typeof serve>;
let origin: string;
let browser: Browser;
let page: Page;
const code: Record<string, string> = {};

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'withdraw-'));
  process.env['ARCHIVE_STATE'] = join(home, 'state');
  content = join(home, 'archive', 'content');
  dist = join(home, 'dist');
  await copyExamples(content);
  if (!IS_WHOLE) await leaveFew();
  const git = gitIn(join(home, 'archive'));
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  const ran = await archive(['build', '--content', content, '--out', dist, '--today', DAY]);
  expect(ran.out + ran.err).toContain('nothing withheld found');
  const register = Register.open(stateOf(content).register, Date.now);
  for (const { id } of [CAGE, RAIN])
    code[id] = register.issueReceipt({ contribution: id, person: await makerOf(id), day: DAY });
  register.close();
  await start();
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await open?.desk.publisher.settled();
  await rm(home, { recursive: true, force: true });
});

/** Takes out of the content what `FEW` does not name, and what speaks of it. */
async function leaveFew(): Promise<void> {
  const others = (await readdir(join(content, 'stories'))).filter((id) => !FEW.includes(id));
  const gone = [
    ...others.map((id) => `stories/${id}`),
    'exhibitions/what-the-roots-hold',
    ...['let-two-wait-as-one', 'no-child-interprets'].map((id) => `priorities/${id}.yaml`),
    ...['booking-interpreters', 'ringing-the-surgery'].map((id) => `responses/${id}.md`),
  ];
  for (const path of gone) await rm(join(content, path), { recursive: true });
  const change = async (path: string, from: RegExp, to: string): Promise<void> => {
    const file = join(content, path);
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
  };
  await change('settings.yaml', /^languages: .*$/m, 'languages: [en, ur]');
  const priority = 'priorities/places-to-sit-together.yaml';
  await change(priority, /^pieces: .*$/m, `pieces: [${CAGE.id}, b6hy0pfe]`);
}

async function makerOf(id: string): Promise<string> {
  const record = await readFile(join(content, 'stories', id, 'story.md'), 'utf8');
  return /person: *(\S+)/.exec(record)?.[1] ?? '';
}

/** As `npm start` does it: the site of the desk's last build, or the one that was there first. */
async function start(): Promise<void> {
  server?.close();
  const repository = await repositoryOf(content);
  if (repository === undefined) throw new Error('The content is not in git.');
  const { built, desk } = stateOf(content);
  const record = await buildRecordOf(built, dist);
  const first = { folder: dist, tombstones: [], fragments: record?.fragments };
  const site = (await lastSite(desk)) ?? first;
  open = await deskOver({ repository, content, site, today: () => DAY });
  server = serve({ fetch: (request) => open.handle(request), port: 0 });
  await new Promise<void>((done) => server.once('listening', () => done()));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
}

/** Breaks what the next build reads, or mends it, on the desk's own branch. */
async function settings(change: (text: string) => string): Promise<void> {
  const git = gitIn(join(home, 'archive'));
  git('checkout', '-q', 'archive');
  const file = join(content, 'settings.yaml');
  await writeFile(file, change(await readFile(file, 'utf8')));
  git('commit', '-q', '-a', '-m', 'Settings');
  git('checkout', '-q', 'main');
}

/** Every address of a piece in the built site: pages, media files and what search reads. */
async function addressesOf(id: string): Promise<readonly string[]> {
  const { folder } = open.desk.publisher.site;
  const files = await readdir(join(folder, 'media', id)).catch(() => []);
  const fragments = await readdir(join(folder, 'pagefind', 'fragment'));
  const own: string[] = [];
  for (const name of fragments) {
    const packed = await readFile(join(folder, 'pagefind', 'fragment', name));
    if (gunzipSync(packed).toString('utf8').includes(`/stories/${id}/`))
      own.push(`/pagefind/fragment/${name}`);
  }
  expect([files.length > 0, own.length]).toEqual([true, 1]);
  return [
    ...LANGUAGES.map((prefix) => `${prefix}/stories/${id}/`),
    ...files.map((name) => `/media/${id}/${name}`),
    ...own,
  ];
}

/** Addresses of all pages, feeds and maps of the built site that name a piece, but are not its own. */
async function namingPages(id: string): Promise<readonly string[]> {
  const { folder } = open.desk.publisher.site;
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => /\.(html|xml)$/.test(name) && !name.includes(`stories/${id}/`),
  );
  const naming: string[] = [];
  for (const name of names)
    if ((await readFile(join(folder, name), 'utf8')).includes(id))
      naming.push(`/${name.replace(/index\.html$/, '')}`);
  return naming;
}

const statusOf = async (path: string) => (await fetch(`${origin}${path}`)).status;

/** Addresses of a piece that do not say it is gone; one in the index may be none by now. */
async function notGone(addresses: readonly string[]): Promise<readonly string[]> {
  const statuses = await Promise.all(addresses.map(statusOf));
  const isGone = (path: string, status: number | undefined) =>
    status === 410 || (status === 404 && path.startsWith('/pagefind/'));
  return addresses.filter((path, at) => !isGone(path, statuses[at]));
}

/** No sideways scrolling, and nothing that a checker of accessibility finds, on the page as it stands. */
async function fits(): Promise<void> {
  const other = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await other.setContent(await page.content(), { waitUntil: 'load' });
  const found = await axeFaults(other, 'all');
  await other.close();
  expect(found).toEqual([]);
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(320);
}

/** From the link on the receipt to the confirmation; answers with how many pages that took. */
async function takeDown(id: string, prefix: string, what: string): Promise<number> {
  let pages = 0;
  page.on('load', () => {
    pages += 1;
  });
  await page.goto(`${origin}${prefix}/withdraw/?code=${code[id]}`);
  await fits();
  await page.locator('form[action$="/withdraw/"] button').click();
  await page.locator(`input[value="${what}"]`).check();
  await fits();
  await page.locator('form[action$="/withdraw/"] button').click();
  await page.locator('.receipt').waitFor();
  await fits();
  page.removeAllListeners('load');
  return pages;
}

describe('A25: with the build broken on purpose', () => {
  let addresses: readonly string[];
  let naming: readonly string[];
  let never: string;

  test('A24: link, choice, confirmation: three pages, and every address is gone when the receipt is there', async () => {
    addresses = await addressesOf(CAGE.id);
    naming = await namingPages(CAGE.id);
    expect(naming.length).toBeGreaterThan(8);
    expect(naming.some((path) => path.includes('/exhibitions/'))).toBe(true);
    for (const path of addresses) expect([path, await statusOf(path)]).toEqual([path, 200]);
    await settings((text) => `${text}\nnot a setting: [\n`);
    expect(await takeDown(CAGE.id, '', 'all')).toBeLessThanOrEqual(3);
    expect(await notGone(addresses)).toEqual([]);
    expect(await page.locator('.receipt').innerText()).toContain('We still owe you one step');
  });

  test('no page, feed or map names it any more, in no language', async () => {
    for (const path of naming) {
      const answer = await fetch(`${origin}${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      const text = await answer.text();
      for (const trace of [CAGE.id, CAGE.words, `>${CAGE.title}<`])
        expect([path, text.includes(trace)]).toEqual([path, false]);
    }
  });

  test('search passes over it and still finds the others', async () => {
    const reader = await browser.newPage();
    const ask = async () => {
      await reader.goto(`${origin}/search/`);
      return askPage(reader, [{ q: 'cage' }, { q: 'ghar' }, { q: 'the' }]);
    };
    let [cage, others, all] = await ask();
    // The index is made again without its words, and until then it finds nothing at all.
    while (others?.items.length === 0) [cage, others, all] = await ask();
    await reader.close();
    const hrefs = (shown: typeof cage) => shown?.items.map(({ href }) => href) ?? [];
    expect(hrefs(cage)).not.toContain(`/stories/${CAGE.id}/`);
    expect(hrefs(all)).not.toContain(`/stories/${CAGE.id}/`);
    expect(cage?.status).not.toBe('');
  });

  test('it says what is owed, and hides all the same after a new start', async () => {
    await open.desk.publisher.settled();
    expect(open.desk.publisher.state.state).toBe('failed');
    await start();
    await open.desk.publisher.settled();
    // The index was made again: what it once held of the piece is an address that never was.
    const pages = addresses.filter((path) => !path.startsWith('/pagefind/'));
    expect(await notGone(pages)).toEqual([]);
    for (const path of addresses.filter((each) => !pages.includes(each)))
      expect([path, await statusOf(path)]).toEqual([path, 404]);
    await page.goto(`${origin}/withdraw/?code=${code[CAGE.id]}`);
    await page.locator('form[action$="/withdraw/"] button').click();
    expect(await page.locator('main').innerText()).toContain('could not be made again yet');
    never = await (await fetch(`${origin}${addresses[0]}`)).text();
  });

  test('the folder that a command built before is cleared too, so that nobody uploads it from there', async () => {
    await open.desk.publisher.settled();
    expect(await readdir(join(dist, 'media', CAGE.id)).catch(() => [])).toEqual([]);
    const lists = ['index.html', 'stories/index.html', 'feed.xml', 'sitemap-0.xml'];
    for (const name of lists)
      expect([name, (await readFile(join(dist, name), 'utf8')).includes(CAGE.id)]).toEqual([
        name,
        false,
      ]);
  });

  test(
    'when it is mended the site is switched, without a trace, and says the same at its address',
    async () => {
      await settings((text) => text.replace('\nnot a setting: [\n', ''));
      open.desk.publisher.start();
      await open.desk.publisher.settled();
      expect(open.desk.publisher.state).toMatchObject({ state: 'idle' });
      expect(open.desk.publisher.state.failed).toBeUndefined();
      expect(open.desk.hidden.entries).toEqual([]);
      const { folder } = open.desk.publisher.site;
      for (const name of await readdir(folder, { recursive: true })) {
        const bytes = await readFile(join(folder, name)).catch(() => Buffer.alloc(0));
        const text = name.endsWith('.pf_fragment') ? gunzipSync(bytes) : bytes;
        for (const trace of [CAGE.id, CAGE.words])
          expect([name, text.includes(trace)]).toEqual([name, false]);
      }
      const tombstone = await fetch(`${origin}/stories/${CAGE.id}/`);
      expect([tombstone.status, (await tombstone.text()) === never]).toEqual([410, true]);
    },
    A_BUILD,
  );
});

describe('in Urdu, only the picture', () => {
  test(
    'the whole page is hidden at once, and comes back without the picture',
    async () => {
      const addresses = await addressesOf(RAIN.id);
      expect(await takeDown(RAIN.id, '/ur', 'part:f1')).toBeLessThanOrEqual(3);
      expect(await notGone(addresses)).toEqual([]);
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      expect(await page.locator('.receipt').innerText()).toContain('سائٹ دوبارہ');
      const sibling = await (await fetch(`${origin}/stories/${RAIN.sibling}/`)).text();
      for (const trace of [RAIN.id, RAIN.title]) expect(sibling).not.toContain(trace);
      await open.desk.publisher.settled();
      expect(open.desk.publisher.state.failed).toBeUndefined();
      const back = await fetch(`${origin}/stories/${RAIN.id}/`);
      const text = await back.text();
      expect([back.status, text.includes(RAIN.title), text.includes('/media/')]).toEqual([
        200,
        true,
        false,
      ]);
      for (const path of addresses.filter((each) => each.startsWith('/media/')))
        expect([path, await statusOf(path)]).toEqual([path, 404]);
    },
    A_BUILD,
  );
});
