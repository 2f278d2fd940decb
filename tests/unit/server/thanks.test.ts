import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { takeThanks, thanks } from '#cli/care.ts';
import { stateOf } from '#state/state.ts';
import { mayBeThanked } from '#register/may-be-thanked.ts';
import { admit } from '#release/admit.ts';
import { toReleasedStory } from '#release/to-released-story.ts';
import { approved, held } from '#support/held.ts';
import { type Fields, openRecord } from '#support/small-archive.ts';
import { DESK_DAY, type SmallDesk, saving, smallDesk } from '#support/small-desk.ts';

let desk: SmallDesk;

/** Published and built, each with another answer to being thanked. */
const PIECES: Readonly<Record<string, [Fields, Fields]>> = {
  yes001: [{}, { thanks: true }],
  more01: [{}, { thanks: true }],
  no0001: [{}, { thanks: false }],
  silent1: [{}, {}],
  held001: [{ hold: true }, { thanks: true }],
  early01: [{ embargo_until: '2027-01-01' }, { thanks: true }],
  gone001: [{}, { thanks: true, state: 'revoked' }],
  ended01: [{}, { thanks: true, expires_on: '2026-11-22' }],
  noweb01: [{}, { thanks: true, grants: { search: ['words'] } }],
};

beforeAll(async () => {
  desk = await smallDesk(async ({ story }) => {
    for (const [id, [change, maker]] of Object.entries(PIECES))
      await story(id, openRecord(change, maker));
    await story('fresh01', openRecord({ published_on: undefined }, { thanks: true }));
    const record = openRecord({}, { thanks: false });
    const [p1] = record['consents'] as object[];
    await story('other01', {
      ...record,
      consents: [p1, { ...p1, person: 'p2', interest: 'co-creator', thanks: true }],
    });
  });
  for (const id of [...Object.keys(PIECES), 'other01']) await desk.post('/api/approve', { id });
  await desk.open.desk.publisher.settled();
});
afterAll(() => desk.register.close());
beforeEach(() => {
  desk.clock.now += 2 * 3_600_000;
});

const url = (path: string) => `http://desk.test${path}`;
const ask = (path: string) => desk.open.handle(new Request(url(path)));
const send = (path: string, words: string | undefined, headers: Record<string, string> = {}) =>
  desk.open.handle(
    new Request(url(path), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: words === undefined ? '' : new URLSearchParams({ words }).toString(),
    }),
  );
