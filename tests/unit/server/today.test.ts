import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { stringify } from 'yaml';
import { countGit } from '#support/count-git.ts';
import { openRecord } from '#support/small-archive.ts';
import { NOT_BUILT, saving, type SmallDesk, smallDesk } from '#support/small-desk.ts';

const started = countGit();
let desk: SmallDesk;
const DAY = 86_400_000;
const WAITING = { review: { outcome: 'pending' }, published_on: undefined };

const send = async (id: string, fields: object, status: string): Promise<void> => {
  const text = `---\n${stringify(JSON.parse(JSON.stringify(fields)))}---\nWords.\n`;
  const params = saving(`content/stories/${id}/story.md`, text);
  expect((await desk.cms('persistEntry', params, await desk.signIn())).status).toBe(200);
  const sent = { collection: 'stories', slug: `${id}/story`, newStatus: status };
  const cookie = await desk.signIn();
  expect((await desk.cms('updateUnpublishedEntryStatus', sent, cookie)).status).toBe(200);
};
const page = async (role: 'facilitator' | 'admin' = 'facilitator'): Promise<string> =>
  (await desk.get('/desk/', await desk.signIn(role))).text();

beforeAll(async () => {
  desk = await smallDesk(
    async ({ content, story, write }) => {
      await story('ends001', openRecord({}, { expires_on: '2026-12-01' }));
      const grants = { web: ['words'], research: ['words'] };
      await story('hidden1', openRecord({}, { grants }));
      await write(
        'exhibitions/spring/index.mdx',
        '---\ntitle: Spring\n---\n<Work id="gone001" />\n',
      );
      await approve({ content, ids: 'all' });
      const line = (name: string, checked?: string) => ({
        name,
        phone: '111',
        checked_on: checked,
      });
      const support = [line('Old', '2026-05-01'), line('New', '2026-11-01'), line('Never')];
      await writeFile(
        join(content, 'settings.yaml'),
        stringify({ name: 'A small archive', support: JSON.parse(JSON.stringify(support)) }),
      );
    },
    { build: async () => NOT_BUILT },
  );
  const [maker] = openRecord().consents as [object];
  const other = { person: 'p2', interest: 'depicted', state: 'unknown' };
  await send(
    'second01',
    openRecord({ ...WAITING, title: 'ਮੀਂਹ', language: 'pa' }),
    'pending_review',
  );
  desk.clock.now += 3 * DAY;
  await send(
    'third001',
    openRecord({
      ...{ ...WAITING, title: 'Later', consents: [maker, other] },
      photos: [{ id: 'f1', file: 'f1.jpg', people: ['p2'] }],
    }),
    'pending_review',
  );
  await send('unsent01', openRecord({ ...WAITING, title: 'Not sent' }), 'draft');
});

describe('the page of the day', () => {
  test('shows what waits for a review, the longest first, with what is missing and the way to it', async () => {
    const shown = await page();
    const at = (text: string) => shown.indexOf(text);
    expect(shown).toMatch(
      /<a href="\/admin\/#\/collections\/stories\/entries\/second01\/story"><bdi lang="pa" dir="ltr">\s*ਮੀਂਹ/,
    );
    expect(at('second01/story')).toBeLessThan(at('third001/story'));
    expect(shown).toContain('It waits for 3 days.');
    expect(shown).toContain('asking 1 person who is in it · what can be seen in picture 1');
    expect(shown).not.toContain('unsent01');
  });

  test('costs one look at the refs when it is opened again', async () => {
    await page();
    started();
    await page();
    expect(started().map(({ args }) => args.split(' ')[0])).toEqual(['for-each-ref']);
  });

  test('is one step from what ends and from the exhibition with a gap', async () => {
    const shown = await page();
    for (const where of ['stories/entries/ends001/story', 'exhibitions/entries/spring/index'])
      expect(shown).toContain(`href="/admin/#/collections/${where}"`);
  });

  test('names help lines that nobody checked for half a year, and who may change them', async () => {
    const [facilitator, admin] = [await page(), await page('admin')];
    for (const shown of [facilitator, admin]) {
      expect(shown).toContain('<bdi>Old</bdi>');
      expect(shown).toContain('<bdi>Never</bdi>');
      expect(shown).not.toContain('<bdi>New</bdi>');
    }
    const settings = 'href="/admin/#/collections/settings/entries/settings"';
    expect([facilitator.includes(settings), admin.includes(settings)]).toEqual([false, true]);
  });

  test('says who has a copy once something in it was taken back, and until it is destroyed', async () => {
    const parts = [{ contribution: 'hidden1', part: 'words' }];
    const copy = { use: 'research', format: 'csv', day: '2026-11-02', parts } as const;
    desk.register.copies.add({ ...copy, key: 'c1', recipient: 'A university' });
    expect(await page()).not.toContain('A university');
    const cookie = await desk.signIn();
    const use = { id: 'hidden1', use: 'research' };
    expect((await desk.post('/api/withdraw', use, cookie)).status).toBe(200);
    await desk.open.desk.publisher.settled();
    const shown = await page();
    expect(shown).toMatch(
      /<bdi>A university<\/bdi>:\s+a copy for researchers, of 2 November 2026:/,
    );
    expect(shown).toContain('hidden1 (words)');
    const said = { do: 'destroyed', key: 'c1' };
    expect((await onDay({ ...said, site: 'cross-site' }, cookie)).status).toBe(403);
    expect(await page()).toContain('A university');
    expect((await onDay(said, cookie)).status).toBe(303);
    expect(await page()).not.toContain('A university');
    expect(desk.register.copies.all()[0]?.destroyedOn).toBe('2026-11-22');
  });

  test('shows what came down and is not finished, and what stands in the way of the build', async () => {
    const cookie = await desk.signIn();
    expect((await desk.post('/api/withdraw', { id: 'hidden1' }, cookie)).status).toBe(200);
    await desk.open.desk.publisher.settled();
    const shown = await page();
    expect(shown).toContain('href="/desk/withdraw/hidden1/"');
    expect(shown).toContain('href="/admin/#/collections/themes/entries/tea"');
  });
});

