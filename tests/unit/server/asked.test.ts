import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDraft } from '#repository/drafts.ts';
import { recordForm } from '#repository/record-text.ts';
import { textAt } from '#repository/repository.ts';
import { dailyFacts } from '#schedule/daily-facts.ts';
import { openRecord } from '#support/small-archive.ts';
import { DESK_DAY, NOT_BUILT, type SmallDesk, smallDesk } from '#support/small-desk.ts';

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
    for (const id of ['added001', 'added002'])
      await story(
        id,
        openRecord({
          photos: ['f1', 'f2'].map((each) => ({ id: each, file: `${each}.jpg`, alt: 'A cup' })),
        }),
        BODY,
      );
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
  for (const id of ['photo001', 'added001', 'added002'])
    for (const name of ['f1.jpg', 'f2.jpg']) await desk.open.desk.media.put(id, name, file);
  for (const id of ['yes00001', 'no000001', 'both0001', 'photo001', 'added001'])
    await desk.post('/api/approve', { id });
  await desk.open.desk.publisher.settled();
});
afterAll(() => desk.register.close());

type Form = readonly (readonly [string, string])[];

function ask(path: string, cookie: string, form?: Form, site = 'same-origin', at = desk.open) {
  return at.handle(
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
  return ((await recordIn(id, at))?.['consents'] ?? []) as readonly object[];
}

async function photosIn(id: string, at: 'draft' | 'live') {
  const record = await recordIn(id, at);
  return (record?.['photos'] ?? []) as readonly { readonly people?: readonly string[] }[];
}

async function recordIn(id: string, at: 'draft' | 'live') {
  const draft = await readDraft(desk.repository, { collection: 'stories', id });
  const path = `content/stories/${id}/story.md`;
  const tip = at === 'live' ? 'archive' : draft?.tip;
  if (tip === undefined) return undefined;
  return recordForm((await textAt(desk.repository, tip, path)) ?? '', path)?.record;
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

describe('somebody else whom the maker adds', () => {
  const add = (part: string, known: number): Form => [
    ['act', 'add'],
    ['part', part],
    ['known', String(known)],
  ];
  const at = '/mine/added001/';

  test('closes what was open until they said yes, and can be sent a link', async () => {
    const own = await maker('added001');
    expect((await dailyFacts(desk.open.desk)).closed.has('added001')).toBe(false);
    const added = await ask(at, own, [
      ...add('words', 1),
      ...([
        ['person', 'p1'],
        ['state', 'given'],
        ['interest', 'contributor'],
      ] as Form),
    ]);
    expect([added.status, added.headers.get('location')]).toEqual([303, at]);
    expect((await dailyFacts(desk.open.desk)).closed.has('added001')).toBe(true);
    await desk.open.desk.publisher.settled();
    const [, second, ...more] = await consentsIn('added001', 'live');
    expect([Object.keys(second ?? {}).toSorted(), more]).toEqual([
      ['interest', 'person', 'state'],
      [],
    ]);
    expect(second).toMatchObject({ interest: 'identifiable-in-words', state: 'unknown' });
    const { person } = second as { person: string };
    expect(person).toMatch(/^p[0-9a-f]{12}$/);
    expect(await linkFor('added001', person)).not.toBe('');
    const page = await (await ask(at, own)).text();
    expect(page).toContain('Somebody in the words');
  });

  test('is added once, also where the form is sent twice, to what is published and to a draft', async () => {
    const own = await maker('added001');
    await ask(at, await come('added001', await personIn('words')), YES);
    const failing = await desk.again({ build: async () => NOT_BUILT });
    for (const _twice of [1, 2])
      expect((await ask(at, own, add('f2', 2), 'same-origin', failing)).status).toBe(303);
    // The page could still be shown without the picture: until it is built, nobody sees either.
    expect(failing.desk.hidden.hides('added001')).toBe(true);
    await failing.desk.publisher.settled();
    for (const place of ['live', 'draft'] as const) {
      const consents = await consentsIn('added001', place);
      expect([place, consents.length]).toEqual([place, 3]);
      expect(consents[2]).toMatchObject({ interest: 'depicted', state: 'unknown' });
      const photos = await photosIn('added001', place);
      const { person } = consents[2] as { person: string };
      expect(photos.map(({ people = [] }) => people)).toEqual([[], [person]]);
    }
  });

  test('is refused for a part that is not there, by nobody’s choice, and to anybody but its maker', async () => {
    const own = await maker('added002');
    const before = desk.git('rev-parse', 'archive');
    for (const form of [add('f9', 1), add('v1', 1), add('', 1), add('__proto__', 1)])
      expect((await ask('/mine/added002/', own, form)).status).toBe(422);
    const asked = await come('added001', await personIn('depicted'));
    expect((await ask(at, asked, add('words', 3))).status).toBe(422);
    expect((await ask(at, own, add('words', 3))).status).toBe(404);
    expect((await ask(at, '', add('words', 3))).status).toBe(303);
    const elsewhere = await ask('/mine/added002/', own, add('words', 1), 'cross-site');
    expect(elsewhere.status).toBe(403);
    expect(desk.git('rev-parse', 'archive')).toBe(before);
    expect(await consentsIn('added001', 'live')).toHaveLength(3);
    expect(await consentsIn('added002', 'draft')).toEqual([]);
  });

  /** Who was added, by what they are in. */
  async function personIn(part: string): Promise<string> {
    const all = (await consentsIn('added001', 'live')) as readonly Record<string, string>[];
    return all.find(({ interest }) => interest?.includes(part))?.['person'] ?? '';
  }
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
