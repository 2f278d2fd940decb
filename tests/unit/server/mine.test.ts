import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { becauseOf, pieceState } from '#server/mine/piece-state.ts';
import { REASONS } from '#consent/decision.ts';
import { interfaceIn } from '#i18n/words.ts';
import { canary } from '#support/canary.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { openRecord } from '#support/small-archive.ts';
import { DESK_DAY, type SmallDesk, smallDesk } from '#support/small-desk.ts';

const ORIGIN = 'http://desk.test';
let desk: SmallDesk;

const DEPICTED = {
  ...{ person: 'p2', interest: 'identifiable-in-words', state: 'given', given_on: '2026-06-01' },
  ...{ expires_on: '2031-06-01', information_sheet: 'v1', language: 'en', method: 'paper' },
  ...{ age_band: 'adult', grants: { web: ['words'] } },
};
/** In what a photograph and a recording carry beside what is seen and heard. */
const MARKER = canary('mine', 'carried');

const [MAKER] = openRecord()['consents'] as readonly Record<string, unknown>[];
const WITH_OTHER = openRecord({ title: 'Words of two', consents: [MAKER, DEPICTED] });

beforeAll(async () => {
  desk = await smallDesk(async ({ story, write }) => {
    const evidence = { grants: { web: ['words'], evidence: ['words'], exhibition: ['words'] } };
    await story('public01', openRecord({}, evidence));
    for (const [name, bytes] of Object.entries({
      'f1.jpg': await photographWith(MARKER, 3),
      'v1.wav': soundWith(MARKER, 220),
    }))
      await write(`stories/files001/${name}`, bytes);
    const photos = [{ id: 'f1', file: 'f1.jpg', alt: 'A table' }];
    await story('files001', openRecord({ photos, voice: { id: 'v1', file: 'v1.wav' } }));
    await story('held0001', openRecord({ title: 'Held back', hold: true }));
    await story('two00001', WITH_OTHER);
    await write(
      'exhibitions/tea/index.mdx',
      '---\ntitle: Tea\nopens: 2026-11-01\n---\n<Work id="public01" />\n',
    );
    await write('priorities/buses.yaml', 'name: { en: Buses }\npieces: [public01]\n');
    await write('priorities/trees.yaml', 'name: { en: Trees }\npieces: []\n');
    await write(
      'responses/r1.md',
      '---\ninstitution: The council\nanswers: { priority: buses }\non: 2026-11-05\n---\nYes.\n',
    );
  });
  for (const id of ['public01', 'two00001']) await desk.post('/api/approve', { id });
  await desk.open.desk.publisher.settled();
});
afterAll(() => desk.register.close());

const codeOf = (contribution: string, person = 'p1') =>
  desk.register.issueReceipt({ contribution, person, day: DESK_DAY });

function ask(path: string, cookie: string, form?: Record<string, string>, site = 'same-origin') {
  return desk.open.handle(
    new Request(`${ORIGIN}${path}`, {
      headers: {
        cookie,
        'sec-fetch-site': site,
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form).toString() }),
    }),
  );
}

const cookieIn = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

/** Comes in with a code; answers with the cookie of the visit. */
async function visit(code: string): Promise<string> {
  const entered = await ask('/mine/', '', { code });
  expect(entered.status).toBe(303);
  return cookieIn(entered);
}

const everything = async (answer: Response) => ({
  status: answer.status,
  headers: [...answer.headers].filter(([name]) => name !== 'date'),
  body: await answer.text(),
});

