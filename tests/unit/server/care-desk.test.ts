import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { openRecord } from '#support/small-archive.ts';
import { gitIn, type SmallDesk, smallDesk } from '#support/small-desk.ts';

const CONTACT = '020 7946 0399, ask for the night nurse';
const WAY = 'by text only, never ring';

let desk: SmallDesk;
let cookie: string;

const see = async (path = '/desk/care/') => (await desk.get(path, cookie)).text();
const send = (fields: Record<string, string>, site = 'same-origin', as = cookie) =>
  desk.open.handle(
    new Request('http://desk.test/desk/care/?lang=en', {
      method: 'POST',
      headers: {
        cookie: as,
        'sec-fetch-site': site,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(fields).toString(),
    }),
  );
const keyIn = (page: string, mark: string): string =>
  /name="key" value="([0-9a-f]+)"/.exec(page.slice(page.indexOf(mark)))?.[1] ?? '';

beforeAll(async () => {
  desk = await smallDesk(async ({ content, story }) => {
    const thanks = { thanks: true };
    await story('older01', openRecord({ published_on: '2026-11-10' }, thanks));
    await story('later01', openRecord({ published_on: '2026-11-20' }, thanks));
    await story('quiet01', openRecord({ published_on: '2026-11-20' }));
    await story('held001', openRecord({ published_on: '2026-11-10', hold: true }, thanks));
    await story('example', openRecord({ published_on: '2026-11-10', example: true }));
    await approve({ content, ids: 'all' });
  });
  cookie = await desk.signIn();
  desk.register.savePerson({ id: 'x1', name: 'Whoever it is', contact: CONTACT, safeWay: WAY });
  desk.register.linkPerson({ contribution: 'older01', person: 'p1' }, 'x1');
});
afterAll(() => desk.register.close());

test('who is due in two weeks is there, with the safe way and without a name', async () => {
  const page = await see();
  expect(page).toContain('p1, who made older01');
  expect(page).toContain('24 November 2026');
  expect(page).toContain(WAY);
  expect(page).toContain('p1, who made later01');
  expect(page).toContain('No safe way to reach them is written down');
  expect(page).not.toMatch(/who made (example|held001)/);
  expect(page).not.toMatch(/night nurse|Whoever it is/);
  const who = /href="(\/desk\/care\/[^"]*who=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  expect(await see(who)).toMatch(/Whoever it is.*night nurse/s);
});

test('nobody sees it without signing in, and no other site’s form does anything', async () => {
  const key = keyIn(await see(), 'older01');
  expect(key).not.toBe('');
  const outside = await desk.open.handle(new Request('http://desk.test/desk/care/'));
  expect(await outside.text()).not.toContain('older01');
  for (const [site, as] of [
    ['cross-site', cookie],
    ['none', cookie],
    ['same-origin', ''],
  ] as const)
    expect((await send({ key, do: 'asked' }, site, as)).status).not.toBe(303);
  expect(await see()).toContain('who made older01');
});

test('who was asked is off the list, once', async () => {
  const key = keyIn(await see(), 'older01');
  expect((await send({ key, do: 'asked' })).status).toBe(303);
  expect(await see()).not.toContain('who made older01');
  expect(desk.register.events().at(-1)).toMatchObject({
    event: 'check-in-done',
    contribution: 'older01',
  });
  const again = await send({ key, do: 'asked' });
  expect(again.status).toBe(409);
  expect(await again.text()).toContain('Nothing was changed.');
  expect((await send({ key, do: 'something else' })).status).toBe(409);
});

test('thanks are read there, and go when they were passed on or are not to be', async () => {
  const words = '<b>Shukriya</b>\nfrom the next street';
  for (const [contribution, text] of [
    ['older01', words],
    ['later01', 'Not so kind.'],
  ] as const)
    desk.register.keepThanks({ contribution, words: text, receivedOn: '2026-11-21' });
  desk.register.keepThanks({ contribution: 'quiet01', words: 'No', receivedOn: '2026-11-21' });
  const page = await see();
  expect(page).not.toContain('whoever made quiet01');
  expect(page).toContain('&lt;b&gt;Shukriya&lt;/b&gt;\nfrom the next street');
  expect((await send({ key: keyIn(page, 'whoever made older01'), do: 'passed' })).status).toBe(303);
  expect((await send({ key: keyIn(page, 'whoever made later01'), do: 'dropped' })).status).toBe(
    303,
  );
  const events = desk.register.events().map(({ event }) => event);
  expect(events.slice(-2)).toEqual(['thanks-passed', 'thanks-dropped']);
  expect(desk.register.thanksWaiting()).toMatchObject([{ contribution: 'quiet01' }]);
});

test('nobody is asked about a piece that came down', async () => {
  desk.register.keepThanks({ contribution: 'later01', words: 'Late', receivedOn: '2026-11-21' });
  expect(await see()).toContain('later01');
  expect((await desk.post('/api/withdraw', { id: 'later01' }, cookie)).status).toBe(200);
  await desk.open.desk.publisher.settled();
  expect(await see()).not.toContain('later01');
  // What was meant for it is not kept either.
  expect(desk.register.thanksWaiting()).toMatchObject([{ contribution: 'quiet01' }]);
});

test('a record that cannot be read is said to be the reason, and nobody is told that all is done', async () => {
  const record = join(await mkdtemp(join(tmpdir(), 'care-')), 'tree');
  desk.git('worktree', 'add', '-q', '--force', record, 'archive');
  await mkdir(join(record, 'content', 'stories', 'broken1'), { recursive: true });
  await writeFile(
    join(record, 'content', 'stories', 'broken1', 'story.md'),
    '---\nkind: story\n---\n',
  );
  gitIn(record)('add', '-A');
  gitIn(record)('commit', '-q', '-m', 'Broken');
  const page = await see();
  expect(page).toContain('The archive cannot be read.');
  expect(page).toContain('broken1');
  expect(page).not.toMatch(/nobody to ask|No thanks wait/);
});
