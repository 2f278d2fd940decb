import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dailyFacts } from '#schedule/daily-facts.ts';
import type { Desk } from '#server/desk-context.ts';
import { lastText } from './finish-withdrawal.ts';
import { traceIn } from './withdrawals.ts';

/**
 * Hides what the served site shows and nobody may see today, where no build works: a yes that ran out
 * must not stand on the site because of a mistake somewhere else (consent.md §3.4, row 5; T30). What
 * cannot be read is left as it is, because nobody can tell. Answers with the ids.
 */
export async function hideLapsed(desk: Desk): Promise<readonly string[]> {
  const { hidden, publisher, store, now } = desk;
  const { folder, tombstones } = publisher.site;
  const { closed } = await dailyFacts(desk);
  const served = await readdir(join(folder, 'stories')).catch(() => []);
  const lapsed = served.filter(
    (id) => closed.has(id) && !tombstones.includes(id) && !hidden.hides(id),
  );
  for (const id of lapsed) {
    const trace = traceIn((await lastText(store, id)) ?? '');
    const at = new Date(now()).toISOString();
    await hidden.markDone(await hidden.add({ id, trace, at, lapsed: true }));
  }
  return lapsed;
}
