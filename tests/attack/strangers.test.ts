import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRecord } from '#support/small-archive.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

const ID = 'older01';
let desk: SmallDesk;
let server: Server;
let port: number;

beforeAll(async () => {
  desk = await smallDesk((archive) => archive.story(ID, openRecord()));
  const { folder } = desk.open.desk.publisher.site;
  await mkdir(join(folder, 'stories', ID), { recursive: true });
  await writeFile(join(folder, 'stories', ID, 'index.html'), 'Bread whole');
  server = createServer(getRequestListener((request) => desk.open.handle(request)));
  server.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await desk.open.handle(new Request(`http://localhost${path}`, { headers }));
  return { status: answer.status, text: await answer.text() };
};
/** A request as its bytes, because a browser would tidy it. */
const raw = (line: string, headers = 'Host: localhost') =>
  new Promise<string>((done) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${line}\r\n${headers}\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (chunk) => {
      said += String(chunk);
    });
    socket.on('error', () => done(said));
    socket.on('close', () => done(said));
  });

describe('a stranger who knows only the addresses', () => {
  test('gets no fault and no page of nothing for names that every object has', async () => {
    const cookie = await desk.signIn();
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      for (const path of [
        `/${name}/withdraw/`,
        `/${name}/stories/${ID}/`,
        `/${name}/thanks/${ID}/`,
        `/admin/${name}`,
      ])
        expect([path, (await ask(path)).status]).toEqual([path, 404]);
      for (const path of [
        `/sign-in/?lang=${name}`,
        `/desk/?lang=${name}`,
        `/desk/care/?lang=${name}`,
      ])
        for (const headers of [{}, { cookie }]) {
          const { status, text } = await ask(path, headers as Record<string, string>);
          expect([path, status < 500, text.includes('undefined')]).toEqual([path, true, false]);
        }
      expect((await ask('/sign-in/', { 'accept-language': name })).status).toBe(200);
    }
    const calendar = await ask('/desk/calendar.ics?lang=constructor', { cookie });
    expect(calendar.status).toBeLessThan(500);
  });

  test('cannot lead a page out of the site by its language, nor write into one', async () => {
    const outside = join(desk.state, 'withdraw');
    await mkdir(outside);
    await writeFile(join(outside, 'index.html'), '<html><main>secret frame</main></html>');
    const cookie = await desk.signIn();
    for (const lang of ['..', '../', '%2e%2e', '../../..', '"><script>alert(1)</script>'])
      for (const path of ['/sign-in/?code=x&lang=', '/desk/care/?lang=', '/desk/?lang='])
        for (const headers of [{}, { cookie }]) {
          const { text } = await ask(path + lang, headers as Record<string, string>);
          expect([path, /secret|<script>alert/.test(text)]).toEqual([path, false]);
        }
    await rm(outside, { recursive: true });
  });

  test('is told the same of the host, whatever host was asked for', async () => {
    for (const [line, headers] of [
      ['GET http://evil.example/admin HTTP/1.1', 'Host: localhost'],
      ['GET /admin HTTP/1.1', 'Host: evil.example'],
      ['GET /admin HTTP/1.1', 'Host: localhost\r\nX-Forwarded-Host: evil.example'],
      ['GET /sign-in/?code=x HTTP/1.1', 'Host: evil.example'],
      ['GET //evil.example/ HTTP/1.1', 'Host: localhost'],
    ] as const)
      expect([line, (await raw(line, headers)).includes('evil')]).toEqual([line, false]);
    for (const host of ['a b', 'user@evil.example', 'localhost:99999', ''])
      expect(await raw('GET / HTTP/1.1', `Host: ${host}`)).toMatch(/^HTTP\/1\.1 (?:400|200)/);
  });

  test('gets a short answer to what is no request', async () => {
    for (const [line, headers] of [
      ['POST /withdraw/ HTTP/1.1', 'Host: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked'],
      ['POST /withdraw/ HTTP/1.1', 'Host: x\r\nContent-Length: -5'],
      ['POST /withdraw/ HTTP/1.1', 'Host: x\r\nContent-Length: 1e9'],
      [`GET /${'a'.repeat(100_000)} HTTP/1.1`, 'Host: x'],
      ['GET / HTTP/1.1', `Host: x\r\nCookie: ${'a=b; '.repeat(10_000)}`],
    ] as const)
      expect((await raw(line, headers)).slice(0, 10)).toBe('HTTP/1.1 4');
  });

  test('finds a piece that came down by no other way of writing its address', async () => {
    await desk.open.desk.hidden.add({ id: ID });
    for (const path of [
      `/stories/${ID}`,
      `/STORIES/${ID.toUpperCase()}/`,
      `/stories/${ID}/index.html`,
      `/stories/${ID}/.`,
      `/stories/${ID}%2f`,
      `/stories/${ID}%5c`,
      `/stories/.//${ID}/`,
      `/x/../stories/${ID}/`,
      `/stories%2f${ID}/`,
      '/stories/%6f%6c%64%65%72%30%31/',
      `/%2f/stories/${ID}/%2e/index.html`,
      `/a/..%2fstories/${ID}/`,
      `/stories/${ID}%00/`,
    ]) {
      const [one, other] = [await ask(path), await raw(`GET ${path} HTTP/1.1`)];
      expect([path, one.text.includes('Bread'), other.includes('Bread')]).toEqual([
        path,
        false,
        false,
      ]);
    }
  });
});

test('a fault inside the desk is told as JSON, and reported without content', async () => {
  const cookie = await desk.signIn();
  const { signIns } = desk.open.desk;
  const visitor = signIns.visitor.bind(signIns);
  signIns.visitor = async (secret) => {
    if (secret === cookie.slice('desk='.length)) throw new Error('Asha Begum');
    return visitor(secret);
  };
  const answer = await desk.get('/api/me', cookie);
  expect([answer.status, await answer.json()]).toEqual([
    500,
    { error: expect.stringContaining('went wrong in the archive') },
  ]);
  expect(desk.reported.at(-1)).toBe('An answer failed: GET /api: Error');
  signIns.visitor = visitor;
});
