import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { adminFiles } from '#cms/admin-files.ts';
import { deskLists } from '#cms/desk-lists.ts';
import { type AdminFiles, type Desk, type FinishedSite, runFolder } from '#gateway/desk-context.ts';
import { filesOf, type GitStore, liveTip, openStore, writeOut } from '#gateway/git-store.ts';
import { gitLine } from '#gateway/git.ts';
import { isAhead, lastSite, type OpenDesk, openDesk } from '#gateway/open-desk.ts';
import { Register } from '#register/register.ts';
import { deskCommands } from './desk-commands.ts';
import { tell } from './printer.ts';
import { stateOf } from './state.ts';
import { londonDay } from './today.ts';

/** The content in git, when it is there; the branch is a setting, ARCHIVE_BRANCH. */
export function storeOf(content: string): Promise<GitStore | undefined> {
  return openStore({
    content: resolve(content),
    branch: process.env['ARCHIVE_BRANCH'] ?? 'archive',
    scratch: runFolder(stateOf(content).desk),
  });
}

/** The desk's branch, when there is one: reading it must not make it. */
export async function deskStoreOf(content: string): Promise<GitStore | undefined> {
  const branch = process.env['ARCHIVE_BRANCH'] ?? 'archive';
  const there = await gitLine(resolve(content), [
    'rev-parse',
    '--verify',
    '-q',
    `refs/heads/${branch}`,
  ]).catch(() => undefined);
  return there === undefined ? undefined : storeOf(content);
}

/** The desk over the content in git and a finished site. `day` stands still when one was asked for. */
export function deskOver(input: {
  readonly store: GitStore;
  readonly content: string;
  readonly site: FinishedSite;
  readonly today?: Desk['today'];
}): Promise<OpenDesk> {
  const { store, site } = input;
  const content = resolve(input.content);
  const state = stateOf(content);
  const today = input.today ?? (() => londonDay(new Date()));
  return openDesk({
    store,
    site,
    media: state.store,
    folder: state.desk,
    admin: editorFiles(content, state.desk),
    commands: deskCommands(content, today),
    register: Register.open(state.register, Date.now),
    now: Date.now,
    today,
  });
}

/** The editor's files, its lists read from what the desk last published, or from the content folder. */
function editorFiles(content: string, desk: string): AdminFiles {
  const published = join(desk, 'content');
  const files = adminFiles(() => deskLists(existsSync(published) ? published : content));
  return {
    policy: files.policy,
    read: (path) => files.read(`/admin/${path === 'index.html' ? '' : path}`, 'facilitator'),
  };
}

/**
 * The folder the first site is built from: the content folder as it lies there, or, when the desk has
 * published or withdrawn what is not in it yet, a copy of the desk's branch, so that a new start
 * brings nothing back.
 */
export async function sourceOf(store: GitStore | undefined, content: string): Promise<string> {
  if (store === undefined || !(await isAhead(store))) return content;
  tell(
    `The desk has saved changes that are not in the folder ${content} yet; the site is built from the desk's branch.`,
  );
  const folder = join(stateOf(content).desk, 'content');
  await rm(folder, { recursive: true, force: true });
  await writeOut(store, await filesOf(store, await liveTip(store)), folder);
  return folder;
}

/**
 * The folder to serve after the first build: the one just built, and the desk's own older sites go;
 * or, when the build failed, the last site the desk built, with what was withdrawn since taken out.
 */
export async function toServe(content: string, built: string, ok: boolean): Promise<string> {
  const { desk } = stateOf(content);
  if (!ok) return (await lastSite(desk))?.folder ?? built;
  await rm(join(desk, 'site.json'), { force: true });
  await rm(join(desk, 'sites'), { recursive: true, force: true });
  return built;
}
