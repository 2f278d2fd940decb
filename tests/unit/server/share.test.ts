import { beforeAll, describe, expect, test } from 'vitest';
import { answers } from '#intake/contribution/answers.ts';
import { toRecord } from '#intake/contribution/to-record.ts';
import { readDraft } from '#repository/drafts.ts';
import { recordForm } from '#repository/record-text.ts';
import { textAt } from '#repository/repository.ts';
import { ORIGIN, shareForm, type Visit } from '#support/share-form.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

let desk: SmallDesk;

beforeAll(async () => {
  desk = await smallDesk();
  form = shareForm(desk);
});

let form: ReturnType<typeof shareForm>;
const ask = (...asked: Parameters<typeof form.ask>) => form.ask(...asked);
const invite = (...asked: Parameters<typeof form.invite>) => form.invite(...asked);
const begun = (...asked: Parameters<typeof form.begun>) => form.begun(...asked);
const owned = (visit: Visit) => form.owned(visit);

const WORDS = '  One — “two”\n\n    ٣ three\n---\nhold: false\n---';

/** Answers every question as somebody might; answers with the last page. */
async function answered(visit: Visit): Promise<Response> {
  const pages: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['language', [['language', 'ur']]],
    [
      'words',
      [
        ['title', 'بارش'],
        ['words', WORDS.replaceAll('\n', '\r\n')],
      ],
    ],
    ['pictures', []],
    ['sound', []],
    ['others', [['others-words', 'nobody']]],
    [
      'uses',
      [
        ['yes', 'web words'],
        ['yes', 'search words'],
      ],
    ],
    ['credit', [['as', 'anonymous']]],
    ['notes', [['note', 'illness']]],
    ['age', [['age', 'adult']]],
  ];
  let next = '';
  for (const [step, fields] of pages) {
    const answer = await ask(`/share/${step}/?lang=ur`, visit, fields);
    expect([step, answer.status]).toEqual([step, 303]);
    next = answer.headers.get('location') ?? '';
  }
  return ask(next, visit);
}

describe('a link to the form', () => {
  test('shows one button in its language, and looking at it uses nothing up', async () => {
    const token = invite();
    for (const _look of [1, 2]) {
      const page = await ask(`/share/?code=${token}&lang=ur`, { cookie: '' });
      expect(page.status).toBe(200);
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(await page.text()).toContain('<html lang="ur" dir="rtl"');
    }
    await begun(token);
    const again = await ask('/share/', { cookie: '' }, [
      ['act', 'enter'],
      ['token', token],
    ]);
    expect([again.status, again.headers.get('set-cookie')]).toEqual([403, null]);
  });

  test('opens nothing of the desk, and a desk’s sign-in of a colleague opens the form too', async () => {
    const visit = await begun();
    expect((await desk.get('/api/publishing', visit.cookie)).status).toBe(403);
    expect((await desk.get('/share/')).status).toBe(200);
  });

  test('lets a champion write down what somebody else tells, and the record says so', async () => {
    const enter = async (role: string): Promise<Visit> => {
      const answer = await ask('/share/', { cookie: '' }, [
        ['act', 'enter'],
        ['token', invite('single', role)],
      ]);
      return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
    };
    const [champion, contributor] = [await enter('champion'), await enter('contributor')];
    expect(await (await ask('/share/', champion)).text()).toContain('begin-for-other');
    expect(await (await ask('/share/', contributor)).text()).not.toContain('begin-for-other');
    expect((await ask('/share/', contributor, [['act', 'begin-for-other']])).status).toBe(403);
    expect((await owned(contributor)).form).toBeUndefined();
    await ask('/share/', champion, [['act', 'begin-for-other']]);
    await ask('/share/words/', champion, [['words', 'Told to me']]);
    const given = answers.parse(JSON.parse((await owned(champion)).form?.answers ?? '{}'));
    const standing = { day: '2026-11-22', sheet: 'v1', asked: 'ur', untitled: () => 'A story' };
    const { consents } = toRecord(given, standing).record as { consents: readonly object[] };
    expect(consents[0]).toMatchObject({ person: 'p1', method: 'in-person' });
  });

  test('is found from the site in the language of its address', async () => {
    const found = await ask('/ur/share/', { cookie: '' });
    expect([found.status, found.headers.get('location')]).toEqual([303, '/share/?lang=ur']);
    expect((await ask('/xx/share/', { cookie: '' })).status).toBe(404);
  });

  test('of a page elsewhere is not believed', async () => {
    const answer = await desk.open.handle(
      new Request(`${ORIGIN}/share/`, {
        method: 'POST',
        headers: {
          'sec-fetch-site': 'cross-site',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ act: 'enter', token: invite() }).toString(),
      }),
    );
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
  });
});

