import { beforeAll, describe, expect, test } from 'vitest';
import { COLLECTION_NAMES } from '#records/collections.ts';
import { type Action, ACTIONS, DESK_ROLES, type DeskRole, EDITOR, mayDo } from '#server/roles.ts';
import { saving, type SmallDesk, smallDesk } from '#support/small-desk.ts';

/** Who may do what, written down a second time: a change of the table is a change of this one as well. */
const EVERYBODY = 'contributor champion facilitator admin';
const MAY: Readonly<Record<Action, string>> = {
  editor: 'contributor facilitator admin',
  'own-drafts': 'contributor',
  read: 'facilitator admin',
  save: 'facilitator admin',
  'set-status': 'facilitator admin',
  'delete-draft': 'facilitator admin',
  'delete-list': 'facilitator admin',
  publish: 'facilitator admin',
  upload: 'facilitator admin',
  'safe-copy': 'facilitator admin',
  approve: 'facilitator admin',
  withdraw: 'facilitator admin',
  check: 'facilitator admin',
  preview: 'facilitator admin',
  'print-receipt': 'facilitator admin',
  care: 'facilitator admin',
  copies: 'facilitator admin',
  settings: 'admin',
  'sign-ins': 'facilitator admin',
  'invite-contributor': 'facilitator admin',
  'invite-champion': 'facilitator admin',
  'invite-facilitator': 'admin',
  'invite-admin': 'admin',
  share: EVERYBODY,
  'share-for-others': 'champion facilitator admin',
};

let desk: SmallDesk;
const cookies = new Map<DeskRole | 'nobody', string>([['nobody', '']]);

beforeAll(async () => {
  desk = await smallDesk();
  for (const role of DESK_ROLES) cookies.set(role, await desk.signIn(role));
  expect((await saveSettings(cookies.get('admin') ?? '')).status).toBe(200);
});

type Ask = (cookie: string) => Promise<{ readonly status: number }>;
const asJson =
  (path: string, body: object): Ask =>
  (cookie) =>
    desk.post(path, body, cookie);
const byDecap =
  (action: string, params: object = {}): Ask =>
  (cookie) =>
    desk.cms(action, params, cookie);
const opening =
  (path: string): Ask =>
  (cookie) =>
    desk.get(path, cookie);
const form =
  (path: string, fields: Readonly<Record<string, string>>): Ask =>
  (cookie) =>
    desk.open.handle(
      new Request(`http://desk.test${path}`, {
        method: 'POST',
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(fields),
      }),
    );

/** No draft and no record has this name, so that whoever may do it changes nothing either. */
const NONE = { collection: 'stories', slug: 'notthere01' };
const THEME = 'name: { en: Tea }\n';

const SETTINGS = { collection: 'settings', slug: 'settings' };
const saveSettings: Ask = async (cookie) => {
  const path = 'content/settings.yaml';
  const { body } = await desk.cms('getEntry', { path });
  return desk.cms(
    'persistEntry',
    {
      dataFiles: [{ slug: 'settings', path, raw: body.data }],
      options: { collectionName: 'settings', useWorkflow: true, newEntry: false, status: 'draft' },
    },
    cookie,
  );
};

/** Letting somebody in, and sending somebody away again. */
function inviting(role: DeskRole): readonly Ask[] {
  const invited = { role, use: 'single', language: '', days: '1', note: '' };
  return [
    form('/desk/invitations/', { do: 'make', ...invited }),
    async (cookie) => {
      const { access } = desk.open.desk;
      const until = desk.clock.now + 86_400_000;
      const { key } = access.invite({ role, use: 'single', until });
      const answer = await form('/desk/invitations/', { do: 'stop', key })(cookie);
      const { revokedAt } = access.invitations().find((each) => each.key === key) ?? {};
      expect(revokedAt !== undefined).toBe(answer.status === 303);
      return answer;
    },
  ];
}

