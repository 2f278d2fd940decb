import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '#records/fault.ts';
import { releaseFolder } from './release-folder.ts';
import type { Answer, Asset, Exhibition, Page, Released, Site, Story } from './released.ts';
import { visibleText, wordsToHtml } from './words.ts';

/** The tree that one drawing reads. */
interface Tree {
  /** Undefined: the drawing may read none. */
  readonly folder: string | undefined;
}

const own = new AsyncLocalStorage<Tree>();

/**
 * Draws with a release tree of its own in place of the one of this process, as a preview does: whatever
 * `draw` waits for reads that folder too. Without a folder it reads no tree at all.
 */
export function onTree<T>(folder: string | undefined, draw: () => Promise<T>): Promise<T> {
  return own.run({ folder }, draw);
}

/** Stands for the drawing that asks, where it has a tree of its own; nothing while a site is built. */
export function ownTree(): object | undefined {
  return own.getStore();
}

function treeFolder(): string {
  const tree = own.getStore();
  if (tree === undefined) return releaseFolder();
  if (tree.folder === undefined) throw new Fault('drawn-without-tree', {});
  return tree.folder;
}

/**
 * The one place where pages ask for what was released. What stands in the release tree has passed
 * `admit`, so the brand is put back on what the tree holds.
 */
export function releasedStories(): readonly Released<Story>[] {
  return recordsOf('contributions');
}

export function releasedSite(): Released<Site> {
  return read('site.json');
}

/** The addresses that stand in the sitemap, as paths. */
export function releasedListed(): readonly string[] {
  return read('listed.json');
}

/** The community assets in the release tree, in the order of their ids. */
export function releasedAssets(): readonly Released<Asset>[] {
  return read('assets/assets.json');
}

/** What institutions answered, newest first. */
export function releasedAnswers(): readonly Released<Answer>[] {
  return read('responses/responses.json');
}

/** The words in one file of the release tree, as HTML; their headings begin at `top`. */
export function wordsHtml(wordsFile: string, top: 2 | 3 | 4): string {
  return wordsToHtml(typed(wordsFile), top);
}

/** The words in one file of the release tree, as a reader meets them. */
export function wordsSeen(wordsFile: string): string {
  return visibleText(typed(wordsFile));
}

function typed(wordsFile: string): string {
  return readFileSync(join(treeFolder(), wordsFile), 'utf8');
}

/** The exhibitions in the release tree. */
export function releasedExhibitions(): readonly Released<Exhibition>[] {
  return recordsOf('exhibitions');
}

/** The facilitators' pages in the release tree. */
export function releasedPages(): readonly Released<Page>[] {
  return recordsOf('pages');
}

/** All records of one kind, in the order of their ids; none where no release was made yet. */
function recordsOf<T>(kind: 'contributions' | 'exhibitions' | 'pages'): readonly T[] {
  const home = join(treeFolder(), kind);
  const names = existsSync(home) ? readdirSync(home).filter((name) => name.endsWith('.json')) : [];
  return names.sort().map((name) => read<T>(join(kind, name)));
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(treeFolder(), file), 'utf8')) as T;
}