const put = async (file: string, text: string): Promise<void> => {
  const path = join(desk.open.desk.publisher.site.folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
};
const waiting = () => desk.register.thanksWaiting();

describe('the page where thanks are sent', () => {
  test('is there for a public piece whose contributor said yes to it, with no script and no cookie', async () => {
    const answer = await ask('/thanks/yes001/');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*form-action 'self'/,
    );
    const page = await answer.text();
    expect(page).not.toMatch(/<script|\son[a-z]+=|\sstyle=|https?:/);
    expect(page).toContain('method="post" action="/thanks/yes001/"');
    // In a language of the site in which the piece has no page, back to the page that it has.
    const without = await (await ask('/ur/thanks/yes001/')).text();
    expect(without).toContain('<html lang="ur" dir="rtl">');
    expect(without).toContain('action="/ur/thanks/yes001/"');
    expect(without).toContain('href="/stories/yes001/"');
    await put('ur/stories/yes001/index.html', 'in Urdu');
    const urdu = await (await ask('/ur/thanks/yes001/')).text();
    expect(urdu).toContain('href="/ur/stories/yes001/"');
  });

  test('speaks the language of the site where that is another, and stands in its frame', async () => {
    const { site } = desk.open.desk.publisher;
    const frame = { name: 'An archive', languages: ['ur', 'en'], contacts: [] };
    Object.assign(site, { frame });
    await put('en/stories/yes001/index.html', 'in English');
    const urdu = await (await ask('/thanks/yes001/')).text();
    expect(urdu).toContain('<html lang="ur" dir="rtl">');
    expect(urdu).toContain('شکریہ');
    expect(urdu).toContain('href="/en/thanks/yes001/"');
    const english = await (await ask('/en/thanks/yes001/')).text();
    expect(english).toContain('href="/thanks/yes001/"');
    expect(english).toContain('<bdi>An archive</bdi>');
    expect(english).toContain('action="/en/thanks/yes001/"');
    Object.assign(site, { frame: undefined });
    for (const file of ['en', 'ur']) await rm(join(site.folder, file), { recursive: true });
  });

  test.each([
    ...Object.keys(PIECES).filter((id) => !['yes001', 'more01'].includes(id)),
    'other01',
    'never01',
    '../yes001',
  ])('is not there for %s, no more than an address that never was', async (id) => {
    const before = waiting().length;
    const never = await ask('/nothing/at/all/');
    for (const path of [`/thanks/${id}/`, `/pa/thanks/${id}/`]) {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe(await never.clone().text());
      expect([...answer.headers]).toEqual([...never.headers]);
      expect((await send(path, 'Thank you')).status).toBe(404);
    }
    expect(waiting()).toHaveLength(before);
  });

  test('is named on the page of a piece where it is there, and on no other', async () => {
    const none = { photos: new Map(), sounds: new Map() };
    for (const [change, maker] of Object.values(PIECES)) {
      const piece = approved(held(change, maker));
      const { thanks: named } = toReleasedStory(admit(piece, DESK_DAY), none, []);
      expect(named).toBe(mayBeThanked(piece, DESK_DAY));
    }
  });

  test('keeps the words for somebody to read, and says so once', async () => {
    const answer = await send('/thanks/yes001/', 'Shukriya ‌\u001b[31m! \r\nWe cooked it too.');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '?sent']);
    expect(await (await ask('/thanks/yes001/?sent')).text()).toContain('on their way');
    const [kept] = waiting();
    expect(kept).toMatchObject({
      contribution: 'yes001',
      words: 'Shukriya ‌[31m! \nWe cooked it too.',
      receivedOn: '2026-11-22',
    });
    const listed = await thanks({ content: desk.content });
    expect(listed.lines[0]).toContain(kept!.key);
    const passed = await takeThanks({ content: desk.content, key: kept!.key, as: 'passed' });
    expect(passed.lines.join('\n')).toContain('We cooked it too.');
    expect(await takeThanks({ content: desk.content, key: kept!.key, as: 'passed' })).toMatchObject(
      { exit: 1 },
    );
    expect(waiting()).toEqual([]);
    expect(desk.register.events().at(-1)).toMatchObject({
      event: 'thanks-passed',
      contribution: 'yes001',
    });
    const bytes = (await readFile(stateOf(desk.content).register)).toString('latin1');
    expect(bytes).not.toContain('cooked it too');
  });

  test('takes no empty words, no long ones, and does not read on when a body is too long', async () => {
    expect((await send('/thanks/yes001/', ' \n ')).status).toBe(422);
    expect((await send('/thanks/yes001/', undefined)).status).toBe(422);
    expect((await send('/thanks/yes001/', 'ਧ'.repeat(501))).status).toBe(413);
    expect((await send('/thanks/yes001/', 'x'.repeat(2_000_000))).status).toBe(413);
    expect(waiting()).toEqual([]);
    expect((await send('/thanks/yes001/', 'ਧ'.repeat(500))).status).toBe(303);
    await takeThanks({ content: desk.content, key: waiting()[0]!.key, as: 'dropped' });
  });

  test('takes five in an hour for one piece, and a form of another site never', async () => {
    const answers: number[] = [];
    for (let time = 0; time < 6; time += 1)
      answers.push((await send('/thanks/yes001/', 'Thanks')).status);
    expect(answers).toEqual([303, 303, 303, 303, 303, 429]);
    expect((await send('/thanks/more01/', 'Thanks')).status).toBe(303);
    const from = (site: string) => send('/thanks/more01/', 'Thanks', { 'sec-fetch-site': site });
    expect((await from('cross-site')).status).toBe(404);
    expect((await from('same-origin')).status).toBe(303);
    expect(waiting()).toHaveLength(7);
  });

  test('stops reading a body that does not end', async () => {
    let read = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(stream) {
        read += 1;
        if (read > 500) stream.close();
        else stream.enqueue(new Uint8Array(1_000).fill(65));
      },
    });
    const endless = { method: 'POST', body, duplex: 'half' } as RequestInit;
    const answer = await desk.open.handle(new Request(url('/thanks/yes001/'), endless));
    expect(answer.status).toBe(413);
    expect(read).toBeLessThan(20);
  });

  test('is not there for a piece that is hidden, before its content is changed', async () => {
    const { hidden } = desk.open.desk;
    const entry = await hidden.add({ id: 'yes001' } as Parameters<typeof hidden.add>[0]);
    expect((await ask('/thanks/yes001/')).status).toBe(404);
    await hidden.forget([entry]);
    expect((await ask('/thanks/yes001/')).status).toBe(200);
  });

  test('is gone from the moment the piece is taken down', async () => {
    expect((await ask('/thanks/more01/')).status).toBe(200);
    await desk.post('/api/withdraw', { id: 'more01' }, await desk.signIn());
    expect((await ask('/thanks/more01/')).status).toBe(404);
    expect((await send('/thanks/more01/', 'Thanks')).status).toBe(404);
    await desk.open.desk.publisher.settled();
    expect((await ask('/thanks/more01/')).status).toBe(404);
  });
});

describe('publishing at the desk', () => {
  test('notes the first day of everybody who made the piece', async () => {
    const cookie = await desk.signIn();
    const path = 'content/stories/fresh01/story.md';
    const entry = { path, collection: 'stories' };
    const { data } = (await desk.cms('getEntry', entry, cookie)).body as { data: string };
    const draft = saving(path, data.replace('street', 'whole street'), { slug: 'fresh01' });
    expect((await desk.cms('persistEntry', draft, cookie)).status).toBe(200);
    expect((await desk.post('/api/approve', { id: 'fresh01' }, cookie)).status).toBe(200);
    const which = { collection: 'stories', slug: 'fresh01' };
    expect((await desk.cms('publishUnpublishedEntry', which, cookie)).status).toBe(200);
    const noted = desk.register.events().filter(({ event }) => event === 'published');
    expect(noted).toMatchObject([
      { contribution: 'fresh01', person: 'p1', detail: ['on:2026-11-22'] },
    ]);
    await desk.open.desk.publisher.settled();
  });
});
