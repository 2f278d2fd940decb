import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type DerivedType, endingOf } from './formats.ts';
import type { DerivedFile, MediaNote } from './media.ts';

/**
 * The cache: one folder for each key, holding clean copies and `entry.json`, which lists them.
 * It holds nothing else: no source file, no name, no path of a source file.
 */
export interface CacheEntry {
  readonly files: readonly DerivedFile[];
  readonly seconds?: number;
  readonly peaks?: readonly number[];
  readonly notes?: readonly MediaNote[];
}

/** What a maker writes into a staging folder: files under any name, described here. */
export interface Made {
  readonly files: readonly {
    readonly name: string;
    readonly type: DerivedType;
    readonly width?: number;
    readonly height?: number;
  }[];
  readonly seconds?: number;
  /** How loud a recording is along its length; see `peaks.ts`. */
  readonly peaks?: readonly number[];
  readonly notes?: readonly MediaNote[];
}

/**
 * Reads an entry and checks every byte of it against its digest. An entry that is absent, torn
 * or altered is `undefined`, and is to be made again.
 */
export async function readEntry(cacheFolder: string, key: string): Promise<CacheEntry | undefined> {
  const folder = join(resolve(cacheFolder), key);
  try {
    const entry = JSON.parse(await readFile(join(folder, 'entry.json'), 'utf8')) as CacheEntry;
    const files = await Promise.all(entry.files.map((file) => checkedFile(folder, file)));
    return { ...entry, files };
  } catch {
    return undefined;
  }
}

/** A folder beside the entries to make files in. Give it to `keepEntry` or to `dropStaging`. */
export async function newStaging(cacheFolder: string): Promise<string> {
  const folder = join(resolve(cacheFolder), `${STAGING}${process.pid}-${randomUUID()}`);
  inUse.add(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export async function dropStaging(staging: string): Promise<void> {
  await rm(staging, { recursive: true, force: true });
  inUse.delete(staging);
}

/**
 * Names the made files by their bytes, lists them, and moves the whole folder into place in one
 * step, so that no reader meets half an entry. Takes the place of a torn entry.
 */
export async function keepEntry(input: {
  readonly cacheFolder: string;
  readonly key: string;
  readonly staging: string;
  readonly made: Made;
}): Promise<CacheEntry> {
  const { cacheFolder, key, staging, made } = input;
  const files: Omit<DerivedFile, 'file'>[] = [];
  for (const { name: madeName, ...rest } of made.files) {
    const bytes = await readFile(join(staging, madeName));
    const sha256 = digest(bytes);
    const name = nameFor(sha256, rest.type);
    await rename(join(staging, madeName), join(staging, name));
    files.push({ name, sha256, bytes: bytes.length, ...rest });
  }
  const { seconds, peaks, notes } = made;
  const entry = {
    files,
    ...(seconds !== undefined && { seconds }),
    ...(peaks && { peaks }),
    ...(notes && { notes }),
  };
  await writeFile(join(staging, 'entry.json'), JSON.stringify(entry));
  const folder = join(resolve(cacheFolder), key);
  await moveInto(staging, folder);
  inUse.delete(staging);
  return { ...entry, files: files.map((file) => ({ ...file, file: join(folder, file.name) })) };
}

/**
 * Takes a copy of an entry that another cache holds, so that nothing is made twice and nothing is
 * written there. Nothing where that cache does not hold it whole.
 */
export async function borrowEntry(input: {
  readonly cacheFolder: string;
  readonly from: string;
  readonly key: string;
}): Promise<CacheEntry | undefined> {
  const { cacheFolder, from, key } = input;
  const held = await readEntry(from, key);
  if (held === undefined) return undefined;
  const staging = await newStaging(cacheFolder);
  try {
    const files = held.files.map(
      ({ file: _place, sha256: _digest, bytes: _size, ...made }) => made,
    );
    for (const { file, name } of held.files) await copyFile(file, join(staging, name));
    return await keepEntry({ cacheFolder, key, staging, made: { ...held, files } });
  } finally {
    await dropStaging(staging);
  }
}

/**
 * Deletes every entry whose key is not to be kept, and what broken-off work left behind: a
 * withdrawn piece must not live on in a cache (docs/consent.md, T17). Gives back the keys it deleted.
 */
export async function pruneCache(input: {
  readonly cacheFolder: string;
  readonly keep: ReadonlySet<string>;
}): Promise<readonly string[]> {
  const folder = resolve(input.cacheFolder);
  const names = await readdir(folder).catch(() => []);
  const gone: string[] = [];
  for (const name of names) {
    if (input.keep.has(name)) continue;
    const isEntry = /^[0-9a-f]{64}$/.test(name);
    if (!isEntry && !isLeftBehind(folder, name)) continue;
    await rm(join(folder, name), { recursive: true, force: true });
    if (isEntry) gone.push(name);
  }
  return gone;
}

const STAGING = 'making-';

/** Staging folders this process is at work in. */
const inUse = new Set<string>();

async function checkedFile(folder: string, listed: DerivedFile): Promise<DerivedFile> {
  const name = nameFor(listed.sha256, listed.type);
  const file = join(folder, name);
  const bytes = await readFile(file);
  const same = listed.name === name && digest(bytes) === listed.sha256;
  if (!same || bytes.length !== listed.bytes) throw new Error('altered');
  return { ...listed, file };
}

function nameFor(sha256: string, type: DerivedType): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('altered');
  return `${sha256.slice(0, 20)}.${endingOf(type)}`;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function moveInto(staging: string, folder: string): Promise<void> {
  try {
    await rename(staging, folder);
  } catch {
    // Something is there: a torn entry, or the same work just finished by another process.
    const aside = `${staging}-old`;
    await rename(folder, aside);
    await rename(staging, folder);
    await dropStaging(aside);
  }
}

/** A staging folder whose process is gone, or is this one and has let go of it. */
function isLeftBehind(folder: string, name: string): boolean {
  const pid = Number(/^making-(\d+)-/.exec(name)?.[1]);
  if (!Number.isInteger(pid)) return false;
  return pid === process.pid ? !inUse.has(join(folder, name)) : !isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
