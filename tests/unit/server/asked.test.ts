import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDraft } from '#repository/drafts.ts';
import { recordForm } from '#repository/record-text.ts';
import { textAt } from '#repository/repository.ts';
import { openRecord } from '#support/small-archive.ts';
import { DESK_DAY, type SmallDesk, smallDesk } from '#support/small-desk.ts';

const ORIGIN = 'http://desk.test';
let desk: SmallDesk;

const [MAKER] = openRecord()['consents'] as readonly Record<string, unknown>[];
const inWords = (person: string) => ({
  person,
  interest: 'identifiable-in-words',
  state: 'unknown',
});
const withOthers = (...people: string[]) =>
  openRecord({ published_on: undefined, consents: [MAKER, ...people.map(inWords)] });
const BODY = 'We baked, and p-two came.\n';

beforeAll(async () => {
  desk = await smallDesk(async ({ story }) => {
    for (const id of ['yes00001', 'no000001', 'link0001', 'forged01'])
      await story(id, withOthers('p2'), BODY);
    await story('both0001', withOthers('p2', 'p3'), BODY);
    await story(
      'photo001',
      openRecord({
        photos: ['p2', 'p3'].map((person, at) => ({
          ...{ id: `f${at + 1}`, file: `f${at + 1}.jpg`, alt: 'A cup', people: [person] },
        })),
        consents: [
          MAKER,
          { person: 'p2', interest: 'depicted', state: 'unknown' },
          { person: 'p3', interest: 'depicted', state: 'unknown' },
        ],
      }),
    );
  });
  const file = join(desk.state, 'a.jpg');
  await writeFile(file, 'a picture');
  for (const name of ['f1.jpg', 'f2.jpg']) await desk.open.desk.media.put('photo001', name, file);
  for (const id of ['yes00001', 'no000001', 'both0001', 'photo001'])
    await desk.post('/api/approve', { id });
  await desk.open.desk.publisher.settled();
});
afterAll(() => desk.register.close());

type Form = readonly (readonly [string, string])[];

