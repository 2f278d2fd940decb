import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { expect, test } from 'vitest';
import { answers } from '#intake/contribution/answers.ts';
import { shareForm, type Visit } from '#support/share-form.ts';
import { smallDesk } from '#support/small-desk.ts';
import { until } from '#support/until.ts';

/** The largest recording that is taken, under `prove`; else a small one goes the same way. */
const BYTES = process.env['PROVE'] ? 500_000_000 : 2_000_000;
const HEAD = 44;
const PIECE = 65_536;

/** The byte at a place of a long recording: it is never whole in memory. A quiet tone, so that it can be heard. */
function bytesAt(from: number, length: number): Buffer {
  const piece = Buffer.alloc(length);
  for (let at = 0; at < length; at += 1) {
    const place = from + at;
    if (place < HEAD) piece[at] = head[place] ?? 0;
    else if (place % 2 === 1) piece[at] = (place >> 6) % 2 === 0 ? 4 : 252;
  }
  return piece;
}

const head = wavHead(BYTES - HEAD);

/** 48,000 samples a second, two channels of 16 bits: 500 MB are 43 minutes. */
function wavHead(length: number): Buffer {
  const made = Buffer.alloc(HEAD);
  made.write('RIFF', 0);
  made.writeUInt32LE(length + 36, 4);
  made.write('WAVEfmt ', 8);
  made.writeUInt32LE(16, 16);
  made.writeUInt16LE(1, 20);
  made.writeUInt16LE(2, 22);
  made.writeUInt32LE(48_000, 24);
  made.writeUInt32LE(192_000, 28);
  made.writeUInt16LE(4, 32);
  made.writeUInt16LE(16, 34);
  made.write('data', 36);
  made.writeUInt32LE(length, 40);
  return made;
}

test('a recording of the largest size arrives whole over HTTP and a line that breaks four times, and memory stays flat', async () => {
  const desk = await smallDesk();
  const form = shareForm(desk);
  const visit = await form.begun();
  const server = serve({
    fetch: (asked) => desk.open.handle(asked),
    port: 0,
    hostname: '127.0.0.1',
  });
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = asker(port, visit);
  const made = await ask('POST', '/share/uploads', { 'upload-length': String(BYTES) });
  const at = String(made.headers.location).replace(/^https?:\/\/[^/]+/, '');
  const kept = join(desk.folder, 'incoming', at.replace(/.*\//, ''));

  const before = process.memoryUsage.rss();
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const watch = setInterval(look, 20);
  const stops = [0.1, 0.35, 0.6, 0.85].map((part) => Math.floor((BYTES * part) / PIECE) * PIECE);
  for (const stop of [...stops, BYTES]) {
    const found = await ask('HEAD', at, {});
    const offset = Number(found.headers['upload-offset']);
    expect(offset).toBe((await stat(kept)).size);
    await send(port, visit, { at, kept, offset, stop });
  }

  const body = `--x\r\nContent-Disposition: form-data; name="upload"\r\n\r\n${at.replace(/.*\//, '')}\r\n--x\r\nContent-Disposition: form-data; name="act"\r\n\r\nadd\r\n--x--\r\n`;
  const type = { 'content-type': 'multipart/form-data; boundary=x' };
  const taken = await ask('POST', '/share/files/sound/?lang=ur', type, body);
  expect(taken.headers.location).toMatch(/\/share\/sound\/\?lang=ur$/);
  const { form: held } = await form.owned(visit);
  const { sound } = answers.parse(JSON.parse(held?.answers ?? '{}')) as { sound?: unknown };
  expect(sound).toBeDefined();
  clearInterval(watch);
  process.stdout.write(`memory: ${Math.round((most - before) / 1e6)} MB more at most\n`);
  if (process.env['PROVE']) expect(most - before).toBeLessThan(250_000_000);
  server.close();
});

function asker(port: number, { cookie }: Visit) {
  return async (
    method: string,
    path: string,
    more: Readonly<Record<string, string>>,
    body?: string,
  ) => {
    const headers = { cookie, 'sec-fetch-site': 'same-origin', 'tus-resumable': '1.0.0', ...more };
    const asked = request({ port, host: '127.0.0.1', method, path, headers, agent: false });
    asked.end(body);
    const [answer] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
    answer.resume();
    await once(answer, 'end');
    return answer;
  };
}

/** Sends from `offset` to `stop`; short of the end the line breaks there, once all of it is on the disk. */
async function send(
  port: number,
  { cookie }: Visit,
  to: {
    readonly at: string;
    readonly kept: string;
    readonly offset: number;
    readonly stop: number;
  },
): Promise<void> {
  const headers = {
    ...{ cookie, 'sec-fetch-site': 'same-origin', 'tus-resumable': '1.0.0' },
    ...{ 'x-http-method-override': 'PATCH', 'upload-offset': String(to.offset) },
    'content-type': 'application/offset+octet-stream',
    'content-length': String(BYTES - to.offset),
  };
  const asked = request({
    ...{ port, host: '127.0.0.1', method: 'POST', path: to.at, headers, agent: false },
  });
  asked.on('error', () => undefined);
  const answered = once(asked, 'response').catch(() => undefined);
  for (let from = to.offset; from < to.stop; from += PIECE) {
    const piece = bytesAt(from, Math.min(PIECE, to.stop - from));
    if (!asked.write(piece)) await once(asked, 'drain');
  }
  if (to.stop === BYTES) {
    asked.end();
    await answered;
    return;
  }
  await until(async () => (await stat(to.kept)).size === to.stop);
  asked.destroy();
}
