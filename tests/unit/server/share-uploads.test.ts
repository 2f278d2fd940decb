import { readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { answers } from '#intake/contribution/answers.ts';
import { interfaceIn } from '#i18n/words.ts';
import { photographWith } from '#support/media-made-here.ts';
import { shareForm, type Visit } from '#support/share-form.ts';
import { until } from '#support/until.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

const { problem } = interfaceIn('ur').words.share;
const UPLOADS = '/share/uploads';
let desk: SmallDesk;
let form: ReturnType<typeof shareForm>;
let photo: Buffer;

beforeAll(async () => {
  desk = await smallDesk();
  form = shareForm(desk);
  photo = await photographWith('uploads', 7);
});

/** A request of the protocol. */
const tus = (path: string, visit: Visit, more: RequestInit & { duplex?: 'half' } = {}) =>
  form.send(path, visit, {
    ...more,
    headers: { 'tus-resumable': '1.0.0', ...more.headers },
  });

async function create(visit: Visit, length: number): Promise<string> {
  const made = await tus(UPLOADS, visit, {
    method: 'POST',
    headers: { 'upload-length': String(length) },
  });
  expect(made.status).toBe(201);
  return made.headers.get('location') ?? '';
}

const offsetOf = async (at: string, visit: Visit) =>
  Number((await tus(at, visit, { method: 'HEAD' })).headers.get('upload-offset'));

const fileOf = (at: string) => join(desk.folder, 'incoming', at.replace(/.*\//, ''));

/** Sends the rest from where it stopped; `pieces`: after so many of 1,000 bytes the line breaks. */
async function goOn(at: string, visit: Visit, bytes: Buffer, pieces = Infinity): Promise<number> {
  const offset = await offsetOf(at, visit);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const from = offset + sent * 1_000;
      if (from >= bytes.length) return controller.close();
      if (sent >= pieces) {
        // What came before the line broke has had the time to be written.
        await until(async () => (await stat(fileOf(at))).size === from);
        return controller.error(new Error('reset'));
      }
      sent += 1;
      controller.enqueue(new Uint8Array(bytes.subarray(from, from + 1_000)));
    },
  });
  const answer = await tus(at, visit, {
    method: 'POST',
    headers: {
      'x-http-method-override': 'PATCH',
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body,
    duplex: 'half',
  });
  return answer.status;
}

/** What the page sends when all of it came: the form as it is without a script, with the names of what came. */
function hand(visit: Visit, uploads: readonly string[], act = 'add') {
  const field = (name: string, value: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const names = uploads.map((at) => at.replace(/.*\//, '')).join(' ');
  return form.send('/share/files/pictures/?lang=ur', visit, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: `${field('upload', names)}${field('act', act)}--x--\r\n`,
  });
}

const waiting = async (id: string) =>
  (await readdir(join(desk.folder, 'incoming'))).filter((name) => name.startsWith(id)).sort();
async function given(visit: Visit) {
  const { form: held } = await form.owned(visit);
  return { id: held?.contribution ?? '', ...answers.parse(JSON.parse(held?.answers ?? '{}')) };
}

describe('a file that comes piece by piece', () => {
  test('arrives whole over a line that breaks twice and a new start, is cleaned, and what came is gone', async () => {
    const visit = await form.begun();
    const at = await create(visit, photo.length);
    expect(at).toMatch(/^\/share\/uploads\/[a-z0-9]+-[0-9a-f]{24}$/);
    const offsets: number[] = [];
    for (const pieces of [5, 7]) {
      expect(await goOn(at, visit, photo, pieces)).toBeGreaterThanOrEqual(400);
      offsets.push(await offsetOf(at, visit));
    }
    expect(offsets).toEqual([5_000, 12_000]);
    const before = desk.open;
    Object.assign(desk, { open: await desk.again() });
    expect(await goOn(at, visit, photo)).toBe(204);
    const taken = await hand(visit, [at]);
    Object.assign(desk, { open: before });
    expect([taken.status, taken.headers.get('location')]).toEqual([
      303,
      '/share/pictures/?lang=ur',
    ]);
    const { id, pictures } = await given(visit);
    expect(pictures).toEqual([{ id: 'f1', file: 'f1.jpg', drawing: false }]);
    expect((await readdir(join(desk.media, id))).sort()).toEqual(['f1.jpg']);
    expect(await waiting(id)).toEqual([]);
  });

  test('is taken once, however often it is handed over, and goes on to the next question where that was asked', async () => {
    const visit = await form.begun();
    const at = await create(visit, photo.length);
    await goOn(at, visit, photo);
    const both = await Promise.all([hand(visit, [at], 'next'), hand(visit, [at], 'next')]);
    const again = await hand(visit, [at], 'next');
    for (const answer of [...both, again])
      expect(answer.headers.get('location')).toBe('/share/describe/?lang=ur');
    expect((await given(visit)).pictures).toHaveLength(1);
  });

  test('is not taken before all of it is there, and waits', async () => {
    const visit = await form.begun();
    const at = await create(visit, photo.length);
    await goOn(at, visit, photo, 3);
    const early = await hand(visit, [at]);
    expect([early.status, (await early.text()).includes(problem['line-broke'])]).toEqual([
      422,
      true,
    ]);
    expect(await offsetOf(at, visit)).toBe(3_000);
    expect(await goOn(at, visit, photo)).toBe(204);
    expect((await hand(visit, [at])).status).toBe(303);
  });

  test('that is no picture is told as one that came in one go is, and is gone', async () => {
    const visit = await form.begun();
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    const at = await create(visit, page.length);
    await goOn(at, visit, page);
    const answer = await hand(visit, [at]);
    expect([answer.status, (await answer.text()).includes(problem['not-a-picture'])]).toEqual([
      ...[415, true],
    ]);
    const { id, pictures } = await given(visit);
    expect([await waiting(id), pictures]).toEqual([[], []]);
  });
});

describe('who may send one', () => {
  test('the sign-in of its form alone: to anybody else it is not there', async () => {
    const visit = await form.begun();
    const at = await create(visit, photo.length);
    await goOn(at, visit, photo, 3);
    const other = await form.begun();
    for (const path of [at, `${UPLOADS}/..%2f..%2fregister.sqlite`, `${UPLOADS}/x`])
      expect((await tus(path, other, { method: 'HEAD' })).status).toBe(404);
    expect(await goOn(at, other, photo)).toBe(404);
    expect((await tus(at, { cookie: '' }, { method: 'HEAD' })).status).toBe(403);
    expect((await hand(other, [at])).status).toBe(303);
    expect((await given(other)).pictures).toEqual([]);
    expect(await offsetOf(at, visit)).toBe(3_000);
  });

  test('no page elsewhere, and nobody takes away by it', async () => {
    const visit = await form.begun();
    const elsewhere = { 'upload-length': '5', 'sec-fetch-site': 'cross-site' };
    expect((await tus(UPLOADS, visit, { method: 'POST', headers: elsewhere })).status).toBe(403);
    const at = await create(visit, 5);
    const away = { 'x-http-method-override': 'DELETE' };
    expect((await tus(at, visit, { method: 'POST', headers: away })).status).toBe(403);
    expect(await offsetOf(at, visit)).toBe(0);
  });

  test('nobody more than the archive takes', async () => {
    const visit = await form.begun();
    const asked = (length: number) =>
      tus(UPLOADS, visit, { method: 'POST', headers: { 'upload-length': String(length) } });
    expect((await asked(2_000_000_001)).status).toBe(413);
    expect((await asked(1_500_000_000)).status).toBe(201);
    expect((await asked(1_500_000_000)).status).toBe(413);
  });
});

describe('what was not sent to its end', () => {
  test('goes after a day, or with its form; what somebody is still sending stays', async () => {
    const visit = await form.begun();
    const [old, fresh] = [await create(visit, 50), await create(visit, 60)];
    const { id } = await given(visit);
    const names = () => waiting(id);
    const day = (hours: number) => desk.clock.now / 1000 - hours * 3_600;
    for (const [at, hours] of [
      [old, 25],
      [fresh, 23],
    ] as const)
      for (const name of [fileOf(at), `${fileOf(at)}.json`])
        await utimes(name, day(hours), day(hours));
    await desk.again();
    expect(await names()).toEqual([
      `${fresh.replace(/.*\//, '')}`,
      `${fresh.replace(/.*\//, '')}.json`,
    ]);
    const { visitor } = await form.owned(visit);
    desk.open.desk.access.removeForm(visitor);
    await desk.again();
    expect(await names()).toEqual([]);
  });
});
