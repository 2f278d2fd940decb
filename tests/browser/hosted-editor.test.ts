import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Browser, Page } from 'playwright-core';
import { deskLists } from '#cms/desk-lists.ts';
import { hostedFiles } from '#cms/hosted-files.ts';
import { contribution } from '#records/contribution.ts';
import { hosted, type HostedSettings } from '#records/hosted.ts';
import { openBrowser } from '#support/browser.ts';

const SETTINGS: Readonly<Record<HostedSettings['backend'], HostedSettings>> = {
  github: hosted.parse({
    ...{ backend: 'github', repository: 'our-group/archive', sign_in: 'https://sign-in.example' },
  }),
  gitlab: hosted.parse({
    ...{ backend: 'gitlab', repository: 'group/sub/archive', branch: 'main' },
    ...{ application: '0123456789abcdef', host: 'https://gitlab.example' },
  }),
};
const TYPES: Readonly<Record<string, string>> = {
  ...{ '.html': 'text/html; charset=utf-8', '.json': 'application/json' },
  ...{ '.css': 'text/css', '.js': 'text/javascript', '.ts': 'text/javascript' },
  ...{ '.woff2': 'font/woff2' },
};

let browser: Browser;
let server: Server;
let origin: string;
let files: ReadonlyMap<string, Uint8Array | string>;
let config: (made: Record<string, unknown>) => Record<string, unknown>;

beforeAll(async () => {
  browser = await openBrowser();
  server = createServer((asked, answer) => {
    const path = new URL(asked.url ?? '', 'http://here').pathname.slice(1);
    const name = path === 'admin/' ? 'admin/index.html' : path;
    const body = files.get(name);
    const policy = /Content-Security-Policy: (.*)/.exec(String(files.get('_headers')))?.[1] ?? '';
    answer.writeHead(body === undefined ? 404 : 200, {
      ...{ 'content-type': TYPES[extname(name)] ?? 'text/plain' },
      'content-security-policy': policy,
    });
    answer.end(
      name === 'admin/config.json' ? JSON.stringify(config(JSON.parse(String(body)))) : body,
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

async function openEditor(
  backend: HostedSettings['backend'],
  change: typeof config = (made) => made,
  before?: string,
): Promise<Page> {
  const made = await hostedFiles(await deskLists('content'), SETTINGS[backend]);
  files = new Map(made.map(({ path, body }) => [path, body]));
  config = change;
  const page = await (await browser.newContext()).newPage();
  if (before !== undefined) await page.addInitScript(before);
  await page.goto(`${origin}/admin/`);
  return page;
}

test.each([
  ['github', 'Login with GitHub'],
  ['gitlab', 'Login with GitLab'],
] as const)(
  'Decap takes the configuration for %s and asks to sign in there',
  async (name, button) => {
    const page = await openEditor(name);
    await page.getByRole('button', { name: button }).waitFor();
    expect(await page.getByText('configuration').count()).toBe(0);
  },
);

test('Decap refuses a configuration that its schema does not know, so that the above proves something', async () => {
  const page = await openEditor('github', (made) => ({ ...made, collections: [{ name: 'x' }] }));
  await page.getByText('Error loading the CMS configuration').waitFor();
});

test('signing in at GitLab begins with a proof of its own (PKCE) and leads to the host of the settings alone', async () => {
  const page = await openEditor('gitlab');
  await page.route('https://gitlab.example/**', (route) => route.fulfill({ body: 'signing in' }));
  await page.getByRole('button', { name: 'Login with GitLab' }).click();
  await page.waitForURL('https://gitlab.example/**');
  const asked = new URL(page.url());
  expect(asked.pathname).toBe('/oauth/authorize');
  expect(asked.searchParams.get('client_id')).toBe('0123456789abcdef');
  expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
});

/** Decap's repository in memory. It takes a record that lies beside its media for a medium, so they lie elsewhere. */
function inMemory(made: Record<string, unknown>): Record<string, unknown> {
  const collections = (made['collections'] as Record<string, unknown>[]).map((each) =>
    each['name'] === 'stories'
      ? { ...each, media_folder: '/loose', public_folder: '/loose' }
      : each,
  );
  return { ...made, backend: { name: 'test-repo' }, collections };
}

test('a story opened and saved over stock Decap is still a record that the archive reads, with its approvals', async () => {
  const story = await readFile('content/stories/1xek41ka/story.md', 'utf8');
  const repository = { content: { stories: { '1xek41ka': { 'story.md': { content: story } } } } };
  const page = await openEditor(
    'github',
    inMemory,
    `window.repoFiles = ${JSON.stringify(repository)}`,
  );
  await page.getByRole('button', { name: 'Login' }).click();
  await page.goto(`${origin}/admin/#/collections/stories/entries/1xek41ka/story`);
  const title = page.getByRole('textbox', { name: 'Title' }).first();
  await title.fill('The moped that sings');
  await page.getByRole('button', { name: 'Save' }).click();
  const saved = await page.waitForFunction(() => {
    const { repoFilesUnpublished: all } = window as unknown as {
      repoFilesUnpublished?: Record<string, { diffs: { content: string; path: string }[] }>;
    };
    return Object.values(all ?? {})[0]?.diffs[0];
  });
  const { content, path } = (await saved.jsonValue()) ?? { content: '', path: '' };
  expect(path).toBe('content/stories/1xek41ka/story.md');
  const [, front = '', words = ''] = content.split(/^---$/m);
  const before = parse(story.split(/^---$/m)[1] ?? '');
  const after = parse(front);
  expect(contribution.safeParse(after).error?.issues ?? []).toEqual([]);
  expect(after).toEqual({ ...before, title: 'The moped that sings' });
  expect(words.trim()).toBe((story.split(/^---$/m)[2] ?? '').trim());
});
