import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Bucket, type BucketObject, type BucketPlace } from './bucket.ts';
import { BucketError } from './bucket-error.ts';
import { checkedName, type MediaStore } from './store.ts';

/**
 * The store in a private bucket of an S3 server: `<prefix><id>/<file>`, read by this program alone.
 * What is read is brought into `brought`, a folder of this machine, and asked for again each time.
 * Whatever the server does not answer plainly is an error, never a file that is not there.
 */
export function mediaBucket(place: BucketPlace, brought: string): MediaStore {
  return new InBucket(place, brought);
}

class InBucket implements MediaStore {
  readonly #bucket: Bucket;
  readonly #prefix: string;
  readonly #brought: string;
  readonly #putting = new Map<string, Promise<unknown>>();
  #isPrivate: Promise<void> | undefined;

  constructor(place: BucketPlace, brought: string) {
    this.#bucket = new Bucket(place);
    this.#prefix = place.prefix;
    this.#brought = brought;
  }

  async contributions(): Promise<readonly string[]> {
    return (await this.#bucket.foldersIn(this.#prefix)).filter(isName).sort();
  }

  async filesOf(id: string): Promise<readonly string[]> {
    const below = this.#below(id);
    const keys = (await this.#bucket.objects(below)).map(({ key }) => key.slice(below.length));
    return keys.filter(isName).sort();
  }

  async cameAt(id: string, name: string): Promise<number | undefined> {
    return (await this.#object(id, name))?.cameAt;
  }

  async localFile(id: string, name: string): Promise<string | undefined> {
    const object = await this.#object(id, name);
    const folder = this.#broughtTo(id, name);
    if (object === undefined) {
      await rm(folder, { recursive: true, force: true });
      return undefined;
    }
    const which = createHash('sha256').update(`${object.etag} ${object.size} ${object.cameAt}`);
    const to = join(folder, which.digest('hex').slice(0, 16), name);
    if ((await lstat(to).catch(ifAbsent))?.isFile() !== true) await this.#bring(object, folder, to);
    return to;
  }

  async put(id: string, name: string, from: string): Promise<boolean> {
    const key = this.#below(id) + checkedName(name);
    this.#isPrivate ??= this.#checkPrivate();
    await this.#isPrivate.catch((error: unknown) => {
      this.#isPrivate = undefined;
      throw error;
    });
    // One after another for one name: not every server refuses the second of two.
    const before = this.#putting.get(key) ?? Promise.resolve();
    const now = before
      .catch(() => undefined)
      .then(async () => {
        if ((await this.#object(id, name)) !== undefined) return false;
        return this.#bucket.put(key, from, await digestOf(from));
      });
    this.#putting.set(key, now);
    try {
      return await now;
    } finally {
      if (this.#putting.get(key) === now) this.#putting.delete(key);
    }
  }

  async remove(id: string, name: string): Promise<void> {
    const key = this.#below(id) + checkedName(name);
    await rm(this.#broughtTo(id, name), { recursive: true, force: true });
    await rmdir(join(this.#brought, id)).catch(() => undefined);
    await this.#removeAll(key, (each) => each === key);
  }

  async removeAll(id: string): Promise<void> {
    const below = this.#below(id);
    await rm(join(this.#brought, id), { recursive: true, force: true });
    await this.#removeAll(below, () => true);
  }

  /** The object itself, then every version of it; and it is looked whether that was all. */
  async #removeAll(prefix: string, isMeant: (key: string) => boolean): Promise<void> {
    const objects = (await this.#bucket.objects(prefix)).filter(({ key }) => isMeant(key));
    for (const { key } of objects) await this.#bucket.remove(key);
    const versions = async () =>
      (await this.#bucket.versions(prefix)).filter(({ key }) => isMeant(key));
    const older = await versions();
    for (const { key, version } of older) await this.#bucket.remove(key, version);
    const stays = older.length > 0 && (await versions()).length > 0;
    const isThere = (await this.#bucket.objects(prefix)).some(({ key }) => isMeant(key));
    if (stays || isThere) throw new BucketError('versions-stay');
  }

  #below(id: string): string {
    return `${this.#prefix}${checkedName(id)}/`;
  }

  #broughtTo(id: string, name: string): string {
    const file = createHash('sha256').update(checkedName(name)).digest('hex').slice(0, 32);
    return join(this.#brought, checkedName(id), file);
  }

  async #object(id: string, name: string): Promise<BucketObject | undefined> {
    const key = this.#below(id) + checkedName(name);
    return (await this.#bucket.objects(key)).find((each) => each.key === key);
  }

  /** Streamed to one side and put in place whole: as long as it was said to be, and as it was put there. */
  async #bring(object: BucketObject, folder: string, to: string): Promise<void> {
    const old = await readdir(folder).catch(ifAbsent);
    await mkdir(join(to, '..'), { recursive: true, mode: 0o700 });
    const aside = join(to, '..', `.${randomUUID()}.new`);
    const digest = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        digest.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    const { body, sha256 } = await this.#bucket.get(object.key);
    try {
      const write = createWriteStream(aside, { mode: 0o600 });
      await pipeline(Readable.fromWeb(body), measure, write).catch((error: unknown) => {
        throw new BucketError('no-answer', 200, error);
      });
      const isOther = sha256 !== null && sha256 !== digest.digest('hex');
      if (size !== object.size || isOther) throw new BucketError('damaged', 200);
      await rename(aside, to);
    } finally {
      await rm(aside, { force: true });
    }
    const gone = (old ?? []).filter((each) => each !== basename(join(to, '..')));
    for (const each of gone) await rm(join(folder, each), { recursive: true, force: true });
  }

  /** An empty object is put there and asked for without a key, before any file of a person is. */
  async #checkPrivate(): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'archive-'));
    const key = `${this.#prefix}.is-private/${randomUUID()}`;
    try {
      const empty = join(folder, 'empty');
      await writeFile(empty, '');
      await this.#bucket.put(key, empty, await digestOf(empty));
      if (await this.#bucket.showsToAnybody(key)) throw new BucketError('public', 200);
    } finally {
      await rm(folder, { recursive: true, force: true });
      await this.#removeAll(key, (each) => each === key);
    }
  }
}

async function digestOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest);
  return digest.digest('hex');
}

/** Neither what begins with a dot nor what lies deeper is a file of the store. */
const isName = (name: string): boolean =>
  name !== '' && !name.startsWith('.') && !name.includes('/');

function ifAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
}
