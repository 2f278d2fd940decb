import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ExifReader from 'exifreader';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askPage } from '#support/ask-page.ts';
import { openBrowser, openKeepingBrowser } from '#support/browser.ts';
import {
  deskWindow,
  goTo,
  machineLines,
  readAll,
  signInAt,
  untilSaved,
} from '#support/desk-page.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { archive } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';
import { gitIn } from '#support/small-desk.ts';
import { type Started, startArchive } from '#support/started.ts';
import { until } from '#support/until.ts';

/**
 * One story, from a sign-in link to a page and down again, as a facilitator does it: the archive
 * started as somebody starts it, a real repository, real builds, a real browser.
 */
const TITLE = 'ਦਾਦੀ ਦਾ ਸੰਦੂਕ';
const WORDS = 'ਸੰਦੂਕ ਵਿੱਚ ਫੁਲਕਾਰੀ ਸੀ। ਅਸੀਂ ਉਹਨੂੰ ਰਾਤ ਨੂੰ ਖੋਲ੍ਹਦੇ ਸੀ।';
const PHOTO_MARK = 'CNRY-whole-photo-0badcafe';
const SOUND_MARK = 'CNRY-whole-sound-0badcafe';
/** As a phone and a person name files: with a name in it. */
const PHOTO_NAME = 'Harbhajan-Kaur-clinic-2026';
const SOUND_NAME = 'interview-with-Harbhajan';

/** Three builds and a large editor, on a machine that may be busy. */
const LIMIT = 1_800_000;

/** Of somebody who reads, and of the facilitator. */
let browser: Browser;
let atWork: BrowserContext;
let started: Started;
let content: string;
let git: (...args: string[]) => string;

