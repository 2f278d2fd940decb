import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCollection } from 'astro:content';
import { releaseFolder } from './release-folder.ts';
import type { Released, Site, Story } from './released.ts';
import { wordsToHtml } from './words.ts';

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

/** The words in one file of the release tree, as HTML. */
export function wordsHtml(wordsFile: string): string {
  return wordsToHtml(readFileSync(join(releaseFolder(), wordsFile), 'utf8'));
}
