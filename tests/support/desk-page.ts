import { cp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { openKeepingBrowser } from './browser.ts';
import { frames } from './frames.ts';
import { type SmallDesk, smallDesk } from './small-desk.ts';

/** Words of the machinery below the desk, which nobody who works at it should meet. */
export const MACHINE_WORDS =
  /\b(commits?|branch(es)?|merg(e|ed|ing)|pull request|repositor(y|ies)|git|entr(y|ies)|persist(ed)?|API_ERROR|deploy( preview)?|slugs?|publish(ed|ing)?|unpublish(ed)?|workflow|backend|CMS|assets?|front ?matter|YAML)\b/i;

/** A window in which the page as it will be does not stand beside the form: it is drawn only where a test is about it. */
const WITHOUT_PREVIEW = 1090;

export interface DeskInBrowser {
  readonly desk: SmallDesk;
  readonly origin: string;
  /** A window in a browser that holds nothing of the windows before it; they are closed. */
  readonly signedOut: (width?: number) => Promise<Page>;
  /** The same with the cookie of a sign-in, of a facilitator unless another is given; the editor is not loaded yet. */
  readonly signedIn: (width?: number, cookie?: string) => Promise<Page>;
  /**
   * The last window that was signed in and had this width, as the test before left it, with the editor loaded;
   * a new one where that was closed. For tests that ask nothing of how the desk is opened.
   */
  readonly atWork: (width?: number) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** The real desk over the example pieces in a real repository, behind a port, and a browser for it; only the build is a copy. */
export async function deskInBrowser(): Promise<DeskInBrowser> {
  const desk = await smallDesk(({ content }) => cp('content', content, { recursive: true }));
  const server = serve({ fetch: (request) => desk.open.handle(request), port: 0 });
  await new Promise<void>((done) => server.once('listening', () => done()));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await openKeepingBrowser();
  const signedOut = async (width = WITHOUT_PREVIEW): Promise<Page> => {
    const [first, ...before] = browser.pages();
    for (const page of before) await page.close();
    await browser.clearCookies();
    if (first !== undefined) await clearStorage(first, origin);
    return deskWindow(browser, width);
  };
  let last: Page | undefined;
  const signedIn = async (width = WITHOUT_PREVIEW, cookie?: string): Promise<Page> => {
    const page = await signedOut(width);
    const [name = '', value = ''] = (cookie ?? (await desk.signIn())).split('=');
    await browser.addCookies([{ name, value, url: origin }]);
    last = page;
    return page;
  };
  return {
    desk,
    origin,
    signedOut,
    signedIn,
    async atWork(width = WITHOUT_PREVIEW) {
      const isThere = last?.isClosed() === false && last.viewportSize()?.width === width;
      return last !== undefined && isThere ? last : signedIn(width);
    },
    async close() {
      await browser.close();
      await new Promise<void>((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}

/** All that pages of an origin keep in a browser, but what came over the wire for good. */
async function clearStorage(page: Page, origin: string): Promise<void> {
  const tool = await page.context().newCDPSession(page);
  const storageTypes = 'cookies,local_storage,indexeddb,cache_storage,service_workers,file_systems';
  await tool.send('Storage.clearDataForOrigin', { origin, storageTypes });
  await tool.detach();
}

/** A window that says yes to every question of Decap's. */
export async function deskWindow(browser: BrowserContext, width = WITHOUT_PREVIEW): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewportSize({ width, height: 844 });
  page.on('dialog', (dialog) => void dialog.accept());
  return page;
}

/** Opens a sign-in link and presses its button. */
export async function signInAt(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.locator('form[action^="/sign-in/"] button').click();
  await page.waitForURL('**/admin/**');
}

/**
 * Loads the editor at an address, from nothing. Where the window shows it already, another address of it
 * would load nothing, and an empty page between the two would start another process that compiles it all.
 */
export async function loadAt(page: Page, address: string): Promise<void> {
  const [document] = address.split('#');
  if (page.url().split('#')[0] !== document) return void (await page.goto(address));
  await page.evaluate((to) => history.replaceState(null, '', to), address);
  await page.reload();
}

const PAGE_OF_EDITOR =
  '[class*=ControlPaneContainer] label, [class*=CollectionTop], [class*=WorkflowTop]';
/** Nothing of the editor lies there, so that it puts away what it shows. */
const NOWHERE = '#/nowhere';

/** Opens a page of the editor by its address, from nothing, and waits until it can be used. */
export async function openAt(page: Page, address: string): Promise<void> {
  await loadAt(page, address);
  await page.locator(PAGE_OF_EDITOR).first().waitFor();
}

/**
 * The same in a window that shows the editor already, which is not loaded again: the record is read anew,
 * and nothing else. What was not saved in it is left. `ready` is on the page once it can be used.
 */
export async function goTo(page: Page, address: string, ready = PAGE_OF_EDITOR): Promise<void> {
  const [document, hash = ''] = address.split('#');
  if (page.url().split('#')[0] !== document) await page.goto(address);
  else {
    await page.evaluate((to) => window.location.replace(to), NOWHERE);
    await page.locator(PAGE_OF_EDITOR).first().waitFor({ state: 'detached' });
    await page.evaluate((to) => window.location.replace(to), `#${hash}`);
  }
  await page.locator(ready).first().waitFor();
}

/** So many frames in which nothing is asked are quiet. */
const QUIET = 15;

/** Does something, and waits until the page has asked the desk for all it asks by itself then, and had time to draw it. */
export async function untilQuiet(page: Page, act: () => Promise<void>): Promise<void> {
  const open = new Set<Request>();
  let asked = 0;
  const begin = (request: Request) => {
    if (!/\/api\/(?!media\/)/.test(request.url())) return;
    asked += 1;
    open.add(request);
  };
  const end = (request: Request) => open.delete(request);
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  await act();
  for (let before = -1; before < asked || open.size > 0;) {
    before = asked;
    await frames(page, QUIET);
  }
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
}

/** Waits until Decap has noted that all is saved: before that it will not change the state. */
export function untilSaved(page: Page): Promise<void> {
  return page
    .locator('[class*=BackStatus]')
    .filter({ hasText: /^\s*saved\s*$/i })
    .first()
    .waitFor();
}

/** All that can be read on a page: text, names of controls, hints. */
export function readAll(page: Page): Promise<string> {
  return page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')];
    const names = named.flatMap((each) =>
      ['aria-label', 'title', 'placeholder', 'alt'].map((name) => each.getAttribute(name) ?? ''),
    );
    return [document.body.innerText, ...names].join('\n');
  });
}

/** The lines on a page that speak of the machinery. */
export function machineLines(said: string): readonly string[] {
  return [...new Set(said.split('\n').filter((line) => MACHINE_WORDS.test(line)))];
}
