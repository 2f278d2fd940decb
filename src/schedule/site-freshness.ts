import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FRESH_HOURS, type Freshness, freshnessOf } from './freshness.ts';
import type { Desk } from '#server/desk-context.ts';

/** How old the site is that is being served, from what it says of itself. */
export async function siteFreshness({ publisher, now }: Desk): Promise<Freshness> {
  const file = join(publisher.site.folder, '.well-known', 'build.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return freshnessOf({ text, now: now(), hours: FRESH_HOURS });
}
