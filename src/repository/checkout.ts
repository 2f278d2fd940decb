import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import {
  allOf,
  readBlobs,
  type Changes,
  filesOf,
  type Repository,
  type TreeFile,
} from './repository.ts';
import { writeOut } from './write-out.ts';

/** Does something to a copy of one contribution on disk, and tells what it changed. */
export async function withCheckout<T>(
  repository: Repository,
  commit: string,
  id: string,
  work: (content: string) => Promise<T>,
): Promise<{ readonly answer: T; readonly changes: Changes }> {
  // The priorities may name it, and a withdrawal takes it out of them.
  const places = [`content/stories/${id}/`, `content/withdrawn/${id}.yaml`, 'content/priorities/'];
  return withCheckoutOf(repository, commit, places, work);
}

/** The same with a copy of the files and folders that are named, and of nothing else. */
export async function withCheckoutOf<T>(
  repository: Repository,
  commit: string,
  places: readonly string[],
  work: (content: string) => Promise<T>,
): Promise<{ readonly answer: T; readonly changes: Changes }> {
  const before: TreeFile[] = [];
  for (const place of places) before.push(...(await filesOf(repository, commit, place)));
  return inAFolder(repository, before, async (content) => {
    const answer = await work(content);
    return { answer, changes: await changesIn(repository, before, content) };
  });
}

/** Does something with the whole content of a commit or a tree, written into a folder that goes afterwards. */
export async function withWholeCheckout<T>(
  repository: Repository,
  tree: string,
  work: (content: string) => Promise<T>,
): Promise<T> {
  return inAFolder(repository, await allOf(repository, tree), work);
}

/** Does something with some files of a commit, written into a folder that goes afterwards. */
export async function withFiles<T>(
  repository: Repository,
  files: readonly TreeFile[],
  work: (content: string) => Promise<T>,
): Promise<T> {
  return inAFolder(repository, files, work);
}

async function inAFolder<T>(
  repository: Repository,
  files: readonly TreeFile[],
  work: (content: string) => Promise<T>,
): Promise<T> {
  const content = join(repository.scratch, `copy-${randomUUID()}`);
  try {
    await writeOut(repository, files, content);
    return await work(content);
  } finally {
    await rm(content, { recursive: true, force: true });
  }
}

async function changesIn(
  repository: Repository,
  before: readonly TreeFile[],
  content: string,
): Promise<Changes> {
  const old = await readBlobs(
    repository,
    before.map(({ blob }) => blob),
  );
  const changes = new Map<string, Buffer | null>(before.map(({ path }) => [path, null]));
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) {
    const file = join(parentPath, name);
    const path = `content/${relative(content, file).split(sep).join('/')}`;
    const bytes = await readFile(file);
    const was = before.find((each) => each.path === path);
    if (was !== undefined && old.get(was.blob)?.equals(bytes)) changes.delete(path);
    else changes.set(path, bytes);
  }
  return changes;
}
