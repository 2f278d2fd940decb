import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DeskInBrowser, deskInBrowser, openAt } from '#support/desk-page.ts';

/** The answer beside the consents, over a line that fails or is slow: what is shown is of what stands in the form. */
let over: DeskInBrowser;
let page: Page;

beforeAll(async () => {
  over = await deskInBrowser();
  page = await over.signedIn(390);
  await openAt(page, `${over.origin}/admin/#/collections/stories/entries/hy215df6/story`);
});
afterAll(async () => {
  await over?.close();
});

beforeEach(async () => {
  await page.unroute('**/api/decide');
  await page.getByLabel('What did they say?').first().selectOption('given');
  await answer()
    .getByText(/^Public: /)
    .waitFor();
});

const answer = () => page.locator('.desk-answer [aria-live=polite]');
const said = async () => (await answer().textContent()) ?? '';
const refuse = () => page.getByLabel('What did they say?').first().selectOption('refused');

/** From here on the answers are passed on by hand. */
async function held(): Promise<() => Promise<Route>> {
  const came: Route[] = [];
  const waiting: ((route: Route) => void)[] = [];
  await page.route('**/api/decide', (route) => {
    const next = waiting.shift();
    if (next === undefined) came.push(route);
    else next(route);
  });
  return async () => came.shift() ?? new Promise((done) => waiting.push(done));
}

describe('what would be public is not shown', () => {
  test('of the form as it was, from the moment it changes until it is answered anew', async () => {
    const next = await held();
    await refuse();
    const route = await next();
    expect(await said()).not.toContain('Public:');
    await route.continue();
    await answer()
      .getByText(/because somebody said no/)
      .waitFor();
  });

  test('where the server cannot be reached, fails, or sends something that is no answer', async () => {
    const next = await held();
    const doubts: readonly ((route: Route) => Promise<void>)[] = [
      (route) => route.abort(),
      (route) => route.fulfill({ status: 500, body: 'Public: The words.' }),
      (route) => route.fulfill({ status: 200, body: 'Public: The words.' }),
      (route) => route.fulfill({ status: 200, json: { title: 'Public: The words.' } }),
    ];
    for (const [at, doubt] of doubts.entries()) {
      await page.getByLabel('Title', { exact: true }).first().fill(`A title ${at}`);
      await doubt(await next());
      await expect.poll(said).toMatch(/^(We could not reach|Something went wrong)/);
      expect(await said()).not.toContain('Public:');
    }
    // The form is still there, and goes on.
    await page.getByLabel('Title', { exact: true }).first().fill('A last title');
    await (await next()).continue();
    await answer()
      .getByText(/public/i)
      .first()
      .waitFor();
  });

  test('by an answer to an earlier question that comes late', async () => {
    const next = await held();
    await page.getByLabel('Say what would be public in').selectOption('en');
    await page.getByLabel('Title', { exact: true }).first().fill('Another title');
    const early = await next();
    await refuse();
    const late = await next();
    await late.continue();
    await answer()
      .getByText(/because somebody said no/)
      .waitFor();
    const arrived = page.waitForResponse('**/api/decide');
    await early.continue();
    await (await arrived).finished();
    expect(await said()).toContain('because somebody said no');
  });
});