describe('what I shared', () => {
  test('is opened by a code, for a while and on this address alone, and kept by no browser', async () => {
    const entered = await ask('/mine/', '', { code: codeOf('public01').toLowerCase() });
    expect(entered.headers.get('location')).toBe('/mine/public01/');
    const cookie = entered.headers.get('set-cookie') ?? '';
    for (const said of ['HttpOnly', 'SameSite=Strict', 'Path=/mine/', 'Max-Age=3600'])
      expect(cookie).toContain(said);
    const page = await ask('/mine/public01/', cookieIn(entered));
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const first = desk.clock.now;
    desk.clock.now += 3_600_001;
    expect((await ask('/mine/public01/', cookieIn(entered))).status).toBe(303);
    desk.clock.now = first;
  });

  test('is not opened by a wrong code or from another site, and leaving ends it', async () => {
    const wrong = await ask('/mine/', '', { code: 'AAAAA-AAAAA' });
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([404, null]);
    const elsewhere = await ask('/mine/', '', { code: codeOf('public01') }, 'cross-site');
    expect([elsewhere.status, elsewhere.headers.get('set-cookie')]).toEqual([403, null]);
    const cookie = await visit(codeOf('public01'));
    await ask('/mine/', cookie, { act: 'leave' });
    expect((await ask('/mine/public01/', cookie)).status).toBe(303);
  });

  test('of somebody else is answered like an address that never was', async () => {
    const cookie = await visit(codeOf('public01'));
    for (const form of [undefined, { act: 'take', what: 'all' }]) {
      const never = await everything(await ask('/mine/never001/', cookie, form));
      for (const id of ['held0001', 'two00001'])
        expect(await everything(await ask(`/mine/${id}/`, cookie, form))).toEqual(never);
      const outside = await everything(await ask('/mine/never001/', '', form));
      expect(await everything(await ask('/mine/public01/', '', form))).toEqual(outside);
    }
    expect(desk.open.desk.hidden.hides('held0001')).toBe(false);
  });

  test('says where it is and where it went, with the days', async () => {
    desk.register.note({
      ...{ event: 'published', contribution: 'public01', person: 'p1', actorRole: 'desk' },
      detail: ['on:2026-06-20'],
    });
    desk.register.keepThanks({ contribution: 'public01', words: 'x', receivedOn: DESK_DAY });
    desk.register.keepThanks({ contribution: 'public01', words: 'y', receivedOn: DESK_DAY });
    const [passed, dropped] = desk.register.thanksWaiting();
    desk.register.takeThanks({ key: passed?.key ?? '', as: 'passed' });
    desk.register.takeThanks({ key: dropped?.key ?? '', as: 'dropped' });
    const parts = [{ contribution: 'public01', part: 'words' }];
    const print = { use: 'print', format: 'elsewhere', day: '2026-05-04', parts } as const;
    desk.register.copies.add({ ...print, key: 'c1', recipient: 'The library' });
    const page = await (await ask('/mine/public01/', await visit(codeOf('public01')))).text();
    expect(page).not.toContain('The library');
    // That much is written down is no word that all of it is.
    expect(page).toContain(interfaceIn('en').words.mine.wentPaper);
    for (const said of [
      'A copy went out on 4 May 2026: on paper, such as a booklet.',
      ...['Bread on a Friday', 'Everyone can see it', 'since 20 June 2026'],
      ...['/exhibitions/tea/', 'from 1 November 2026', '/priorities/buses/'],
      ...['An answer came from The council on 5 November 2026'],
    ])
      expect(page).toContain(said);
    expect(page).toContain('Tell us what you want changed');
    expect(page).not.toContain('Trees');
    expect(page.split('Somebody thanked you').length).toBe(2);
  });

  test('comes as one file to keep, of which pictures and sound lying beside the record are made clean', async () => {
    for (const file of [await photographWith(MARKER, 3), soundWith(MARKER, 220)])
      expect(file.includes(MARKER)).toBe(true);
    const answer = await ask('/mine/files001/copy', await visit(codeOf('files001')));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const zip = Buffer.from(await answer.arrayBuffer());
    // Of each file in it the name, as its head says how long that is.
    const [, ...files] = zip.toString('latin1').split('PK\x03\x04');
    const names = files.map((file) => file.slice(26, 26 + file.charCodeAt(22)).slice(0, 3));
    expect(names).toEqual(expect.arrayContaining(['f1.', 'v1.']));
    expect(zip.includes('We baked, and the street came.')).toBe(true);
    expect(zip.length).toBeGreaterThan(10_000);
    expect(zip.includes(MARKER)).toBe(false);
  });

  test('says why something is kept back, and names nobody', async () => {
    const page = await (await ask('/mine/held0001/', await visit(codeOf('held0001')))).text();
    expect(page).toContain('Somebody here wants to look at it again');
    expect(page).not.toContain('Everyone can see it');
  });

  test('shows somebody who is in it their own part and no more', async () => {
    const maker = await (await ask('/mine/two00001/', await visit(codeOf('two00001')))).text();
    expect(maker).toContain('Words of two');
    expect(maker).toContain('said yes');
    const other = await visit(codeOf('two00001', 'p2'));
    const page = await (await ask('/mine/two00001/', other)).text();
    for (const kept of ['value="all"', 'value="use:web"', 'Where your story went'])
      expect([kept, page.includes(kept)]).toEqual([kept, false]);
    const forged = await ask('/mine/two00001/', other, { act: 'take', what: 'all' });
    expect(forged.status).toBe(422);
    expect(desk.open.desk.hidden.hides('two00001')).toBe(false);
  });

  test('takes a use back there, by the act of /withdraw/', async () => {
    const cookie = await visit(codeOf('two00001'));
    const missed = await ask('/mine/two00001/', cookie, { act: 'take' });
    expect(missed.status).toBe(422);
    const taken = await ask('/mine/two00001/', cookie, { act: 'take', what: 'use:search' });
    expect(taken.status).toBe(200);
    expect(await taken.text()).toContain('It is hidden');
    expect(desk.open.desk.hidden.hides('two00001')).toBe(true);
    await desk.open.desk.publisher.settled();
    const text = desk.git('show', 'archive:content/stories/two00001/story.md');
    expect(text).not.toContain('search');
    expect(text).toContain('web');
  });

  test('is listed for the sign-in it was sent with, and for no other', async () => {
    const { access } = desk.open.desk;
    const until = desk.clock.now + 86_400_000;
    const come = () => {
      const { token } = access.invite({ role: 'contributor', use: 'single', until });
      return `desk=${access.signIn(token, 3_600_000)}`;
    };
    const [own, other] = [come(), come()];
    const owner = access.sessionFor(own.slice('desk='.length))?.owner ?? '';
    for (const contribution of ['public01', 'held0001'])
      access.pieces.noteSent(owner, { contribution, revision: '0' });
    const list = await (await ask('/mine/', own)).text();
    expect(list).toContain('href="/mine/public01/"');
    expect(list).toContain('href="/mine/held0001/"');
    expect((await ask('/mine/public01/', own)).status).toBe(200);
    const theirs = await (await ask('/mine/', other)).text();
    expect(theirs).not.toContain('/mine/public01/');
    expect(await everything(await ask('/mine/public01/', other))).toEqual(
      await everything(await ask('/mine/never001/', other)),
    );
  });

  test('that was taken down says so, with the day', async () => {
    const cookie = await visit(codeOf('held0001'));
    await ask('/mine/held0001/', cookie, { act: 'take', what: 'all' });
    await desk.open.desk.publisher.settled();
    const page = await (await ask('/mine/held0001/', cookie)).text();
    expect(page).toContain('It was taken down on 22 November 2026');
    expect(page).not.toContain('Held back');
  });
});

describe('the state of a piece', () => {
  const facts = { day: DESK_DAY, isHidden: false, isServed: true, sent: 'a', downOn: undefined };
  const now = { id: 'x', live: undefined, draft: undefined, isUnread: false };

  test('is never said to be public where nothing is known of it', () => {
    expect(pieceState({ ...now, isUnread: true }, facts).kind).toBe('unreadable');
    expect(pieceState(now, facts).kind).toBe('down');
  });

  test('has a word for each reason of a refusal', () => {
    const held = { fields: { consents: [] } } as unknown as Parameters<typeof becauseOf>[0];
    for (const reason of REASONS) expect(becauseOf(held, [{ reason }])[0]).toMatch(/^[a-z]+$/);
    const other = becauseOf(held, [{ reason: 'not-granted', person: 'p9' }]);
    expect(other).toEqual(['others']);
  });
});
