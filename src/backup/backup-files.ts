import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Decrypter, Encrypter } from 'age-encryption';

/** A file of a backup that is no bundle: photographs and recordings, each locked on its own. */
export interface KeptFile {
  /** Its name in the backup; it says nothing of what it is. */
  readonly name: string;
  /** Where it belongs, below the store, with `/`. */
  readonly to: string;
  /** Of the locked file. */
  readonly sha256: string;
}

/** The folder of a backup in which these lie. */
export const FILES = 'files';

/** Locks one file into another as a stream, never whole in memory; answers with the digest of what was written. */
export async function lockFile(encrypter: Encrypter, from: string, to: string): Promise<string> {
  const locked = await encrypter.encrypt(streamOf(from));
  return written(locked as unknown as ReadableStream<Uint8Array>, to);
}

/** Opens one file of a backup into a file that is not there yet, in one step. */
export async function unlockFile(decrypter: Decrypter, from: string, to: string): Promise<void> {
  const aside = `${to}.restored`;
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rm(aside, { force: true });
  try {
    const plain = await decrypter.decrypt(streamOf(from));
    await written(plain as unknown as ReadableStream<Uint8Array>, aside);
    await rename(aside, to);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/** Whether a file holds, once opened, the same bytes as one that is there already. */
export async function isSame(
  decrypter: Decrypter,
  locked: string,
  there: string,
): Promise<boolean> {
  const plain = await decrypter.decrypt(streamOf(locked));
  const one = await digestOfStream(plain as unknown as ReadableStream<Uint8Array>);
  return one === (await digestOfFile(there));
}

export async function digestOfFile(file: string): Promise<string> {
  return digestOfStream(createReadStream(file));
}

async function digestOfStream(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

async function written(chunks: AsyncIterable<Uint8Array>, to: string): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(to, 'wx', 0o600);
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      await handle.write(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

function streamOf(file: string): globalThis.ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(file)) as unknown as globalThis.ReadableStream<Uint8Array>;
}
