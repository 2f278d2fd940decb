import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { gitNow } from '#repository/git.ts';

/**
 * Why something secret may not be written there: it would lie in a checkout of git that does not ignore
 * it, and go with the next `git add` to everybody who has the repository (docs/consent.md §3.6). Nothing
 * where it may be written.
 */
export function refusedInCheckout(file: string): string | undefined {
  const place = resolve(file);
  const folder = nearest(dirname(place));
  if (gitNow(folder, ['rev-parse', '--is-inside-work-tree'])?.trim() !== 'true') return undefined;
  if (gitNow(folder, ['check-ignore', '--quiet', '--', place]) !== undefined) return undefined;
  return 'That file would lie in a folder that git keeps, and git does not ignore it, so it could be sent to everybody. Name one below .archive, or outside of the folder.';
}

/**
 * Why a command may not write there: a file is there that it did not write itself, and would be gone.
 * Nothing where none is there, or one that `isOurs`.
 */
export async function refusedOver(
  file: string,
  isOurs: (text: string) => boolean = () => false,
): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? undefined : '',
  );
  if (text === undefined || isOurs(text)) return undefined;
  return 'There is a file of that name already, and it would be gone. Name another one.';
}

/** The folder itself, or the innermost of those it will be made in. */
function nearest(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearest(dirname(folder));
}