describe('what is written on the form', () => {
  test('is kept page by page and shown again, and an answer that is not taken loses nothing', async () => {
    const visit = await begun();
    await ask('/share/language/', visit, [['language', 'pa']]);
    await ask('/share/words/', visit, [
      ['title', 'Tea'],
      ['words', 'One\r\n two'],
    ]);
    const refused = await ask('/share/words/', visit, [['words', 'a\u0007b']]);
    expect(refused.status).toBe(422);
    const page = await (await ask('/share/words/', visit)).text();
    expect(page).toContain('One\n two');
    const { form } = await owned(visit);
    expect(answers.parse(JSON.parse(form?.answers ?? '{}'))).toMatchObject({
      language: 'pa',
      title: 'Tea',
    });
  });

  test('is one draft that facilitators find, approved as it was seen, and held until they looked', async () => {
    const visit = await begun();
    const { visitor, form: held } = await owned(visit);
    const look = await answered(visit);
    expect(await look.text()).toContain('٣ three');
    const unseen = await ask('/share/look/', visit, []);
    expect(unseen.status).toBe(422);
    const sent = await form.sendAsSeen(visit, [
      ['owner', 'facilitator-1'],
      ['review', 'cleared'],
    ]);
    const [, code = ''] = /([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(await sent.text()) ?? [];
    const id = held?.contribution ?? '';
    expect(desk.open.desk.register.receiptFor(code)).toMatchObject({
      contribution: id,
      person: 'p1',
    });
    const { repository } = desk.open.desk;
    const draft = await readDraft(repository, { collection: 'stories', id });
    expect(draft?.workflow).toMatchObject({ owner: visitor.owner, status: 'pending_review' });
    const path = `content/stories/${id}/story.md`;
    const record = recordForm((await textAt(repository, draft?.tip ?? '', path)) ?? '', path);
    expect(record?.words).toBe(WORDS);
    expect(record?.record).toMatchObject({
      ...{ title: 'بارش', language: 'ur', review: { outcome: 'pending' } },
      consents: [
        {
          ...{ person: 'p1', state: 'given', language: 'ur', method: 'online', age_band: 'adult' },
          grants: { web: ['words'], search: ['words'] },
          approved: { words: expect.stringMatching(/^sha256:/) },
        },
      ],
    });
    expect((await desk.get(`/stories/${id}/`)).status).toBe(404);
    expect((await owned(visit)).form).toBeUndefined();
    const list = await desk.post('/api/cms', { action: 'unpublishedEntries', params: {} });
    expect(JSON.stringify(list.body)).toContain(id);
  });

  test('goes on with another phone by its code, and signing out leaves nothing here', async () => {
    const visit = await begun(invite('group'));
    await ask('/share/words/', visit, [['title', 'Tea']]);
    const page = await (await ask('/share/words/', visit, [['act', 'code']])).text();
    const [, code = ''] = /([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(page) ?? [];
    const left = await ask('/share/words/', visit, [['act', 'leave']]);
    expect(left.headers.get('clear-site-data')).toContain('storage');
    expect((await ask('/share/words/', visit)).headers.get('location')).toContain('/share/');
    const resumed = await ask('/share/', { cookie: '' }, [
      ['act', 'resume'],
      ['code', code.toLowerCase()],
    ]);
    const other = { cookie: (resumed.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
    expect(await (await ask('/share/words/', other)).text()).toContain('value="Tea"');
    const wrong = await ask('/share/', { cookie: '' }, [
      ['act', 'resume'],
      ['code', 'AAAAA-AAAAA'],
    ]);
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([404, null]);
  });

  test('of one person in a group is seen by no other, whatever they ask for', async () => {
    const token = invite('group');
    const [one, other] = [await begun(token), await begun(token)];
    await ask('/share/words/', one, [['title', 'marker-of-one']]);
    expect(await (await ask('/share/words/', other)).text()).not.toContain('marker-of-one');
    const stranger = await ask('/share/words/', { cookie: '' });
    expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/share/']);
  });

  test('and not sent for thirty days is gone at the next start, and not a day before', async () => {
    const visit = await begun();
    const { visitor } = await owned(visit);
    const was = desk.clock.now;
    const formAfter = async (days: number) => {
      desk.clock.now = was + days * 86_400_000;
      return (await desk.again()).desk.access.form(visitor);
    };
    expect(await formAfter(29)).toBeDefined();
    expect(await formAfter(31)).toBeUndefined();
    desk.clock.now = was;
  });
});
