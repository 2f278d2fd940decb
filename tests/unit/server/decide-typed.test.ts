import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languagesOn } from '#i18n/languages.ts';
import { DESK_ROLES } from '#server/roles.ts';
import { approve } from '#intake/approve.ts';
import { languagesSeen } from '#support/languages-seen.ts';
import { photographWith } from '#support/media-made-here.ts';
import { type Fields, openRecord } from '#support/small-archive.ts';
import { asForm, type SmallDesk, smallDesk } from '#support/small-desk.ts';

/** What is answered beside the consents while a story is typed: to whom, of what, and closed on every doubt. */
let desk: SmallDesk;
let approved: Fields;

const ID = 'decide01';
const PATH = `content/stories/${ID}/story.md`;
const photo = { id: 'f1', file: 'f1.jpg', alt: 'A table' };
/** All of it may be shown, once it is approved. */
const open = (): Fields => openRecord({ photos: [photo], embargo_until: '2026-11-22' });

/** A word of its own in every place of a record that can hold one. */
const MARK = (place: string) => `canary${place}`;
const CANARIES: Fields = {
  title: MARK('title'),
  summary: MARK('summary'),
  series: [MARK('series')],
  themes: [MARK('themes')],
  places: [MARK('places')],
  credit: { as: 'chosen-name', name: MARK('name') },
  content_notes: [{ topic: 'suicide', words: MARK('note') }],
  photos: [{ ...photo, alt: MARK('alt'), caption: MARK('caption'), people: [MARK('person')] }],
  translations: [
    { id: 't1', language: 'ur', title: MARK('ttitle'), words: MARK('twords'), summary: MARK('ts') },
  ],
  more: [{ id: 'm1', form: 'short', language: 'en', words: MARK('more') }],
  work: MARK('work'),
  licence: { name: MARK('licence'), attribution: MARK('attribution') },
};

beforeAll(async () => {
  desk = await smallDesk(async ({ content, story, write }) => {
    await write(`stories/${ID}/f1.jpg`, await photographWith('place', 7));
    await write('stories/other001/f9.jpg', await photographWith('other', 9));
    const no = { person: 'p2', interest: 'depicted', state: 'refused' };
    const { consents } = openRecord() as { consents: readonly Fields[] };
    await story('other001', {
      ...openRecord({ photos: [{ id: 'f9', file: 'f9.jpg', alt: 'x', people: ['p2'] }] }),
      consents: [...consents, no],
    });
    await write('stories/same0001/f1.jpg', await photographWith('other', 9));
    await story('same0001', open());
    await story(ID, open());
    await write('stories/canary01/f1.jpg', await photographWith('third', 11));
    await story('canary01', { ...open(), ...CANARIES }, `${MARK('body')}\n`);
    await approve({ content, ids: 'all' });
  });
  const { body } = await desk.cms('getEntry', { path: PATH });
  approved = JSON.parse(body.data).record;
});
afterAll(() => desk.register.close());

const WORDS = 'We baked, and the street came.\n';
const asked = (record: Fields, more: Fields = {}, words = WORDS) => ({
  ...{ path: PATH, raw: JSON.stringify({ record, words }), language: 'en' },
  ...more,
});
const decided = (...of: Parameters<typeof asked>) => desk.post('/api/decide', asked(...of));

