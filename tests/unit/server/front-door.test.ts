import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { frontDoor } from '#server/site/front-door.ts';

const PIECE = 256_000;

/** Nobody says when memory is tidied up, so it is done before each look; the second time waits for the first. */
setFlagsFromString('--expose-gc');
const tidyUp = runInNewContext('gc') as () => void;

/** A door behind which a file is read to its end; with what it held of the file at the most, in bytes. */
async function passOn(pieces: number): Promise<{ read: number; held: number }> {
  const before = process.memoryUsage().arrayBuffers;
  let [read, held, sent] = [0, 0, 0];
  const door = frontDoor({
    isSignedIn: async () => true,
    report: () => undefined,
    answer: async ({ body }) => {
      for await (const piece of body ?? []) {
        read += piece.byteLength;
        if (read % (100 * PIECE) !== 0) continue;
        tidyUp();
        tidyUp();
        held = Math.max(held, process.memoryUsage().arrayBuffers - before);
      }
      return new Response(null);
    },
  });
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      if (sent > pieces) controller.close();
      else controller.enqueue(new Uint8Array(PIECE));
    },
  });
  const sending = { method: 'POST', body, duplex: 'half' } as const;
  await door(new Request('http://desk.test/api/media', sending));
  return { read, held };
}

test('a large file is passed on as it comes, and no more of it is held than is on its way', async () => {
  const pieces = 1_000;
  const { read, held } = await passOn(pieces);
  expect(read).toBe(pieces * PIECE);
  // Half is far above what is on its way, and far below all of it.
  expect(held).toBeLessThan((pieces * PIECE) / 2);
});
