import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { takeDown } from '#hosting/take-down.ts';
import type { FinishedSite } from '#hosting/finished-site.ts';
import type { Trace } from '#hosting/hidden.ts';
import {
  type BuildRecord,
  builtFolders,
  buildRecordOf,
  isOf,
  saveBuildRecord,
} from '#hosting/build-record.ts';
import { forgetPieces } from '#hosting/forget-pieces.ts';
import { writeHostFiles } from '#hosting/host-files.ts';
import { withLock } from '#state/lock.ts';
import { setAside, stagingOf } from '#hosting/out-folder.ts';
import type { State } from '#state/state.ts';

export interface Cleared {
  /** The record of the folder, when this archive built it from this content. */
  readonly record: BuildRecord | undefined;
  /** Built folders that held something of it. */
  readonly folders: readonly string[];
  /** Files that would still have named it, closed until the next build. */
  readonly closed: readonly string[];
  /** Folders whose search could not be made again: it finds nothing there until the next build. */
  readonly withoutSearch: readonly string[];
}

export interface Clearing {
  readonly state: State;
  readonly content: string;
  readonly out: string;
  readonly pieces: ReadonlyMap<string, Trace>;
  /** What a desk serves, whoever built it. */
  readonly served?: FinishedSite | undefined;
  /** What stands, until the next build, where a page still named a piece; by its language or nothing. */
  readonly meanwhile: (language: string) => string;
}

/**
 * Takes pieces out of every folder this archive built from this content: the one it serves, others
 * it was built into, the desk's own, one set aside by a build that was cut short; then out of its
 * caches, and writes the rules for hosts. A folder that neither this archive built nor its desk serves
 * is not touched. What a folder should hold is written down anew, so that it can still be proved. A
 * folder that cannot be cleared keeps no other from it; the fault is told when all were tried.
 */
export async function clearBuiltFolders(input: Clearing): Promise<Cleared> {
  const first = await outOfFolders(input);
  // Waits for a build under way, which may put back what it began with: so once more after it.
  await forgetPieces(input.state, [...input.pieces.keys()]);
  const again = await outOfFolders(input);
  const both = mergeCleared(first, again);
  const { record, withoutSearch } = await indexedAgain(input, both);
  await writeHostFiles(input.state, input.served ?? record, input.served?.folder ?? input.out);
  const [fault] = again.faults;
  if (fault !== undefined) throw fault;
  return { ...both, record, withoutSearch };
}

/**
 * The search of every folder that lost a piece, made anew without its words. No build may put another
 * folder in its place meanwhile. Where it cannot be made, that folder is without search until the next
 * build, and is told. Answers with the record of the folder that was named, too.
 */
async function indexedAgain(
  input: Clearing,
  { folders, record }: Cleared,
): Promise<Pick<Cleared, 'record' | 'withoutSearch'>> {
  const { state, content, out } = input;
  let named = record;
  const withoutSearch: string[] = [];
  for (const folder of folders)
    await withLock(
      state.lock,
      () => undefined,
      async () => {
        // Only where an index is made again: the whole of the search stands behind it.
        const { reindex } = await import('#hosting/reindex.ts');
        const indexed = await reindex(folder);
        const theirs = indexed && (await recordOf(state, folder, resolve(content)));
        if (!indexed || !theirs) return;
        const after = {
          ...theirs,
          files: filesAfter(theirs, indexed),
          fragments: indexed.fragments,
        };
        await saveBuildRecord(state.built, after);
        if (folder === resolve(out)) named = after;
      },
    ).catch(() => withoutSearch.push(folder));
  return { record: named, withoutSearch };
}

function filesAfter(
  { files }: BuildRecord,
  { removed, changed }: Pick<Awaited<ReturnType<typeof takeDown>>, 'removed' | 'changed'>,
): BuildRecord['files'] {
  const after = new Map(Object.entries(files));
  for (const path of removed) after.delete(path);
  for (const [path, digest] of changed) after.set(path, digest);
  return Object.fromEntries(after);
}

/** What was taken the first time is not there to be taken again, and was taken all the same. */
export function mergeCleared(first: Cleared | undefined, again: Cleared): Cleared {
  return {
    record: again.record,
    folders: [...new Set([...(first?.folders ?? []), ...again.folders])],
    closed: [...new Set([...(first?.closed ?? []), ...again.closed])],
    withoutSearch: [...new Set([...(first?.withoutSearch ?? []), ...again.withoutSearch])],
  };
}

async function outOfFolders({
  state,
  content,
  out: named,
  pieces,
  served,
  meanwhile,
}: Clearing): Promise<Cleared & { readonly faults: readonly Error[] }> {
  const out = resolve(named);
  const own = resolve(content);
  const record = await recordOf(state, out, own);
  const sites = join(state.desk, 'sites');
  const onDesk = (await readdir(sites).catch(() => [])).map((name) => join(sites, name));
  const ours = [...(record === undefined ? [] : [out]), ...(served ? [served.folder] : [])];
  const built = [
    ...ours,
    ...(await builtFolders(state.built, { name: state.name, places: [own] })),
    ...onDesk,
  ];
  const asides = built.map((folder) => setAside(stagingOf(folder)));
  const folders: string[] = [];
  const closed: string[] = [];
  const faults: Error[] = [];
  let amended = record;
  const outOf = async (folder: string): Promise<void> => {
    const theirs = await recordOf(state, folder, own);
    const fragments =
      theirs?.fragments ?? (folder === served?.folder ? served.fragments : undefined);
    const taken = await takeDown({ folder, pieces, fragments, meanwhile });
    if (taken.changed.size + taken.removed.length === 0) return;
    folders.push(folder);
    closed.push(...taken.closed);
    const after = theirs && (await amend(state, theirs, taken, pieces));
    if (folder === out) amended = after;
  };
  for (const folder of new Set([...built, ...asides]))
    await outOf(folder).catch((error: Error) => faults.push(error));
  return { record: amended, folders, closed, withoutSearch: [], faults };
}

/** Built from this content, or from the desk's copy of it. */
async function recordOf(
  state: State,
  folder: string,
  content: string,
): Promise<BuildRecord | undefined> {
  const record = await buildRecordOf(state.built, folder);
  const places = [content, join(state.desk, 'content')];
  return record !== undefined && isOf(record, { name: state.name, places }) ? record : undefined;
}

async function amend(
  state: State,
  record: BuildRecord,
  taken: Awaited<ReturnType<typeof takeDown>>,
  pieces: ReadonlyMap<string, Trace>,
): Promise<BuildRecord> {
  const gone = [...pieces].filter(([, trace]) => trace === 'notice').map(([id]) => id);
  const amended = {
    ...record,
    files: filesAfter(record, taken),
    tombstones: [...new Set([...record.tombstones, ...gone])],
  };
  await saveBuildRecord(state.built, amended);
  return amended;
}
