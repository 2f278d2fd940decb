import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frontDoor } from '#server/site/front-door.ts';
import { openRecord } from '#support/small-archive.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

const ID = 'older01';
let desk: SmallDesk;
let cookie: string;

beforeAll(async () => {
  desk = await smallDesk((archive) =>
    archive.story(ID, openRecord({ thanks: true, consents: openRecord()['consents'] })),
  );
  cookie = await desk.signIn();
});

/** A body that has no end and says no length; counts what was taken of it. */
function endless() {
  const taken = { bytes: 0, stopped: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += 64_000;
      controller.enqueue(new Uint8Array(64_000));
    },
    cancel() {
      taken.stopped = true;
    },
  });
  return { taken, body };
}
const post = (path: string, init: object, headers: Record<string, string> = {}) =>
  desk.open.handle(
    new Request(`http://desk.test${path}`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      duplex: 'half',
      ...init,
    } as RequestInit),
  );

const DOORS = [
  '/',
  '/withdraw/',
  '/ur/withdraw/',
  `/thanks/${ID}/`,
  '/sign-in/',
  '/desk/withdraw/',
  `/desk/withdraw/${ID}/`,
  '/desk/care/',
  '/desk/',
  `/stories/${ID}/`,
  '/media/x/y.jpg',
  '/admin/',
  '/api/cms',
  '/api/media?entry=older01&kind=photo',
  '/api/withdraw',
  '/api/approve',
  '/api/check',
  '/api/logout',
  '/nowhere',
];

describe('a body without an end', () => {
  test('is not read on by any door, for whoever asks without a sign-in', async () => {
    for (const path of DOORS) {
      const { taken, body } = endless();
      const answer = await post(path, { body });
      expect([path, answer.status]).toEqual([path, 413]);
      expect([path, taken.stopped, taken.bytes < 300_000]).toEqual([path, true, true]);
      expect(answer.headers.get('connection')).toBe('close');
    }
  });

  test('is not read on for somebody who is signed in either, beyond what a text may weigh', async () => {
    for (const path of ['/api/cms', '/api/withdraw', '/desk/care/', '/withdraw/']) {
      const { taken, body } = endless();
      const headers = { cookie, 'content-type': 'application/json' };
      expect((await post(path, { body }, headers)).status).toBe(413);
      expect([path, taken.stopped, taken.bytes < 8_300_000]).toEqual([path, true, true]);
    }
  });

  test('is refused unread where its length is said', async () => {
    const { taken, body } = endless();
    const answer = await post('/withdraw/', { body }, { 'content-length': '500000000' });
    expect([answer.status, taken.bytes <= 64_000]).toEqual([413, true]);
    expect(await answer.text()).toContain('یہ ہماری گنجائش سے زیادہ ہے');
  });

  test('with a made-up cookie is no longer than without one', async () => {
    const { taken, body } = endless();
    const answer = await post('/api/cms', { body }, { cookie: 'desk=madeup' });
    expect([answer.status, taken.bytes < 300_000]).toEqual([413, true]);
    expect(await answer.json()).toEqual({ error: expect.stringContaining('nothing was done') });
  });
});

test('a text as long as the desk takes is still taken, and a file goes through as it comes', async () => {
  const long = { action: 'unpublishedEntries', params: { x: 'a'.repeat(7_000_000) } };
  expect((await desk.post('/api/cms', long, cookie)).status).toBe(200);
  const { body } = endless();
  const sent = await post('/api/media?entry=older01&kind=transcript', { body }, { cookie });
  expect([sent.status, await sent.json()]).toEqual([
    413,
    { error: expect.stringContaining('too large') },
  ]);
});

describe('over a real connection', () => {
  let server: ReturnType<typeof serve>;
  let port: number;
  beforeAll(async () => {
    server = serve({ fetch: (request) => desk.open.handle(request), port: 0 });
    await new Promise<void>((done) => server.once('listening', () => done()));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise<void>((done) => server.close(() => done())));

  /** What comes back for bytes as they are. */
  const raw = (text: string, more = '') =>
    new Promise<string>((done) => {
      let said = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      const flood = (): void => {
        while (more !== '' && socket.writable && socket.write(more));
        if (more !== '' && socket.writable) socket.once('drain', flood);
      };
      if (more !== '') flood();
      socket.on('data', (chunk) => {
        said += String(chunk);
      });
      socket.on('error', () => done(said));
      socket.on('close', () => done(said));
    });

  test('a flood in chunks is cut off, and the memory of the server stays as it was', async () => {
    const before = process.memoryUsage().rss;
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    await raw(
      'POST /withdraw/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n',
      chunk,
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
  });

  test('a look with a body, and a method nobody here knows, are refused in plain words', async () => {
    const look = await raw('GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000000\r\n\r\n');
    expect(look).toMatch(/^HTTP\/1\.1 413/);
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE']) {
      const answer = await raw(
        `${method} / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      );
      expect([method, answer.slice(0, 12)]).toEqual([method, 'HTTP/1.1 405']);
      expect(answer).toContain('GET, HEAD, POST');
    }
  });
});

test('a body that does not come is not waited for without end', async () => {
  const { setTimeout: real } = globalThis;
  const due: (() => void)[] = [];
  // The clock of the door alone: what it would wait for is let go at once.
  globalThis.setTimeout = ((work: () => void) => {
    due.push(work);
    return Object.assign(
      real(() => undefined, 0),
      { unref: () => undefined },
    );
  }) as unknown as typeof setTimeout;
  try {
    const asked = post('/withdraw/', {
      body: new ReadableStream({ pull: () => new Promise(() => {}) }),
    });
    while (due.length === 0) await Promise.resolve();
    for (const work of due) work();
    expect((await asked).status).toBe(408);
  } finally {
    globalThis.setTimeout = real;
  }
});

test('what goes wrong inside is told in plain words in four languages, and reported without content', async () => {
  const reported: string[] = [];
  const door = frontDoor({
    answer: async () => {
      throw new TypeError('Asha Begum said: /stories/older01');
    },
    isSignedIn: async () => false,
    report: (line) => void reported.push(line),
  });
  const answer = await door(new Request('http://desk.test/stories/older01/?q=Asha'));
  const said = await answer.text();
  expect(answer.status).toBe(500);
  for (const words of ['Something went wrong', 'خرابی', 'ਗੜਬੜ', 'गड़बड़'])
    expect(said).toContain(words);
  expect(said + reported.join()).not.toContain('Asha');
  expect(reported).toEqual(['An answer failed: GET /stories: TypeError']);
  const call = await door(new Request('http://desk.test/api/cms'));
  expect(await call.json()).toEqual({ error: expect.stringContaining('try again') });
});
