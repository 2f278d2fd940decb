import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';

/** What else a form said beside its files; `broken`: the body was no whole form, and ended before it was read. */
export type CameBy =
  | { readonly kind: 'whole'; readonly files: number; readonly fields: ReadonlyMap<string, string> }
  | { readonly kind: 'broken'; readonly files: number };

/** A form has a few fields and some files: more of anything is none of ours. */
const LIMITS = { files: 24, fields: 12, parts: 40, fieldSize: 2_000, headerPairs: 20 };

/**
 * Reads a form with files, one file after the other, as it comes: never is a file whole in memory, and the
 * line waits while one is worked on. What the sender calls a file is not looked at, except that a field
 * without a name is a question that nobody answered. @throws what `take` throws, after all was read
 */
export async function eachFile(
  { headers, body }: Request,
  take: (file: ReadableStream<Uint8Array>, number: number) => Promise<void>,
): Promise<CameBy> {
  const type = headers.get('Content-Type') ?? '';
  const reader = readerOf(type);
  if (reader === undefined || body === null) return { kind: 'broken', files: 0 };
  const fields = new Map<string, string>();
  const open = new Set<Readable>();
  let files = 0;
  let work = Promise.resolve();
  reader.on('field', (name, value) => void fields.set(name, value));
  reader.on('file', (_field, file: Readable, name: string | undefined) => {
    // Whoever works on it is told by its stream.
    file.on('error', () => undefined);
    if (!name) return void file.resume();
    open.add(file);
    files += 1;
    const number = files;
    work = work
      .then(() => take(streamOf(file), number))
      .finally(() => {
        open.delete(file);
        file.resume();
      });
    work.catch(() => file.resume());
  });
  const broken = await read(body, reader, open);
  const fault = await work.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  if (broken !== undefined) return told(broken, files);
  if (fault !== undefined) throw fault.error;
  return { kind: 'whole', files, fields };
}

function readerOf(type: string): BusboyInstance | undefined {
  if (!/^multipart\/form-data\b/i.test(type)) return undefined;
  try {
    return new Busboy({ headers: { 'content-type': type }, limits: LIMITS });
  } catch {
    return undefined;
  }
}

/** Reads to the end; or ends what is open, so that nobody waits for the rest, and answers with why. */
async function read(
  body: ReadableStream<Uint8Array>,
  reader: BusboyInstance,
  open: ReadonlySet<Readable>,
): Promise<Error | undefined> {
  try {
    const source = Readable.fromWeb(body as import('node:stream/web').ReadableStream);
    await pipeline(source, reader);
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error : new Error('The body could not be read.');
    for (const file of open) file.destroy(why);
    return why;
  }
}

/** What the front door says of a body is for it to tell; all else is a form that was not whole. */
function told(error: Error, files: number): CameBy {
  if ('rule' in error) throw error;
  return { kind: 'broken', files };
}

/** Whoever stops before its end stops reading only: the rest of the form comes after it. */
function streamOf(file: Readable): ReadableStream<Uint8Array> {
  const chunks = file.iterator({ destroyOnReturn: false });
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value as Uint8Array);
      },
      async cancel() {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
