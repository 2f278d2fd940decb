import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readObjectsNow } from '#repository/git.ts';

/** The file of the content folder that says which archive it is, wherever the folder goes. */
export const ID_FILE = 'archive-id';

export type ArchiveId =
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'id'; readonly id: string };

/** Of the state (`state.ts`), what an id is given by. */
interface IdPlaces {
  readonly root: string;
  readonly archive: ArchiveId;
  /** What is kept for this archive alone lies under this name. */
  readonly name: string;
  readonly desk: string;
  readonly blocklist: string;
}

/** The branch that the desk saves into: a setting, ARCHIVE_BRANCH. */
export function deskBranch(): string {
  return process.env['ARCHIVE_BRANCH'] ?? 'archive';
}

const NOTE =
  '# Made by the archive. It belongs to the content: without it, what was withdrawn or hidden is not known again.';
const SHAPE = /^(?:#[^\n]*\n)*([0-9a-f]{32})\s*$/;

/** What the desk's branch says is asked once, and again before an id is given; the folder is read each time. */
const inBranches = new Map<string, ArchiveId>();

/**
 * Which archive this content folder is: as its own file says, or the branch of the desk, here or as it
 * was fetched, where the folder does not hold yet what the desk saved.
 */
export function archiveIdOf(content: string): ArchiveId {
  const text = textIn(join(content, ID_FILE));
  if (text !== undefined) return read(text);
  const folder = resolve(content);
  const known = inBranches.get(folder) ?? idInBranches(folder);
  inBranches.set(folder, known);
  return known;
}

/**
 * Gives the archive in `home` an id before something is noted that no copy of it may forget. `root` is
 * the folder it is written into: the content folder, or a copy that the desk commits. It is noted in the
 * state that the lists of this archive are on this machine. An id from elsewhere stays what it is, and
 * is no sign of that. Answers with the file when it was written now.
 */
export function giveId(state: IdPlaces, home: string, root = home): string | undefined {
  // Another program may have given it one meanwhile.
  inBranches.delete(resolve(home));
  const known = archiveIdOf(home);
  if (known.kind === 'damaged') return undefined;
  const id = known.kind === 'id' ? known.id : randomUUID().replaceAll('-', '');
  if (known.kind === 'none') noteLists(state, id);
  try {
    writeFileSync(join(root, ID_FILE), `${NOTE}\n${id}\n`, { flag: 'wx' });
    return join(root, ID_FILE);
  } catch {
    // There already; or a folder that cannot be written, which keeps nobody from hiding or withdrawing.
    return undefined;
  }
}

/**
 * An archive that kept lists before it had an id gets one with its next build, unless that is one of
 * the desk, which writes nothing into the folder. Answers with the file that was written.
 */
export function giveIdToOlder(state: IdPlaces, content: string): string | undefined {
  const hasLists = existsSync(state.blocklist) || holdsAny(join(state.desk, 'hidden'));
  if (state.archive.kind !== 'none' || !hasLists) return undefined;
  return giveId(state, content);
}

/** From now on this machine answers for the lists of this archive, which lie where the state says. */
export function noteLists(state: Pick<IdPlaces, 'root' | 'name'>, id: string): void {
  const file = listsFile(state.root, id);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify({ folder: state.name })}\n`, { mode: 0o600 });
}

/** Where the lists of an archive lie in this state folder; nothing when they were never here. */
export function listsOf(root: string, id: string): string | undefined {
  try {
    const { folder } = JSON.parse(readFileSync(listsFile(root, id), 'utf8')) as { folder: unknown };
    return typeof folder === 'string' && /^[0-9a-f]{12,32}$/.test(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}

function listsFile(root: string, id: string): string {
  return join(root, 'archives', `${id}.json`);
}

function holdsAny(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}

function idInBranches(folder: string): ArchiveId {
  const branch = deskBranch();
  const files = [`refs/heads/${branch}`, `refs/remotes/origin/${branch}`].map(
    (ref) => `${ref}:./${ID_FILE}`,
  );
  const found = readObjectsNow(folder, files);
  const text = files.map((file) => found.get(file)).find((bytes) => bytes !== undefined);
  return text === undefined ? { kind: 'none' } : read(text.toString('utf8'));
}

function read(text: string): ArchiveId {
  const id = SHAPE.exec(text.replaceAll('\r\n', '\n'))?.[1];
  return id === undefined ? { kind: 'damaged' } : { kind: 'id', id };
}

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // There and not to be read is no sign that there is none.
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : '';
  }
}
