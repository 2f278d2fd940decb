import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { interfaceIn } from '#i18n/words.ts';
import { contribution } from '#records/contribution.ts';
import { readDraft } from '#repository/drafts.ts';
import { recordForm } from '#repository/record-text.ts';
import { recordPlace } from '#repository/paths.ts';
import { fileOf, liveTip, textAt } from '#repository/repository.ts';
import { saveDraft } from '#repository/save-draft.ts';
import { photographWith } from '#support/media-made-here.ts';
import { ownerOfOne } from '#server/mine/one-piece.ts';
import { digestIn, ORIGIN, shareForm } from '#support/share-form.ts';
import { openRecord } from '#support/small-archive.ts';
import { type Answer, saving, type SmallDesk, smallDesk } from '#support/small-desk.ts';

/** Somebody who writes their own drafts in the editor, over HTTP: what is theirs, and everything that is not. */
type Fields = Record<string, unknown>;
let desk: SmallDesk;
let photo: Buffer;
let ada: string;
let bea: string;
let id: string;

beforeAll(async () => {
  desk = await smallDesk(async ({ story }) => {
    await story('public01', openRecord());
    await story('adasown1', openRecord());
  });
  photo = await photographWith('a-place', 7);
  await desk.cms('persistEntry', saving('content/themes/tea.yaml', 'name: { en: Tea }\n'));
  await desk.cms(
    'persistEntry',
    storyOf('facil01', { title: 'Theirs', language: 'en', kind: 'story' }),
  );
});

beforeEach(async () => {
  ada = await desk.signIn('contributor');
  bea = await desk.signIn('contributor');
  id = await numberFor(ada);
});

const storyOf = (at: string, record: Fields, words = 'Words\n') => ({
  ...saving(`content/stories/${at}/story.md`, JSON.stringify({ record, words }), { slug: at }),
});

async function numberFor(cookie: string): Promise<string> {
  return (await desk.post('/api/own/number', {}, cookie)).body.id;
}

const ANSWERS = {
  language: 'ur',
  title: 'بارش',
  others: 'nobody',
  grants: { web: ['words', 'pictures'], search: ['words'] },
  credit: { as: 'anonymous' },
  notes: ['illness'],
  age: 'adult',
} as const;

/** A save as the editor sends it. */
function sent(change: Fields = {}, more: { rev?: string; words?: string; at?: string } = {}) {
  const { rev, words = 'One\n---\nhold: false\n---', at = id } = more;
  const raw = JSON.stringify({ record: { ...ANSWERS, ...change }, words, rev });
  return {
    dataFiles: [{ slug: `${at}/story`, path: `content/stories/${at}/story.md`, raw }],
    assets: [],
    options: { collectionName: 'stories', useWorkflow: true, newEntry: true, status: 'draft' },
  };
}

const save = (...asked: Parameters<typeof sent>) => desk.cms('persistEntry', sent(...asked), ada);

async function saved(...asked: Parameters<typeof sent>): Promise<string> {
  const answer = await save(...asked);
  expect([answer.status, answer.body]).toMatchObject([200, { rev: expect.any(String) }]);
  return answer.body.rev;
}

/** The draft as it is kept. */
async function kept(at = id) {
  const draft = await readDraft(desk.repository, { collection: 'stories', id: at });
  const path = `content/stories/${at}/story.md`;
  const text = draft && (await textAt(desk.repository, draft.tip, path));
  const form = recordForm(text ?? '', path);
  return {
    workflow: draft?.workflow,
    words: form?.words,
    record: contribution.parse(form?.record),
  };
}

