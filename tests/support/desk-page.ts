import { cp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { type SmallDesk, smallDesk } from './small-desk.ts';

/** Words of the machinery below the desk, which nobody who works at it should meet. */
export const MACHINE_WORDS =
  /\b(commits?|branch(es)?|merg(e|ed|ing)|pull request|repositor(y|ies)|git|entr(y|ies)|persist(ed)?|API_ERROR|deploy( preview)?|slugs?|publish(ed|ing)?|unpublish(ed)?|workflow|backend|CMS|assets?|front ?matter|YAML)\b/i;

/** A window in which the page as it will be does not stand beside the form: it is drawn only where a test is about it. */
const WITHOUT_PREVIEW = 1090;

export interface DeskInBrowser {
  readonly desk: SmallDesk;
  readonly origin: string;
  /** A fresh browser window with the cookie of a sign-in; the editor is not loaded yet. */
  readonly signedIn: (width?: number) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** The real desk over the example pieces in a real repository, behind a port, for a browser; only the build is a copy. */
export async function deskInBrowser(browser: Browser): Promise<DeskInBrowser> {
  const desk = await smallDesk(({ content }) => cp('content', content, { recursive: true }));
  const server = serve({ fetch: (request) => desk.open.handle(request), port: 0 });
  await new Promise<void>((done) => server.once('listening', () => done()));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    desk,
    origin,
    async signedIn(width = WITHOUT_PREVIEW) {
      const page = await deskWindow(browser, width);
      const [name = '', value = ''] = (await desk.signIn()).split('=');
      await page.context().addCookies([{ name, value, url: origin }]);
      return page;
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** A window that says yes to every question of Decap's. */
export async function deskWindow(browser: Browser, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 } });
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  return page;
}

/** Opens a sign-in link and presses its button. */
export async function signInAt(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.locator('form[action^="/sign-in/"] button').click();
  await page.waitForURL('**/admin/**');
}

/** Opens a page of the editor by its address, from nothing, and waits until it can be used. */
export async function openAt(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  await page
    .locator('[class*=ControlPaneContainer] label, [class*=CollectionTop], [class*=WorkflowTop]')
    .first()
    .waitFor();
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