beforeAll(async () => {
  const made = await smallArchive();
  ({ content } = made);
  await made.write('settings.yaml', 'name: A small archive\nlanguages: [en, pa]\nthanks: true\n');
  await made.story('older01', openRecord());
  expect((await archive(['approve', '--all', '--content', content])).exit).toBe(0);
  git = gitIn(dirname(content));
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  [started, browser, atWork] = await Promise.all([
    startArchive(content),
    openBrowser(),
    openKeepingBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await atWork?.close();
  started?.stop();
});

/** What the facilitator has on the screen at each step; nothing of it may speak of the machinery. */
const seen: string[] = [];
const look = async (page: Page): Promise<void> => {
  seen.push(await readAll(page));
};

/** In the window as it stands, where the editor is loaded in it. */
const atDesk = (page: Page, where: string) => goTo(page, `${started.origin}/admin/#/${where}`);
const field = (page: Page, label: string) => page.getByLabel(label, { exact: false }).first();

async function choose(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label).first().fill(value);
  await page.keyboard.press('Enter');
}

/** Presses something, and waits until the desk has done what was asked. */
async function done(page: Page, action: string, press: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((each) =>
    (each.request().postData() ?? '').includes(`"${action}"`),
  );
  await press();
  expect([action, (await answer).status()]).toEqual([action, 200]);
}

async function setTo(page: Page, state: string): Promise<void> {
  await untilSaved(page);
  await page.locator('[class*=StatusButton]').click();
  await look(page);
  await done(page, 'updateUnpublishedEntryStatus', () =>
    page.getByRole('menuitem', { name: state }).click(),
  );
}

/** Looks at the board in a window that is opened for it, while the first one stays where it is. */
async function onBoard(page: Page, column: string): Promise<void> {
  const board = await page.context().newPage();
  await board.goto(`${started.origin}/desk/board/`);
  await board.getByRole('region', { name: column }).getByText(TITLE).waitFor();
  await look(board);
  await board.close();
}

const untilUpToDate = (page: Page) =>
  until(async () => {
    const told = (await (await page.request.get(`${started.origin}/api/publishing`)).json()) as {
      state: string;
      problems: string[];
    };
    expect(told.problems).toEqual([]);
    return told.state === 'idle';
  });

async function write(page: Page): Promise<void> {
  await signInAt(page, started.link);
  await page.getByRole('link', { name: 'New story' }).click();
  await field(page, 'Title').fill(TITLE);
  await choose(page, 'Language it was told in', 'Punjabi');
  await choose(page, 'Named by', 'Anonymous');
  await page.getByRole('button', { name: /Add photograph/ }).click();
  const photo = {
    name: `${PHOTO_NAME}.jpg`,
    mimeType: 'image/jpeg',
    buffer: await photographWith(PHOTO_MARK, 7),
  };
  await page.locator('input[type=file][accept^="image"]').first().setInputFiles(photo);
  await page.locator('.desk-recording img').first().waitFor();
  await field(page, 'What can be seen in it?').fill('ਇੱਕ ਸੰਦੂਕ');
  const sound = {
    name: `${SOUND_NAME}.wav`,
    mimeType: 'audio/wav',
    buffer: soundWith(SOUND_MARK, 440),
  };
  await page.locator('input[type=file][accept^="audio"]').first().setInputFiles(sound);
  await page.locator('.desk-recording audio').first().waitFor();
  await page.getByLabel('The words', { exact: false }).last().fill(WORDS);
  await choose(page, 'What did they find?', 'Checked: it may be shown');
  await field(page, 'Day of the check').fill('2026-11-20');
  await page.getByLabel('Hold it back', { exact: false }).first().click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await consent(page);
  await look(page);
}

async function consent(page: Page): Promise<void> {
  await page.getByLabel('What did they say?').selectOption('given');
  await page.getByLabel('Day they said yes').fill('2026-11-01');
  await page.getByLabel('Their yes ends on').fill('2031-11-01');
  await page.getByLabel('Which information sheet did they get?').fill('v1');
  await page.getByLabel('In which language?').selectOption('pa');
  await page.getByLabel('How did they say it?').selectOption('paper');
  await page.getByLabel('How old are they?').selectOption('adult');
  for (const kind of ['Words', 'Photographs', 'Voice'])
    await page.getByLabel(`On this website: ${kind}`).check();
  await page.getByLabel('Found by search: Words').check();
  await page.getByLabel('People may send them thanks').check();
}

/** Every byte that git or the store keeps, as one text; objects that nothing points to as well. */
async function everythingKept(): Promise<string> {
  const objects = execFileSync('git', ['cat-file', '--batch', '--batch-all-objects', '--buffer'], {
    cwd: dirname(content),
    maxBuffer: 500_000_000,
  }).toString('latin1');
  const files = await readdir(started.home, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async ({ parentPath, name }) => {
        const bytes = await readFile(join(parentPath, name)).catch(() => Buffer.alloc(0));
        return `${name}\n${bytes.toString('latin1')}`;
      }),
  );
  const refs = git('for-each-ref', '--format=%(refname) %(contents)') + git('log', '--all');
  return [objects, refs, ...texts].join('\n');
}

const at = (page: Page, address: string) => page.request.get(`${started.origin}${address}`);
const statusOf = async (page: Page, address: string) => (await at(page, address)).status();
const textAt = async (page: Page, address: string) => (await at(page, address)).text();

async function found(page: Page, q: string): Promise<readonly string[]> {
  await page.goto(`${started.origin}/search/`);
  const [shown] = await askPage(page, [{ q }]);
  return (shown?.items ?? []).map(({ href }) => href);
}

