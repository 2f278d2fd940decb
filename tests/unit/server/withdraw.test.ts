import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { languagesOn } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';
import { stateOf } from '#state/state.ts';
import { DailyBuild } from '#server/daily-build.ts';
import type { Fields } from '#support/small-archive.ts';
import { openRecord } from '#support/small-archive.ts';
import { elementsIn } from '#support/elements-in.ts';
import { languagesSeen } from '#support/languages-seen.ts';
import { DESK_DAY, NOT_BUILT, saving, type SmallDesk, smallDesk } from '#support/small-desk.ts';

const ID = 'older01';
const friend = (change: Fields = {}): Fields => ({
  person: 'p2',
  interest: 'depicted',
  state: 'given',
  given_on: '2026-06-01',
  expires_on: '2031-06-01',
  information_sheet: 'v1',
  language: 'en',
  method: 'paper',
  age_band: 'young-person',
  grants: { web: ['words'] },
  ...change,
});
const record = (change: Fields = {}): Fields => {
  const fields = openRecord({
    photos: [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.', people: ['p2'] }],
    translations: [{ id: 't1', language: 'ur', words: 'روٹی' }],
    ...change,
  });
  return { ...fields, consents: [...(fields['consents'] as Fields[]), friend()] };
};
let desk: SmallDesk;
let codes: { maker: string; friend: string };

async function open(change: Fields = {}): Promise<void> {
  desk = await smallDesk(async (archive) => {
    await archive.story(ID, record(change));
    await archive.write(`stories/${ID}/f1.jpg`, 'picture');
    await archive.story('other02', openRecord({ title: 'Soup' }));
  });
  const of = (person: string) =>
    desk.register.issueReceipt({ contribution: ID, person, day: DESK_DAY });
  codes = { maker: of('p1'), friend: of('p2') };
  await onSite();
}
/** The site as it is served before anything is taken down. */
async function onSite(): Promise<void> {
  const { folder } = desk.open.desk.publisher.site;
  const put = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  const card = `<li data-piece="${ID}"><a href="/stories/${ID}/">Bread</a></li>`;
  for (const prefix of ['', 'ur/']) await put(`${prefix}stories/${ID}/index.html`, 'Bread whole');
  await put('stories/index.html', `<ul>${card}<li data-piece="other02">Soup</li></ul>`);
  await put(`media/${ID}/a.jpg`, 'picture');
}
beforeEach(() => open());

const ask = (path: string, init: RequestInit = {}, from = '192.0.2.7') =>
  desk.open.handle(new Request(`http://desk.test${path}`, init), {
    address: from,
    isSecure: false,
  });
const send = (
  form: Record<string, string>,
  { path = '/withdraw/', headers = {}, from = '192.0.2.7' } = {},
) =>
  ask(
    path,
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(form).toString(),
    },
    from,
  );
const liveText = (path = `content/stories/${ID}/story.md`) => desk.git('show', `archive:${path}`);
const broken = async () => {
  const next = await desk.again({ build: async () => NOT_BUILT });
  Object.assign(desk.open, next);
  await onSite();
  return next;
};

