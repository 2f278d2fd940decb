import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { takeDown } from '#deploy/take-down.ts';
import type { Trace } from '#gateway/desk-context.ts';
import { beingMadeHtml } from '#gateway/plain-page.ts';
import { type BuildRecord, buildRecordOf, saveBuildRecord } from './build-record.ts';
import { forgetPieces } from './forget-pieces.ts';
import { writeHostFiles } from './host-files.ts';
import type { State } from './state.ts';

export interface OffDisk {
  /** The record of the folder, when this archive built it from this content. */
  readonly record: BuildRecord | undefined;
  /** Built folders that held something of it. */
  readonly folders: readonly string[];
  /** Files that would still have named it, closed until the next build. */
  readonly closed: readonly string[];
}

/**
 * Takes pieces out of every folder this archive built: the one it serves, the desk's own, one set
 * aside by a build that was cut short; then out of its caches, and writes the rules for hosts. A
 * folder that is not ours is not touched. What the folder should hold is written down anew, so that
 * it can still be proved.
 */
export async function offDisk(input: {
  readonly state: State;
  readonly content: string;
  readonly out: string;
  readonly pieces: ReadonlyMap<string, Trace>;
}): Promise<OffDisk> {
  const { state, pieces } = input;
  const out = resolve(input.out);
  const record = await recordOf(state, out, resolve(input.content));
  const sites = join(state.desk, 'sites');
  const others = (await readdir(sites).catch(() => [])).map((name) => join(sites, name));
  const ours = record === undefined ? [] : [out, join(dirname(out), `.${basename(out)}.next.old`)];
  const folders: string[] = [];
  const closed: string[] = [];
  let amended = record;
  for (const folder of [...ours, ...others]) {
    const fragments = folder === out ? record?.fragments : undefined;
    const taken = await takeDown({ folder, pieces, fragments, meanwhile: beingMadeHtml });
    if (taken.changed.size + taken.removed.length > 0) folders.push(folder);
    closed.push(...taken.closed);
    if (folder === out && record !== undefined) amended = await amend(state, record, taken, pieces);
  }
  await forgetPieces(state, [...pieces.keys()]);
  await writeHostFiles(state, amended);
  return { record: amended, folders, closed };
}

/** Built from this content, or from the desk's copy of it. */
async function recordOf(
  state: State,
  out: string,
  content: string,
): Promise<BuildRecord | undefined> {
  const record = await buildRecordOf(state.built, out);
  const own = [content, join(state.desk, 'content')];
  return record !== undefined && own.includes(record.content) ? record : undefined;
}

async function amend(
  state: State,
  record: BuildRecord,
  taken: Awaited<ReturnType<typeof takeDown>>,
  pieces: ReadonlyMap<string, Trace>,
): Promise<BuildRecord> {
  const files = new Map(Object.entries(record.files));
  for (const path of taken.removed) files.delete(path);
  for (const [path, digest] of taken.changed) files.set(path, digest);
  const gone = [...pieces].filter(([, trace]) => trace === 'notice').map(([id]) => id);
  const amended = {
    ...record,
    files: Object.fromEntries(files),
    tombstones: [...new Set([...record.tombstones, ...gone])],
  };
  await saveBuildRecord(state.built, amended);
  return amended;
}
