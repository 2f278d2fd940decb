import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExifReader from 'exifreader';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { priorityDigest } from '#repository/digests.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { openRecord } from '#support/small-archive.ts';
import {
  asText,
  DESK_DAY,
  NOT_BUILT,
  NOT_BUILT_LINE,
  saving,
  type SmallDesk,
  smallDesk,
  signingIn,
} from '#support/small-desk.ts';

const PATH = 'content/stories/bread01/story.md';
const KEY = { collection: 'stories', slug: 'bread01' };
const text = (change: object = {}, words = 'We baked.') =>
  `---\n${stringify(openRecord({ title: 'One', published_on: undefined, ...change }))}---\n${words}\n`;
let desk: SmallDesk;

const open = async (): Promise<void> => {
  desk = await smallDesk((archive) => archive.story('older01', openRecord()));
};

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body?: BodyInit) =>
  desk.open.handle(new Request(`http://desk.test${path}`, { method, headers, body: body ?? null }));
const liveText = (path: string) => desk.git('show', `archive:${path}`);

describe('signing in', () => {
  // One desk for all of them: a sign-in leaves nothing behind that another would find.
  beforeAll(open);

  const press = (code: string, headers: Record<string, string> = {}) =>
    ask(
      '/sign-in/',
      { 'sec-fetch-site': 'same-origin', ...headers },
      'POST',
      new URLSearchParams({ code }),
    );

  test('a link works once, sets a strict cookie without a name, and leads to the desk', async () => {
    const code = await desk.open.desk.signIns.invite();
    const first = await press(code);
    expect([first.status, first.headers.get('location')]).toEqual([303, '/admin/']);
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^desk=[\w-]{40,}; Path=\/; HttpOnly; SameSite=Strict$/);
    const again = await press(code);
    expect([again.status, again.headers.get('set-cookie')]).toEqual([403, null]);
    expect(await again.text()).toContain('works once');
    expect(await (await desk.get('/api/me')).json()).toEqual({
      login: 'facilitator-1',
      name: 'Facilitator',
      role: 'facilitator',
    });
  });

  test('a link that is older than fifteen minutes opens nothing', async () => {
    const code = await desk.open.desk.signIns.invite();
    desk.clock.now += 15 * 60_000 + 1;
    expect((await press(code)).status).toBe(403);
  });

  test('looking at a link does not use it up: it shows one button, in four languages', async () => {
    const code = await desk.open.desk.signIns.invite();
    for (const method of ['GET', 'HEAD', 'GET']) {
      const shown = await ask(`/sign-in/?code=${code}`, {}, method);
      expect([shown.status, shown.headers.get('set-cookie')]).toEqual([200, null]);
    }
    for (const [asked, said] of [
      ['', 'Sign in to the desk'],
      ['ur', 'ڈیسک میں داخل ہوں'],
      ['pa', 'ਡੈਸਕ ਵਿੱਚ ਜਾਓ'],
      ['hi-IN,en;q=0.5', 'डेस्क में जाइए'],
    ] as const) {
      const page = await (await ask(`/sign-in/?code=${code}`, { 'accept-language': asked })).text();
      expect(page).toContain(said);
      expect(/<main[\s\S]*<\/main>/.exec(page)?.[0].match(/<button/g)).toHaveLength(1);
      expect(page).toContain(`name="code" value="${code}"`);
    }
    expect((await press(code)).status).toBe(303);
  });

  test('a link that was used leads to the desk whoever is signed in, and makes no new sign-in', async () => {
    const code = await desk.open.desk.signIns.invite();
    await press(code);
    const cookie = await desk.signIn();
    for (const used of [
      await ask(`/sign-in/?code=${code}`, { cookie }),
      await press(code, { cookie }),
    ])
      expect([used.status, used.headers.get('location'), used.headers.get('set-cookie')]).toEqual([
        303,
        '/admin/',
        null,
      ]);
  });

  test('the button of another site signs nobody in', async () => {
    const code = await desk.open.desk.signIns.invite();
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])
      expect((await press(code, headers)).status).toBe(403);
    const elsewhere = { origin: 'https://evil.example' };
    const asked = new URLSearchParams({ code });
    expect((await ask('/sign-in/', elsewhere, 'POST', asked)).status).toBe(403);
    expect((await press(code)).status).toBe(303);
  });

  test('over TLS the cookie is kept to TLS, as a trusted proxy or the settings say', async () => {
    const pressed = async (isSecure: boolean, origin = 'http://desk.test') => {
      const code = await desk.open.desk.signIns.invite();
      const asker = { address: '192.0.2.1', isSecure };
      const answer = await desk.open.handle(signingIn(origin, code), asker);
      return /; Secure/.test(answer.headers.get('set-cookie') ?? '');
    };
    expect(await pressed(true)).toBe(true);
    expect(await pressed(false)).toBe(false);
    const { ownOrigin } = desk.open.desk;
    Object.assign(desk.open.desk, { ownOrigin: 'https://desk.test' });
    expect(await pressed(false)).toBe(true);
    expect(await pressed(false, 'http://localhost')).toBe(false);
    Object.assign(desk.open.desk, { ownOrigin });
  });

  test('a browser that says nothing of itself but the origin is believed when it is ours', async () => {
    const cookie = await desk.signIn();
    const call = (origin: Record<string, string>) =>
      ask(
        '/api/cms',
        { cookie, 'content-type': 'application/json', ...origin },
        'POST',
        JSON.stringify({ action: 'unpublishedEntries' }),
      );
    expect((await call({ origin: 'http://desk.test' })).status).toBe(200);
    for (const origin of ['http://evil.example', 'null', 'http://desk.test.evil.example'])
      expect((await call({ origin })).status).toBe(403);
    expect((await call({})).status).toBe(403);
  });

  test('neither the code nor the secret is kept, only what it hashes to', async () => {
    const code = await desk.open.desk.signIns.invite();
    const secret = (await desk.signIn()).slice('desk='.length);
    const files = ['', '-wal'].map((part) => join(desk.folder, `access.sqlite${part}`));
    const kept = await Promise.all(files.map((file) => readFile(file, 'latin1').catch(() => '')));
    expect(kept.join('').length).toBeGreaterThan(1000);
    for (const each of [code, secret]) expect(kept.join('')).not.toContain(each);
  });

  test('somebody who was invited to write sees nothing of the desk but themselves, whatever they ask for', async () => {
    const { access, signIns } = desk.open.desk;
    const until = Date.parse('2030-01-01');
    const { token } = access.invite({ role: 'contributor', use: 'single', until });
    const cookie = `desk=${await signIns.use(token)}`;
    const me = await (await desk.get('/api/me', cookie)).json();
    expect(me).toMatchObject({ name: 'Contributor', role: 'contributor' });
    expect((await desk.get('/api/publishing', cookie)).status).toBe(403);
    expect((await desk.get('/api/media/older01/f1.jpg', cookie)).status).toBe(404);
    for (const path of [
      '/desk/',
      '/desk/care/',
      '/desk/withdraw/',
      '/desk/preview/stories/older01/',
    ])
      expect((await desk.get(path, cookie)).status).toBe(401);
    const settled = await (await desk.get('/admin/config.json', cookie)).text();
    expect(settled).not.toBe(await (await desk.get('/admin/config.json')).text());
    const call = (action: string, params: object) => desk.cms(action, params, cookie);
    expect(await call('unpublishedEntries', {})).toEqual({ status: 200, body: [] });
    const path = 'content/stories/older01/story.md';
    expect((await call('getEntry', { path })).status).toBe(404);
  });

  test('signing out ends it for good and empties what the browser kept', async () => {
    const cookie = await desk.signIn();
    const out = await ask('/api/logout', { cookie, 'sec-fetch-site': 'same-origin' }, 'POST');
    expect(out.headers.get('clear-site-data')).toBe('"storage"');
    expect((await desk.get('/api/me', cookie)).status).toBe(401);
  });

  test('without a sign-in every door of the desk says 401 in JSON', async () => {
    for (const path of ['/api/me', '/api/publishing', '/api/media/older01/f1.jpg']) {
      const answer = await ask(path);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({ error: expect.any(String) });
    }
    for (const path of ['/api/cms', '/api/withdraw', '/api/approve', '/api/check'])
      expect(
        (await desk.post(path, { action: 'unpublishedEntries', id: 'older01' }, '')).status,
      ).toBe(401);
  });

  test('a request from another site, or one that is a form, is refused', async () => {
    const cookie = await desk.signIn();
    const good = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    const body = JSON.stringify({ action: 'unpublishedEntries' });
    expect((await ask('/api/cms', good, 'POST', body)).status).toBe(200);
    for (const change of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': '' },
      { 'content-type': 'text/plain' },
    ])
      expect((await ask('/api/cms', { ...good, ...change }, 'POST', body)).status).toBe(403);
  });

  test('before somebody is signed in, the editor’s configuration names nothing of the archive', async () => {
    await desk.archive.write(
      'exhibitions/not-open-yet/index.mdx',
      '---\ntitle: A surprise for Asha\n---\n\nWords.\n',
    );
    const signedIn = await (await desk.get('/admin/config.json')).text();
    expect(signedIn).toContain('not-open-yet');
    const stranger = await ask('/admin/config.json');
    expect(stranger.status).toBe(200);
    const said = await stranger.text();
    expect(said).not.toContain('not-open-yet');
    expect(said).not.toContain('Asha');
    expect(await (await ask('/admin/config.json', { cookie: 'desk=madeup' })).text()).toBe(said);
  });

  test('the editor’s files come packed, are kept for ever by their version, and are not sent twice', async () => {
    const page = await (await desk.get('/admin/')).text();
    const [, script = ''] = /src="(\/admin\/[^"]+decap-cms\.js)"/.exec(page) ?? [];
    const headers = { 'accept-encoding': 'br' };
    const first = await ask(script, headers);
    expect(first.headers.get('content-encoding')).toBe('br');
    expect(first.headers.get('cache-control')).toContain('immutable');
    expect((await first.arrayBuffer()).byteLength).toBeLessThan(1_400_000);
    const tag = first.headers.get('etag') ?? '';
    expect((await ask(script, { ...headers, 'if-none-match': tag })).status).toBe(304);
  });

  test('the desk is never kept by a browser; the site sets no cookie', async () => {
    for (const path of ['/api/me', '/admin/', '/api/nothing']) {
      expect((await desk.get(path)).headers.get('cache-control')).toBe('no-store');
    }
    const page = await desk.get('/');
    expect([await page.text(), page.headers.get('set-cookie')]).toEqual(['the first site', null]);
  });
});

