import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { BucketPlace } from '#media/bucket.ts';

/** What the line in front of the server does with a request in place of handing it on. */
type InPlace =
  | { readonly status: number; readonly body?: string }
  /** Breaks off without an answer. */
  | 'cut'
  /** Hands on the head of the answer and half of the body, then breaks off. */
  | 'half'
  /** Turns the last byte of the answer round. */
  | 'flip';

/** A real S3 server (s3rver) behind a line of ours that can break, asks for a key, and counts. */
export interface S3Server {
  readonly place: BucketPlace;
  /** Method, path and query of each request, in order. */
  readonly asked: string[];
  /** Set to change what happens to requests. */
  inPlace: (method: string, url: string) => InPlace | undefined;
  /** Does the bucket answer people without a key? s3rver does, so the line asks for one. */
  isOpen: boolean;
  close(): Promise<void>;
}

const KEY = 'S3RVER';

/** Starts it on a free port with one empty bucket; nothing of it outlives `close`. */
export async function startS3(): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), 's3-server-'));
  const behind = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'archive' }],
  });
  const { port } = await behind.run();
  const line = createServer((asked, answer) => {
    server.asked.push(`${asked.method} ${asked.url}`);
    handOn(server, port, asked, answer);
  });
  await new Promise<void>((done) => line.listen(0, '127.0.0.1', done));
  const endpoint = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
  const server: S3Server = {
    place: {
      endpoint,
      bucket: 'archive',
      region: 'us-east-1',
      prefix: '',
      keyId: KEY,
      secret: KEY,
    },
    asked: [],
    inPlace: () => undefined,
    isOpen: false,
    close: async () => {
      line.closeAllConnections();
      await new Promise((done) => line.close(done));
      await behind.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return server;
}

function handOn(server: S3Server, port: number, asked: IncomingMessage, answer: ServerResponse) {
  const { method = '', url = '', headers } = asked;
  const inPlace = server.inPlace(method, url);
  if (inPlace === 'cut') return void asked.socket.destroy();
  if (headers.authorization === undefined && !server.isOpen) return say(answer, 403, '');
  if (typeof inPlace === 'object') {
    asked.resume();
    return say(answer, inPlace.status, inPlace.body ?? '');
  }
  const on = request({ port, host: '127.0.0.1', method, path: url, headers }, (real) => {
    answer.writeHead(real.statusCode ?? 500, real.headers);
    if (inPlace === undefined) return void real.pipe(answer);
    const parts: Buffer[] = [];
    real.on('data', (part: Buffer) => parts.push(part));
    real.on('end', () => {
      const whole = Buffer.concat(parts);
      if (inPlace === 'flip') {
        whole[whole.length - 1] = (whole.at(-1) ?? 0) ^ 1;
        answer.end(whole);
      } else answer.write(whole.subarray(0, whole.length / 2), () => answer.destroy());
    });
  });
  on.on('error', () => answer.destroy());
  asked.pipe(on);
}

function say(answer: ServerResponse, status: number, body: string): void {
  answer.writeHead(status, { 'content-type': 'application/xml' });
  answer.end(body);
}
