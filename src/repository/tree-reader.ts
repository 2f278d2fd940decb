import { GitError } from './git.ts';
import type { ObjectReader } from './object-reader.ts';

/** One file of a tree: its path from the top of the repository. */
export interface TreeEntry {
  readonly path: string;
  /** The id of its bytes. */
  readonly blob: string;
  /** A symbolic link, whose bytes are where it leads. */
  readonly isLink: boolean;
}

interface Entry {
  readonly kind: 'file' | 'folder' | 'link';
  readonly name: string;
  readonly id: string;
}

/** So many folders are kept in memory: an archive of twenty thousand pieces. */
const MOST_KEPT = 20_000;
const ID = /^[0-9a-f]{40,64}$/;

/** Lists what is in a commit. A tree never changes under its id, so each is read once. */
export class TreeReader {
  readonly #objects: ObjectReader;
  readonly #kept = new Map<string, readonly Entry[]>();
  /** The tree of each commit. */
  readonly #tops = new Map<string, string>();

  constructor(objects: ObjectReader) {
    this.#objects = objects;
  }

  /**
   * Every file and link of a commit or tree at or below a path, in the order of git; all of it where
   * the path is empty. Other repositories in it are passed over. Rejects when there is no such commit.
   */
  async filesBelow(commit: string, below: string): Promise<readonly TreeEntry[]> {
    const names = below.split('/').filter(Boolean);
    let at: Entry = { kind: 'folder', name: '', id: await this.#topOf(commit) };
    for (const name of names) {
      const inside: readonly Entry[] = at.kind === 'folder' ? await this.#tree(at.id) : [];
      const next = inside.find((each) => each.name === name);
      if (next === undefined) return [];
      at = next;
    }
    if (at.kind !== 'folder' && below.endsWith('/')) return [];
    return this.#allIn(names.join('/'), at);
  }

  async #allIn(path: string, { kind, id }: Entry): Promise<readonly TreeEntry[]> {
    if (kind !== 'folder') return [{ path, blob: id, isLink: kind === 'link' }];
    const inside = await this.#tree(id);
    const found = await Promise.all(
      inside.map((entry) => this.#allIn(path === '' ? entry.name : `${path}/${entry.name}`, entry)),
    );
    return found.flat();
  }

  async #topOf(commit: string): Promise<string> {
    const known = this.#tops.get(commit);
    if (known !== undefined) return known;
    const top = await this.#objects.info(`${commit}^{tree}`);
    if (top?.type !== 'tree') throw notHere();
    if (ID.test(commit)) keep(this.#tops, commit, top.name);
    return top.name;
  }

  async #tree(id: string): Promise<readonly Entry[]> {
    const known = this.#kept.get(id);
    if (known !== undefined) return known;
    const tree = await this.#objects.read(id);
    if (tree?.type !== 'tree') throw notHere();
    const entries = entriesIn(tree.bytes, id.length / 2);
    keep(this.#kept, id, entries);
    return entries;
  }
}

/** `<mode> <name>\0<id>` after one another. */
function entriesIn(bytes: Buffer, idBytes: number): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(32, at);
    const end = space < 0 ? -1 : bytes.indexOf(0, space);
    if (end < 0) throw notHere();
    const kind = kindOf(bytes.toString('latin1', at, space));
    const name = bytes.toString('utf8', space + 1, end);
    at = end + 1 + idBytes;
    // Git makes no such name, and what is written out by it would lie outside the folder.
    if (['', '.', '..'].includes(name) || name.includes('/')) throw notHere();
    if (kind !== undefined) entries.push({ kind, name, id: bytes.toString('hex', end + 1, at) });
  }
  return entries;
}

function kindOf(mode: string): Entry['kind'] | undefined {
  if (mode.startsWith('100')) return 'file';
  if (mode === '120000') return 'link';
  return mode === '40000' ? 'folder' : undefined;
}

/** What was kept longest goes first. */
function keep<T>(kept: Map<string, T>, id: string, value: T): void {
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(id, value);
}

function notHere(): GitError {
  return new GitError('cat-file', -1, Buffer.alloc(0));
}
