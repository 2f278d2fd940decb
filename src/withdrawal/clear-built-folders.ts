import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { takeDown } from '#hosting/take-down.ts';
import type { FinishedSite } from '#hosting/finished-site.ts';
import type { Trace } from '#hosting/hidden.ts';
import { beingMadeHtml } from '#server/plain-page.ts';
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
import { tell } from '#cli/printer.ts';
import type { State } from '#state/state.ts';

export interface OffDisk {
  /** The record of the folder, when this archive built it from this content. */
  readonly record: BuildRecord | undefined;
  /** Built folders that held something of it. */
  readonly folders: readonly string[];
  /** Files that would still have named it, closed until the next build. */
  readonly closed: readonly string[];
}

interface Taking {
  readonly state: State;
  readonly content: string;
  readonly out: string;
  readonly pieces: ReadonlyMap<string, Trace>;
  /** What a desk serves, whoever built it. */
  readonly served?: FinishedSite | undefined;
}

/**
 * Takes pieces out of every folder this archive built from this content: the one it serves, others
 * it was built into, the desk's own, one set aside by a build that was cut short; then out of its
 * caches, and writes the rules for hosts. A folder that neither this archive built nor its desk serves
 * is not touched. What a folder should hold is written down anew, so that it can still be proved. A
 * folder that cannot be cleared keeps no other from it; the fault is told when all were tried.
 */
export async function offDisk(input: Taking): Promise<OffDisk> {
  const first = await outOfFolders(input);
  // Waits for a build under way, which may put back what it began with: so once more after it.
  await forgetPieces(input.state, [...input.pieces.keys()]);
  const again = await outOfFolders(input);
  const both = bothTimes(first, again);
  const record = await indexedAgain(input, both);
  await writeHostFiles(input.state, input.served ?? record, input.served?.folder ?? input.out);
  const [fault] = again.faults;
  if (fault !== undefined) throw fault;
  return { ...both, record };
}

/**
 * The search of every folder that lost a piece, made anew without its words. No build may put another
 * folder in its place meanwhile. Where it cannot be made, that folder is without search until the next
 * build. Answers with the record of the folder that was named.
 */
async function indexedAgain(
  input: Taking,
  { folders, record }: OffDisk,
): Promise<BuildRecord | undefined> {
  const { state, content, out } = input;
  let named = record;
  for (const folder of folders)
    await withLock(
      state.lock,
      () => undefined,
      async () => {
        // Only where an index is made again: the whole of the search stands behind it.
        const { indexAgain } = await import('#hosting/index-again.ts');
        const indexed = await indexAgain(folder);
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
    ).catch(() => tell(NO_SEARCH));
  return named;
}

const NO_SEARCH =
  'The search of a built folder could not be made again. It finds nothing there until the next build.';

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
export function bothTimes(first: OffDisk | undefined, again: OffDisk): OffDisk {
  return {
    record: again.record,
    folders: [...new Set([...(first?.folders ?? []), ...again.folders])],
    closed: [...new Set([...(first?.closed ?? []), ...again.closed])],
  };
}

async function outOfFolders({
  state,
  content,
  out: named,
  pieces,
  served,
}: Taking): Promise<OffDisk & { readonly faults: readonly Error[] }> {
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
    const taken = await takeDown({ folder, pieces, fragments, meanwhile: beingMadeHtml });
    if (taken.changed.size + taken.removed.length === 0) return;
    folders.push(folder);
    closed.push(...taken.closed);
    const after = theirs && (await amend(state, theirs, taken, pieces));
    if (folder === out) amended = after;
  };
  for (const folder of new Set([...built, ...asides]))
    await outOf(folder).catch((error: Error) => faults.push(error));
  return { record: amended, folders, closed, faults };
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
