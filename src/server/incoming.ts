import { randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { MemoryLocker, Server } from '@tus/server';
import { MAX_MEGABYTES } from '#media/recipe.ts';

/** Where files are sent piece by piece. */
export const UPLOADS = '/share/uploads';

/** In bytes; and so much may wait to be taken of one form. */
const LARGEST = Math.max(...Object.values(MAX_MEGABYTES)) * 1e6;
const MOST_FILES = 24;
/** A line that is down for longer than this begins anew, milliseconds. */
const KEPT = 24 * 3_600_000;

/** A file that came whole; `gone`: it was taken before, or waited too long; `not-whole`: the rest is still to come. */
export type Arrived<T> =
  { readonly kind: 'taken'; readonly value: T } | { readonly kind: 'gone' | 'not-whole' };

/**
 * Files that come piece by piece over a line that breaks, by the protocol of tus: each lies aside, under the id
 * of the contribution it is for, until it is whole and is taken in; then what came is gone, whatever is said
 * of it. A new start goes on with what is there.
 */
export class Incoming {
  readonly #folder: string;
  readonly #store: FileStore;
  readonly #locker = new MemoryLocker();
  readonly #taking = new Map<string, Promise<Arrived<unknown>>>();

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#folder = folder;
    this.#store = new FileStore({ directory: folder });
  }

  /** One request of the protocol, for the form of one contribution: of no other does it say or change anything. */
  async handle(request: Request, contribution: string): Promise<Response> {
    const id = new URL(request.url).pathname.slice(UPLOADS.length + 1);
    if (id !== '' && !isOf(contribution, id)) return new Response(null, { status: 404 });
    const server = new Server({
      ...{ path: UPLOADS, datastore: this.#store, locker: this.#locker, relativeLocation: true },
      ...{ maxSize: LARGEST, allowedOrigins: [] },
      namingFunction: () => `${contribution}-${randomBytes(12).toString('hex')}`,
      onUploadCreate: async (_request, { size = LARGEST }) => {
        await this.#makesRoom(contribution, size);
        return {};
      },
    });
    return server.handleWeb(request);
  }

  /** Works on a file that came whole, once however often it is asked for; then it is gone. */
  async take<T>(
    contribution: string,
    id: string,
    work: (body: ReadableStream<Uint8Array>) => Promise<T>,
  ): Promise<Arrived<T>> {
    if (!isOf(contribution, id)) return { kind: 'gone' };
    const before = this.#taking.get(id);
    if (before !== undefined) return before as Promise<Arrived<T>>;
    const taking = this.#take(id, work);
    this.#taking.set(id, taking);
    try {
      return await taking;
    } finally {
      this.#taking.delete(id);
    }
  }

  /** All that came for a contribution: its form is over. */
  async removeAll(contribution: string): Promise<void> {
    await this.#removeWhere((name) => name.startsWith(`${contribution}-`));
  }

  /** Takes away what is for no form of these, and what nobody went on sending. */
  async sweep(begun: readonly string[], now: number): Promise<void> {
    await this.#removeWhere(async (name) => {
      if (!begun.some((contribution) => name.startsWith(`${contribution}-`))) return true;
      const { mtimeMs } = await stat(join(this.#folder, name));
      return now - mtimeMs > KEPT;
    });
  }

  async #take<T>(
    id: string,
    work: (body: ReadableStream<Uint8Array>) => Promise<T>,
  ): Promise<Arrived<T>> {
    const upload = await this.#store.getUpload(id).catch(() => undefined);
    if (upload === undefined) return { kind: 'gone' };
    if (upload.offset !== upload.size) return { kind: 'not-whole' };
    try {
      const body = Readable.toWeb(createReadStream(join(this.#folder, id)));
      return { kind: 'taken', value: await work(body as ReadableStream<Uint8Array>) };
    } finally {
      await this.#store.remove(id).catch(() => undefined);
    }
  }

  async #makesRoom(contribution: string, size: number): Promise<void> {
    const names = (await readdir(this.#folder)).filter((name) => isOf(contribution, name));
    const uploads = await Promise.all(names.map((name) => this.#store.getUpload(name)));
    const waiting = uploads.reduce((sum, upload) => sum + (upload.size ?? 0), size);
    if (names.length >= MOST_FILES || waiting > LARGEST)
      throw { status_code: 413, body: 'Too much is waiting already.' };
  }

  async #removeWhere(isOver: (name: string) => boolean | Promise<boolean>): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const over = await Promise.resolve(isOver(name)).catch(() => false);
      if (over) await rm(join(this.#folder, name), { force: true });
    }
  }
}

/** The name says for which contribution it is, and is one of ours. */
function isOf(contribution: string, id: string): boolean {
  return id.startsWith(`${contribution}-`) && /^[a-z0-9]+-[0-9a-f]{24}$/.test(id);
}