function ask(path: string, cookie: string, form?: Form, site = 'same-origin') {
  return desk.open.handle(
    new Request(`${ORIGIN}${path}`, {
      headers: {
        cookie,
        'sec-fetch-site': site,
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(form && {
        method: 'POST',
        body: new URLSearchParams(form.map(([name, value]) => [name, value])).toString(),
      }),
    }),
  );
}

const cookieIn = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

async function maker(contribution: string): Promise<string> {
  const code = desk.register.issueReceipt({ contribution, person: 'p1', day: DESK_DAY });
  return cookieIn(await ask('/mine/', '', [['code', code]]));
}

/** The token of a link that the maker makes. */
async function linkFor(contribution: string, person = 'p2'): Promise<string> {
  const form: Form = [
    ['act', 'ask'],
    ['person', person],
  ];
  const page = await (await ask(`/mine/${contribution}/`, await maker(contribution), form)).text();
  return /\/asked\/\?code=([\w-]{43})/.exec(page)?.[1] ?? '';
}

/** Comes in by a link of their own. */
async function come(contribution: string, person = 'p2'): Promise<string> {
  const entered = await ask('/asked/', '', [['token', await linkFor(contribution, person)]]);
  expect([entered.status, entered.headers.get('location')]).toEqual([
    303,
    `/mine/${contribution}/`,
  ]);
  return cookieIn(entered);
}

const YES: Form = [
  ['act', 'answer'],
  ['seen', 'yes'],
  ['age', 'adult'],
  ['yes', 'web words'],
];

/** The consents of the draft, or as they are published. */
async function consentsIn(id: string, at: 'draft' | 'live'): Promise<readonly object[]> {
  const draft = await readDraft(desk.repository, { collection: 'stories', id });
  const path = `content/stories/${id}/story.md`;
  const tip = at === 'live' ? 'archive' : draft?.tip;
  if (tip === undefined) return [];
  const text = (await textAt(desk.repository, tip, path)) ?? '';
  return (recordForm(text, path)?.record['consents'] ?? []) as readonly object[];
}

const preview = async (id: string) => (await desk.get(`/desk/preview/stories/${id}/`)).text();

describe('a link for somebody who is in it', () => {
  test('is used up by no look, opens one part, and is shown once', async () => {
    const token = await linkFor('link0001');
    for (const _look of [1, 2]) {
      const page = await ask(`/asked/?code=${token}`, '');
      expect(page.status).toBe(200);
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(await page.text()).not.toContain('p-two');
    }
    const own = cookieIn(await ask('/asked/', '', [['token', token]]));
    const page = await (await ask('/mine/link0001/', own)).text();
    expect(page).toContain('p-two came');
    expect(page).toContain('You have not answered');
    for (const kept of ['value="all"', 'Where your story went', 'value="web voice"'])
      expect([kept, page.includes(kept)]).toEqual([kept, false]);
    expect((await ask('/mine/yes00001/', own)).status).toBe(404);
  });

  test('opens nothing from elsewhere, later, or once it was stopped or made anew', async () => {
    const old = await linkFor('link0001');
    const elsewhere = await ask('/asked/', '', [['token', old]], 'cross-site');
    expect([elsewhere.status, elsewhere.headers.get('set-cookie')]).toEqual([403, null]);
    const own = cookieIn(await ask('/asked/', '', [['token', old]]));
    const newer = await linkFor('link0001');
    expect((await ask(`/asked/?code=${old}`, '')).status).toBe(403);
    expect((await ask('/mine/link0001/', own)).status).toBe(303);
    const form: Form = [
      ['act', 'stop'],
      ['person', 'p2'],
    ];
    await ask('/mine/link0001/', await maker('link0001'), form);
    expect((await ask(`/asked/?code=${newer}`, '')).status).toBe(403);
    const last = await linkFor('link0001');
    desk.clock.now += 14 * 86_400_000;
    expect((await ask(`/asked/?code=${last}`, '')).status).toBe(403);
    desk.clock.now -= 14 * 86_400_000;
  });

  test('is made by its maker or a facilitator, for somebody who is in it, and by nobody else', async () => {
    for (const person of ['p1', 'p9', '']) expect(await linkFor('link0001', person)).toBe('');
    const own = await come('link0001');
    const again = await ask('/mine/link0001/', own, [
      ['act', 'ask'],
      ['person', 'p2'],
    ]);
    expect([again.status, (await again.text()).includes('/asked/?code')]).toEqual([422, false]);
    const form: Form = [
      ['act', 'ask'],
      ['person', 'p2'],
    ];
    const { access } = desk.open.desk;
    const until = desk.clock.now + 86_400_000;
    const { token } = access.invite({ role: 'contributor', use: 'single', until });
    const contributor = `desk=${access.signIn(token, 3_600_000)}`;
    for (const [cookie, status] of [
      ['', 401],
      [own, 401],
      [contributor, 401],
      [await desk.signIn(), 200],
    ] as const) {
      const answer = await ask('/desk/asked/link0001/', cookie, form);
      const made = (await answer.text()).includes('/asked/?code=');
      expect([cookie.slice(0, 5), answer.status, made]).toEqual([
        cookie.slice(0, 5),
        status,
        status === 200,
      ]);
    }
  });
});

describe('what somebody says about their part', () => {
  test('opens nothing before, and lets it be published once they said yes', async () => {
    const publish = () =>
      desk.cms('publishUnpublishedEntry', { collection: 'stories', slug: 'yes00001' });
    expect(await preview('yes00001')).not.toContain('p-two');
    const own = await come('yes00001');
    const answered = await ask('/mine/yes00001/', own, YES);
    expect(answered.status).toBe(200);
    const [, code = ''] = /([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(await answered.text()) ?? [];
    expect(desk.register.receiptFor(code)).toMatchObject({
      ...{ contribution: 'yes00001', person: 'p2' },
    });
    // What is published waits for a facilitator.
    expect(await consentsIn('yes00001', 'live')).toMatchObject([{}, { state: 'unknown' }]);
    expect(await preview('yes00001')).toContain('p-two');
    expect((await publish()).status).toBe(200);
    await desk.open.desk.publisher.settled();
    expect(await consentsIn('yes00001', 'live')).toMatchObject([
      {},
      { state: 'given', given_on: DESK_DAY, method: 'online', language: 'en' },
    ]);
  });

  test('is a no that one person said, whatever another said', async () => {
    await ask('/mine/both0001/', await come('both0001', 'p2'), YES);
    expect(await preview('both0001')).not.toContain('p-two');
    const no = await ask('/mine/both0001/', await come('both0001', 'p3'), [['act', 'refuse']]);
    expect(no.status).toBe(200);
    expect(await preview('both0001')).not.toContain('p-two');
    const said = [{}, { person: 'p2', state: 'given' }, { person: 'p3', state: 'refused' }];
    expect(await consentsIn('both0001', 'draft')).toMatchObject(said);
    // A no counts at once, whether or not the draft is ever published.
    expect(await consentsIn('both0001', 'live')).toMatchObject([{}, {}, { state: 'refused' }]);
  });

  test('is a no where every box is empty, and may be changed to a yes', async () => {
    await desk.open.desk.publisher.settled();
    const own = await come('no000001');
    const blank = YES.filter(([name]) => name !== 'yes');
    expect((await ask('/mine/no000001/', own, blank)).status).toBe(200);
    expect(await consentsIn('no000001', 'live')).toMatchObject([{}, { state: 'refused' }]);
    expect(await preview('no000001')).not.toContain('p-two');
    await desk.open.desk.publisher.settled();
    expect((await ask('/mine/no000001/', own, YES)).status).toBe(200);
    expect(await preview('no000001')).toContain('p-two');
  });

  test('is written by the server: what else a browser sends is not looked at', async () => {
    const own = await come('forged01');
    const unseen = YES.filter(([name]) => name !== 'seen');
    const ageless = YES.filter(([name]) => name !== 'age');
    for (const form of [unseen, ageless])
      expect((await ask('/mine/forged01/', own, form)).status).toBe(422);
    expect(await consentsIn('forged01', 'draft')).toEqual([]);
    await ask('/mine/forged01/', own, [
      ...YES,
      ['yes', 'web voice'],
      ...([
        ['yes', 'everything words'],
        ['person', 'p1'],
        ['state', 'renewed'],
        ['given_on', '2020-01-01'],
        ['expires_on', '2099-01-01'],
        ['method', 'paper'],
        ['review', 'cleared'],
      ] as Form),
    ]);
    const [first, second] = await consentsIn('forged01', 'draft');
    expect(first).toMatchObject({ person: 'p1', method: 'paper', given_on: '2026-06-01' });
    expect(second).toEqual({
      ...inWords('p2'),
      ...{ state: 'given', given_on: DESK_DAY, expires_on: '2031-11-22' },
      ...{ information_sheet: 'v1', language: 'en', method: 'online', age_band: 'adult' },
      grants: { web: ['words'] },
    });
  });

  test('is about their own picture: another is an address that never was', async () => {
    const own = await come('photo001');
    const page = await (await ask('/mine/photo001/', own)).text();
    expect(page).toContain('/mine/photo001/part/f1');
    expect(page).not.toContain('part/f2');
    const picture = await ask('/mine/photo001/part/f1', own);
    expect([picture.status, picture.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await picture.text()).toBe('a picture');
    const never = await ask('/mine/photo001/part/f9', own);
    const other = await ask('/mine/photo001/part/f2', own);
    expect([other.status, await other.text()]).toEqual([404, await never.text()]);
    expect((await ask('/mine/photo001/part/f1', '')).status).toBe(404);
    const said: Form = [...YES, ['yes', 'web pictures']];
    await ask('/mine/photo001/', own, said);
    const [, p2, p3] = await consentsIn('photo001', 'draft');
    expect(p2).toMatchObject({ state: 'given', grants: { web: ['photo'] } });
    expect(p3).toMatchObject({ state: 'unknown' });
  });
});

describe('the own copy of a maker', () => {
  test('holds the words, the clean files and what was said, for nobody else', async () => {
    const path = '/mine/photo001/copy';
    const copy = await ask(path, await maker('photo001'));
    expect([copy.status, copy.headers.get('content-type')]).toEqual([200, 'application/zip']);
    expect(copy.headers.get('cache-control')).toBe('no-store');
    const bytes = Buffer.from(await copy.arrayBuffer()).toString('latin1');
    for (const kept of [
      ...['PK\u0003\u0004', 'my-words.txt', 'Bread on a Friday', 'A cup'],
      ...['what-i-said-yes-to.txt', 'What you said yes to', 'f1.jpg', 'f2.jpg', 'a picture'],
    ])
      expect([kept, bytes.includes(kept)]).toEqual([kept, true]);
    expect(bytes).not.toContain('Your code');
    const own = await come('photo001', 'p3');
    const never = await ask('/mine/never001/copy', own);
    for (const cookie of ['', own, await maker('link0001')]) {
      const answer = await ask(path, cookie);
      expect([answer.status, await answer.clone().text()]).toEqual([
        404,
        await never.clone().text(),
      ]);
    }
  });
});
