import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CacheEntry, Made } from './cache.ts';
import { borrowEntry, dropStaging, keepEntry, newStaging, readEntry } from './cache.ts';
import type { MediaKind } from './formats.ts';
import type { MediaResult, MediaRule } from './media.ts';
import { problemOf } from './problems.ts';
import { MAX_MEGABYTES, PHOTO_RECIPE, SOUND_RECIPE, cacheKey } from './recipe.ts';
import { SNIFF_BYTES, sniff, tagLength } from './sniff.ts';
import { encoderVersions } from './versions.ts';
import type { JobOutcome } from './run-job.ts';

/**
 * What photographs and sound have in common: judge the file by its bytes, look in the cache, make
 * the copies in a staging folder, keep them only when all were made.
 * A missing file is `media-unreadable`; a cache folder that cannot be written throws.
 */
export async function cleanWith<Type extends string, T>(input: {
  readonly kind: MediaKind;
  readonly file: string;
  readonly cacheFolder: string;
  /** Another cache that may hold it already; nothing is written there. */
  readonly madeBefore?: string | undefined;
  readonly types: readonly Type[];
  readonly make: (job: {
    file: string;
    sha256: string;
    type: Type;
    staging: string;
  }) => Promise<JobOutcome<Made>>;
  readonly read: (entry: CacheEntry) => T;
}): Promise<MediaResult<T>> {
  const { kind, cacheFolder, madeBefore, types, make, read } = input;
  const refuse = (rule: MediaRule): MediaResult<T> => ({
    ok: false,
    problem: problemOf(rule, kind),
  });
  const file = resolve(input.file);
  const looked = await lookAt(file, kind);
  if (!looked.ok) return refuse(looked.rule);
  const type = types.find((taken) => taken === looked.type);
  if (type === undefined) {
    return refuse(looked.type === undefined ? 'media-type-not-taken' : 'media-other-kind');
  }
  const { sha256 } = looked;
  const recipe = kind === 'photo' ? PHOTO_RECIPE : SOUND_RECIPE;
  const key = cacheKey({ sourceSha256: sha256, recipe, versions: await encoderVersions(kind) });
  return once(join(resolve(cacheFolder), key), async () => {
    const cached =
      (await readEntry(cacheFolder, key)) ??
      (madeBefore && (await borrowEntry({ cacheFolder, from: madeBefore, key })));
    if (cached) return { ok: true, value: read(cached), fromCache: true, key };
    const staging = await newStaging(cacheFolder);
    try {
      const made = await make({ file, sha256, type, staging });
      if (!made.ok) return refuse(made.rule);
      const entry = await keepEntry({ cacheFolder, key, staging, made: made.value });
      return { ok: true, value: read(entry), fromCache: false, key };
    } finally {
      await dropStaging(staging);
    }
  });
}

/** The same file asked for twice at once is made once: the second waits and finds it in the cache. */
const underWay = new Map<string, Promise<unknown>>();

async function once<T>(place: string, make: () => Promise<T>): Promise<T> {
  const before = underWay.get(place) ?? Promise.resolve();
  const work = before.catch(() => undefined).then(make);
  underWay.set(place, work);
  try {
    return await work;
  } finally {
    if (underWay.get(place) === work) underWay.delete(place);
  }
}

const EMPTY_TAG = Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1');

type Looked =
  | { readonly ok: true; readonly type: ReturnType<typeof sniff>; readonly sha256: string }
  | { readonly ok: false; readonly rule: MediaRule };

export async function lookAt(file: string, kind: MediaKind): Promise<Looked> {
  try {
    const { size } = await stat(file);
    if (size === 0) return { ok: false, rule: 'media-empty' };
    if (size > MAX_MEGABYTES[kind] * 1e6) return { ok: false, rule: 'media-too-large' };
    const type = sniff(await firstBytes(file));
    const hash = createHash('sha256');
    for await (const part of createReadStream(file)) hash.update(part as Buffer);
    return { ok: true, type, sha256: hash.digest('hex') };
  } catch {
    return { ok: false, rule: 'media-unreadable' };
  }
}

/** The start of a file; where a tag longer than that comes first, only its head and what follows it. */
async function firstBytes(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  const read = async (at: number): Promise<Uint8Array> => {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, at);
    return buffer.subarray(0, bytesRead);
  };
  try {
    const start = await read(0);
    const tag = tagLength(start);
    if (tag <= SNIFF_BYTES / 2) return start;
    return Buffer.concat([EMPTY_TAG, await read(tag)]);
  } finally {
    await handle.close();
  }
}