describe('with the code of a receipt', () => {
  test('three pages: the code, what should come down, the receipt; no cookie, nothing kept', async () => {
    const pages = [
      await ask(`/withdraw/?code=${codes.maker}`),
      await send({ code: codes.maker }),
      await send({ code: codes.maker, step: 'take', what: 'all' }),
    ];
    for (const page of pages) {
      expect(page.status).toBe(200);
      expect(page.headers.get('set-cookie')).toBeNull();
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
      expect(page.headers.get('x-robots-tag')).toContain('noindex');
    }
    const [code, choose, receipt] = await Promise.all(pages.map((page) => page.text()));
    expect(code).toContain(`value="${codes.maker}"`);
    for (const value of ['all', 'part:words', 'part:f1', 'part:t1', 'use:web', 'use:search'])
      expect(choose).toContain(`value="${value}"`);
    expect(choose).not.toContain('checked');
    expect(receipt).toContain('It is hidden');
    expect(receipt).toContain('22 November 2026 at 12:00');
    expect(receipt).toContain('at 2 addresses');
    expect(receipt).toContain('files: 1');
    expect(receipt).toContain('data-rebuild="owed"');
    expect(receipt).toContain('What we cannot call back');
    expect(receipt).not.toContain('Bread');
  });

  test('all of it is hidden before any build, is gone from the content and leaves two dates', async () => {
    await broken();
    expect((await ask(`/stories/${ID}/`)).status).toBe(200);
    await send({ code: codes.maker, what: 'all' });
    for (const path of [`/stories/${ID}/`, `/ur/stories/${ID}/`, `/media/${ID}/a.jpg`])
      expect([path, (await ask(path)).status]).toEqual([path, 410]);
    expect(await (await ask('/stories/')).text()).toBe(
      '<ul><li data-piece="other02">Soup</li></ul>',
    );
    expect(() => liveText()).toThrow();
    expect(liveText(`content/withdrawn/${ID}.yaml`)).toContain(DESK_DAY);
  });

  test('with a broken build it stays hidden, says so, and does so after a new start', async () => {
    const first = await broken();
    await send({ code: codes.maker, what: 'all' });
    await first.desk.publisher.settled();
    const again = await (await send({ code: codes.maker })).text();
    expect(again).toContain('down already');
    expect(again).toContain('data-rebuild="failed"');
    const next = await broken();
    await next.desk.publisher.settled();
    expect((await ask(`/stories/${ID}/`)).status).toBe(410);
    expect(await (await send({ code: codes.maker })).text()).toContain('data-rebuild="failed"');
  });

  test('while the build is broken, the files on disk are gone as well', async () => {
    const { desk: inside } = await broken();
    await send({ code: codes.maker, what: 'all' });
    await inside.publisher.settled();
    const { folder } = inside.publisher.site;
    expect(existsSync(join(folder, 'media', ID))).toBe(false);
    expect(existsSync(join(folder, 'stories', ID, 'index.html'))).toBe(false);
    expect(await readFile(join(folder, 'stories/index.html'), 'utf8')).not.toContain(ID);
  });

  test('when the site was made again, the code says so', async () => {
    await send({ code: codes.maker, what: 'all' });
    await desk.open.desk.publisher.settled();
    expect(await (await send({ code: codes.maker })).text()).toContain('data-rebuild="done"');
    expect(desk.register.events().map(({ event }) => event)).toEqual(
      expect.arrayContaining(['hidden', 'withdrawn', 'rebuilt']),
    );
    expect(JSON.stringify(desk.register.events())).not.toContain('Bread');
  });

  test('hiding does not wait for what others are saving', async () => {
    await broken();
    let free = () => {};
    void desk.open.desk.inTurn(
      () =>
        new Promise<void>((done) => {
          free = done;
        }),
    );
    const sent = send({ code: codes.maker, what: 'all' });
    // It ends as soon as it is hidden, however long what stands in line takes.
    while ((await ask(`/stories/${ID}/`)).status !== 410);
    free();
    expect((await sent).status).toBe(200);
  });

  test('whoever asked is answered after three seconds, also while the rest takes longer; then the rest is done', async () => {
    let free = () => {};
    void desk.open.desk.inTurn(
      () =>
        new Promise<void>((done) => {
          free = done;
        }),
    );
    const waited: number[] = [];
    desk.clock.wait = async (ms) => void waited.push(ms);
    const receipt = await (await send({ code: codes.maker, what: 'all' })).text();
    expect(waited).toEqual([3_000]);
    expect(receipt).toContain('class="receipt"');
    expect((await ask(`/stories/${ID}/`)).status).toBe(410);
    expect(liveText()).toContain('Bread');
    const { publisher, inTurn, hidden } = desk.open.desk;
    expect(publisher.state.state).toBe('working');
    free();
    await inTurn(async () => undefined);
    await publisher.settled();
    expect(() => liveText()).toThrow();
    expect(hidden.entries).toEqual([]);
  });

  test('what is in the draft alone is found there, though the published record has no such part', async () => {
    const cookie = await desk.signIn();
    const path = `content/stories/${ID}/story.md`;
    const entry = { path, collection: 'stories' };
    const { data } = (await desk.cms('getEntry', entry, cookie)).body as { data: string };
    const draft = saving(path, data.replace('"id":"t1"', '"id":"t2"'), { slug: ID });
    expect((await desk.cms('persistEntry', draft, cookie)).status).toBe(200);
    const tip = () => desk.git('show', `cms/stories/${ID}:${path}`);
    expect(tip()).toContain('id: t2');
    const done = await desk.post('/api/withdraw', { id: ID, part: 't2' }, cookie);
    expect(done.status).toBe(200);
    expect(tip()).not.toContain('id: t2');
    expect(liveText()).toContain('id: t1');
    expect((await desk.post('/api/withdraw', { id: ID, part: 't9' }, cookie)).status).toBe(422);
    expect(desk.open.desk.hidden.entries.filter(({ part }) => part === 't9')).toEqual([]);
  });

  test('somebody who holds a receipt is not shown again, though it failed after they were answered', async () => {
    let free = () => {};
    let fails = true;
    const { withdraw } = desk.open.desk.commands;
    const failing = await desk.again({
      build: async () => NOT_BUILT,
      withdraw: async (content, what) =>
        fails ? { kind: 'no-such-part', id: what.id } : withdraw(content, what),
    });
    Object.assign(desk.open, failing);
    await onSite();
    void desk.open.desk.inTurn(
      () =>
        new Promise<void>((done) => {
          free = done;
        }),
    );
    desk.clock.wait = async () => undefined;
    expect((await send({ code: codes.maker, what: 'part:f1' })).status).toBe(200);
    free();
    const { hidden, inTurn, publisher } = desk.open.desk;
    await inTurn(async () => undefined);
    await publisher.settled();
    expect((await ask(`/stories/${ID}/`)).status).toBe(410);
    expect(hidden.entries).toMatchObject([{ id: ID, part: 'f1', done: false }]);
    fails = false;
    desk.clock.now += 2 * 60_000;
    await new DailyBuild(desk.open.desk).look();
    expect(hidden.entries).toMatchObject([{ id: ID, part: 'f1', done: true }]);
    expect(liveText()).not.toContain('f1.jpg');
    expect(desk.register.events().map(({ event }) => event)).toContain('withdrawn');
  });

  test('a damaged record of a build keeps nothing on disk', async () => {
    await broken();
    const { built } = stateOf(desk.content);
    await mkdir(built, { recursive: true });
    await writeFile(join(built, `${'a'.repeat(64)}-${'b'.repeat(12)}.json`), '{"build":"aa');
    await send({ code: codes.maker, what: 'all' });
    const { publisher } = desk.open.desk;
    await publisher.settled();
    const { folder } = publisher.site;
    expect(existsSync(join(folder, 'media', ID, 'a.jpg'))).toBe(false);
    expect(await readFile(join(folder, 'stories', 'index.html'), 'utf8')).not.toContain('Bread');
  });

  test('an emergency stop that was cut short withdraws nothing at the next start', async () => {
    await desk.open.desk.hidden.add({ id: ID, hold: true, at: '2026-11-22T11:00:00.000Z' });
    const next = await desk.again();
    await next.desk.publisher.settled();
    expect(next.desk.hidden.hides(ID)).toBe(true);
    expect(liveText()).toContain('Bread');
  });

  test('one part goes; the page is hidden whole until the site is made again, and the receipt says so', async () => {
    await broken();
    const receipt = await (await send({ code: codes.maker, what: 'part:f1' })).text();
    expect(receipt).toContain('All of it is hidden until');
    expect(receipt).toContain('Picture 1');
    expect((await ask(`/stories/${ID}/`)).status).toBe(410);
    expect(liveText()).not.toContain('f1.jpg');
    expect(liveText()).toContain('Bread');
  });

  test('one use goes', async () => {
    await send({ code: codes.maker, what: 'use:search' });
    expect(liveText()).not.toContain('search:');
    expect(liveText()).toContain('web:');
  });

  test('somebody else in it takes back their own yes and nothing of anybody else', async () => {
    const choose = await (await send({ code: codes.friend })).text();
    expect(choose).toContain('value="me"');
    expect(choose).not.toMatch(/value="(all|part:|use:)/);
    expect(choose).not.toContain('Bread');
    for (const what of ['all', 'part:f1', 'use:web'])
      expect(await (await send({ code: codes.friend, step: 'take', what })).text()).toContain(
        'Choose one of these first',
      );
    const before = liveText();
    expect(await (await send({ code: codes.friend, what: 'me' })).text()).toContain('It is hidden');
    const after = liveText();
    expect(after).toMatch(/person: p2[\s\S]*state: withdrawn[\s\S]*withdrawn_on/);
    expect(after.match(/state: withdrawn/g)).toHaveLength(1);
    expect(after.split('person: p2')[0]).toBe(before.split('person: p2')[0]);
    expect(await (await send({ code: codes.friend })).text()).toContain('down already');
    expect(await (await send({ code: codes.maker })).text()).toContain('value="all"');
  });

  test('a record that cannot be read still comes down whole; for one person it stays hidden', async () => {
    await open({ kind: 'not a kind' });
    const choose = await (await send({ code: codes.maker })).text();
    expect(choose).toContain('value="all"');
    expect(choose).not.toContain('value="part:');
    expect((await send({ code: codes.friend, what: 'me' })).status).toBe(200);
    expect(liveText()).toContain('state: withdrawn');
    await send({ code: codes.maker, what: 'all' });
    expect(() => liveText()).toThrow();
  });

  test('a record that is not even a record stays hidden until somebody mends it, over every start', async () => {
    await desk.archive.write(
      `stories/${ID}/story.md`,
      '---\ntitle: [\npublished_on: 2026-06-20\n---\nBread\n',
    );
    desk.git('add', '-A');
    desk.git('commit', '-q', '-m', 'Break');
    desk.git('update-ref', 'refs/heads/archive', 'HEAD');
    expect((await send({ code: codes.friend, what: 'me' })).status).toBe(200);
    await desk.open.desk.publisher.settled();
    expect((await ask(`/stories/${ID}/`)).status).toBe(410);
    const next = await desk.again();
    await next.desk.publisher.settled();
    Object.assign(desk.open, next);
    expect((await ask(`/stories/${ID}/`)).status).toBe(410);
  });

  test('without a trace, as its maker chose, and when it never was public', async () => {
    for (const change of [
      { consents: [{ ...(record()['consents'] as Fields[])[0], on_withdrawal: 'no-trace' }] },
      { published_on: undefined },
    ]) {
      await open(change);
      await broken();
      await send({ code: codes.maker, what: 'all' });
      const [one, never] = [await ask(`/stories/${ID}/`), await ask('/stories/never01/')];
      expect([one.status, await one.text()]).toEqual([404, await never.text()]);
      expect(Object.fromEntries(one.headers)).toEqual(Object.fromEntries(never.headers));
    }
  });

  test.each(languagesSeen('a withdrawal', languagesOn('receipts')).slice(1))(
    'in %s',
    async (language) => {
      const { words, dir } = interfaceIn(language);
      const path = `/${language}/withdraw/`;
      expect(await (await ask(`${path}?code=x`)).text()).toContain(`action="${path}"`);
      const receipt = await (await send({ code: codes.maker, what: 'all' }, { path })).text();
      expect(receipt).toContain(words.receiptTitle);
      expect(receipt).toContain(`lang="${language}" dir="${dir}"`);
    },
  );
});

describe('a code that is not one', () => {
  test('is told plainly, the same whether it was ever one or not, and what was typed is only text', async () => {
    const wrong = '"><script>alert(1)</script>';
    const answers = await Promise.all(
      [wrong, 'AAAA-AAAA-AAAA', `${codes.maker}x`].map((code) => send({ code })),
    );
    const said = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    for (const text of said) expect(text).toContain('This code does not work');
    expect(elementsIn(said[0] ?? '', 'script')).toEqual([]);
    expect(elementsIn(said[0] ?? '', 'input')).toMatchObject([{ value: wrong }]);
    const same = said.map((text) => text.replace(/value="[^"]*"/, ''));
    expect(new Set(same).size).toBe(1);
  });

  test('a form from another site is refused and changes nothing', async () => {
    for (const from of ['cross-site', 'same-site']) {
      const answer = await send(
        { code: codes.maker, what: 'all' },
        { headers: { 'sec-fetch-site': from } },
      );
      expect(answer.status).toBe(403);
    }
    expect(liveText()).toContain('Bread');
    expect((await ask(`/stories/${ID}/`)).status).toBe(200);
  });
});

describe('for somebody who rings', () => {
  const tap = async (id: string, form: Record<string, string>, headers = {}) => {
    const cookie = await desk.signIn();
    return send(form, {
      path: `/desk/withdraw/${id}/`,
      headers: { cookie, 'sec-fetch-site': 'same-origin', ...headers },
    });
  };

  test('two taps: the piece, then “Take it down”; the receipt is there in every language', async () => {
    const list = await (await desk.get('/desk/withdraw/')).text();
    expect(list).toContain(`href="/desk/withdraw/${ID}/"`);
    expect(list).toContain('Bread on a Friday');
    const piece = await (await desk.get(`/desk/withdraw/${ID}/`)).text();
    expect(piece).toMatch(/name="what" value="all"[\s\S]*Take it down<\/button>/);
    expect(piece).toContain('value="person:p2"');
    const receipt = await (await tap(ID, { what: 'all' })).text();
    for (const words of ['It is hidden', 'یہ چھپ گئی ہے', 'ਇਹ ਲੁਕ ਗਈ ਹੈ', 'यह छिप गई है'])
      expect(receipt).toContain(words);
    expect((await ask(`/stories/${ID}/`)).status).toBe(410);
    expect(() => liveText()).toThrow();
    expect(desk.register.events().at(-1)).toMatchObject({ contribution: ID });
  });

  test('a draft that nobody published is on the list, and comes down', async () => {
    const text = liveText('content/stories/other02/story.md').replace('Soup', 'Tea');
    await desk.cms('persistEntry', saving('content/stories/tea0003/story.md', text));
    expect(await (await desk.get('/desk/withdraw/?q=tea')).text()).toContain(
      '/desk/withdraw/tea0003/',
    );
    expect((await tap('tea0003', { what: 'all' })).status).toBe(200);
    expect((await desk.cms('unpublishedEntries')).body).toEqual([]);
  });

  test('finds by title and id', async () => {
    const found = await (await desk.get('/desk/withdraw/?q=soUp')).text();
    expect([found.includes('other02'), found.includes(ID)]).toEqual([true, false]);
    expect(await (await desk.get(`/desk/withdraw/?q=${ID}`)).text()).toContain(ID);
  });

  test('is behind the sign-in, and takes forms only from its own page', async () => {
    for (const path of ['/desk/withdraw/', `/desk/withdraw/${ID}/`])
      expect((await ask(path)).status).toBe(401);
    expect((await send({ what: 'all' }, { path: `/desk/withdraw/${ID}/` })).status).toBe(401);
    for (const from of ['cross-site', 'none', ''])
      expect((await tap(ID, { what: 'all' }, { 'sec-fetch-site': from })).status).toBe(403);
    expect(liveText()).toContain('Bread');
  });
});

describe('a fault while it is written into the content', () => {
  test('leaves it hidden, says what is owed, and the next start finishes it', async () => {
    let faults = 0;
    const faulty = await desk.again({
      withdraw: async () => {
        faults += 1;
        throw new Error('disk full');
      },
    });
    Object.assign(desk.open, faulty);
    const receipt = await send({ code: codes.maker, what: 'all' });
    expect([receipt.status, faults]).toEqual([200, 3]);
    expect(await receipt.text()).toContain('data-rebuild="owed"');
    await faulty.desk.publisher.settled();
    expect((await ask(`/stories/${ID}/`)).status).toBe(410);
    expect(liveText()).toContain('Bread');
    const next = await desk.again();
    await next.desk.publisher.settled();
    expect(() => liveText()).toThrow();
    expect(next.desk.hidden.entries).toEqual([]);
  });
});

describe('a withdrawal by the command, while the desk is open', () => {
  test('is hidden at the next request, and the site is made again without it', async () => {
    const { HideList } = await import('#hosting/hide-list.ts');
    await broken();
    const other = await HideList.open(desk.folder);
    const entry = await other.add({ id: ID });
    expect((await ask(`/stories/${ID}/`)).status).toBe(410);
    await other.markDone(entry);
    expect((await ask('/stories/')).status).toBe(200);
    expect(desk.open.desk.publisher.state.state).toBe('working');
    await desk.open.desk.publisher.settled();
  });

  test('a file of the hide list that was cut short hides, and takes nothing back, until somebody looks', async () => {
    await writeFile(join(desk.folder, 'hidden.json'), '[]');
    await mkdir(join(desk.folder, 'hidden'), { recursive: true });
    await writeFile(join(desk.folder, 'hidden', `${ID}.0a-1b.begun`), '{"id":');
    expect((await ask(`/stories/${ID}/`)).status).toBe(404);
    const next = await desk.again();
    await next.desk.publisher.settled();
    expect(next.desk.hidden.hides(ID)).toBe(true);
    expect(liveText()).toContain('Bread');
  });

  test('a damaged list of an earlier version hides every piece that it names', async () => {
    await writeFile(join(desk.folder, 'hidden.json'), `[{"id":"${ID}","done":tr`);
    const next = await desk.again();
    Object.assign(desk.open, next);
    expect((await ask(`/stories/${ID}/`)).status).toBe(404);
    expect(next.desk.hidden.entries).toMatchObject([{ id: ID, hold: true }]);
    expect(liveText()).toContain('Bread');
  });
});
