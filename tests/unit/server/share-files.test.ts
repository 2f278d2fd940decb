import { existsSync, readdirSync } from 'node:fs';
import { readdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { answers } from '#intake/contribution/answers.ts';
import { interfaceIn } from '#i18n/words.ts';
import { readDraft } from '#repository/drafts.ts';
import { recordForm } from '#repository/record-text.ts';
import { textAt } from '#repository/repository.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { type Fields, shareForm, type Visit } from '#support/share-form.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

const { problem } = interfaceIn('ur').words.share;
let desk: SmallDesk;
let form: ReturnType<typeof shareForm>;
let photo: Buffer;
const MARK = 'marker-in-the-file';

beforeAll(async () => {
  desk = await smallDesk();
  form = shareForm(desk);
  photo = await photographWith(MARK, 7);
});

type Part = readonly [name: string, file: Buffer | string];
const BOUNDARY = 'xXxBoundaryxXx';

/** A form with files, byte by byte as it is sent. */
function multipart(parts: readonly Part[], act = 'add'): Buffer {
  const head = (rest: string) =>
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${rest}`);
  return Buffer.concat([
    ...parts.flatMap(([name, file]) => [
      head(`name="file"; filename="${name}"\r\nContent-Type: image/jpeg\r\n\r\n`),
      Buffer.from(file),
      Buffer.from('\r\n'),
    ]),
    head(`name="act"\r\n\r\n${act}\r\n--${BOUNDARY}--\r\n`),
  ]);
}

const post = (
  step: string,
  visit: Visit,
  body: BodyInit,
  type = `multipart/form-data; boundary=${BOUNDARY}`,
) =>
  form.send(`/share/files/${step}/?lang=ur`, visit, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
    duplex: 'half',
  });
const sendFiles = (step: string, visit: Visit, parts: readonly Part[], act?: string) =>
  post(step, visit, new Uint8Array(multipart(parts, act)));

async function given(visit: Visit) {
  const { form: held } = await form.owned(visit);
  return {
    id: held?.contribution ?? '',
    answers: answers.parse(JSON.parse(held?.answers ?? '{}')),
  };
}
const stored = async (id: string) =>
  (await readdir(join(desk.media, id)).catch(() => [] as string[])).sort();
/** Nothing of any upload lies anywhere but in the media store. */
const aside = () =>
  readdirSync(join(desk.folder, `run-${process.pid}`)).filter((name) => name.startsWith('intake-'));

describe('a photograph that is sent with the form', () => {
  test('is cleaned, kept under a name of ours, and shown to its sign-in alone, small', async () => {
    const visit = await form.begun();
    const sent = await sendFiles('pictures', visit, [['My holiday.jpg', photo]]);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/share/pictures/?lang=ur']);
    const { id, answers: now } = await given(visit);
    expect(now.pictures).toEqual([{ id: 'f1', file: 'f1.jpg', drawing: false }]);
    expect(await stored(id)).toEqual(['f1.jpg']);
    const kept = await readFile(join(desk.media, id, 'f1.jpg'));
    expect([kept.includes(MARK), (await sharp(kept).metadata()).exif]).toEqual([false, undefined]);
    expect(aside()).toEqual([]);
    const page = await (await form.ask('/share/pictures/?lang=ur', visit)).text();
    const [, src = ''] = / src="(\/share\/files\/[^"]+)"/.exec(page) ?? [];
    const small = await form.ask(src, visit);
    expect([small.status, small.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).width).toBe(480);
    const other = await form.begun();
    await sendFiles('pictures', other, [['theirs.jpg', photo]]);
    expect((await given(other)).answers.pictures[0]?.file).toBe('f1.jpg');
    for (const somebody of [{ cookie: '' }, other])
      expect((await form.ask(src, somebody)).status).toBe(404);
    expect((await form.ask(src.replace('f1.jpg', 'f2.jpg'), visit)).status).toBe(404);
  });

  test('goes on to the next question where that button was pressed, also with nothing chosen', async () => {
    const visit = await form.begun();
    const both = await sendFiles(
      'pictures',
      visit,
      [
        ['a.jpg', photo],
        ['', ''],
      ],
      'next',
    );
    expect(both.headers.get('location')).toBe('/share/describe/?lang=ur');
    const none = await sendFiles('sound', visit, [['', '']], 'next');
    expect(none.headers.get('location')).toBe('/share/others/?lang=ur');
    const nothing = await sendFiles('sound', await form.begun(), [['', '']], 'next');
    expect([nothing.status, await nothing.text()]).toEqual([
      422,
      expect.stringContaining(problem['nothing-given']),
    ]);
  });

  test('is known again, and one that was taken out is gone at once and its name is not used again', async () => {
    const visit = await form.begun();
    await sendFiles('pictures', visit, [['a.jpg', photo]]);
    const again = await sendFiles('pictures', visit, [['b.jpg', photo]]);
    expect(await again.text()).toContain(problem['file-known']);
    const { id, answers: one } = await given(visit);
    expect([one.pictures.length, await stored(id)]).toEqual([1, ['f1.jpg']]);
    await form.ask('/share/pictures/', visit, [
      ['act', 'remove'],
      ['file', 'f1.jpg'],
    ]);
    expect([(await given(visit)).answers.pictures, await stored(id)]).toEqual([[], []]);
    await sendFiles('pictures', visit, [['a.jpg', photo]]);
    expect((await given(visit)).answers.pictures[0]?.file).toBe('f2.jpg');
  });

  test('is there beside what another page kept meanwhile', async () => {
    const visit = await form.begun();
    await Promise.all([
      sendFiles('pictures', visit, [['a.jpg', photo]]),
      form.ask('/share/words/', visit, [['title', 'Tea']]),
      sendFiles('sound', visit, [['a.wav', soundWith(MARK, 440)]]),
    ]);
    const { answers: now } = await given(visit);
    expect([now.title, now.pictures.length, now.sound === undefined]).toEqual(['Tea', 1, false]);
  });
});

describe('a recording', () => {
  test('takes the place of the last, is heard from anywhere by its sign-in, and says nothing of its maker', async () => {
    const visit = await form.begun();
    for (const hertz of [440, 550])
      expect((await sendFiles('sound', visit, [['x.wav', soundWith(MARK, hertz)]])).status).toBe(
        303,
      );
    const { id, answers: now } = await given(visit);
    expect(await stored(id)).toEqual([now.sound?.file]);
    const kept = await readFile(join(desk.media, id, now.sound?.file ?? ''));
    expect(kept.includes(MARK)).toBe(false);
    const part = await form.send(`/share/files/${id}/${now.sound?.file}`, visit, {
      headers: { range: 'bytes=0-9' },
    });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10]);
  });
});

describe('a file that cannot be taken', () => {
  const html = '<!doctype html><script>alert(1)</script>';
  test.each([
    ['is empty', 'pictures', 'a.jpg', '', 'file-empty', 422],
    ['is a page under the name of a photograph', 'pictures', 'a.jpg', html, 'not-a-picture', 415],
    ['is a page under the name of a recording', 'sound', 'a.mp3', html, 'not-a-recording', 415],
    ['is cut short', 'pictures', 'a.jpg', 'half', 'file-damaged', 422],
    ['is a recording among pictures', 'pictures', 'a.jpg', 'sound', 'not-a-picture', 415],
  ] as const)(
    'because it %s is told on the same page, and nothing of it stays',
    async (_what, step, name, what, why, status) => {
      const visit = await form.begun();
      await form.ask('/share/words/', visit, [['title', 'kept-title']]);
      const bytes =
        what === 'half'
          ? photo.subarray(0, photo.length / 2)
          : what === 'sound'
            ? soundWith('x', 440)
            : what;
      const answer = await sendFiles(step, visit, [[name, bytes]]);
      const page = await answer.text();
      expect([answer.status, page.includes(problem[why])]).toEqual([status, true]);
      expect(page).toContain(interfaceIn('ur').words.share.stillHere);
      const { id, answers: now } = await given(visit);
      expect([now.title, await stored(id), aside()]).toEqual(['kept-title', [], []]);
    },
  );

  test('keeps no other from being taken, and it is said which one it was', async () => {
    const visit = await form.begun();
    const other = await photographWith(MARK, 11);
    const answer = await sendFiles('pictures', visit, [
      ['a.jpg', photo],
      ['b.jpg', 'none'],
      ['c.jpg', other],
    ]);
    expect(answer.status).toBe(415);
    expect(await answer.text()).toMatch(/فائل 2 تھی، کل 3/);
    expect((await given(visit)).answers.pictures.map(({ file }) => file)).toEqual([
      'f1.jpg',
      'f2.jpg',
    ]);
  });

  test('because there are as many pictures as a piece holds leaves those as they are', async () => {
    const visit = await form.begun();
    const { visitor } = await form.owned(visit);
    const { id } = await given(visit);
    const pictures = Array.from({ length: 12 }, (_, at) => ({ file: `f${at + 1}.jpg` }));
    desk.open.desk.access.saveForm(visitor, {
      contribution: id,
      answers: JSON.stringify({ pictures }),
    });
    const answer = await sendFiles('pictures', visit, [['a.jpg', photo]]);
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining(problem['too-many-pictures']),
    ]);
    expect((await given(visit)).answers.pictures).toHaveLength(12);
  });

  test.each([
    ['../../../../escaped.jpg'],
    ['/tmp/escaped.jpg'],
    ['C:\\\\escaped.jpg'],
    ['a\0b.jpg'],
    ['cafe\u0301.jpg'],
    ['..'],
    ['%2e%2e%2fescaped.jpg'],
    ['x'.repeat(3000)],
  ])(
    'whatever it is called (%#), its name is ours and nothing is written elsewhere',
    async (name) => {
      const visit = await form.begun();
      const all = () => readdirSync(desk.state, { recursive: true, encoding: 'utf8' });
      await sendFiles('pictures', visit, [[name, photo]]);
      const { id, answers: now } = await given(visit);
      expect(await stored(id)).toEqual(now.pictures.map(({ file }) => file));
      expect((await stored(id)).every((file) => file === 'f1.jpg')).toBe(true);
      expect(all().filter((path) => /escaped|cafe/.test(path))).toEqual([]);
      expect(existsSync('/tmp/escaped.jpg')).toBe(false);
    },
  );
});

describe('a body that is no whole form', () => {
  const whole = () => multipart([['a.jpg', photo]]);
  test.each([
    ['ends in the middle of a file', () => whole().subarray(0, 5000), undefined],
    ['has no end', () => whole().subarray(0, -6), undefined],
    ['has no boundary', whole, 'multipart/form-data'],
    ['is something else', () => Buffer.from('act=add'), 'application/x-www-form-urlencoded'],
    ['is nothing but noise', () => Buffer.alloc(70_000, 45), undefined],
  ])('%s is told, and nothing of it stays', async (_what, body, type) => {
    const visit = await form.begun();
    const answer = await post('pictures', visit, new Uint8Array(body()), type);
    expect([answer.status, (await answer.text()).includes(problem['line-broke'])]).toEqual([
      400,
      true,
    ]);
    const { id } = await given(visit);
    expect([await stored(id), aside()]).toEqual([[], []]);
  });

  test('breaks off, and nothing of it stays', async () => {
    const visit = await form.begun();
    const pieces = [whole().subarray(0, 4000)];
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        const next = pieces.shift();
        if (next === undefined) controller.error(new Error('reset'));
        else controller.enqueue(new Uint8Array(next));
      },
    });
    expect((await post('pictures', visit, broken)).status).toBe(400);
    expect(aside()).toEqual([]);
  });
});

describe('who may send a file', () => {
  test('nobody without a form that is open: more than a form’s worth of a body is not read', async () => {
    const stranger = await sendFiles('pictures', { cookie: '' }, [['a.jpg', photo]]);
    expect(stranger.status).toBe(413);
    const entered = await form.ask('/share/', { cookie: '' }, [
      ['act', 'enter'],
      ['token', form.invite()],
    ]);
    const idle = { cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
    expect((await sendFiles('pictures', idle, [['a.jpg', photo]])).status).toBe(413);
  });

  test('no page elsewhere', async () => {
    const visit = await form.begun();
    const answer = await form.send('/share/files/pictures/', visit, {
      method: 'POST',
      headers: {
        'sec-fetch-site': 'cross-site',
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      },
      body: new Uint8Array(multipart([['a.jpg', photo]])),
    });
    expect([answer.status, (await given(visit)).answers.pictures]).toEqual([403, []]);
  });
});

describe('what was sent', () => {
  /** Answers the questions that come after the files, and sends it. */
  async function sendAll(visit: Visit, others: Fields) {
    for (const [step, fields] of [
      ['words', [['title', 'بارش']]],
      ['describe', [['alt-f1.jpg', 'چائے کی پیالی']]],
      ['others', others],
      ['uses', ['web pictures', 'web voice', 'web words'].map((each) => ['yes', each] as const)],
      ['credit', [['as', 'anonymous']]],
      ['age', [['age', 'adult']]],
    ] as const satisfies readonly (readonly [string, Fields])[])
      expect((await form.ask(`/share/${step}/`, visit, fields)).status).toBe(303);
    return form.sendAsSeen(visit);
  }

  test('holds each picture and the recording as the desk shows them, approved byte for byte; of others nobody said yes', async () => {
    const visit = await form.begun();
    const { id } = await given(visit);
    await sendFiles('pictures', visit, [
      ['a.jpg', photo],
      ['b.jpg', await photographWith(MARK, 13)],
    ]);
    await sendFiles('sound', visit, [['a.wav', soundWith(MARK, 440)]]);
    const sent = await sendAll(visit, [
      ['others-f1.jpg', 'nobody'],
      ['others-f2.jpg', 'somebody'],
      ['others-sound', 'nobody'],
    ]);
    expect(sent.status).toBe(200);
    const path = `content/stories/${id}/story.md`;
    const draft = await readDraft(desk.repository, { collection: 'stories', id });
    const text = await textAt(desk.repository, draft?.tip ?? '', path);
    const sha = { sha: expect.stringMatching(/^sha256:/) }.sha;
    expect(recordForm(text ?? '', path)?.record).toMatchObject({
      kind: 'sound',
      photos: [
        { id: 'f1', file: 'f1.jpg', alt: 'چائے کی پیالی', stands_alone: true },
        { id: 'f2', file: 'f2.jpg', people: ['p2'] },
      ],
      voice: { id: 'v1', file: 'v3.webm' },
      consents: [
        {
          ...{ person: 'p1', grants: { web: ['words', 'photo', 'voice'] } },
          approved: { words: sha, f1: sha, f2: sha, v1: sha },
        },
        { person: 'p2', interest: 'depicted', state: 'unknown' },
      ],
    });
    expect(await stored(id)).toEqual(['f1.jpg', 'f2.jpg', 'v3.webm']);
    expect((await desk.get(`/api/media/${id}/f2.jpg`)).status).toBe(200);
    expect((await form.ask(`/share/files/${id}/f2.jpg`, visit)).status).toBe(404);
    // Cleared by a facilitator as it came: what nobody else is in opens, and nothing more.
    const preview = await (await desk.get(`/desk/preview/stories/${id}/`)).text();
    expect(preview).toContain('چائے کی پیالی');
    expect([...preview.matchAll(/<picture/g)]).toHaveLength(1);
  });
});

describe('files of a form that was not sent', () => {
  test('stay as long as it is written, and go with it', async () => {
    const visit = await form.begun();
    await sendFiles('pictures', visit, [['a.jpg', photo]]);
    const { id } = await given(visit);
    const was = desk.clock.now;
    await utimes(join(desk.media, id, 'f1.jpg'), was / 1000, was / 1000);
    const storedAfter = async (days: number) => {
      desk.clock.now = was + days * 86_400_000;
      await desk.again();
      return stored(id);
    };
    expect(await storedAfter(29)).toEqual(['f1.jpg']);
    expect(await storedAfter(31)).toEqual([]);
    desk.clock.now = was;
  });
});
