import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { headerRules, headersFile } from '#hosting/headers.ts';
import type { Trace } from '#hosting/hidden.ts';
import { frontDoor } from '#server/site/front-door.ts';
import { siteServer } from '#server/site/serve-site.ts';

const ID = 'kettle1';
const STORY = `<html><main>${'The kettle sang on the landing. '.repeat(60)}</main></html>`;
const LIST = `<ul><li data-piece="${ID}"><a href="/stories/${ID}/">The kettle</a></li>${'<li>Soup</li>'.repeat(99)}</ul>`;
const SOUND = Buffer.from(Array.from({ length: 5000 }, (_, at) => at % 251));
const hidden = new Map<string, Trace>();
let folder: string;
let ask: (path: string, headers?: Record<string, string>, method?: string) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serving-'));
  const put = async (file: string, bytes: string | Buffer): Promise<void> => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), bytes);
  };
  await put('index.html', 'home');
  await put('404.html', 'nothing here');
  await put(`stories/${ID}/index.html`, STORY);
  await put('stories/index.html', LIST);
  await put('feed.xml', `<rss><item>/stories/${ID}/</item></rss>`);
  await put(`media/${ID}/a.mp3`, SOUND);
  await put('_astro/page.Ab3dEf12.css', `body { color: black }${' '.repeat(900)}`);
  await put('_headers', headersFile(headerRules({ stories: [], files: [], languages: ['en'] })));
  const site = await siteServer({ folder, tombstones: [], fragments: {}, hidden: () => hidden });
  const door = frontDoor({
    answer: async (request) => site.fetch(request),
    isSignedIn: async () => false,
    report: () => undefined,
  });
  ask = (path, headers = {}, method = 'GET') =>
    door(new Request(`http://localhost${path}`, { headers, method }));
});
beforeEach(() => hidden.clear());
afterAll(() => rm(folder, { recursive: true }));

const some = (...headers: Record<string, string>[]) => headers;
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

describe('what is sent', () => {
  test('is packed as the browser takes it, and the bytes are those of the file', async () => {
    const page = `/stories/${ID}/`;
    const br = await ask(page, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect(br.headers.get('content-encoding')).toBe('br');
    expect(br.headers.get('vary')).toBe('Accept-Encoding');
    const packed = await bytesOf(br);
    expect(packed.byteLength).toBeLessThan(STORY.length / 5);
    expect(brotliDecompressSync(packed).toString()).toBe(STORY);
    const zip = await ask(page, { 'accept-encoding': 'gzip, br;q=0' });
    expect(gunzipSync(await bytesOf(zip)).toString()).toBe(STORY);
    const plain = await ask(page, { 'accept-encoding': 'identity' });
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, STORY]);
  });

  test('is not sent again to who has it, in whatever packing, and a reload costs no byte', async () => {
    for (const path of [`/stories/${ID}/`, '/stories/', `/media/${ID}/a.mp3`, '/feed.xml']) {
      const first = await ask(path, { 'accept-encoding': 'br' });
      const tag = first.headers.get('etag') ?? '';
      for (const told of [tag, `W/${tag}`, `"other", ${tag}`]) {
        const again = await ask(path, { 'accept-encoding': 'gzip', 'if-none-match': told });
        expect([path, again.status, await again.text()]).toEqual([path, 304, '']);
        expect(again.headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
      }
      expect((await ask(path, { 'if-none-match': '"other"' })).status).toBe(200);
    }
  });

  test('two packings never share a mark', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', ''].map(async (accepted) =>
        (await ask('/stories/', { 'accept-encoding': accepted })).headers.get('etag'),
      ),
    );
    expect(new Set(tags).size).toBe(3);
  });

  test('a file whose name changes with what is in it is kept for ever; pages and media are not', async () => {
    const cache = async (path: string) => (await ask(path)).headers.get('cache-control');
    expect(await cache('/_astro/page.Ab3dEf12.css')).toBe('public, max-age=31536000, immutable');
    expect(await cache('/_astro/not-there.css')).toBe('no-store');
    expect(await cache(`/stories/${ID}/`)).toBe('no-cache');
    expect(await cache(`/media/${ID}/a.mp3`)).toBe('max-age=300, must-revalidate');
  });

  test('to a look at the head is the same without the bytes', async () => {
    const [got, head] = [await ask('/stories/'), await ask('/stories/', {}, 'HEAD')];
    expect(await head.text()).toBe('');
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(got.headers));
  });
});

