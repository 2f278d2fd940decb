import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { request as overHttp } from 'node:http';
import { request as overTls } from 'node:https';
import { pipeline } from 'node:stream/promises';

/** A line on which nothing moves for so long is given up, in milliseconds. */
const NOTHING_MOVES = 120_000;

/**
 * Sends a file as the body of a signed request, a piece at a time: 500 MB through `fetch`, as a Blob,
 * took 530 MB of memory. Tells the status of the answer; rejects where the line broke.
 */
export async function putFile(signed: Request, from: string): Promise<number> {
  const { url, method } = signed;
  const headers = {
    ...Object.fromEntries(signed.headers),
    'content-length': (await stat(from)).size,
  };
  const request = url.startsWith('https:') ? overTls : overHttp;
  const asked = request(url, { method, headers, agent: false });
  asked.setTimeout(NOTHING_MOVES, () => asked.destroy(new Error('ETIMEDOUT')));
  const status = new Promise<number>((answered, broke) => {
    asked.on('response', (answer) => {
      answer.resume();
      answer.on('error', broke);
      answer.on('end', () => answered(answer.statusCode ?? 0));
    });
    asked.on('error', broke);
  });
  // A server that says no may close before it has read all: then its answer counts.
  const sent = pipeline(createReadStream(from), asked).catch(async (error: unknown) => {
    asked.destroy();
    throw error;
  });
  const [answer] = await Promise.allSettled([status, sent]);
  if (answer.status === 'rejected') throw answer.reason;
  return answer.value;
}