/** A real request for each action: one without a request does not compile. */
const REQUESTS: Readonly<Record<Action, readonly Ask[]>> = {
  editor: [
    byDecap('unpublishedEntries'),
    byDecap('entriesByFolder', { folder: 'content/stories', extension: 'md' }),
    opening('/api/me'),
  ],
  'own-drafts': [asJson('/api/own/number', {})],
  read: [
    byDecap('entriesByFolder', { folder: 'content/exhibitions', extension: 'mdx' }),
    byDecap('entriesByFiles', { files: [{ path: 'content/settings.yaml' }] }),
    opening('/api/publishing'),
    opening('/api/transcript/notthere01/v1.vtt'),
    opening('/desk/'),
    opening('/desk/board/'),
    opening('/desk/calendar.ics'),
    asJson('/api/pieces', {}),
    asJson('/api/taken', { collection: 'themes', name: 'tea' }),
  ],
  save: [byDecap('persistEntry', saving('content/themes/tea.yaml', THEME))],
  'set-status': [
    byDecap('updateUnpublishedEntryStatus', { ...NONE, newStatus: 'draft' }),
    form('/desk/board/', { key: 'stories/notthere01', from: 'draft', to: 'draft' }),
  ],
  'delete-draft': [byDecap('deleteUnpublishedEntry', NONE)],
  'delete-list': [byDecap('deleteFiles', { paths: [] })],
  publish: [byDecap('publishUnpublishedEntry', NONE)],
  upload: [
    asJson('/api/media?entry=notthere01&kind=photo', {}),
    asJson('/api/transcript', { entry: 'notthere01', cues: [] }),
    byDecap('persistMedia'),
  ],
  'safe-copy': [asJson('/api/safe-copy', { entry: 'notthere01', file: 'f1.jpg' })],
  approve: [asJson('/api/approve', { id: 'notthere01' })],
  withdraw: [
    asJson('/api/withdraw', { id: 'notthere01' }),
    opening('/desk/withdraw/'),
    form('/desk/withdraw/notthere01/', { what: 'all' }),
  ],
  check: [asJson('/api/check', NONE), asJson('/api/decide', NONE)],
  preview: [asJson('/api/preview', {}), opening('/desk/preview/stories/notthere01/')],
  'print-receipt': [opening('/api/receipt/notthere01/p1')],
  copies: [form('/desk/', { do: 'destroyed', key: 'none' })],
  care: [opening('/desk/care/'), form('/desk/care/', { do: 'asked', key: 'none' })],
  settings: [
    saveSettings,
    byDecap('updateUnpublishedEntryStatus', { ...SETTINGS, newStatus: 'pending_review' }),
    byDecap('deleteUnpublishedEntry', SETTINGS),
    byDecap('publishUnpublishedEntry', SETTINGS),
    byDecap('deleteFiles', { paths: ['content/settings.yaml'] }),
  ],
  'sign-ins': [
    opening('/desk/invitations/'),
    form('/desk/invitations/', { do: 'end', key: 'nobody' }),
  ],
  'invite-contributor': [...inviting('contributor')],
  'invite-champion': [...inviting('champion')],
  'invite-facilitator': [...inviting('facilitator')],
  'invite-admin': [...inviting('admin')],
  share: [form('/share/', { act: 'begin' })],
  'share-for-others': [form('/share/', { act: 'begin-for-other' })],
};

const REFUSED = [401, 403];
/** All that somebody could have changed: drafts and what is published, invitations, and the log. */
const written = () => [
  desk.git('for-each-ref'),
  desk.register.events().length,
  desk.open.desk.access.signIns().length,
];

/** Those who may do nothing first: what there is to change is there until somebody may. */
const WHO = ['nobody', ...DESK_ROLES] as const;

describe('who may do what, over HTTP', () => {
  test.each(ACTIONS)('%s', async (action) => {
    const before = written();
    const seen: string[] = [];
    for (const who of WHO) {
      const isAllowed = MAY[action].split(' ').includes(who);
      if (isAllowed && seen.every((each) => each.endsWith('refused')))
        expect(written()).toEqual(before);
      for (const ask of REQUESTS[action]) {
        const { status } = await ask(cookies.get(who) ?? '');
        expect(status).toBeLessThan(500);
        const answer = REFUSED.includes(status) ? 'refused' : 'taken';
        seen.push(`${who} ${answer}`);
        expect(`${who} ${answer}`).toBe(`${who} ${isAllowed ? 'taken' : 'refused'}`);
      }
    }
    expect(seen).toHaveLength(WHO.length * REQUESTS[action].length);
  });

  test('what the editor holds for each role is what it may do', async () => {
    const seen = DESK_ROLES.map((role) => [
      ...[role, EDITOR[role].sees],
      ...Object.entries(EDITOR[role].writes).map(([name, what]) => `${name}: ${what}`),
    ]);
    const whole = COLLECTION_NAMES.map((name) => `${name}: all-fields`);
    expect(seen).toEqual([
      ['contributor', 'own-drafts', 'stories: answers'],
      ['champion', 'nothing'],
      ['facilitator', 'everything', ...whole.filter((each) => !each.startsWith('settings'))],
      ['admin', 'everything', ...whole],
    ]);
    for (const role of DESK_ROLES) {
      const { sees, writes } = EDITOR[role];
      expect([role, mayDo(role, 'read')]).toEqual([role, sees === 'everything']);
      expect([role, mayDo(role, 'own-drafts')]).toEqual([role, sees === 'own-drafts']);
      expect([role, mayDo(role, 'settings')]).toEqual([role, writes.settings === 'all-fields']);
      const answer = await desk.get('/admin/config.json', cookies.get(role) ?? '');
      const { collections } = (await answer.json()) as { collections: { name: string }[] };
      // Who sees nothing gets an empty form that the server takes nothing from.
      const names = sees === 'nothing' ? ['stories'] : Object.keys(writes);
      expect(collections.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    }
  });

  test('a sign-in of a role that is none of ours may do nothing', async () => {
    const { access } = desk.open.desk;
    const until = desk.clock.now + 86_400_000;
    const { token } = access.invite({ role: 'owner', use: 'single', until });
    const cookie = `desk=${access.signIn(token, 3_600_000)}`;
    for (const action of ACTIONS)
      for (const ask of REQUESTS[action]) expect(REFUSED).toContain((await ask(cookie)).status);
  });
});