describe('a piece of a sound', () => {
  const piece = (range: string, more = {}) => ask(`/media/${ID}/a.mp3`, { range, ...more });

  test('is what was asked for', async () => {
    for (const [range, from, to] of [
      ['bytes=0-99', 0, 99],
      ['bytes=4900-', 4900, 4999],
      ['bytes=-100', 4900, 4999],
      ['bytes=10-999999', 10, 4999],
      ['bytes=-999999', 0, 4999],
    ] as const) {
      const answer = await piece(range);
      expect([range, answer.status, answer.headers.get('content-range')]).toEqual([
        range,
        206,
        `bytes ${from}-${to}/5000`,
      ]);
      expect((await bytesOf(answer)).equals(SOUND.subarray(from, to + 1))).toBe(true);
    }
  });

  test('that is not there is refused, and hundreds at once get the whole once', async () => {
    for (const range of ['bytes=5000-', 'bytes=9999-10000', 'bytes=-0'])
      expect([range, (await piece(range)).status]).toEqual([range, 416]);
    const many = `bytes=${Array.from({ length: 500 }, (_, at) => `${at}-4999`).join(',')}`;
    for (const range of [many, 'bytes=9-1', 'bytes=', 'items=0-1', 'bytes=a-b', 'bytes=--1']) {
      const answer = await piece(range);
      expect(answer.status).toBe(200);
      expect((await bytesOf(answer)).byteLength).toBe(5000);
    }
  });

  test('of a file that changed since is all of it', async () => {
    const tag = (await ask(`/media/${ID}/a.mp3`)).headers.get('etag') ?? '';
    expect((await piece('bytes=0-9', { 'if-range': tag })).status).toBe(206);
    expect((await piece('bytes=0-9', { 'if-range': '"older"' })).status).toBe(200);
  });
});

describe('a piece that came down', () => {
  const ways = ['notice', 'no-trace'] as const;

  test('is confirmed by no 304, no range, no packing and no method', async () => {
    const pages = [
      `/stories/${ID}/`,
      `/media/${ID}/a.mp3`,
      `//stories//${ID}/`,
      `/stories/%6bettle1/`,
    ];
    const before = new Map<string, string>();
    for (const path of pages.slice(0, 2))
      before.set(path, (await ask(path, { 'accept-encoding': 'br' })).headers.get('etag') ?? '');
    for (const trace of ways) {
      hidden.clear();
      hidden.set(ID, trace);
      const status = trace === 'notice' ? 410 : 404;
      for (const path of pages)
        for (const headers of some(
          { 'if-none-match': before.get(path) ?? '"x"', 'accept-encoding': 'br' },
          { 'if-none-match': '*' },
          { 'if-modified-since': new Date().toUTCString() },
          { range: 'bytes=0-9' },
          { 'accept-encoding': 'br' },
        ))
          for (const method of ['GET', 'HEAD']) {
            const answer = await ask(path, headers, method);
            const said = [
              path,
              answer.status,
              answer.headers.get('etag'),
              answer.headers.get('vary'),
            ];
            expect(said).toEqual([path, status, null, null]);
            expect(answer.headers.get('cache-control')).toBe('no-store');
          }
    }
  });

  test('who has a page that named it gets the page without it, and that one again for nothing', async () => {
    const old = (await ask('/stories/', { 'accept-encoding': 'br' })).headers.get('etag') ?? '';
    hidden.set(ID, 'notice');
    const fresh = await ask('/stories/', { 'accept-encoding': 'br', 'if-none-match': old });
    expect(fresh.status).toBe(200);
    expect(brotliDecompressSync(await bytesOf(fresh)).toString()).not.toContain(ID);
    const tag = fresh.headers.get('etag') ?? '';
    expect((await ask('/stories/', { 'if-none-match': tag })).status).toBe(304);
    // And after the hiding is undone, who holds the cut page gets the whole one.
    hidden.clear();
    const whole = await ask('/stories/', { 'if-none-match': tag });
    expect([whole.status, await whole.text()]).toEqual([200, LIST]);
  });
});

describe('an address that nobody means', () => {
  test('leads nowhere, and never to a fault', async () => {
    for (const path of [
      '/%00',
      '/stories/%00/',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc/passwd',
      '/..%5c..%5cetc',
      '/_headers',
      '//_headers',
      '/%5fheaders',
      '/./_headers',
      '/_redirects',
      '/%',
      '/%ff%fe',
      '/stories/%E0%A4%A/',
      `/${'a/'.repeat(1500)}`,
    ])
      expect([path.slice(0, 40), (await ask(path)).status]).toEqual([path.slice(0, 40), 404]);
    expect((await ask(`/${'a'.repeat(5000)}`)).status).toBe(414);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PURGE'])
      expect((await ask('/', {}, method)).status).toBe(405);
    expect((await ask('/stories/', {}, 'POST')).status).toBe(404);
  });

  test('and headers that nobody means change nothing of what others get', async () => {
    const plain = await (await ask('/')).text();
    for (const headers of [
      { 'x-forwarded-host': 'evil.example', host: 'evil.example' },
      { 'x-original-url': '/admin/', 'x-rewrite-url': '/admin/' },
      { 'x-http-method-override': 'DELETE' },
      { 'accept-encoding': 'br;q=abc, *;q=0,,,' },
      { cookie: 'desk=%00; desk=; =; __proto__=1' },
    ] as Record<string, string>[]) {
      const answer = await ask('/', headers);
      expect([answer.status, await answer.text()]).toEqual([200, plain]);
      expect([...answer.headers.values()].join()).not.toContain('evil');
    }
  });
});
