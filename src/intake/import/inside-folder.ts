import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, resolve, sep } from 'node:path';
import { type Problem, problemAt } from '#records/problem.ts';
import { nameOnDisk } from '#repository/content-files.ts';

/**
 * The real path of a file that a list names, if it is a plain file within `root`, which is itself a
 * real path. Neither `..`, nor a whole path, nor a link may lead out of it.
 */
export async function fileInside(root: string, path: string): Promise<string | undefined> {
  const real = await realpath(await onDisk(root, path)).catch(() => undefined);
  if (real === undefined || !real.startsWith(root + sep)) return undefined;
  return (await stat(real).catch(() => undefined))?.isFile() ? real : undefined;
}

/** Each step of the path by the name it has on the disk. */
async function onDisk(root: string, path: string): Promise<string> {
  if (isAbsolute(path)) return path;
  let at = root;
  for (const step of path.split('/')) at = resolve(at, await nameOnDisk(at, step));
  return at;
}

export function notInside(file: string, field: string): Problem {
  return problemAt({ file, field }, 'not-in-folder');
}
