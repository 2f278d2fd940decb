import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { gitNow } from '#repository/git.ts';

/** Why a command does not write a file: git would keep it, or another one would be gone. */
export type RefusedFile = 'in-checkout' | 'would-be-gone';

/**
 * Why something secret may not be written there: it would lie in a checkout of git that does not ignore
 * it, and go with the next `git add` to everybody who has the repository (docs/consent.md §3.6). Nothing
 * where it may be written.
 */
export function refusedInCheckout(file: string): RefusedFile | undefined {
  const place = resolve(file);
  const folder = nearest(dirname(place));
  if (gitNow(folder, ['rev-parse', '--is-inside-work-tree'])?.trim() !== 'true') return undefined;
  if (gitNow(folder, ['check-ignore', '--quiet', '--', place]) !== undefined) return undefined;
  return 'in-checkout';
}

/**
 * Why a command may not write there: a file is there that it did not write itself, and would be gone.
 * Nothing where none is there, or one that `isOurs`.
 */
export async function refusedOver(
  file: string,
  isOurs: (text: string) => boolean = () => false,
): Promise<RefusedFile | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? undefined : '',
  );
  if (text === undefined || isOurs(text)) return undefined;
  return 'would-be-gone';
}

/** The folder itself, or the innermost of those it will be made in. */
function nearest(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearest(dirname(folder));
}
