import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dailyFacts, type LiveContent } from '#schedule/daily-facts.ts';
import type { FinishedSite } from '#hosting/finished-site.ts';
import type { HideList } from '#hosting/hide-list.ts';
import { lastText } from './finish-withdrawal.ts';
import { traceIn } from './withdrawals.ts';

/** What is published, and the site that is served. */
export interface Served extends LiveContent {
  readonly hidden: HideList;
  readonly publisher: { readonly site: FinishedSite };
  readonly now: () => number;
}

/**
 * Hides what the served site shows and nobody may see today, where no build works: a yes that ran out
 * must not stand on the site because of a mistake somewhere else (docs/consent.md §3.4, row 5; T30). What
 * cannot be read is left as it is, because nobody can tell. Answers with the ids.
 */
export async function hideExpired(desk: Served): Promise<readonly string[]> {
  const { hidden, publisher } = desk;
  const { folder, tombstones } = publisher.site;
  const { closed } = await dailyFacts(desk);
  const served = await readdir(join(folder, 'stories')).catch(() => []);
  const expired = served.filter(
    (id) => closed.has(id) && !tombstones.includes(id) && !hidden.hides(id),
  );
  for (const id of expired) {
    await hideUntilBuilt(desk, id);
  }
  return expired;
}

/**
 * Hides one piece until a site is served that was built from what is published now; also where it is hidden
 * or not served yet, because a build that began before may bring it.
 */
export async function hideUntilBuilt(
  { hidden, repository, now }: Pick<Served, 'hidden' | 'repository' | 'now'>,
  id: string,
): Promise<void> {
  const trace = traceIn((await lastText(repository, id)) ?? '');
  const at = new Date(now()).toISOString();
  await hidden.markDone(await hidden.add({ id, trace, at, expired: true }));
}