describe('who may ask', () => {
  test('whoever may check, from our own page and as our page asks, and nobody else', async () => {
    for (const role of DESK_ROLES) {
      const { status } = await desk.post('/api/decide', asked(approved), await desk.signIn(role));
      expect([role, status]).toEqual([role, ['facilitator', 'admin'].includes(role) ? 200 : 403]);
    }
    expect((await desk.post('/api/decide', asked(approved), '')).status).toBe(401);
    const cookie = await desk.signIn();
    const send = async (headers: Readonly<Record<string, string>>) =>
      (
        await desk.open.handle(
          new Request('http://desk.test/api/decide', {
            method: 'POST',
            headers: { cookie, ...headers },
            body: JSON.stringify(asked(approved)),
          }),
        )
      ).status;
    const json = { 'content-type': 'application/json' };
    expect(await send({ ...json, 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await send({ ...json, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await send({ ...json, 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await send({ ...json, origin: 'http://elsewhere.test' })).toBe(403);
    expect(await send(json)).toBe(403);
    expect(await send({ 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' })).toBe(403);
    expect((await desk.get('/api/decide', cookie)).status).toBe(404);
  });

  test('not even whoever wrote it themselves: that others have not answered is not theirs to read', async () => {
    const cookie = await desk.signIn('contributor');
    const { id } = (await desk.post('/api/own/number', {}, cookie)).body;
    const path = `content/stories/${id}/story.md`;
    const raw = JSON.stringify({ record: { language: 'en', title: 'Mine' }, words: 'x' });
    const options = { collectionName: 'stories', useWorkflow: true };
    const params = { dataFiles: [{ path, raw }], options };
    expect((await desk.cms('persistEntry', params, cookie)).status).toBe(200);
    const answer = await desk.post('/api/decide', { path, raw, language: 'en' }, cookie);
    expect([answer.status, Object.keys(answer.body)]).toEqual([403, ['error']]);
  });
});

describe('nothing that is withheld is in the answer', () => {
  test.each(languagesSeen('the answer beside the form', languagesOn('desk')))(
    'no word of it and nobody’s number, open or shut, in %s',
    async (language) => {
      for (const hold of [true, false])
        for (const state of ['given', 'refused', 'withdrawn', 'requested']) {
          const { consents } = openRecord() as { consents: readonly Fields[] };
          const [maker] = consents.map((each) => ({
            ...{ ...each, information_sheet: MARK('sheet'), exhibitions: [MARK('wall')] },
          }));
          const other = { person: MARK('person'), interest: 'depicted', state };
          const record = { ...open(), ...CANARIES, hold, consents: [maker, other] };
          const answer = await decided(record, { language }, `${MARK('body')}\n`);
          expect([answer.status, answer.body.lang]).toEqual([200, language]);
          expect(answer.body.now.length).toBeGreaterThan(0);
          expect(JSON.stringify(answer.body)).not.toContain('canary');
        }
    },
  );

  test('neither where it is open, to whichever use', async () => {
    const path = 'content/stories/canary01/story.md';
    const { data } = (await desk.cms('getEntry', { path })).body;
    const { body } = await desk.post('/api/decide', { path, raw: data, language: 'en' });
    expect([body.now[0], body.also]).toEqual([
      expect.stringMatching(/^Public: The words/),
      expect.arrayContaining([expect.stringContaining('in an exhibition: The words')]),
    ]);
    expect(JSON.stringify(body)).not.toContain('canary');
  });

  test('a refusal names the field and the rule, and not what stands in it', async () => {
    const wrong = { ...open(), kind: MARK('kind'), told: MARK('told'), [MARK('key')]: 1 };
    const answer = await decided(wrong);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).not.toMatch(/canary(?:kind|told)/);
  });
});

/** `consents.0.grants` and the like, taken away. */
function without(record: Fields, path: string): Fields {
  const copy = structuredClone(record);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const at = keys.reduce<Fields>((inner, key) => inner[key] as Fields, copy);
  delete at[last];
  return copy;
}

const PERMISSIONS = [
  ...['hold', 'review', 'review.outcome', 'review.on', 'credit', 'credit.as', 'consents'],
  ...['state', 'given_on', 'expires_on', 'information_sheet', 'language', 'method', 'age_band']
    .concat(['grants', 'grants.web', 'approved', 'approved.words'])
    .map((name) => `consents.0.${name}`),
];

/** A yes of the words or the picture, in the sentence that stands for now. */
const says = (body: { now: readonly string[] }) =>
  body.now.filter((line) => line.startsWith('Public'));

describe('closed on doubt', () => {
  test('all of it is public where every line of consent is there', async () => {
    expect((await decided(approved)).body.now).toEqual(['Public: The words and Picture 1.']);
  });

  test.each(PERMISSIONS)('without %s the words are not said to be public', async (path) => {
    const { status, body } = await decided(without(approved, path));
    expect(status).toBe(200);
    expect(says(body).join()).not.toContain('words');
  });

  test('neither after a change, on another day, nor after the end of a yes', async () => {
    const now = async (change: Fields, words?: string) =>
      says((await decided({ ...approved, ...change }, {}, words)).body).join();
    const [maker = {}] = approved['consents'] as readonly Fields[];
    expect(await now({}, 'Other words\n')).not.toContain('words');
    expect(await now({ title: 'Other' })).not.toContain('words');
    expect(await now({ embargo_until: '2026-11-23' })).toBe('');
    expect(await now({ consents: [{ ...maker, expires_on: '2026-11-22' }] })).toBe('');
    expect(await now({ consents: [{ ...maker, withdrawn_on: '2026-11-22' }] })).toBe('');
    expect(await now({ review: { outcome: 'refused', on: '2026-06-14' } })).toBe('');
    expect(await now({ hold: true })).toBe('');
    const asked = { person: 'p2', interest: 'identifiable-in-words', state: 'requested' };
    expect(await now({ consents: [maker, asked] })).not.toContain('words');
  });

  test('a no to the same file in a published piece counts, though nothing here says it', async () => {
    const path = 'content/stories/same0001/story.md';
    const { data } = (await desk.cms('getEntry', { path })).body;
    const { body } = await desk.post('/api/decide', { path, raw: data, language: 'en' });
    expect(body.now.join(' ')).toMatch(
      /Not public: .*Picture 1.*somebody said no to the same file/,
    );
  });

  test('what cannot be read, or is no story, gets no answer at all, and nothing is written', async () => {
    const before = desk.git('for-each-ref');
    const missing = { ...approved, photos: [{ ...photo, file: 'nowhere.jpg' }] };
    const wall = 'content/exhibitions/spring/index.mdx';
    for (const body of [
      asked(missing),
      asked({ ...approved, hold: 'fasle' }),
      asked({ ...approved, consents: 'yes' }),
      asked(approved, { path: wall, raw: asForm('---\ntitle: A\nlanguage: en\n---\n', wall) }),
      ...['../x', '.git/config', '', 7, null].map((path) => asked(approved, { path })),
      ...['', '{', '[]', 'null', 7, null].map((raw) => asked(approved, { raw })),
      {},
    ]) {
      const answer = await desk.post('/api/decide', body);
      expect(answer.status).toBe(422);
      expect(answer.body.now).toBeUndefined();
      expect(answer.body.error).toMatch(/^[A-Z].*\.$/);
    }
    const other = asked(approved, { path: wall });
    expect((await desk.post('/api/decide', other)).body.error).toMatch(
      /^Only a story has consents/,
    );
    expect(desk.git('for-each-ref')).toBe(before);
  });

  test('a language that is none is answered in English, and says so', async () => {
    for (const language of ['xx', '', 7, null, '__proto__', 'constructor'])
      expect((await decided(approved, { language })).body).toMatchObject({
        lang: 'en',
        dir: 'ltr',
      });
  });
});
