import { randomUUID } from 'node:crypto';
import { chmod, copyFile, link, lstat, mkdir, readdir, rm, rmdir, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';

/**
 * Photographs, recordings and transcripts that were taken in and cleaned, by contribution and file
 * name (docs/content-format.md). The one way to them: where they lie is known to an adapter alone.
 */
export interface MediaStore {
  /** Ids of the contributions that have files here, in their order. */
  contributions(): Promise<readonly string[]>;
  /** The names of one contribution's files, in their order; none where it has none. */
  filesOf(id: string): Promise<readonly string[]>;
  /**
   * Where a file can be read on this machine, by its path; it is not to be changed. A store elsewhere
   * brings it here. Nothing where there is none; a link is none.
   */
  localFile(id: string, name: string): Promise<string | undefined>;
  /** When a file came, in milliseconds; nothing where there is none. */
  cameAt(id: string, name: string): Promise<number | undefined>;
  /** Keeps a copy of a file of this machine. False where one is here by this name: it stays as it is. */
  put(id: string, name: string, from: string): Promise<boolean>;
  /** Nothing happens where there is no such file. The last file takes its contribution with it. */
  remove(id: string, name: string): Promise<void>;
  /** All that is here of a contribution. */
  removeAll(id: string): Promise<void>;
}

/** The store in a folder of this machine: `<folder>/<id>/<file>`, for this account alone. */
export function mediaFolder(folder: string): MediaStore {
  return {
    contributions: () => namesIn(folder, (entry) => entry.isDirectory()),
    filesOf: async (id) => namesIn(join(folder, checkedName(id))),
    localFile: async (id, name) => plainFile(join(folder, checkedName(id)), checkedName(name)),
    cameAt: async (id, name) =>
      (await stat(join(folder, checkedName(id), checkedName(name))).catch(ifAbsent))?.mtimeMs,
    put: async (id, name, from) => put(join(folder, checkedName(id)), checkedName(name), from),
    remove: async (id, name) => {
      await rm(join(folder, checkedName(id), checkedName(name)), { force: true });
      await rmdir(join(folder, checkedName(id))).catch(() => undefined);
    },
    removeAll: async (id) => rm(join(folder, checkedName(id)), { recursive: true, force: true }),
  };
}

async function plainFile(folder: string, name: string): Promise<string | undefined> {
  const path = join(folder, name);
  const isFolder = (await lstat(folder).catch(ifAbsent))?.isDirectory() === true;
  return isFolder && (await lstat(path).catch(ifAbsent))?.isFile() === true ? path : undefined;
}

/** In one step, so that half a file is never found, and none is written over. */
async function put(folder: string, name: string, from: string): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = join(folder, `.${randomUUID()}.new`);
  try {
    await copyFile(from, aside);
    await chmod(aside, 0o600);
    await link(aside, join(folder, name));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

/** What begins with a dot is being put there at this moment. */
async function namesIn(
  folder: string,
  isOurs: (entry: Dirent) => boolean = () => true,
): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(ifAbsent);
  const names = (entries ?? []).filter(isOurs).map(({ name }) => name);
  return names.filter((name) => !name.startsWith('.')).sort();
}

/** Where something else is in the place of a folder, nothing is known of what should be in it: that is not empty. */
function ifAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** A name, and no way to another folder. It is not repeated: it may be content. */
export function checkedName(name: string): string {
  if (name === '' || name.startsWith('.') || /[/\\\0]/.test(name))
    throw new Error('This is not the name of a file in the media store.');
  return name;
}
