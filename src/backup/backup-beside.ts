import type { MediaStore } from '#media/store.ts';
import { createHmac, randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { joined, type Blocklist, readList } from '#blocklist/blocklist.ts';
import type { Hidden } from '#hosting/hidden.ts';
import { HideList } from '#hosting/hide-list.ts';
import type { ToKeep } from './backup.ts';
import { FILES, isSame, unlockFile } from './backup-files.ts';
import { backupRefused } from './refused.ts';
import type { ReadBackup } from './restore.ts';
import { noteLists } from '#state/archive-id.ts';
import { saveBlocklist } from '#blocklist/blocklist-file.ts';
import type { Progress } from '#state/progress.ts';
import type { State } from '#state/state.ts';

/** What a backup holds beside the register and the media: which archive it is of, and its two lists. */
const beside = z.object({
  archive: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  neverAgain: z.string().optional(),
  hidden: z.array(z.looseObject({ id: z.string().regex(/^[a-z0-9]{6,26}$/), done: z.boolean() })),
});

/** Every photograph and recording of the store, each under a name that says nothing and stays the same. */
export async function mediaToKeep(store: MediaStore, key: Uint8Array): Promise<readonly ToKeep[]> {
  const keep: ToKeep[] = [];
  for (const id of await store.contributions())
    for (const file of await store.filesOf(id)) {
      const from = await store.localFile(id, file);
      if (from === undefined) continue;
      const to = `${id}/${file}`;
      const name = createHmac('sha256', key).update(`media/${to}`).digest('hex').slice(0, 32);
      keep.push({ from, to, name });
    }
  return keep;
}

/** The lists as they are now. */
export async function besideOf({ archive, blocklist, desk }: State): Promise<unknown> {
  const list = await readFile(blocklist, 'utf8').catch(() => undefined);
  const { entries } = await HideList.open(desk);
  return {
    archive: archive.kind === 'id' ? archive.id : undefined,
    neverAgain: list,
    hidden: entries,
  };
}

/** What of a backup can go nowhere, before anything is put back: another archive, or a list that is torn. */
export function checkedBeside(state: State, kept: unknown) {
  if (kept === undefined) return undefined;
  const read = beside.safeParse(kept);
  const list = read.success && read.data.neverAgain ? readList(read.data.neverAgain) : undefined;
  if (!read.success || (read.data.neverAgain !== undefined && list === undefined))
    throw backupRefused('lists-unreadable');
  const { archive, hidden } = read.data;
  if (state.archive.kind === 'id' && archive !== undefined && archive !== state.archive.id)
    throw backupRefused('other-archive');
  return { archive, list, hidden: hidden as unknown as readonly Hidden[] };
}

/** How much is on the blocklist now, and how many entries of what is hidden came with the backup. */
export interface ListsBack {
  readonly withdrawn: number;
  readonly hidden: number;
}

/** Puts the lists back: what is here already stays, and what the backup knows comes to it. */
export async function putListsBack(
  state: State,
  lists: NonNullable<ReturnType<typeof checkedBeside>>,
): Promise<ListsBack> {
  const { archive, list, hidden } = lists;
  const here = readList(await readFile(state.blocklist, 'utf8').catch(() => ''));
  const whole = mergedLists(here, list);
  if (whole !== undefined) await saveBlocklist(state.blocklist, whole);
  const onList = await HideList.open(state.desk);
  const known = new Set(onList.entries.map(sameHiding));
  for (const entry of hidden.filter((each) => !known.has(sameHiding(each)))) {
    const added = await onList.add(entry);
    if (entry.done) await onList.markDone(added);
  }
  const id = archive ?? (state.archive.kind === 'id' ? state.archive.id : undefined);
  if (id !== undefined) noteLists(state, id);
  return { withdrawn: whole?.entries.length ?? 0, hidden: hidden.length };
}

function mergedLists(here?: Blocklist, brought?: Blocklist): Blocklist | undefined {
  if (here === undefined || brought === undefined) return brought;
  if (here.key !== brought.key) throw backupRefused('other-list-key');
  return joined(here, brought);
}

const sameHiding = ({ id, part, use, person, hold }: Hidden): string =>
  JSON.stringify([id, part, use, person, hold === true]);

/** Puts photographs and recordings back. One that is here with other bytes stays, and is told by its place. */
export async function putMediaBack(
  { store, root }: State,
  from: string,
  { kept, decrypter }: Pick<ReadBackup, 'kept' | 'decrypter'>,
  onProgress?: Progress,
): Promise<{ readonly back: number; readonly other: readonly string[] }> {
  const other: string[] = [];
  let back = 0;
  const aside = join(root, `put-back-${randomUUID()}`);
  for (const [at, { name, to }] of kept.entries()) {
    const locked = join(from, FILES, name);
    const [id = '', file = ''] = to.split('/');
    const isThere = (await store.cameAt(id, file)) !== undefined;
    if (!isThere) {
      await unlockFile(decrypter, locked, aside);
      await store.put(id, file, aside).finally(() => rm(aside, { force: true }));
      back += 1;
    } else {
      const here = await store.localFile(id, file);
      if (here === undefined || !(await isSame(decrypter, locked, here))) other.push(to);
    }
    onProgress?.(at + 1, kept.length);
  }
  return { back, other };
}