/** A facilitator changes the record itself. */
async function facilitatorChanges(change: (record: Fields) => Fields): Promise<void> {
  // They see what was sent once; the owner is of no account here.
  desk.open.desk.access.pieces.noteSent('somebody', { contribution: id, revision: '0' });
  const key = { collection: 'stories', slug: `${id}/story` };
  const path = `content/stories/${id}/story.md`;
  const { body } = await desk.cms('unpublishedEntryDataFile', { ...key, path });
  const { record, words, rev } = JSON.parse(body.data);
  const params = saving(path, JSON.stringify({ record: change(record), words, rev }), {
    slug: `${id}/story`,
  });
  expect((await desk.cms('persistEntry', params)).status).toBe(200);
}

const upload = (cookie: string, entry: string, kind = 'photo', body: Buffer = photo) =>
  desk.open.handle(
    new Request(`${ORIGIN}/api/media?entry=${encodeURIComponent(entry)}&kind=${kind}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'image/jpeg', 'sec-fetch-site': 'same-origin' },
      body: new Uint8Array(body),
    }),
  );

const look = (cookie = ada, at = id) => desk.get(`/share/draft/${at}/`, cookie);
const form = () => shareForm(desk);

async function sendAsSeen(): Promise<Response> {
  const page = await (await look()).text();
  return form().ask(`/share/draft/${id}/`, { cookie: ada }, [
    ['seen', 'yes'],
    ['digest', digestIn(page)],
  ]);
}

describe('what somebody writes in the editor themselves', () => {
  test('is what the form would have written: theirs, held back by the check, letter for letter', async () => {
    await saved();
    const { workflow, record, words } = await kept();
    expect(workflow?.status).toBe('draft');
    expect(workflow?.owner).not.toMatch(/facilitator/);
    expect(words).toBe('One\n---\nhold: false\n---');
    expect(record).toMatchObject({
      ...{ title: 'بارش', language: 'ur', kind: 'story', credit: { as: 'anonymous' }, hold: false },
      review: { outcome: 'pending' },
      content_notes: [{ topic: 'illness' }],
      consents: [
        {
          ...{ person: 'p1', interest: 'contributor', state: 'given', method: 'online' },
          ...{ given_on: '2026-11-22', age_band: 'adult', grants: { web: ['words'] } },
        },
      ],
    });
    expect(record.consents[0]?.approved).toBeUndefined();
    expect(record.published_on).toBeUndefined();
  });

  test('comes back as it was answered, and with nothing else of the record', async () => {
    const rev = await saved();
    expect((await desk.cms('unpublishedEntries', {}, ada)).body).toEqual([`stories/${id}/story`]);
    const key = { collection: 'stories', slug: `${id}/story` };
    const entry = await desk.cms('unpublishedEntry', key, ada);
    const path = `content/stories/${id}/story.md`;
    expect(entry.body).toMatchObject({ status: 'draft', diffs: [{ path, newFile: true }] });
    const { body } = await desk.cms('unpublishedEntryDataFile', { ...key, path }, ada);
    const { grants: _, ...rest } = ANSWERS;
    expect(JSON.parse(body.data)).toEqual({
      record: { ...rest, grants: { web: ['words'], search: ['words'] }, pictures: [] },
      words: 'One\n---\nhold: false\n---',
      rev,
    });
  });

  test('is sent where it was looked at, with their own approval; a change asks for a new one', async () => {
    const rev = await saved();
    const page = await (await look()).text();
    expect(page).toContain('بارش');
    const unseen = await form().ask(`/share/draft/${id}/`, { cookie: ada }, [
      ['digest', digestIn(page)],
    ]);
    expect([unseen.status, (await kept()).workflow?.status]).toEqual([422, 'draft']);
    const answer = await sendAsSeen();
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/[A-Z0-9]{5}-[A-Z0-9]{5}/);
    const now = await kept();
    expect(now.workflow?.status).toBe('pending_review');
    expect(now.record.consents[0]?.approved).toEqual({
      words: expect.stringMatching(/^sha256:/),
    });
    await saved({ title: 'بادل' }, { rev });
    const changed = await kept();
    expect([changed.workflow?.status, changed.record.consents[0]?.approved]).toEqual([
      'draft',
      undefined,
    ]);
    const mine = await (await desk.get(`/mine/${id}/`, ada)).text();
    expect(mine).toContain(interfaceIn('en').words.mine.state['not-sent']);
    const again = await sendAsSeen();
    expect([again.status, (await kept()).workflow?.status]).toEqual([200, 'pending_review']);
    // One receipt is enough: the code of the first goes on working.
    expect(await again.text()).not.toMatch(/[A-Z0-9]{5}-[A-Z0-9]{5}/);
  });

  test('is not sent as something else than was looked at', async () => {
    const rev = await saved();
    const page = await (await look()).text();
    await saved({ title: 'Other' }, { rev });
    const answer = await form().ask(`/share/draft/${id}/`, { cookie: ada }, [
      ['seen', 'yes'],
      ['digest', digestIn(page)],
    ]);
    expect([answer.status, (await kept()).workflow?.status]).toEqual([409, 'draft']);
  });

  test('holds a picture that was sent here, which waits for whoever may be in it', async () => {
    const came = await upload(ada, id);
    expect(came.status).toBe(200);
    const { file } = (await came.json()) as { file: string };
    expect((await save({ pictures: [{ file, id: 'f9' }] })).status).toBe(422);
    await saved({ pictures: [{ file, alt: 'A table' }] });
    const { record } = await kept();
    const [person = ''] = record.photos[0]?.people ?? [];
    expect(record.photos[0]).toMatchObject({ file, alt: 'A table' });
    expect(record.consents.find((each) => each.person === person)).toEqual({
      ...{ person, interest: 'depicted', state: 'unknown' },
    });
    expect((await desk.get(`/api/media/${id}/${file}`, ada)).status).toBe(200);
    expect((await desk.get(`/api/media/${id}/${file}`, bea)).status).toBe(404);
  });

  test('is theirs alone until they send it: to the desk it is not there', async () => {
    const { file } = (await (await upload(ada, id)).json()) as { file: string };
    const rev = await saved({ title: 'Not given yet', pictures: [{ file }] });
    const path = `content/stories/${id}/story.md`;
    const key = { collection: 'stories', slug: `${id}/story` };
    const raw = JSON.stringify({ record: { title: 'Theirs' }, words: 'x', rev });
    const before = refs();
    const asks = [
      ...['unpublishedEntry', 'publishUnpublishedEntry', 'deleteUnpublishedEntry'].map(
        (action) => [action, key] as const,
      ),
      ['unpublishedEntryDataFile', { ...key, path }],
      ['updateUnpublishedEntryStatus', { ...key, newStatus: 'pending_publish' }],
      ['persistEntry', saving(path, raw, { slug: `${id}/story` })],
    ] as const;
    for (const [action, params] of asks)
      expect([action, (await desk.cms(action, params)).status]).toEqual([action, 404]);
    expect((await desk.post('/api/approve', { id })).status).toBe(404);
    for (const at of [`/api/media/${id}/${file}`, `/api/receipt/${id}/p1`])
      expect([at, (await desk.get(at)).status]).toEqual([at, 404]);
    const seen = async () =>
      Promise.all([
        desk.cms('unpublishedEntries').then(({ body }) => body.includes(`stories/${id}/story`)),
        ...['/desk/withdraw/', `/desk/preview/stories/${id}/`].map(async (at) =>
          (await (await desk.get(at)).text()).includes('Not given yet'),
        ),
      ]);
    expect([await seen(), refs()]).toEqual([[false, false, false], before]);
    await sendAsSeen();
    expect(await seen()).toEqual([true, true, true]);
  });

  test('is deleted while it was never sent, and not afterwards', async () => {
    const key = { collection: 'stories', slug: `${id}/story` };
    await saved();
    await sendAsSeen();
    const before = refs();
    const refused = await desk.cms('deleteUnpublishedEntry', key, ada);
    expect([refused.status, refs()]).toEqual([422, before]);
    id = await numberFor(ada);
    await saved();
    const mine = { collection: 'stories', slug: `${id}/story` };
    expect((await desk.cms('deleteUnpublishedEntry', mine, ada)).status).toBe(200);
    // Its number is nobody's again.
    expect((await save()).status).toBe(403);
  });
});

describe('what a facilitator did stays as it is', () => {
  test('others and their answers, what was added, a hold and an embargo; only the check is over', async () => {
    await saved();
    const theirs = { person: 'p2', interest: 'identifiable-in-words', state: 'refused' };
    await facilitatorChanges((record) => ({
      ...record,
      ...{
        hold: true,
        embargo_until: '2027-01-01',
        review: { outcome: 'cleared', on: '2026-11-22' },
      },
      ...{ summary: 'About rain', kind: 'poem', themes: ['tea'] },
      consents: [...(record['consents'] as Fields[]), theirs],
    }));
    const before = await kept();
    const raw = await formNow();
    expect(JSON.stringify(raw)).not.toMatch(/p2|refused|embargo|hold"|summary|tea/);
    expect(raw.record['others']).toBe('somebody');
    await saved({ title: 'New', others: 'somebody' }, { rev: raw.rev });
    const { record } = await kept();
    const { title: _t, review: _r, ...rest } = record;
    const { title: _bt, review: _br, ...restBefore } = before.record;
    expect(rest).toEqual(restBefore);
    expect(record.review).toEqual({ outcome: 'pending' });
  });

  test('a review that said no is not taken away', async () => {
    await saved();
    const review = { outcome: 'refused', on: '2026-11-22' };
    await facilitatorChanges((record) => ({ ...record, review }));
    await saved({ title: 'New' }, { rev: (await formNow()).rev });
    expect((await kept()).record.review).toEqual(review);
  });

  test('nobody is said not to be in it any more, and nobody becomes older', async () => {
    await saved({ others: 'somebody', age: 'child' });
    const { rev } = await formNow();
    const before = refs();
    const problem = interfaceIn('en').words.editor.problem;
    const nobody = await save({ others: 'nobody', age: 'child' }, { rev });
    expect([nobody.status, nobody.body.error]).toEqual([422, problem['somebody-in-it']]);
    const older = await save({ others: 'somebody', age: 'adult' }, { rev });
    expect([older.status, older.body.error]).toEqual([422, problem.older]);
    expect(refs()).toBe(before);
  });

  test('a yes that was taken back or stopped is not given again by a save', async () => {
    for (const state of ['withdrawn', 'revoked', 'invalidated', 'refused', 'expired']) {
      id = await numberFor(ada);
      await saved({ grants: {} });
      await facilitatorChanges((record) => ({
        ...record,
        consents: (record['consents'] as Fields[]).map((each) => ({ ...each, state })),
      }));
      await saved({}, { rev: (await formNow()).rev });
      const [maker] = (await kept()).record.consents;
      expect([maker?.state, maker?.grants ?? {}]).toEqual([state, {}]);
    }
  });

  test('what somebody else saved meanwhile is not overwritten, and not told', async () => {
    const rev = await saved();
    await facilitatorChanges((record) => ({ ...record, summary: 'A secret of the desk' }));
    const before = refs();
    const answer = await save({ title: 'New' }, { rev });
    expect([answer.status, refs()]).toEqual([409, before]);
    expect(Object.keys(answer.body)).toEqual(['error']);
  });
});

async function formNow() {
  const key = { collection: 'stories', slug: `${id}/story` };
  const path = `content/stories/${id}/story.md`;
  const { body } = await desk.cms('unpublishedEntryDataFile', { ...key, path }, ada);
  return JSON.parse(body.data) as { record: Fields; words: string; rev: string };
}

const refs = (): string => desk.git('for-each-ref');
/** Everything that a refused call could have changed. */
const everything = async () => [
  refs(),
  desk.register.events().length,
  await desk.open.desk.media.filesOf(id),
  desk.open.desk.access.pieces.hasNumber('anybody', id),
];

const PERSON = { person: 'p2', interest: 'depicted', state: 'given' };
/** What a browser sends beside the answers: each is refused, and nothing of the rest is saved. */
const FORGED: Readonly<Record<string, Fields>> = {
  owner: { owner: 'facilitator-1' },
  status: { status: 'pending_publish' },
  hold: { hold: false },
  review: { review: { outcome: 'cleared', on: '2026-11-22' } },
  'a day of publication': { published_on: '2026-11-22' },
  'an embargo that is over': { embargo_until: '2020-01-01' },
  'an approval': { approved: { words: `sha256:${'a'.repeat(64)}` } },
  consents: { consents: [PERSON] },
  'a consent of their own': { consents: [{ ...PERSON, person: 'p1', interest: 'contributor' }] },
  'how it was taken': { method: 'in-person' },
  'who explained it': { explained: { by: 'facilitator' } },
  'a form on paper': { paper: { front: [] } },
  'the count of files': { counted: 40 },
  'the part that it is': { pictures: [{ file: 'f1.jpg', id: 'f1' }] },
  people: { pictures: [{ file: 'f1.jpg', people: [] }] },
  'a safe copy': { pictures: [{ file: 'f1.jpg', safe: { file: 'f2.jpg' } }] },
  'standing alone': { sound: { file: 'v1.m4a', stands_alone: true } },
  'words twice': { words: 'Other words' },
  'a use that is none': { grants: { everything: ['words'] } },
  'a kind that is none': { grants: { web: ['photo'] } },
  'a yes that is no list': { grants: { web: true } },
  'a language that is none': { language: 'not a language' },
  'a credit of another kind': { credit: { as: 'owner' } },
  'a title that is a list': { title: ['One'] },
  prototype: JSON.parse('{"__proto__": {"hold": false}}') as Fields,
  constructor: { constructor: { hold: false } },
  'a file out of the folder': { pictures: [{ file: '../public01/f1.jpg' }] },
  'a file of somebody else': { pictures: [{ file: 'f1.jpg' }] },
  'a file that is a text': { pictures: [{ file: 'story.md' }] },
  'a sound that is none': { sound: { file: 'f1.jpg' } },
  'a sign that nobody sees': { title: 'One\u202Etwo' },
  NUL: { title: 'One\0two' },
  'half a letter': { title: 'One\uD800' },
  'too many pictures': {
    pictures: Array.from({ length: 13 }, (_, at) => ({ file: `f${at}.jpg` })),
  },
};

const PATHS: Readonly<Record<string, string>> = {
  '..': 'content/stories/../settings.yaml',
  'a story through ..': 'content/stories/x/../public01/story.md',
  '.git': '.git/config',
  'a hook': '.git/hooks/post-checkout',
  NUL: 'content/stories/abc\0def/story.md',
  absolute: '/etc/passwd',
  'absolute in the folder': '/content/stories/abcdef1/story.md',
  backslash: 'content\\stories\\abcdef1\\story.md',
  'encoded ..': 'content/stories/%2e%2e/settings.yaml',
  'not composed': 'content/stories/cafe\u0301aa/story.md',
  composed: 'content/stories/caf\u00E9aa/story.md',
  'full width': 'content/stories/\uFF41bcdef/story.md',
  settings: 'content/settings.yaml',
  theme: 'content/themes/tea.yaml',
  'a new theme': 'content/themes/new.yaml',
  exhibition: 'content/exhibitions/one/index.mdx',
  page: 'content/pages/about.mdx',
  withdrawn: 'content/withdrawn/public01.yaml',
  'a file beside it': 'content/stories/public01/f1.jpg',
  published: 'content/stories/public01/story.md',
  'a draft of the desk': 'content/stories/facil01/story.md',
  'a number nobody has': 'content/stories/zzzzzzzz1/story.md',
  nothing: '',
};

/** Said the same of what is there and what is not. */
const NOT_ALLOWED = interfaceIn('en').words.editor.problem['not-allowed'];
const NOT_HERE = interfaceIn('en').words.editor.problem['not-here'];

/** Nothing is written by all of this: looked at once before it and once after, for each look starts a git. */
async function unchanged(work: () => Promise<void>): Promise<void> {
  const before = await everything();
  await work();
  expect(await everything()).toEqual(before);
}

interface Said {
  readonly status?: number;
  readonly error?: string;
}

async function toldNo(asks: () => Promise<Answer>, said: Said = {}): Promise<void> {
  const answer = await asks();
  expect(answer.body).toEqual({ error: expect.stringMatching(/^[A-Z].{10,300}[.!]$/) });
  expect([403, 404, 409, 413, 422]).toContain(answer.status);
  expect({ status: answer.status, ...answer.body }).toMatchObject(said);
}

const refused = (asks: () => Promise<Answer>, said: Said = {}): Promise<void> =>
  unchanged(() => toldNo(asks, said));

describe('forged bodies are refused in plain words, and nothing is written', () => {
  // Of what is new, or of what was saved before, by turns; of both under PROVE.
  const forged = Object.entries(FORGED).map(
    ([name, change], at) => [name, change, at % 2] as const,
  );
  test.each(forged)('%s', async (_name, change, turn) => {
    const isWhole = Boolean(process.env['PROVE']);
    if (isWhole || turn === 0) await refused(() => save(change));
    if (!isWhole && turn === 0) return;
    const rev = await saved();
    await refused(() => save(change, { rev }));
  });

  test.each(Object.entries(PATHS))('a save at another place: %s', async (_name, path) => {
    const raw = JSON.stringify({ record: ANSWERS, words: 'Words' });
    await unchanged(async () => {
      for (const slug of [undefined, id, `${id}/story`, path]) {
        const params = { ...sent(), dataFiles: [{ path, slug, raw }] };
        await toldNo(() => desk.cms('persistEntry', params, ada), {
          ...{ status: 403, error: NOT_ALLOWED },
        });
      }
      // Its own place, under another name.
      const file = { path: `content/stories/${id}/story.md`, slug: path || 'x', raw };
      await toldNo(() => desk.cms('persistEntry', { ...sent(), dataFiles: [file] }, ada), {
        status: 403,
      });
    });
  });

  test.each(Object.entries(PATHS))(
    'nothing is read from another place: %s',
    async (_name, path) => {
      await saved();
      const slug = path.split('/')[2] ?? path;
      const key = { collection: 'stories', slug };
      const gone = { status: 404, error: NOT_HERE };
      const own = { collection: 'stories', slug: `${id}/story` };
      await unchanged(async () => {
        for (const [action, params] of [
          ['getEntry', { path }],
          ['unpublishedEntry', key],
          ['unpublishedEntry', { id: `stories/${slug}` }],
          ['unpublishedEntryDataFile', { ...key, path }],
          ['unpublishedEntryDataFile', { ...own, path }],
        ] as const)
          await toldNo(() => desk.cms(action, params, ada), gone);
        const notAllowed = { status: 403, error: NOT_ALLOWED };
        for (const [action, params] of [
          ['updateUnpublishedEntryStatus', { ...key, newStatus: 'draft' }],
          ['deleteUnpublishedEntry', key],
          ['publishUnpublishedEntry', key],
          ['deleteFiles', { paths: [path] }],
          ['entriesByFiles', { files: [{ path }] }],
          ['getMediaFile', { path }],
          ['persistMedia', { asset: { path, content: '', encoding: 'base64' } }],
        ] as const)
          await toldNo(() => desk.cms(action, params, ada), notAllowed);
      });
      expect((await desk.get(`/api/media/${encodeURIComponent(slug)}/f1.jpg`, ada)).status).toBe(
        404,
      );
      expect((await upload(ada, slug)).status).toBe(413);
      // An address with `..` in it is another one before it is sent.
      const at = ['', '..'].includes(slug) ? 'x' : encodeURIComponent(slug);
      expect((await look(ada, at)).status).toBe(404);
    },
  );

  test('somebody else’s draft, and its files, are as if they were not there', async () => {
    const { file } = (await (await upload(ada, id)).json()) as { file: string };
    await saved({ pictures: [{ file }] });
    const key = { collection: 'stories', slug: `${id}/story` };
    const path = `content/stories/${id}/story.md`;
    expect((await desk.cms('unpublishedEntries', {}, bea)).body).toEqual([]);
    const gone = { status: 404, error: NOT_HERE };
    await refused(() => desk.cms('unpublishedEntry', key, bea), gone);
    await refused(() => desk.cms('unpublishedEntryDataFile', { ...key, path }, bea), gone);
    await refused(() => desk.cms('persistEntry', sent(), bea), { status: 403, error: NOT_ALLOWED });
    await refused(() => desk.cms('deleteUnpublishedEntry', key, bea), { status: 403 });
    expect((await look(bea)).status).toBe(404);
    expect((await upload(bea, id, 'photo', photo.subarray(0, 9_000))).status).toBe(403);
    expect((await desk.get(`/api/media/${id}/${file}`, bea)).status).toBe(404);
  });

  test('a number that was given to somebody else is not theirs', async () => {
    await refused(() => desk.cms('persistEntry', sent(), bea), { status: 403, error: NOT_ALLOWED });
    await saved();
  });

  test('no other way of saving, and no state but “still being written”', async () => {
    const key = { collection: 'stories', slug: `${id}/story` };
    const [file] = sent().dataFiles;
    const whole = sent();
    await unchanged(async () => {
      for (const params of [
        { ...whole, options: { ...whole.options, useWorkflow: false } },
        { ...whole, options: { ...whole.options, collectionName: 'themes' } },
        { ...whole, options: 'all' },
        { ...whole, assets: [{ path: 'media/x.svg', content: '', encoding: 'base64' }] },
        { ...whole, dataFiles: [file, file] },
        { ...whole, dataFiles: [{ ...file, newPath: 'content/stories/other01/story.md' }] },
        { ...whole, dataFiles: [] },
        { ...whole, dataFiles: [null] },
        { ...whole, dataFiles: 'none' },
        {},
      ])
        await toldNo(() => desk.cms('persistEntry', params, ada), { status: 403 });
    });
    await saved();
    await unchanged(async () => {
      for (const newStatus of ['pending_review', 'pending_publish', 'published', 7, null])
        await toldNo(() => desk.cms('updateUnpublishedEntryStatus', { ...key, newStatus }, ada));
    });
    await sendAsSeen();
    expect(
      (await desk.cms('updateUnpublishedEntryStatus', { ...key, newStatus: 'draft' }, ada)).status,
    ).toBe(200);
  });

  test('malformed and oversized', async () => {
    const raws: readonly unknown[] = [
      ...['', '{', 'null', '[]', '"x"', '---\ntitle: x\n---\n', '{"record":[]}'],
      ...[7, null, {}, JSON.stringify({ record: ANSWERS, words: 7 })],
      JSON.stringify({ record: ANSWERS, words: 'x', rev: '../../HEAD' }),
      JSON.stringify({ record: ANSWERS, words: 'x'.repeat(1_500_000) }),
      JSON.stringify({ record: { ...ANSWERS, title: 'x'.repeat(100_000) } }),
      `{"record":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    ];
    await unchanged(async () => {
      for (const raw of raws) {
        const path = `content/stories/${id}/story.md`;
        await toldNo(() =>
          desk.cms('persistEntry', { ...sent(), dataFiles: [{ path, raw }] }, ada),
        );
      }
    });
    for (const body of [
      '',
      '{',
      'null',
      '[1]',
      '{"action":"persistEntry","params":[]}',
      '{"action":{}}',
    ]) {
      const before = await everything();
      const answer = await desk.open.handle(
        new Request(`${ORIGIN}/api/cms`, {
          method: 'POST',
          headers: {
            cookie: ada,
            'content-type': 'application/json',
            'sec-fetch-site': 'same-origin',
          },
          body,
        }),
      );
      expect([403, 422]).toContain(answer.status);
      expect(await everything()).toEqual(before);
    }
    const huge = await desk.open.handle(
      new Request(`${ORIGIN}/api/cms`, {
        method: 'POST',
        headers: {
          cookie: ada,
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
        },
        body: `{"action":"persistEntry","x":"${'x'.repeat(8_100_000)}"}`,
      }),
    );
    expect(huge.status).toBe(413);
  });

  test('is said in the language of the sign-in', async () => {
    const visit = await form().begun();
    const answer = await desk.cms('persistEntry', sent(), visit.cookie);
    const { problem } = interfaceIn('ur').words.editor;
    expect([answer.status, answer.body.error]).toEqual([403, problem['not-allowed']]);
  });

  test('what is published is theirs to write no more, not even where a draft of it is', async () => {
    await saved();
    await sendAsSeen();
    const review = { outcome: 'cleared', on: '2026-11-22' };
    await facilitatorChanges((record) => ({ ...record, review }));
    const key = { collection: 'stories', slug: `${id}/story` };
    const { workflow } = await kept();
    const published = await desk.cms('publishUnpublishedEntry', key);
    expect([published.status, published.body]).toEqual([200, {}]);
    const path = `content/stories/${id}/story.md`;
    const live = await liveTip(desk.repository);
    const [text, file] = [
      (await textAt(desk.repository, live, path)) ?? '',
      await fileOf(desk.repository, live, path),
    ];
    for (const isDrafted of [false, true]) {
      if (isDrafted)
        await saveDraft(desk.repository, {
          ...{ place: recordPlace(path), slug: id, text, revision: file?.blob, status: 'draft' },
          author: { owner: workflow?.owner ?? '', mark: 'x', at: '' },
          collection: 'stories',
        });
      const gone = { status: 404, error: NOT_HERE };
      await refused(() => desk.cms('getEntry', { path }, ada), gone);
      await refused(() => desk.cms('unpublishedEntry', key, ada), gone);
      await refused(() => desk.cms('unpublishedEntryDataFile', { ...key, path }, ada), gone);
      await refused(() => save({}, { rev: file?.blob ?? '' }), { status: 403, error: NOT_ALLOWED });
      expect((await desk.cms('unpublishedEntries', {}, ada)).body).toEqual([]);
      expect((await look()).status).toBe(404);
    }
  });

  test('the code of a receipt opens one piece at /mine/, and nothing here', async () => {
    await saved();
    await sendAsSeen();
    const { signIns } = desk.open.desk;
    const cookie = `desk=${signIns.forOne(ownerOfOne(id), 'en')}`;
    for (const path of ['/api/me', `/api/media/${id}/f1.jpg`])
      expect([path, (await desk.get(path, cookie)).status]).toEqual([path, 403]);
    await refused(() => desk.post('/api/own/number', {}, cookie), { status: 403 });
    await refused(() => desk.cms('unpublishedEntries', {}, cookie), { status: 403 });
    await refused(() => desk.cms('persistEntry', sent(), cookie), { status: 403 });
    expect((await look(cookie)).status).toBe(404);
  });

  test('what was taken down is written by nobody, under a number that is theirs or not', async () => {
    await saved();
    await sendAsSeen();
    expect((await desk.post('/api/withdraw', { id })).status).toBe(200);
    await refused(() => save(), { status: 403, error: NOT_ALLOWED });
    expect((await desk.cms('unpublishedEntries', {}, ada)).body).toEqual([]);
    expect((await look()).status).toBe(404);
  });
});
