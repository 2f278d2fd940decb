import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildRecordOf } from '#hosting/build-record.ts';
import { HideList } from '#hosting/hide-list.ts';
import { writeHostFiles } from '#hosting/host-files.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { giveId } from '#state/archive-id.ts';
import { stateOf } from '#state/state.ts';
import { clearBuiltFolders, type Clearing } from './clear-built-folders.ts';

export interface HideInput {
  readonly content: string;
  readonly id: string;
  /** The folder the site is built into. */
  readonly out: string;
}

/** This is no id of a contribution; nothing was changed. */
interface NoId {
  readonly kind: 'no-id';
}

export type Hid =
  | {
      readonly kind: 'hidden';
      readonly id: string;
      /** How many built folders held something of it. */
      readonly folders: number;
      readonly withoutSearch: readonly string[];
      /** False: no record and no built folder has it; it is on the list all the same. */
      readonly isKnown: boolean;
      /** Where the rules for other web servers are. */
      readonly hosts: string;
    }
  | NoId;

export type ShownAgain =
  | { readonly kind: 'shown'; readonly id: string; readonly hosts: string }
  /** Nothing is held under this id; `held` are those that are. */
  | { readonly kind: 'not-held'; readonly id: string; readonly held: readonly string[] }
  | NoId;

/**
 * The emergency stop (docs/consent.md, A25): one piece is hidden on a running desk, in the built folders
 * and in the rules for hosts, and stays so until `showAgain`. Needs no content that can be read, no git
 * and no build. It takes nothing back: a withdrawal does that. Rejects where it cannot be written down.
 */
export async function hide(
  input: HideInput & {
    readonly noTrace: boolean;
    readonly now: () => number;
    readonly meanwhile: Clearing['meanwhile'];
  },
): Promise<Hid> {
  const { id, out, meanwhile } = input;
  if (!CONTRIBUTION_ID.test(id)) return { kind: 'no-id' };
  const content = resolve(input.content);
  const state = stateOf(content);
  const hidden = await HideList.open(state.desk);
  giveId(state, content);
  const trace = input.noTrace ? ('no-trace' as const) : ('notice' as const);
  if (!hidden.entries.some((entry) => entry.id === id && entry.hold === true)) {
    const at = new Date(input.now()).toISOString();
    const entry = hidden.mustBeWritten(await hidden.add({ id, trace, at, hold: true }));
    await hidden.markDone(entry);
  }
  const pieces = new Map([[id, trace]]);
  const cleared = await clearBuiltFolders({ state, content, out, meanwhile, pieces });
  const folders = cleared.folders.length;
  const places = [join(content, 'stories', id), join(resolve(out), 'stories', id)];
  const isKnown = folders > 0 || places.some((place) => existsSync(place));
  const { withoutSearch } = cleared;
  return { kind: 'hidden', id, folders, withoutSearch, isKnown, hosts: state.hosts };
}

/** Ends the emergency stop. What was taken out of built folders comes back with the next build. */
export async function showAgain({ content, id, out }: HideInput): Promise<ShownAgain> {
  if (!CONTRIBUTION_ID.test(id)) return { kind: 'no-id' };
  const state = stateOf(resolve(content));
  const hidden = await HideList.open(state.desk);
  const held = hidden.entries.filter(({ hold }) => hold === true);
  const own = held.filter((entry) => entry.id === id);
  if (own.length === 0) return { kind: 'not-held', id, held: held.map((entry) => entry.id) };
  await hidden.forget(own);
  await writeHostFiles(state, await buildRecordOf(state.built, resolve(out)), out);
  return { kind: 'shown', id, hosts: state.hosts };
}
