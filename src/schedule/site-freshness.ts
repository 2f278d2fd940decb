import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FRESH_HOURS, type Freshness, freshnessOf } from './freshness.ts';

/** How old the site in a folder is, from what it says of itself; `now` in milliseconds. */
export async function siteFreshness(folder: string, now: number): Promise<Freshness> {
  const file = join(folder, '.well-known', 'build.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return freshnessOf({ text, now, hours: FRESH_HOURS });
}