const sentTo = (path: string, fields: Readonly<Record<string, string>>, cookie: string) =>
  desk.open.handle(
    new Request(`http://desk.test${path}`, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': fields['site'] ?? 'same-origin' },
      body: new URLSearchParams(fields),
    }),
  );
const onBoard = (fields: Readonly<Record<string, string>>, cookie: string) =>
  sentTo('/desk/board/?lang=ur', fields, cookie);
const onDay = (fields: Readonly<Record<string, string>>, cookie: string) =>
  sentTo('/desk/', fields, cookie);
const columnsOf = (shown: string): readonly string[] =>
  shown
    .split('<section')
    .slice(1)
    .map((column) => [...column.matchAll(/entries\/([a-z0-9-]+)/g)].map(([, id]) => id).join(' '));

describe('the board', () => {
  const board = async (query = '') =>
    (await desk.get(`/desk/board/${query}`, await desk.signIn())).text();

  test('has every draft in the column of its state, with how long it waits and what is missing', async () => {
    const shown = await board();
    expect(columnsOf(shown)).toEqual(['unsent01', 'second01 third001', '']);
    expect(shown).toMatch(/<bdi lang="pa" dir="ltr">\s*ਮੀਂਹ/);
    for (const said of ['It waits for 3 days.', 'It waits for less than a day.', 'Story · Punjabi'])
      expect(shown).toContain(said);
    expect(shown).toContain('<li>asking 1 person who is in it</li>');
    expect(shown).toContain('<li>what can be seen in picture 1</li>');
    expect(await page()).toContain('href="/desk/board/"');
  });

  test('moves a draft by the call of the editor, and says where it stands now in the language of the page', async () => {
    const cookie = await desk.signIn();
    const step = { key: 'stories/unsent01', from: 'draft', to: 'pending_publish' };
    const answer = await onBoard(step, cookie);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/desk/board/?lang=ur&moved=stories%2Funsent01#stories-unsent01',
    ]);
    const shown = await board('?lang=ur&moved=stories%2Funsent01');
    expect(columnsOf(shown)[2]).toBe('unsent01');
    expect(shown).toMatch(
      /role="status"[^>]*>\s*اب یہ ”دکھانے کے لیے تیار“ میں ہے:\s*<bdi lang="en"/,
    );
    // Nobody has cleared it: before it was to be shown that was no more than to be expected.
    expect(shown).toContain('کسی کا اسے دیکھ کر ہاں کہنا');
  });

  test('leaves a draft where it is that somebody moved meanwhile, that is gone, or that is asked for from elsewhere', async () => {
    const cookie = await desk.signIn();
    const step = { key: 'stories/unsent01', from: 'draft', to: 'pending_review' };
    const asked = [
      step,
      { ...step, from: 'pending_publish', to: 'shown' },
      { ...step, key: 'stories/notthere01' },
      { ...step, key: 'nothing' },
      { ...step, from: 'pending_publish', site: 'cross-site' },
    ];
    const before = columnsOf(await board());
    expect(before[2]).toBe('unsent01');
    const answers = [];
    for (const each of asked) answers.push((await onBoard(each, cookie)).status);
    expect(answers).toEqual([409, 409, 404, 409, 403]);
    expect(columnsOf(await board())).toEqual(before);
  });

  test('lets a facilitator see that the settings are changed, and not move them', async () => {
    const path = 'content/settings.yaml';
    const admin = await desk.signIn('admin');
    const { body } = await desk.cms('getEntry', { path }, admin);
    const options = { collectionName: 'settings', useWorkflow: true, status: 'draft' };
    const saved = { dataFiles: [{ slug: 'settings', path, raw: body.data }], options };
    expect((await desk.cms('persistEntry', saved, admin)).status).toBe(200);
    const key = 'value="settings/settings"';
    const seen = async (cookie: string) => (await desk.get('/desk/board/', cookie)).text();
    const facilitator = await desk.signIn();
    expect(await seen(facilitator)).toContain('/entries/settings');
    expect([(await seen(admin)).includes(key), (await seen(facilitator)).includes(key)]).toEqual([
      true,
      false,
    ]);
    const step = { key: 'settings/settings', from: 'draft', to: 'pending_review' };
    expect((await onBoard(step, facilitator)).status).toBe(403);
    expect((await onBoard(step, admin)).status).toBe(303);
  });
});
