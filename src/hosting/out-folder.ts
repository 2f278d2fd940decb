import { lstat, readdir, realpath, rename, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { BUILD_FILE } from './build-record.ts';
import { SOURCE_FOLDER } from '#state/source-folder.ts';
import { stateOf } from '#state/state.ts';

export interface OutFolder {
  readonly content: string;
  /** The content folder of the archive, when `content` is a copy of it. */
  readonly home?: string | undefined;
  readonly out: string;
}

/** Beside the folder for the site: where a build makes the new one. */
export const stagingOf = (out: string): string => join(dirname(out), `.${basename(out)}.next`);

/** Beside it too: where the old site waits while the new one is put in its place. */
export const setAside = (staging: string): string => `${staging}.old`;

/** What of ours a folder may not touch: content, state, or a folder of the program by its name. */
export type Ours = 'content' | 'state' | 'src' | 'public' | 'node_modules';

/** Why no site may be put into a folder: what of ours it touches, and how. On doubt it is refused. */
export type PlaceRefused =
  | { readonly why: 'is' | 'holds' | 'lies-inside'; readonly what: Ours }
  | { readonly why: 'holds-everything' | 'cannot-be-looked-at' };

/**
 * A build deletes what stands where it puts the site. So it refuses, before anything is read, where
 * the content, the state or the program itself would be touched. On doubt it refuses. Links are
 * followed before anything is compared. Nothing is answered when the place may be used.
 */
export async function refusedPlace(input: OutFolder): Promise<PlaceRefused | undefined> {
  return touches(input, resolve(input.out)).catch(() => ({ why: 'cannot-be-looked-at' }) as const);
}

/** What of ours this folder is, holds or lies in. */
async function touches(
  { content, home = content }: OutFolder,
  out: string,
): Promise<PlaceRefused | undefined> {
  if (out === dirname(out)) return { why: 'holds-everything' };
  const program = resolve(SOURCE_FOLDER, '..');
  const ours: readonly (readonly [string, Ours])[] = [
    [content, 'content'],
    [home, 'content'],
    [stateOf(home).root, 'state'],
    ...(['src', 'public', 'node_modules'] as const).map(
      (name) => [join(program, name), name] as const,
    ),
  ];
  // The folder as it is named and what it leads to: a link is taken away with what it is in.
  const named = join(await realPlace(dirname(out)), basename(out));
  const places = [named, await realPlace(out), stagingOf(named), setAside(stagingOf(named))];
  for (const [folder, what] of ours) {
    const real = await realPlace(resolve(folder));
    for (const place of places) {
      if (place === real) return { why: 'is', what };
      if (isInside(real, place)) return { why: 'holds', what };
      if (isInside(place, real)) return { why: 'lies-inside', what };
    }
  }
  return undefined;
}

/**
 * Puts what is there and no build made out of the way, so that it is not lost with the folder that is
 * replaced. Answers with where it is now; nothing when there was nothing, or a site built before.
 */
export async function keepOthers(out: string): Promise<string | undefined> {
  if (!(await holdsOther(out))) return undefined;
  for (let number = 1; ; number += 1) {
    const kept = `${out}.kept-${number}`;
    if ((await lstat(kept).catch(ifAbsent)) !== undefined) continue;
    await rename(out, kept);
    return kept;
  }
}

async function holdsOther(out: string): Promise<boolean> {
  const there = await lstat(out).catch(ifAbsent);
  if (there === undefined) return false;
  if (!(await stat(out)).isDirectory()) return true;
  if ((await readdir(out)).length === 0) return false;
  const built = await lstat(join(out, BUILD_FILE)).catch(ifAbsent);
  return built?.isFile() !== true;
}

/** The path without links, also of what is not there yet. */
async function realPlace(path: string): Promise<string> {
  const real = await realpath(path).catch(ifAbsent);
  if (real !== undefined || path === dirname(path)) return real ?? path;
  return join(await realPlace(dirname(path)), basename(path));
}

const isInside = (place: string, folder: string): boolean => place.startsWith(`${folder}${sep}`);

function ifAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
