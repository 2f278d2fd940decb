import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCollection } from 'astro:content';
import { releaseFolder } from './release-folder.ts';
import type { Answer, Asset, Exhibition, Page, Released, Site, Story } from './released.ts';
import { visibleText, wordsToHtml } from './words.ts';

/**
 * The one place where pages ask for what was released. What stands in the release tree has passed
 * `admit`, so the brand is put back on what the tree holds.
 */
export async function releasedStories(): Promise<readonly Released<Story>[]> {
  const entries = await getCollection('stories');
  return entries.map((entry) => entry.data as unknown as Released<Story>);
}

export function releasedSite(): Released<Site> {
  return JSON.parse(readFileSync(join(releaseFolder(), 'site.json'), 'utf8')) as Released<Site>;
}

/** The community assets in the release tree, in the order of their ids. */
export function releasedAssets(): readonly Released<Asset>[] {
  return JSON.parse(readFileSync(join(releaseFolder(), 'assets/assets.json'), 'utf8'));
}

/** What institutions answered, newest first. */
export function releasedAnswers(): readonly Released<Answer>[] {
  return JSON.parse(readFileSync(join(releaseFolder(), 'responses/responses.json'), 'utf8'));
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
  return readFileSync(join(releaseFolder(), wordsFile), 'utf8');
}

/** The exhibitions in the release tree. */
export async function releasedExhibitions(): Promise<readonly Released<Exhibition>[]> {
  const entries = await getCollection('exhibitions');
  return entries.map((entry) => entry.data as unknown as Released<Exhibition>);
}

/** The facilitators' pages in the release tree. */
export async function releasedPages(): Promise<readonly Released<Page>[]> {
  const entries = await getCollection('pages');
  return entries.map((entry) => entry.data as unknown as Released<Page>);
}
