import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { tooMuch } from '#records/limits.ts';
import { type Problem, problemAt } from '#records/problem.ts';

/** What stands directly in a folder, by name; a folder that is not there is empty. */
export interface FolderEntries {
  readonly folders: readonly string[];
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** Lists a folder of `content/` without following links: a link could lead anywhere on the machine. */
export async function list(root: string, folder: string): Promise<FolderEntries> {
  if (await isLinked(root, folder))
    return { folders: [], files: [], problems: [problemAt({ file: folder }, 'is-a-link')] };
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      if (error.code === 'ENOTDIR') return undefined;
      throw error;
    },
  );
  if (entries === undefined)
    return { folders: [], files: [], problems: [problemAt({ file: folder }, 'file-for-folder')] };
  const shown = entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    folders: shown.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    files: shown.filter((entry) => entry.isFile()).map(({ name }) => name),
    problems: shown
      .filter((entry) => entry.isSymbolicLink())
      .map(({ name }) => problemAt({ file: join(folder, name) }, 'is-a-link')),
  };
}

/** Does a link stand anywhere between a folder and a file in it? The folder itself may be one. */
export async function isLinked(root: string, file: string): Promise<boolean> {
  let path = root;
  for (const name of normalize(file).split(sep)) {
    // The folder itself is asked for as `.`.
    if (name === '.') continue;
    path = join(path, name);
    if ((await lstat(path).catch(() => undefined))?.isSymbolicLink() === true) return true;
  }
  return false;
}

/** A record, or a transcript of a whole day. */
const MOST_BYTES = 8_000_000;

/** Reads text that must be UTF-8; a byte that is not is a problem, not a replacement character. */
export async function readText(
  root: string,
  file: string,
): Promise<
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: Problem }
> {
  if (await isLinked(root, file)) return { ok: false, problem: problemAt({ file }, 'is-a-link') };
  try {
    if ((await stat(join(root, file))).size > MOST_BYTES)
      return { ok: false, problem: tooMuch(file) };
    const bytes = await readFile(join(root, file));
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return { ok: false, problem: problemAt({ file }, 'no-file-here') };
    return { ok: false, problem: problemAt({ file }, 'not-text') };
  }
}

/**
 * The name under which a file lies in a folder, where disks and tables write the same letters in two
 * ways (é as one character or as two); the name itself where no other is there.
 */
export async function nameOnDisk(folder: string, name: string): Promise<string> {
  const wanted = name.normalize('NFC');
  if (wanted === name.normalize('NFD')) return name;
  const there = await readdir(folder).catch((): string[] => []);
  if (there.includes(name)) return name;
  return there.find((each) => each.normalize('NFC') === wanted) ?? name;
}

/** The sha256 of a file's bytes, or nothing when it is not there or not a plain file. */
export async function fileDigest(path: string): Promise<string | undefined> {
  const stat = await lstat(path).catch(() => undefined);
  if (!stat?.isFile()) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
