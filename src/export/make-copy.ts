import { lstat, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Day } from '#consent/decision.ts';
import { findReturned } from '#blocklist/find-returned.ts';
import type { Hidden } from '#hosting/hidden.ts';
import { hiddenAmong, hiddenNow } from '#hosting/hidden-ids.ts';
import { refusedPlace } from '#hosting/out-folder.ts';
import { releaseForUse, type ReleasedForUse } from '#release/release-for-use.ts';
import { refusedInCheckout } from '#state/private-file.ts';
import type { Progress } from '#state/progress.ts';
import { type State, stateOf } from '#state/state.ts';
import type { CopyAbout, CopyFile, ReadMe } from './copy.ts';
import { COPY_FORMATS, type CopyFormat } from './formats.ts';
import { proveCopy } from './prove-copy.ts';
import type { CopyDone, CopyMade, NoCopy } from './result.ts';
import type { CopyUse } from './uses.ts';

export interface CopyInput {
  readonly content: string;
  /** The content folder whose state is used, when `content` is a copy of it. */
  readonly home: string;
  readonly use: CopyUse;
  readonly format: CopyFormat;
  /** A folder that is not there yet, or is empty. */
  readonly out: string;
  readonly day: Day;
  /** A number for it that nobody can guess and no other copy has. */
  readonly key: string;
  readonly readMe: ReadMe;
  /** Writes down that there is this copy, before there is; what it throws keeps it from being made. */
  readonly writeDown: (copy: CopyMade) => void | Promise<void>;
  /** Nothing came of it. */
  readonly crossOut: (copy: CopyMade) => void;
  readonly onProgress?: Progress | undefined;
}

/**
 * A copy for somebody else of what was granted for one use: release, files, audit; then it is written
 * down, and only then it lies in `out`. On any problem nothing is there, and nothing that was there is
 * gone. Called under the lock of the archive, with content that was read under it: while it is held no
 * build ends, so nothing that is withdrawn meanwhile leaves the hide list unseen.
 */
export async function makeCopy(input: CopyInput): Promise<CopyDone | NoCopy> {
  const out = resolve(input.out);
  const refused = await refusedOut({ ...input, out });
  if (refused !== undefined) return refused;
  const state = stateOf(input.home);
  return make({ ...input, out }, state);
}

async function make(input: CopyInput, state: State): Promise<CopyDone | NoCopy> {
  const { content, use, day, key, format, onProgress } = input;
  const before = await hiddenNow(state);
  const released = await releaseForUse({
    ...{ content: resolve(content), store: state.store, use, day },
    hidden: hiddenAmong(before),
    findReturned: (archive) => findReturned({ archive, state, use, day, onProgress }),
  });
  if (!released.ok) return { kind: 'unread', problems: released.problems };
  const { pieces, keptBack } = released.value;
  if (pieces.length === 0) return { kind: 'nothing-granted', keptBack };
  const about: CopyAbout = { key, use, day };
  const files = filesOfCopy(input, about, released.value);
  const scratch = `${state.scratch}-${process.pid}`;
  const report = await proveCopy(files, released.value, { ...input, about, scratch });
  if (report.verdict !== 'passed') return { kind: 'not-fit', report };
  const copy: CopyMade = {
    ...{ key, use, format, day },
    parts: pieces.flatMap(({ id, parts }) => parts.map(({ part }) => ({ contribution: id, part }))),
  };
  const meanwhile = async () => hiddenSince(before, await hiddenNow(state), copy);
  const ids = await handOver(input, { copy, files, meanwhile });
  if (ids.length > 0) return { kind: 'hidden-meanwhile', ids };
  return { kind: 'copied', out: input.out, copy, pieces: pieces.length, keptBack, report };
}

/** What is withheld from the site may be in a copy, so it is kept out of git and of a built folder. */
async function refusedOut(input: CopyInput): Promise<NoCopy | undefined> {
  const { out } = input;
  const refused = await refusedPlace(input);
  if (refused !== undefined) return { kind: 'place-refused', out, refused };
  if (await isTaken(out)) return { kind: 'file-refused', out, refused: 'would-be-gone' };
  const inGit = refusedInCheckout(out);
  return inGit && { kind: 'file-refused', out, refused: inGit };
}

async function isTaken(out: string): Promise<boolean> {
  const there = await lstat(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (there === undefined) return false;
  return !there.isDirectory() || (await readdir(out)).length > 0;
}

function filesOfCopy(
  { format, readMe }: CopyInput,
  about: CopyAbout,
  { pieces, from }: ReleasedForUse,
): readonly CopyFile[] {
  const parts = pieces.reduce((sum, piece) => sum + piece.parts.length, 0);
  return [
    ...COPY_FORMATS[format].files(pieces, about),
    { name: 'READ-ME.txt', text: readMe(about, from, { pieces: pieces.length, parts }) },
  ];
}

/** Ids of the copy that came onto the hide list since. */
function hiddenSince(
  before: readonly Hidden[],
  now: readonly Hidden[],
  { parts }: CopyMade,
): readonly string[] {
  const known = new Set(before.map(({ key }) => key));
  const since = new Set(now.filter(({ key }) => !known.has(key)).map(({ id }) => id));
  return [...new Set(parts.map(({ contribution }) => contribution))].filter((id) => since.has(id));
}

interface Finished {
  readonly copy: CopyMade;
  readonly files: readonly CopyFile[];
  /** Ids of it that were hidden while it was made. */
  readonly meanwhile: () => Promise<readonly string[]>;
}

/**
 * Written down, looked at once more, and put in place, in this order: a withdrawal hides first and asks
 * afterwards where copies went, so either it finds this one or this one finds it. Answers with the ids
 * that were hidden meanwhile; then nothing is in place.
 */
async function handOver(
  { out, writeDown, crossOut }: CopyInput,
  { copy, files, meanwhile }: Finished,
): Promise<readonly string[]> {
  await writeDown(copy);
  let staging: string | undefined;
  try {
    const hidden = await meanwhile();
    if (hidden.length > 0) {
      crossOut(copy);
      return hidden;
    }
    await mkdir(dirname(out), { recursive: true });
    staging = await mkdtemp(join(dirname(out), `.${basename(out)}.`));
    for (const { name, text } of files)
      await writeFile(join(staging, name), text, { mode: 0o600, flag: 'wx' });
    // Puts itself in the place of nothing and of an empty folder; of anything else it fails.
    await rename(staging, out);
    return [];
  } catch (error) {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true });
    crossOut(copy);
    throw error;
  }
}
