import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { archive } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';
import { gitIn, saving, signingIn } from '#support/small-desk.ts';
import { type Started, startArchive } from '#support/started.ts';
import { until } from '#support/until.ts';

const TITLE = 'A kettle that sang on the landing';
const PATH = 'content/stories/kettle1/story.md';
let started: Started;
let headers: Record<string, string>;

beforeAll(async () => {
  const made = await smallArchive();
  await made.story('older01', openRecord());
  expect((await archive(['approve', '--all', '--content', made.content])).exit).toBe(0);
  const git = gitIn(dirname(made.content));
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  started = await startArchive(made.content);
});
afterAll(() => started?.stop());

const get = (path: string) => fetch(`${started.origin}${path}`, { headers });
async function post(path: string, body: object) {
  const answer = await fetch(`${started.origin}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}
const cms = (action: string, params: object) => post('/api/cms', { action, params });

const untilBuilt = () =>
  until(async () => {
    const { state, problems } = (await (await get('/api/publishing')).json()) as {
      state: string;
      problems: string[];
    };
    expect(problems).toEqual([]);
    return state === 'idle';
  });

test('from the link on the terminal to a page that is out, and down again at once', async () => {
  const signed = await fetch(
    signingIn(started.origin, new URL(started.link).searchParams.get('code') ?? ''),
  );
  expect(signed.status).toBe(303);
  headers = {
    cookie: (signed.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
  };
  const record = openRecord({ title: TITLE, published_on: undefined });
  const raw = `---\n${stringify(record)}---\nIt sang before anyone was up.\n`;
  expect((await cms('persistEntry', saving(PATH, raw))).status).toBe(200);
  expect((await post('/api/approve', { id: 'kettle1' })).status).toBe(200);
  expect((await get('/stories/kettle1/')).status).toBe(404);
  const key = { collection: 'stories', slug: 'kettle1' };
  expect((await cms('publishUnpublishedEntry', key)).status).toBe(200);
  expect((await get('/stories/older01/')).status).toBe(200);
  await untilBuilt();
  expect(await (await get('/stories/kettle1/')).text()).toContain(TITLE);
  expect(await (await get('/')).text()).toContain(TITLE);

  const taken = await post('/api/withdraw', { id: 'kettle1' });
  expect(taken.body).toMatchObject({
    rebuild: 'owed',
    hidden: expect.arrayContaining(['/stories/kettle1/']),
  });
  expect((await get('/stories/kettle1/')).status).toBe(410);
  await untilBuilt();
  const tombstone = await get('/stories/kettle1/');
  expect([tombstone.status, (await tombstone.text()).includes(TITLE)]).toEqual([410, false]);
  expect(await (await get('/')).text()).not.toContain(TITLE);
}, 1_800_000);
