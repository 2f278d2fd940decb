import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeAtomically } from '#state/atomic-write.ts';
import type { Manifest } from '#release/manifest.ts';
import type { Released, SiteFrame } from '#release/released.ts';
import { sha256 } from '#release/write-tree.ts';
import type { IndexFile } from '#search/index-site.ts';

/** What a finished build was: kept in the private state, because it lists what is no longer here. */
export interface BuildRecord {
  readonly build: string;
  readonly builtFor: string;
  /** The content folder it came from. */
  readonly content: string;
  /** The name of the archive in this state folder; absent in records of earlier versions. */
  readonly archive?: string | undefined;
  /** The folder it was put into; absent in records of earlier versions. */
  readonly out?: string | undefined;
  readonly ownOrigin?: string | undefined;
  /** sha256 of every file of the built folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Path of every picture to the XMP packet it carries. */
  readonly packets?: Readonly<Record<string, string>> | undefined;
  /** Addresses that answer "no longer here". */
  readonly tombstones: readonly string[];
  /** Files of the search index by the contribution they are of; a fragment's name says nothing of it. */
  readonly fragments?: Readonly<Record<string, readonly string[]>>;
  /** What pages drawn on request say of the site; absent in records of earlier versions. */
  readonly frame?: Released<SiteFrame> | undefined;
}

/** What a build is known by: the same files for the same day are the same build. */
export function buildIdOf({ files, built_for }: Manifest): string {
  return sha256(JSON.stringify(files) + built_for);
}

/** The public file that names the build, and says nothing else of it. */
export const BUILD_FILE = '.well-known/build.json';

/** Records kept of each folder, so that an older copy of it can still be proved. */
const KEPT = 10;

/** One record for each folder: two folders with the same files are two builds to take something out of. */
export async function saveBuildRecord(folder: string, record: BuildRecord): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = `-${sha256(`${record.content}\n${record.out ?? ''}`).slice(0, 12)}.json`;
  await writeAtomically(join(folder, `${record.build}${place}`), JSON.stringify(record));
  const old = (await newestFirst(folder)).filter((name) => name.endsWith(place)).slice(KEPT);
  for (const name of old) await rm(join(folder, name), { force: true });
}

/** The record of the folder that was built, or nothing when this archive did not build it. */
export async function buildRecordOf(
  folder: string,
  dist: string,
): Promise<BuildRecord | undefined> {
  try {
    const { build } = JSON.parse(await readFile(join(dist, BUILD_FILE), 'utf8')) as {
      build: unknown;
    };
    if (typeof build !== 'string' || !/^[0-9a-f]{64}$/.test(build)) return undefined;
    const names = (await newestFirst(folder)).filter((name) => name.startsWith(build));
    const read = await Promise.all(names.map((name) => recordIn(folder, name)));
    const records = read.filter((record) => record !== undefined);
    // A folder that was moved or copied is proved by the record of the build it is a copy of.
    return records.find(({ out }) => out === resolve(dist)) ?? records[0];
  } catch {
    return undefined;
  }
}

/**
 * Is this a build of that archive? Also where its content folder has been moved since: on doubt it is,
 * because what is taken out of one folder too many comes back with its next build.
 */
export function isOf(
  { archive, content }: Pick<BuildRecord, 'archive' | 'content'>,
  { name, places }: { readonly name: string; readonly places: readonly string[] },
): boolean {
  return archive === name || places.includes(content) || !existsSync(content);
}

/** Every folder that this archive built and that still holds what it built. */
export async function builtFolders(
  folder: string,
  whose: Parameters<typeof isOf>[1],
): Promise<readonly string[]> {
  const places = new Map<string, BuildRecord>();
  for (const name of await newestFirst(folder)) {
    const place = /-[0-9a-f]{12}\.json$/.exec(name)?.[0];
    if (place === undefined || places.has(place)) continue;
    const record = await recordIn(folder, name);
    if (record !== undefined) places.set(place, record);
  }
  const found: string[] = [];
  for (const { out, ...from } of places.values()) {
    if (!isOf(from, whose) || out === undefined) continue;
    const record = await buildRecordOf(folder, out);
    if (record?.out === out && isOf(record, whose)) found.push(out);
  }
  return found;
}

/** Nothing where the file is damaged: an older record of the same folder, or none, must do. */
async function recordIn(folder: string, name: string): Promise<BuildRecord | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, name), 'utf8')) as BuildRecord;
  } catch {
    return undefined;
  }
}

async function newestFirst(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  return dated.toSorted((a, b) => b.at - a.at).map(({ name }) => name);
}

/** Which fragment is whose: kept beside the build and never on the site. */
export function fragmentsOf(index: readonly IndexFile[]): Record<string, string[]> {
  const fragments: Record<string, string[]> = {};
  for (const { path, url } of index) {
    const id = /^\/stories\/([a-z0-9]+)\/$/.exec(url ?? '')?.[1];
    if (id !== undefined) fragments[id] = [...(fragments[id] ?? []), `pagefind/${path}`];
  }
  return fragments;
}
