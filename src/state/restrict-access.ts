import { chmod, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The one folder another user of this machine may read: rules for web servers, which hold ids only. */
export const OPEN_FOLDER = 'hosts';

/** How deep the folders of the desk are closed one by one; what lies below is behind them. */
const DEPTH = 3;

/**
 * Closes what the archive keeps to everybody but its owner, also where an earlier version left it open:
 * uploads, drafts, copies of the content and the register (docs/consent.md, T40). Where another owner made
 * something, it stays as it is.
 */
export async function restrictAccess(root: string): Promise<void> {
  const names: readonly string[] = await readdir(root).catch(() => []);
  // Through, not into: the web server must come by to what is open.
  if (names.length > 0) await become(root, names.includes(OPEN_FOLDER) ? 0o711 : 0o700);
  for (const name of names)
    if (name !== OPEN_FOLDER) await close(join(root, name), name === 'desk' ? DEPTH : 0);
}

async function close(path: string, depth: number): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there === undefined) return;
  if (!there.isDirectory()) return become(path, 0o600);
  await become(path, 0o700);
  if (depth === 0) return;
  for (const name of await readdir(path).catch(() => [])) await close(join(path, name), depth - 1);
}

/** On a disk that knows no such marks, or in a folder of somebody else's, this changes nothing. */
async function become(path: string, mode: number): Promise<void> {
  await chmod(path, mode).catch(() => undefined);
}