describe('publishing', () => {
  beforeEach(open);

  const save = (raw: string) => desk.cms('persistEntry', saving(PATH, raw));
  const publish = () => desk.cms('publishUnpublishedEntry', KEY);
  const served = async () => (await desk.get('/stories/bread01/')).status;

  test.each([
    ['nobody asked', { consents: [] }, 'No consent'],
    ['on hold', { hold: true }, 'on hold'],
    ['not reviewed', { review: undefined }, 'checked by a reviewer'],
    ['not the version approved', {}, 'changed since they approved it'],
  ])('%s: 422 in plain words, and nothing moves', async (_name, change, words) => {
    await save(text(change));
    const before = desk.git('rev-parse', 'archive');
    const answer = await publish();
    expect(answer.status).toBe(422);
    expect(answer.body.error).toContain(words);
    expect(desk.git('rev-parse', 'archive')).toBe(before);
    expect((await desk.cms('unpublishedEntry', KEY)).status).toBe(200);
  });

  test('what was approved goes out with its day, the draft is gone and the site is built anew', async () => {
    await save(text());
    expect((await desk.post('/api/approve', { id: 'bread01' })).body).toEqual({
      approved: 1,
      receipts: [{ person: 'p1', href: '/api/receipt/bread01/p1' }],
    });
    expect(await served()).toBe(404);
    expect((await publish()).status).toBe(200);
    expect((await desk.cms('unpublishedEntry', KEY)).status).toBe(404);
    await desk.open.desk.publisher.settled();
    expect(await served()).toBe(200);
    expect(liveText(PATH)).toContain(`published_on: ${DESK_DAY}`);
    expect(liveText(PATH)).not.toMatch(/^rev:/m);
    expect(await (await desk.get('/api/publishing')).json()).toMatchObject({
      state: 'idle',
      problems: [],
    });
  });

  test('a new answer is bound to the words it answers, and to no later ones until it is given anew', async () => {
    const path = 'content/responses/beds.md';
    /** What the desk gives out with an entry and takes back with it. */
    const kept = async (of: string) => {
      const { body } = await desk.cms('getEntry', { path: of });
      const text = body.data === null ? '' : asText(body.data, of);
      return (text.match(/^(?:rev|answered): .*\n/gm) ?? []).join('');
    };
    const publishAs = async (of: string, raw: string) => {
      const [, collection = '', name = ''] = of.split('/');
      await desk.cms('persistEntry', saving(of, raw));
      const named = { collection, slug: name.replace(/\.\w+$/, '') };
      expect((await desk.cms('publishUnpublishedEntry', named)).status).toBe(200);
    };
    const priority = async (name: string) => {
      const list = 'content/priorities/beds.yaml';
      await publishAs(list, `${await kept(list)}name: { en: ${name} }\n`);
    };
    const answer = async (on: string, words: string) => {
      const record = `institution: A\nanswers: { priority: beds }\non: ${on}\n${await kept(path)}`;
      await publishAs(path, `---\n${record}---\n${words}\n`);
      return /^answered: (.*)$/m.exec(liveText(path))?.[1];
    };
    await priority('Beds');
    const first = await answer('2026-10-01', 'Yes.');
    expect(first).toBe(priorityDigest({ name: { en: 'Beds' } }));
    await priority('Beds and chairs');
    expect(await answer('2026-10-01', 'Yes, mended.')).toBe(first);
    expect(await answer('2026-11-01', 'Chairs too.')).toBe(
      priorityDigest({ name: { en: 'Beds and chairs' } }),
    );
  });

  test('approving makes whoever has the draft open read it again, so that no yes is lost', async () => {
    await save(text());
    const { data } = (await desk.cms('unpublishedEntryDataFile', { ...KEY, path: PATH })).body;
    await desk.post('/api/approve', { id: 'bread01' });
    expect((await save(data)).status).toBe(409);
  });

  test('two changes of one piece: the second gets 409, and its draft is kept', async () => {
    const path = 'content/stories/older01/story.md';
    const { data } = (await desk.cms('getEntry', { path })).body;
    await desk.cms('persistEntry', saving(path, data.replace('Friday', 'Monday')));
    await desk.post('/api/approve', { id: 'older01' });
    const tree = desk.git('rev-parse', 'archive^{tree}').trim();
    const changed = liveText(path).replace('Friday', 'Sunday');
    await writeFile(join(desk.content, 'stories/older01/story.md'), changed);
    desk.git('commit', '-qam', 'Changed elsewhere');
    desk.git('update-ref', 'refs/heads/archive', 'main');
    expect(tree).not.toBe(desk.git('rev-parse', 'archive^{tree}').trim());
    const answer = await desk.cms('publishUnpublishedEntry', {
      collection: 'stories',
      slug: 'older01',
    });
    expect(answer.status).toBe(409);
    expect(liveText(path)).toContain('Sunday');
    expect((await desk.cms('unpublishedEntries')).body).toEqual(['stories/older01']);
  });

  test('what would break the archive for everybody is refused before it is published', async () => {
    await desk.post('/api/approve', { id: 'older01' });
    const path = 'content/exhibitions/spring/index.mdx';
    await desk.cms(
      'persistEntry',
      saving(path, '---\ntitle: Spring\n---\n\n<Quote id="older01">Words nobody said</Quote>\n'),
    );
    const answer = await desk.cms('publishUnpublishedEntry', {
      collection: 'exhibitions',
      slug: 'spring',
    });
    expect(answer.status).toBe(422);
    expect(answer.body.problems.length).toBeGreaterThan(0);
  });

  test('a build that fails leaves the old site and says so; what is wished meanwhile is one more build', async () => {
    let builds = 0;
    let allWished = (): void => undefined;
    const wished = new Promise<void>((done) => {
      allWished = done;
    });
    desk = await smallDesk((archive) => archive.story('older01', openRecord()), {
      build: async () => {
        builds += 1;
        await wished;
        return NOT_BUILT;
      },
    });
    for (const slug of ['tea', 'milk', 'salt']) {
      await desk.cms('persistEntry', saving(`content/themes/${slug}.yaml`, `name: ${slug}\n`));
    }
    for (const slug of ['tea', 'milk', 'salt'])
      await desk.cms('publishUnpublishedEntry', { collection: 'themes', slug });
    allWished();
    await desk.open.desk.publisher.settled();
    expect(builds).toBe(2);
    expect(await (await desk.get('/api/publishing')).json()).toMatchObject({
      state: 'failed',
      problems: [NOT_BUILT_LINE],
    });
    expect(await (await desk.get('/')).text()).toBe('the first site');
    const next = await desk.again({
      build: async (_content, out) => {
        await mkdir(out, { recursive: true });
        await writeFile(join(out, 'index.html'), 'mended');
        return { kind: 'built', tombstones: [] };
      },
    });
    await next.desk.publisher.settled();
    expect(await (await next.handle(new Request('http://desk.test/'))).text()).toBe('mended');
  });

  test('check says part by part what would be let out, and why not', async () => {
    await save(text({ translations: [{ id: 't1', language: 'ur', words: 'روٹی' }] }));
    const check = () => desk.post('/api/check', KEY);
    const before = (await check()).body;
    expect(before.outcome).toBe('withhold');
    expect(before.parts).toEqual([
      { part: 'words', decision: 'withhold', reasons: [expect.stringContaining('changed since')] },
      { part: 't1', decision: 'withhold', reasons: [expect.any(String)] },
    ]);
    await desk.post('/api/approve', { id: 'bread01' });
    expect((await check()).body).toMatchObject({ outcome: 'publish', reasons: [] });
  });
});

