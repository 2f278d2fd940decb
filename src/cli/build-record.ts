import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '#release/manifest.ts';
import { sha256 } from '#release/write-tree.ts';
import type { IndexFile } from '#search/index-site.ts';

/** What a finished build was: kept in the private state, because it lists what is no longer here. */
export interface BuildRecord {
  readonly build: string;
  readonly builtFor: string;
  /** The content folder it came from. */
  readonly content: string;
  readonly ownOrigin?: string | undefined;
  /** sha256 of every file of the built folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Path of every picture to the XMP packet it carries. */
  readonly packets?: Readonly<Record<string, string>> | undefined;
  /** Addresses that answer "no longer here". */
  readonly tombstones: readonly string[];
  /** Files of the search index by the contribution they are of; a fragment's name says nothing of it. */
  readonly fragments?: Readonly<Record<string, readonly string[]>>;
}

/** What a build is known by: the same files for the same day are the same build. */
export function buildIdOf({ files, built_for }: Manifest): string {
  return sha256(JSON.stringify(files) + built_for);
}

/** The public file that names the build, and says nothing else of it. */
export const BUILD_FILE = '.well-known/build.json';

export async function saveBuildRecord(folder: string, record: BuildRecord): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${record.build}.json`), JSON.stringify(record));
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
    return JSON.parse(await readFile(join(folder, `${build}.json`), 'utf8')) as BuildRecord;
  } catch {
    return undefined;
  }
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