test(
  'A19, A21: a story goes from a link to a page that is found in two scripts, and down again in one act',
  async () => {
    const page = await deskWindow(atWork);
    await write(page);
    await done(page, 'persistEntry', () =>
      page.getByRole('button', { name: 'Save', exact: true }).click(),
    );
    await look(page);
    const id = git('for-each-ref', '--format=%(refname:lstrip=4)', 'refs/heads/cms/stories').trim();
    expect(id).toMatch(/^[a-z][a-z0-9]{9}$/);
    await page.waitForURL(/\/entries\//);
    await untilSaved(page);
    await onBoard(page, 'Drafts');
    await setTo(page, 'Being checked');
    await onBoard(page, 'Being checked');
    await page
      .getByText('it has changed since they approved it, or they have not seen it yet.')
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'They have seen this version' }).click();
    await page.getByRole('button', { name: 'Yes, they have seen it' }).click();
    await page.getByText('All of this may be shown.').waitFor();
    await look(page);
    await setTo(page, 'Ready to show');
    await onBoard(page, 'Ready to show');
    expect(await statusOf(page, `/stories/${id}/`)).toBe(404);
    await page.getByRole('button', { name: 'Show it', exact: true }).click();
    await look(page);
    await done(page, 'publishUnpublishedEntry', () =>
      page.getByRole('menuitem', { name: 'Show it now' }).click(),
    );
    expect(await statusOf(page, '/stories/older01/')).toBe(200);
    await page.getByText('It will be on the website in a few minutes').waitFor();
    await look(page);
    await untilUpToDate(page);
    expect(await textAt(page, '/')).toContain(TITLE);
    const way = page.getByRole('link', { name: 'See it on the website' });
    await way.waitFor();
    expect(await way.getAttribute('href')).toBe(`/stories/${id}/`);

    const reader = await browser.newPage();
    await reader.goto(`${started.origin}/stories/${id}/`);
    await reader.getByRole('heading', { name: TITLE }).waitFor();
    await reader.getByRole('link', { name: 'Say thank you' }).click();
    await reader.getByLabel('Your thanks').fill('ਧੰਨਵਾਦ');
    await reader.getByRole('button', { name: 'Send thanks' }).click();
    await reader.getByRole('heading', { name: 'Your thanks are on their way' }).waitFor();
    await page.goto(`${started.origin}/desk/care/`);
    await page.getByText('ਧੰਨਵਾਦ').waitFor();
    await look(page);
    await page.getByRole('button', { name: 'I have passed it on' }).click();
    await page.getByText('No thanks wait.').waitFor();
    await reader.goto(`${started.origin}/stories/${id}/`);
    const media = await reader.evaluate(() =>
      [...document.querySelectorAll('img, audio, audio source')]
        .map((each) => each.getAttribute('src') ?? '')
        .filter((src) => src.startsWith('/media/')),
    );
    expect(media.length).toBeGreaterThanOrEqual(2);
    expect(await found(reader, 'ਫੁਲਕਾਰੀ')).toEqual([`/stories/${id}/`]);
    expect(await found(reader, 'phulkari')).toEqual([`/stories/${id}/`]);

    const stored = join(started.state, 'media', id);
    expect((await readdir(stored)).sort()).toEqual(['f1.jpg', 'v1.webm']);
    const tags = ExifReader.load(await readFile(join(stored, 'f1.jpg')), { expanded: true });
    expect([tags.gps, tags.exif, tags.xmp]).toEqual([undefined, undefined, undefined]);
    const kept = await everythingKept();
    expect(kept).toContain('f1.jpg');
    for (const never of [PHOTO_MARK, SOUND_MARK, PHOTO_NAME, SOUND_NAME, 'Harbhajan'])
      expect([never, kept.includes(never)]).toEqual([never, false]);
    expect(git('log', '--all', '--format=%an %cn %B', '--not', 'main')).not.toContain(TITLE);

    await atDesk(page, `collections/stories/entries/${id}/story`);
    await page.getByRole('button', { name: 'Take it down' }).click();
    await look(page);
    const answer = page.waitForResponse('**/api/withdraw');
    await page.getByRole('button', { name: 'Take it down now' }).click();
    expect(await (await answer).json()).toMatchObject({
      rebuild: 'owed',
      hidden: expect.arrayContaining([`/stories/${id}/`]),
    });
    await page.getByText('It is down.').waitFor();
    await look(page);
    expect((await reader.goto(`${started.origin}/stories/${id}/`))?.status()).toBe(410);
    for (const address of media)
      expect([address, await statusOf(page, address)]).toEqual([address, 410]);
    await untilUpToDate(page);
    expect((await reader.goto(`${started.origin}/stories/${id}/`))?.status()).toBe(410);
    expect(await readAll(reader)).not.toContain(TITLE);
    expect(await textAt(page, '/')).not.toContain(TITLE);
    for (const address of media) expect(await statusOf(page, address)).toBe(410);
    expect(await found(reader, 'ਫੁਲਕਾਰੀ')).toEqual([]);
    expect(await found(reader, 'phulkari')).toEqual([]);
    expect(await readdir(join(started.state, 'media')).catch(() => [])).not.toContain(id);

    expect(seen.length).toBeGreaterThan(10);
    expect(machineLines(seen.join('\n'))).toEqual([]);
  },
  LIMIT,
);