describe('withdrawing', () => {
  beforeEach(async () => {
    await open();
    await desk.post('/api/approve', { id: 'older01' });
    await desk.open.desk.publisher.settled();
    expect((await desk.get('/stories/older01/')).status).toBe(200);
  });
  const withoutABuild = () => desk.again({ build: async () => NOT_BUILT });

  test('page and files are down before any build, in every language and however they are written', async () => {
    const open = await withoutABuild();
    Object.assign(desk.open, { handle: open.handle });
    await mkdir(join(open.desk.publisher.site.folder, 'stories/older01'), { recursive: true });
    await writeFile(
      join(open.desk.publisher.site.folder, 'stories/older01/index.html'),
      'still here',
    );
    const cookie = await desk.signIn();
    const answer = await desk.post('/api/withdraw', { id: 'older01' }, cookie);
    expect(answer.body).toEqual({ hidden: ['/stories/older01/'], rebuild: 'owed' });
    for (const path of [
      '/stories/older01/',
      '/ur/stories/older01/',
      '/stories/older01/index.html',
      '/stories/%6flder01/',
      '/stories//older01/',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 410]);
    for (const path of ['/media/older01/a.jpg', '/media/%6flder01/a.jpg', '//media/older01/a.jpg'])
      expect([path, (await ask(path)).status]).toEqual([path, 410]);
    await open.desk.publisher.settled();
    expect((await ask('/stories/older01/')).status).toBe(410);
    const later = await withoutABuild();
    await later.desk.publisher.settled();
    expect((await later.handle(new Request('http://desk.test/stories/older01/'))).status).toBe(410);
  });

  test('the published entry and the draft both go, and two dates stay', async () => {
    const path = 'content/stories/older01/story.md';
    const { data } = (await desk.cms('getEntry', { path })).body;
    await desk.cms('persistEntry', saving(path, data.replace('Friday', 'Monday')));
    expect((await desk.post('/api/withdraw', { id: 'older01' })).status).toBe(200);
    expect(() => liveText(path)).toThrow();
    expect(liveText('content/withdrawn/older01.yaml')).toBe(
      `withdrawn_on: ${DESK_DAY}\non_withdrawal: notice\n`,
    );
    expect((await desk.cms('unpublishedEntries')).body).toEqual([]);
    await desk.open.desk.publisher.settled();
    expect(desk.open.desk.hidden.entries).toEqual([]);
    expect((await desk.get('/stories/older01/')).status).toBe(404);
  });

  test('one part goes from the published entry; an id or part that is not there changes nothing', async () => {
    const before = desk.git('rev-parse', 'archive');
    expect((await desk.post('/api/withdraw', { id: 'nothere1' })).status).toBe(404);
    expect((await desk.post('/api/withdraw', { id: 'older01', part: 'f9' })).status).toBe(422);
    expect((await desk.post('/api/withdraw', { id: 'older01', use: 'everything' })).status).toBe(
      422,
    );
    expect(desk.git('rev-parse', 'archive')).toBe(before);
    expect((await desk.get('/stories/older01/')).status).toBe(200);
    expect((await desk.post('/api/withdraw', { id: 'older01', use: 'search' })).status).toBe(200);
    expect(liveText('content/stories/older01/story.md')).not.toContain('search:');
    expect(existsSync(join(desk.content, 'stories/older01/story.md'))).toBe(true);
  });

  test('a withdrawal cut short after it was hidden is finished by the next start', async () => {
    await desk.open.desk.hidden.add({ id: 'older01' });
    const next = await desk.again();
    await next.desk.publisher.settled();
    expect(() => liveText('content/stories/older01/story.md')).toThrow();
    expect(next.desk.hidden.entries).toEqual([]);
  });
});

