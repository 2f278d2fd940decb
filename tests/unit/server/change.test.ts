import { rename, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { interfaceIn } from '#i18n/words.ts';
import { answers } from '#intake/contribution/answers.ts';
import { readDraft } from '#repository/drafts.ts';
import { recordForm, recordText } from '#repository/record-text.ts';
import { textAt } from '#repository/repository.ts';
import { clearMediaStore } from '#server/cms/stored-files.ts';
import { sendChange } from '#server/send-contribution.ts';
import { photographWith } from '#support/media-made-here.ts';
import { type Fields, shareForm, type Visit } from '#support/share-form.ts';
import { saving, type SmallDesk, smallDesk } from '#support/small-desk.ts';

const { share, mine } = interfaceIn('ur').words;
let desk: SmallDesk;
let form: ReturnType<typeof shareForm>;
const FULL = {
  ...{ language: 'ur', title: 'بارش', words: 'چائے', others: 'nobody', age: 'adult' },
  ...{ credit: { as: 'chosen-name', name: 'نور' }, grants: { web: ['words', 'pictures'] } },
};

const EXPLAINED = { by: 'champion', how: 'in-person', language: 'ur' };

beforeAll(async () => {
  desk = await smallDesk();
  form = shareForm(desk);
});
afterAll(() => desk.register.close());

const cookieIn = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const pathOf = (id: string) => `content/stories/${id}/story.md`;

async function addPicture(visit: Visit, seed: number): Promise<Response> {
  const bytes = await photographWith('change', seed);
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n';
  return form.send('/share/files/pictures/', visit, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: new Uint8Array(Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')])),
  });
}

interface Shared {
  readonly id: string;
  readonly visit: Visit;
  /** Of the receipt. */
  readonly code: string;
}

/** Somebody who shared words and a photograph by the form. */
async function shared(given: object = {}): Promise<Shared> {
  const visit = await form.begun();
  const { visitor, form: held } = await form.owned(visit);
  const contribution = held?.contribution ?? '';
  await addPicture(visit, 5);
  const pictures = [{ id: 'f1', file: 'f1.jpg', alt: 'ایک دروازہ', others: 'nobody' }];
  const text = JSON.stringify(answers.parse({ ...FULL, pictures, counted: 1, ...given }));
  desk.open.desk.access.saveForm(visitor, { contribution, answers: text });
  return { id: contribution, visit, code: await codeIn(await form.sendAsSeen(visit)) };
}

async function codeIn(sent: Response): Promise<string> {
  expect(sent.status).toBe(200);
  return /([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(await sent.text())?.[1] ?? '';
}

async function recordAt(ref: string, id: string) {
  const text = await textAt(desk.repository, ref, pathOf(id));
  return text === undefined ? undefined : recordForm(text, pathOf(id));
}
const draftOf = (id: string) => readDraft(desk.repository, { collection: 'stories', id });
const drafted = async (id: string) => recordAt((await draftOf(id))?.tip ?? '', id);
const live = (id: string) => recordAt('archive', id);

/** Whoever looks after pieces reads it, and it is public. */
async function publish(id: string, more: object = {}): Promise<void> {
  const draft = await drafted(id);
  const record = { ...draft?.record, review: { outcome: 'cleared', on: '2026-11-22' }, ...more };
  const raw = JSON.stringify({ record, words: draft?.words, rev: await rev(id) });
  expect((await desk.cms('persistEntry', saving(pathOf(id), raw, { slug: id }))).status).toBe(200);
  const out = await desk.cms('publishUnpublishedEntry', { collection: 'stories', slug: id });
  expect([out.status, out.body]).toEqual([200, expect.anything()]);
  await desk.open.desk.publisher.settled();
}

const change = (id: string, visit: Visit) =>
  form.ask(`/mine/${id}/?lang=ur`, visit, [['act', 'change']]);

/** Opens the form on it, by the sign-in it was sent with. */
async function opened(given?: object): Promise<Shared> {
  const piece = await shared(given);
  await publish(piece.id);
  const answer = await change(piece.id, piece.visit);
  expect(answer.headers.get('location')).toBe('/share/look/?lang=ur');
  return piece;
}

const answer = async (visit: Visit, step: string, fields: Fields) =>
  (await form.ask(`/share/${step}/?lang=ur`, visit, fields)).headers.get('location');

describe('what somebody shared and changes', () => {
  test('opens filled with it, waits to be read again, and what is public stays until then', async () => {
    const { id, visit } = await opened();
    const words = await (await form.ask('/share/words/?lang=ur', visit)).text();
    expect(words).toContain('چائے');
    expect(words).toContain(share.changing);
    const next = await answer(visit, 'words', [
      ['title', 'بارش'],
      ['words', 'قہوہ'],
    ]);
    expect(next).toBe('/share/look/?lang=ur');
    const before = await live(id);
    const sent = await form.sendAsSeen(visit);
    expect(await sent.text()).toContain(share.changedLead);
    expect(await live(id)).toEqual(before);
    const now = await drafted(id);
    expect(now?.words).toBe('قہوہ');
    expect(now?.record).toMatchObject({
      review: { outcome: 'pending' },
      published_on: '2026-11-22',
    });
    expect((await draftOf(id))?.workflow.status).toBe('pending_review');
    const page = await (await form.ask(`/mine/${id}/?lang=ur`, visit)).text();
    expect(page).toContain(mine.waits);
    await publish(id);
    expect((await live(id))?.words).toBe('قہوہ');
  });

  test('takes what is taken back off the site at once, and files that are still named stay', async () => {
    const { id, visit } = await opened();
    await addPicture(visit, 9);
    expect(
      await answer(visit, 'pictures', [
        ['act', 'remove'],
        ['file', 'f1.jpg'],
      ]),
    ).toContain('/pictures/');
    expect((await desk.open.desk.media.filesOf(id)).toSorted()).toEqual(['f1.jpg', 'f2.jpg']);
    await clearMediaStore(desk.open.desk);
    expect(await desk.open.desk.media.filesOf(id)).toContain('f1.jpg');
    await answer(visit, 'uses', [
      ['yes', 'web words'],
      ['yes', 'web pictures'],
      ['yes', 'print words'],
    ]);
    const looked = await form.sendAsSeen(visit);
    // Looked at before anything else is waited for: the site that is built meanwhile shows it again.
    expect([looked.status, desk.open.desk.hidden.hides(id)]).toEqual([200, true]);
    const now = (await live(id))?.record as Record<string, unknown>;
    expect(now['photos'] ?? []).toEqual([]);
    expect(JSON.stringify(now['consents'])).not.toContain('print');
    expect(await desk.open.desk.media.filesOf(id)).toEqual(['f2.jpg']);
    await desk.open.desk.publisher.settled();
    expect(desk.open.desk.hidden.hides(id)).toBe(false);
    const photos = [
      { id: 'f2', file: 'f2.jpg', people: [expect.stringMatching(/^p[0-9a-f]{12}$/)] },
    ];
    expect((await drafted(id))?.record).toMatchObject({ photos });
    await publish(id);
  });

  test('is not sent where somebody changed it after it was opened, and nothing of theirs is lost', async () => {
    const { id, visit } = await opened();
    const draft = await live(id);
    const raw = JSON.stringify({
      record: { ...draft?.record, themes: [] },
      words: 'theirs',
      rev: await rev(id),
    });
    expect((await desk.cms('persistEntry', saving(pathOf(id), raw, { slug: id }))).status).toBe(
      200,
    );
    await answer(visit, 'words', [['words', 'mine']]);
    const sent = await form.sendAsSeen(visit);
    expect([sent.status, (await sent.text()).includes(share.problem.overtaken)]).toEqual([
      409,
      true,
    ]);
    expect((await drafted(id))?.words).toBe('theirs');
    expect(await (await form.ask('/share/words/?lang=ur', visit)).text()).toContain('mine');
  });

  test('that only somebody here can change is said so, with whom to tell', async () => {
    const { id, visit } = await shared();
    await publish(id, { work: 'w1' });
    const refused = await change(id, visit);
    const page = await refused.text();
    expect([refused.status, page.includes(mine.changeTell)]).toEqual([409, true]);
    expect((await form.owned(visit)).form).toBeUndefined();
  });

  test('says to try again while the media store does not answer, and nothing is taken for empty', async () => {
    const [{ id, visit }, words] = [await shared(), await shared({ pictures: [] })];
    const said = async (answer: Response) => [
      answer.status,
      (await answer.text()).includes(mine.problem.unread),
    ];
    const copy = (piece: Shared) => form.ask(`/mine/${piece.id}/copy?lang=ur`, piece.visit);
    const file = `/api/media/${id}/f1.jpg`;
    expect((await desk.get(file)).status).toBe(200);
    await rename(desk.media, `${desk.media}.away`);
    await writeFile(desk.media, 'no folder');
    try {
      expect(await said(await change(words.id, words.visit))).toEqual([503, true]);
      expect(await said(await form.ask(`/mine/${words.id}/?lang=ur`, words.visit))).toEqual([
        200,
        true,
      ]);
      for (const piece of [words, { id, visit, code: '' }])
        expect(await said(await copy(piece))).toEqual([503, true]);
      expect((await change(id, visit)).status).toBe(503);
      const { status, statusText: _ } = await desk.get(file);
      expect(status).toBe(500);
      expect(desk.reported.join('\n')).toContain(`stories/${words.id}: the media store`);
    } finally {
      await rm(desk.media);
      await rename(`${desk.media}.away`, desk.media);
    }
    expect((await copy({ id, visit, code: '' })).status).toBe(200);
    expect((await change(words.id, words.visit)).status).toBe(303);
  });

  test('and that somebody else wrote down for them is opened by its code alone', async () => {
    const { id, visit, code } = await shared({ method: 'in-person', explained: EXPLAINED });
    expect((await change(id, visit)).status).toBe(409);
    const own = { cookie: cookieIn(await form.ask('/mine/', { cookie: '' }, [['code', code]])) };
    expect((await change(id, own)).status).toBe(303);
  });

  test('sent twice is saved once, and nobody else’s change between the two is lost', async () => {
    const { id, visit } = await opened();
    const { visitor, form: held } = await form.owned(visit);
    await answer(visit, 'uses', []);
    const open = { opened: held?.openedOn ?? '', id };
    const draft = await live(id);
    const record = { ...draft?.record, review: { outcome: 'pending' } };
    const text = recordText({ record, words: 'sent' }, pathOf(id)) ?? '';
    const sends = () => sendChange(desk.open.desk, visitor, { ...open, text });
    const codes = await Promise.all([sends(), sends()]);
    expect(codes.map((each) => typeof each)).toEqual(['string', 'string']);
    const tip = (await draftOf(id))?.tip;
    expect(typeof (await sends())).toBe('string');
    expect((await draftOf(id))?.tip).toBe(tip);
    const raw = JSON.stringify({ record, words: 'theirs', rev: await rev(id) });
    await desk.cms('persistEntry', saving(pathOf(id), raw, { slug: id }));
    expect(await sends()).toBeUndefined();
    expect((await drafted(id))?.words).toBe('theirs');
  });

  test('is opened by the code of a receipt too, by a sign-in that holds this form alone', async () => {
    const { id, code } = await shared();
    const entered = await form.ask('/mine/?lang=ur', { cookie: '' }, [['code', code]]);
    const visit = { cookie: cookieIn(entered) };
    const answered = await change(id, visit);
    const both = { cookie: `${visit.cookie}; ${cookieIn(answered)}` };
    expect(await (await form.ask('/share/words/?lang=ur', both)).text()).toContain('چائے');
    expect((await desk.get('/api/me', cookieIn(answered))).status).toBe(403);
    await answer(both, 'words', [['words', 'قہوہ']]);
    const again = await codeIn(await form.sendAsSeen(both));
    expect(again).not.toBe(code);
    for (const each of [code, again])
      expect(desk.register.receiptFor(each)).toMatchObject({ contribution: id, person: 'p1' });
    expect((await drafted(id))?.words).toBe('قہوہ');
    await form.ask('/share/', both, [['act', 'begin']]);
    expect((await form.ask('/share/words/', both)).headers.get('location')).toContain('/share/');
    const state = await (await form.ask(`/mine/${id}/?lang=ur`, visit)).text();
    expect(state).toContain(mine.state.waiting);
  });

  test('by a code begins nothing else, and signing out of what was shared ends it', async () => {
    const { id, code } = await shared();
    const visit = { cookie: cookieIn(await form.ask('/mine/', { cookie: '' }, [['code', code]])) };
    const both = { cookie: `${visit.cookie}; ${cookieIn(await change(id, visit))}` };
    await form.ask('/mine/', both, [['act', 'leave']]);
    expect((await form.ask('/share/words/', both)).headers.get('location')).toBe('/share/');
    const next = { cookie: cookieIn(await form.ask('/mine/', { cookie: '' }, [['code', code]])) };
    expect(await (await form.ask(`/mine/${id}/?lang=ur`, next)).text()).toContain(mine.changeGoOn);
    const resumed = { cookie: cookieIn(await change(id, next)) };
    expect((await form.ask('/share/words/', resumed)).status).toBe(200);
    const thrown = await form.ask('/share/words/?lang=ur', resumed, [['act', 'throw-yes']]);
    expect(await thrown.text()).toContain(share.thrownChange);
    await form.ask('/share/', resumed, [['act', 'begin']]);
    expect((await form.ask('/share/words/', resumed)).headers.get('location')).toBe('/share/');
  });

  test('by a code holds no form of another piece, and without its own form begins none', async () => {
    const [one, other] = [await shared(), await shared()];
    const enter = async (code: string) =>
      cookieIn(await form.ask('/mine/', { cookie: '' }, [['code', code]]));
    const first = cookieIn(await change(one.id, { cookie: await enter(one.code) }));
    const both = { cookie: `${await enter(other.code)}; ${first}` };
    const second = { cookie: cookieIn(await change(other.id, both)) };
    expect(second.cookie).not.toBe('');
    expect((await form.owned({ cookie: first })).form?.contribution).toBe(one.id);
    expect((await form.owned(second)).form?.contribution).toBe(other.id);
    desk.open.desk.access.removeForm((await form.owned(second)).visitor);
    await form.ask('/share/', second, [['act', 'begin']]);
    expect((await form.owned(second)).form).toBeUndefined();
  });

  test('of somebody who is in it and did not make it is not opened', async () => {
    const { id } = await shared({ others: 'somebody' });
    const code = desk.register.issueReceipt({ contribution: id, person: 'p2', day: '2026-11-22' });
    const visit = { cookie: cookieIn(await form.ask('/mine/', { cookie: '' }, [['code', code]])) };
    const refused = await change(id, visit);
    expect([refused.status, refused.headers.get('set-cookie')]).toEqual([422, null]);
  });

  test('still waits when somebody who is in it answered, and is looked at when a facilitator saved', async () => {
    const { id, visit } = await shared();
    const add: Fields = [
      ['act', 'add'],
      ['part', 'words'],
      ['known', '1'],
    ];
    expect((await form.ask(`/mine/${id}/?lang=ur`, visit, add)).status).toBe(303);
    const state = async () => (await form.ask(`/mine/${id}/?lang=ur`, visit)).text();
    expect(await state()).toContain(mine.state.waiting);
    const draft = await drafted(id);
    const raw = JSON.stringify({
      record: { ...draft?.record, themes: [] },
      words: 'x',
      rev: await rev(id),
    });
    await desk.cms('persistEntry', saving(pathOf(id), raw, { slug: id }));
    expect(await state()).toContain(mine.state['looked-at']);
  });
});

describe('what is thrown away', () => {
  test('is asked once more, and then answers, files and the copy on the phone are gone', async () => {
    const visit = await form.begun();
    const { form: held } = await form.owned(visit);
    const id = held?.contribution ?? '';
    await addPicture(visit, 5);
    const asked = await form.ask('/share/words/?lang=ur', visit, [['act', 'throw']]);
    expect(await asked.text()).toContain(share.throwAsk);
    expect(await desk.open.desk.media.filesOf(id)).toEqual(['f1.jpg']);
    const thrown = await form.ask('/share/words/?lang=ur', visit, [['act', 'throw-yes']]);
    expect(thrown.headers.get('clear-site-data')).toContain('storage');
    expect(await thrown.text()).toContain(share.thrown);
    expect((await form.owned(visit)).form).toBeUndefined();
    expect(await desk.open.desk.media.filesOf(id)).toEqual([]);
  });

  test('of a change leaves what was shared as it was, with its files', async () => {
    const { id, visit } = await opened();
    await addPicture(visit, 9);
    await form.ask('/share/pictures/', visit, [
      ['act', 'remove'],
      ['file', 'f1.jpg'],
    ]);
    await form.ask('/share/words/', visit, [['act', 'throw-yes']]);
    expect(await desk.open.desk.media.filesOf(id)).toEqual(['f1.jpg']);
    expect((await live(id))?.record).toMatchObject({ photos: [{ file: 'f1.jpg' }] });
    expect(await draftOf(id)).toBeUndefined();
  });
});

/** The version that the editor would say it made its text from. */
async function rev(id: string): Promise<string> {
  const draft = await draftOf(id);
  const at = draft?.tip ?? 'archive';
  return desk.git('rev-parse', `${at}:${pathOf(id)}`).trim();
}
