import { beforeAll, describe, expect, test } from 'vitest';
import type { DeskRole } from '#server/roles.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

const ADDRESS = '/desk/invitations/';
let desk: SmallDesk;
const cookies = new Map<DeskRole, string>();
const cookieOf = (role: DeskRole): string => cookies.get(role) ?? '';

beforeAll(async () => {
  desk = await smallDesk();
  for (const role of ['facilitator', 'admin'] as const) cookies.set(role, await desk.signIn(role));
});

function send(
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return desk.open.handle(
    new Request(`http://desk.test${path}`, {
      method: 'POST',
      headers: { cookie: cookieOf('facilitator'), 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(fields),
    }),
  );
}

const ASKED = {
  ...{ do: 'make', role: 'contributor', use: 'single' },
  ...{ language: 'ur', days: '14', note: 'library, Tuesday' },
};
const make = (more: Readonly<Record<string, string>> = {}, headers = {}) => {
  // So that the newest stands first.
  desk.clock.now += 1;
  return send(ADDRESS, { ...ASKED, ...more }, headers);
};
const list = async (role: DeskRole = 'facilitator') =>
  (await desk.get(ADDRESS, cookieOf(role))).text();
const access = () => desk.open.desk.access;
const codeIn = (page: string): string => /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(page)?.[0] ?? '';
const tokenIn = (page: string): string =>
  /share\/\?code=([\w-]{32})|sign-in\/\?code=([\w-]{32})/.exec(page)?.slice(1).join('') ?? '';
const cookieFrom = (answer: Response): string =>
  (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const comeIn = async (fields: Readonly<Record<string, string>>) =>
  send('/share/', fields, { cookie: '' });

describe('an invitation made at the desk', () => {
  test('is shown once, as a link, a square and a slip in its own language', async () => {
    const answer = await make();
    const page = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(page).toMatch(/<section class="slip"[^>]* lang="ur" dir="rtl"/);
    expect(page).toContain('desk.test/share/');
    expect(page).toMatch(/<svg class="qr" role="img" aria-label="[^"]+"/);
    const shown = await list();
    expect(shown).toContain('library, Tuesday');
    for (const secret of [tokenIn(page), codeIn(page)]) {
      expect(secret).not.toBe('');
      expect(shown).not.toContain(secret);
    }
    expect(desk.register.events().at(-1)).toMatchObject({
      ...{ event: 'invitation-made', actorRole: 'facilitator' },
      detail: [access().invitations()[0]?.key, 'contributor', 'single'],
    });
  });

  test('opens by its link or by the code on the slip, and one person uses up both', async () => {
    const page = await (await make()).text();
    const byCode = await comeIn({ act: 'resume', code: codeIn(page).toLowerCase() });
    expect(byCode.status).toBe(303);
    const start = await desk.get('/share/', cookieFrom(byCode));
    expect(await start.text()).toContain('lang="ur"');
    expect((await comeIn({ act: 'enter', token: tokenIn(page) })).status).toBe(403);
    expect((await comeIn({ act: 'resume', code: codeIn(page) })).status).toBe(404);
  });

  test('for a group opens for each by the same code, and is named by nobody', async () => {
    const page = await (await make({ use: 'group' })).text();
    const came = [
      await comeIn({ act: 'resume', code: codeIn(page) }),
      await comeIn({ act: 'enter', token: tokenIn(page) }),
    ];
    const visitors = await Promise.all(
      came.map((each) => desk.open.desk.signIns.visitor(cookieFrom(each).slice('desk='.length))),
    );
    expect(new Set(visitors.map((each) => each?.owner)).size).toBe(2);
  });

  test('to the desk has no code that could be guessed, and leads to the desk', async () => {
    const page = await (await make({ role: 'facilitator' }, { cookie: cookieOf('admin') })).text();
    expect(codeIn(page)).toBe('');
    const answer = await send('/sign-in/', { code: tokenIn(page) }, { cookie: '' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/']);
  });

  test('to the form that is opened at the desk’s door leads to the form', async () => {
    const page = await (await make({ role: 'champion' })).text();
    const answer = await send('/sign-in/', { code: tokenIn(page) }, { cookie: '' });
    expect(answer.headers.get('location')).toMatch(/^\/share\//);
  });

  test.each([
    ['role', 403, { role: 'admin' }],
    ['role', 422, { role: 'owner' }],
    ['role', 422, { role: '' }],
    ['language', 422, { language: 'xx' }],
    ['language', 422, { language: '../../etc' }],
    ['use', 422, { use: 'everybody' }],
    ['days', 422, { days: '0' }],
    ['days', 422, { days: '1e2.5' }],
    ['days', 422, { days: '' }],
    ['days', 422, { days: '366' }],
    ['note', 422, { note: 'n'.repeat(61) }],
    ['note', 422, { note: 'a\u0000b' }],
  ] as const)('of which the %s does not fit is not made (%i)', async (_field, status, more) => {
    const before = access().invitations().length;
    const answer = await make(more);
    expect(answer.status).toBe(status);
    const page = await answer.text();
    expect(page).toContain('No invitation was made.');
    if (!('note' in more)) expect(page).toContain('value="library, Tuesday"');
    expect(access().invitations()).toHaveLength(before);
  });

  test('to the desk is for one person', async () => {
    const as = { cookie: cookieOf('admin') };
    for (const role of ['facilitator', 'admin'])
      expect((await make({ role, use: 'group' }, as)).status).toBe(422);
  });

  test('asked for by a page elsewhere is not made', async () => {
    const before = access().invitations().length;
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await make({}, { 'sec-fetch-site': site })).status).toBe(403);
    expect(access().invitations()).toHaveLength(before);
  });
});

describe('ending what opens', () => {
  test('stopping an invitation signs out whoever came by it', async () => {
    const page = await (await make({ use: 'group' })).text();
    const cookie = cookieFrom(await comeIn({ act: 'enter', token: tokenIn(page) }));
    const [{ key = '' } = {}] = access().invitations();
    const answer = await send(ADDRESS, { do: 'stop', key });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, ADDRESS]);
    expect((await send('/share/', { act: 'begin' }, { cookie })).status).toBe(403);
    expect((await comeIn({ act: 'enter', token: tokenIn(page) })).status).toBe(403);
    expect((await send(ADDRESS, { do: 'stop', key })).status).toBe(409);
  });

  test('signing everybody out leaves the invitation open', async () => {
    const page = await (await make({ use: 'group' })).text();
    const cookie = cookieFrom(await comeIn({ act: 'enter', token: tokenIn(page) }));
    const [{ key = '' } = {}] = access().invitations();
    expect((await send(ADDRESS, { do: 'end-all', key })).status).toBe(303);
    expect((await send('/share/', { act: 'begin' }, { cookie })).status).toBe(403);
    expect((await comeIn({ act: 'enter', token: tokenIn(page) })).status).toBe(303);
  });

  test('a facilitator signs out nobody who answers for more, and an admin everybody', async () => {
    const admin = await desk.signIn('admin');
    const { mark = '' } = (await desk.open.desk.signIns.visitor(admin.slice('desk='.length))) ?? {};
    expect((await send(ADDRESS, { do: 'end', key: mark })).status).toBe(403);
    expect((await desk.get(ADDRESS, admin)).status).toBe(200);
    const as = { cookie: cookieOf('admin') };
    expect((await send(ADDRESS, { do: 'end', key: mark }, as)).status).toBe(303);
    expect((await desk.get(ADDRESS, admin)).status).toBe(401);
    expect((await send(ADDRESS, { do: 'end', key: mark }, as)).status).toBe(409);
  });

  test('somebody may always end their own sign-in, from the list or by the button', async () => {
    const own = await desk.signIn();
    const { mark = '' } = (await desk.open.desk.signIns.visitor(own.slice('desk='.length))) ?? {};
    expect((await send(ADDRESS, { do: 'end', key: mark }, { cookie: own })).status).toBe(303);
    const other = await desk.signIn();
    const out = await send('/sign-out/', {}, { cookie: other });
    expect([out.status, out.headers.get('clear-site-data')]).toEqual([303, '"cache", "storage"']);
    expect(out.headers.get('set-cookie')).toMatch(/^desk=; Max-Age=0/);
    for (const cookie of [own, other]) expect((await desk.get('/desk/', cookie)).status).toBe(401);
  });

  test('what the list names opens nothing and is nobody’s secret', async () => {
    const shown = await list('admin');
    for (const { mark } of access().signIns()) {
      expect(shown).toContain(mark);
      expect((await desk.get('/desk/', `desk=${mark}`)).status).toBe(401);
    }
    for (const { key } of access().invitations())
      expect(access().invitationFor(key)).toBeUndefined();
  });
});