describe('files that come in', () => {
  beforeEach(open);

  const send = async (query: string, body: Uint8Array | string) => {
    const cookie = await desk.signIn();
    const headers = {
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/octet-stream',
    };
    const answer = await ask(
      `/api/media?entry=bread01&${query}`,
      headers,
      'POST',
      body as BodyInit,
    );
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const stored = (name: string) => readFile(join(desk.media, 'bread01', name));

  test('a photograph is stored without anything but its picture, under a name of ours', async () => {
    const first = await send(
      'kind=photo&name=First-Last-clinic.jpg',
      await photographWith('CNRY-desk-photo-0badcafe', 3),
    );
    expect(first).toEqual({ status: 200, body: { file: 'f1.jpg', width: 640, height: 480 } });
    const kept = await stored('f1.jpg');
    expect(kept.includes('CNRY')).toBe(false);
    expect(Object.keys(ExifReader.load(kept, { expanded: true }))).not.toEqual(
      expect.arrayContaining(['gps']),
    );
    expect((await send('kind=photo', await photographWith('x', 5))).body['file']).toBe('f2.jpg');
    const shown = await desk.get('/api/media/bread01/f1.jpg');
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await ask('/api/media/bread01/f1.jpg')).status).toBe(401);
    expect((await desk.get('/api/media/bread01/..%2f..%2fx.jpg')).status).toBe(404);
  });

  test('sound is stored as clean WebM with its length; the file as it came is nowhere', async () => {
    const { body } = await send('kind=sound', soundWith('CNRY-desk-sound-0badcafe', 440));
    expect(body).toEqual({ file: 'v1.webm', seconds: 2 });
    expect((await stored('v1.webm')).includes('CNRY')).toBe(false);
  });

  test('a film is taken as sound, and it is said that its picture is left out', async () => {
    const film = await readFile(join(import.meta.dirname, '../../support/media-files/film.mp4'));
    expect((await send('kind=sound', film)).body['said']).toEqual([
      'This is a film: its sound is taken, and its picture is left out.',
    ]);
  });

  test('a transcript in SRT is stored as WebVTT', async () => {
    const { body } = await send('kind=transcript', '1\n00:00:01,000 --> 00:00:02,000\nHello\n');
    expect((await stored(String(body['file']))).toString()).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHello\n',
    );
  });

  test('a transcript keeps its lines and loses its notes', async () => {
    const vtt =
      'WEBVTT\n\nNOTE CNRY-desk-note-0badcafe\n\n00:00.000 --> 00:01.000\n<v Somebody>ਸਤ ਸ੍ਰੀ ਅਕਾਲ & I <3 you\n';
    expect((await send('kind=transcript', vtt)).body).toEqual({ file: 'v1.vtt' });
    const kept = (await stored('v1.vtt')).toString('utf8');
    expect(kept).toContain('ਸਤ ਸ੍ਰੀ ਅਕਾਲ');
    expect(kept).not.toMatch(/CNRY|Somebody/);
  });

  test('what is not what it says, too large or broken is refused in plain words and not kept', async () => {
    expect(
      (await send('kind=photo', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')).status,
    ).toBe(415);
    expect((await send('kind=sound', '%PDF-1.7')).status).toBe(415);
    expect((await send('kind=transcript', 'not a transcript')).status).toBe(422);
    expect((await send('kind=transcript', new Uint8Array(5_000_000))).status).toBe(413);
    const whole = await photographWith('x', 7);
    expect((await send('kind=photo', whole.subarray(0, whole.length / 2))).status).toBe(422);
    expect((await send('kind=film', 'x')).status).toBe(422);
    expect(existsSync(join(desk.media, 'bread01'))).toBe(false);
  });
});
