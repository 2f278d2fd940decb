import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { headersFile, parseHeadersFile } from './headers.ts';
import { isNamed, withoutPieces } from './without-pieces.ts';

export interface TakeDownInput {
  /** A built site. */
  readonly folder: string;
  /** What comes down, and whether its addresses say so afterwards. */
  readonly pieces: ReadonlyMap<string, 'notice' | 'no-trace'>;
  /** Files of the search index by contribution; without it the index is looked through. */
  readonly fragments?: Readonly<Record<string, readonly string[]>> | undefined;
  /** What stands, until the next build, where a page still named a piece; by its language or nothing. */
  readonly meanwhile: (language: string) => string;
}

/** What a folder lost. Paths are relative to it, with `/`. */
export interface FolderChanges {
  /** Files that are there with other bytes now, and their SHA-256. */
  readonly changed: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
  /** Files that still named a piece when it had been cut out: closed until the next build. */
  readonly closed: readonly string[];
}

/**
 * Takes pieces out of a built folder on disk, so that any web server that serves it stops showing
 * them: their own files, their search entries, and every mention on other pages. A stop-gap until the
 * next build; doing it twice does no more than doing it once.
 */
export async function takeDown(input: TakeDownInput): Promise<FolderChanges> {
  const { folder, pieces, fragments, meanwhile } = input;
  const changed = new Map<string, string>();
  const removed: string[] = [];
  const closed: string[] = [];
  if ((await stat(folder).catch(() => undefined)) === undefined)
    return { changed, removed, closed };
  const ids = [...pieces.keys()];
  const paths = await below(folder, (entry) => entry.isFile());
  for (const path of paths) {
    const id = ownerOf(path, ids) ?? (await fragmentOwner({ folder, path, ids, fragments }));
    if (id !== undefined) {
      const stone = stoneFor(path, pieces.get(id));
      if (stone !== undefined && (await putStone(folder, stone, path)))
        changed.set(path, await digestOf(join(folder, path)));
      else {
        await rm(join(folder, path), { force: true });
        removed.push(path);
      }
    } else if (!/^(?:media|pagefind)\//.test(path)) {
      const left = await leftOf(join(folder, path), path, ids);
      if (left === undefined) continue;
      if (left.named) closed.push(path);
      if (left.named && !path.endsWith('.html')) {
        await rm(join(folder, path), { force: true });
        removed.push(path);
        continue;
      }
      const text = left.named ? meanwhile(path.split('/')[0] ?? '') : left.text;
      await writeAside(join(folder, path), text);
      changed.set(path, sha256(text));
    }
  }
  // Each of its words stands in the index that all pieces share; whoever called makes it anew.
  if (removed.some((path) => path.endsWith('.pf_fragment')))
    for (const path of paths.filter((each) =>
      /^pagefind\/(?:.*\.pf_(?:index|meta|filter)|words[\w-]*\.(?:txt|json))$/.test(each),
    )) {
      await rm(join(folder, path), { force: true });
      removed.push(path);
    }
  await removeEmpty(folder, ids);
  return { changed, removed, closed };
}

/** The contribution whose own file or folder this is: its page in any language, or its media. */
function ownerOf(path: string, ids: readonly string[]): string | undefined {
  const id = /^(?:(?:[A-Za-z-]+\/)?stories|media)\/([a-z0-9]+)(?:\/|$)/.exec(path)?.[1];
  return id !== undefined && ids.includes(id) ? id : undefined;
}

/** The name of an empty folder would still say that the piece was here. One that holds anything stays. */
async function removeEmpty(folder: string, ids: readonly string[]): Promise<void> {
  const own = (await below(folder, (entry) => entry.isDirectory())).filter(
    (path) => ownerOf(path, ids) !== undefined,
  );
  // The innermost first.
  for (const path of own.toReversed()) await rmdir(join(folder, path)).catch(() => undefined);
}

async function fragmentOwner(input: {
  readonly folder: string;
  readonly path: string;
  readonly ids: readonly string[];
  readonly fragments: TakeDownInput['fragments'];
}): Promise<string | undefined> {
  const { folder, path, ids, fragments } = input;
  if (!path.endsWith('.pf_fragment')) return undefined;
  if (fragments !== undefined) return ids.find((id) => fragments[id]?.includes(path));
  try {
    const text = gunzipSync(await readFile(join(folder, path))).toString('utf8');
    return ids.find((id) => text.includes(`/stories/${id}/`));
  } catch {
    // Nobody can tell whose it is.
    return ids[0];
  }
}

/** Where the page that says "no longer here" lies, for the address of a page that should say so. */
function stoneFor(path: string, trace: 'notice' | 'no-trace' | undefined): string | undefined {
  const page = /^((?:[A-Za-z-]+\/)?)stories\/[a-z0-9]+\/index\.html$/.exec(path);
  return page === null || trace !== 'notice' ? undefined : `${page[1]}gone/index.html`;
}

async function putStone(folder: string, stone: string, path: string): Promise<boolean> {
  const aside = join(folder, `${path}.new`);
  try {
    await copyFile(join(folder, stone), aside);
    await rename(aside, join(folder, path));
    return true;
  } catch {
    await rm(aside, { force: true });
    return false;
  }
}

/** What is left of a file that names a piece; nothing when it names none. */
async function leftOf(file: string, path: string, ids: readonly string[]) {
  const bytes = await readFile(file);
  // Our own build writes an id as it is, so most files need not be looked into.
  if (!ids.some((id) => bytes.includes(id))) return undefined;
  const text = bytes.toString('utf8');
  if (!ids.some((id) => isNamed(text, id))) return undefined;
  if (path === '_headers' || path === '_redirects') return hostRules(path, text, ids);
  const kind = path.endsWith('.html') ? 'html' : path.endsWith('.xml') ? 'xml' : 'other';
  return withoutPieces(kind, text, ids);
}

function hostRules(path: string, text: string, ids: readonly string[]) {
  if (path === '_redirects') return { text, named: false };
  const rules = parseHeadersFile(text).filter((rule) => !ids.some((id) => isNamed(rule.path, id)));
  return { text: headersFile(rules), named: false };
}

async function below(
  folder: string,
  wanted: (entry: Dirent) => boolean,
): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(wanted)
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();
}

async function writeAside(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

async function digestOf(file: string): Promise<string> {
  return sha256(await readFile(file));
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
