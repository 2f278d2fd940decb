import { Fault } from '#records/fault.ts';
import type { Hidden } from './hidden.ts';
import { HideList } from './hide-list.ts';
import type { State } from '#state/state.ts';

/**
 * What is hidden at this moment. Throws where that cannot be read: whoever begins now knows of nothing
 * that was hidden before, and on doubt nothing is made.
 */
export async function hiddenNow({ desk }: Pick<State, 'desk'>): Promise<readonly Hidden[]> {
  let isKnown = true;
  const { entries } = await HideList.open(desk, () => {
    isKnown = false;
  });
  if (!isKnown) throw new Fault('hide-list-unreadable', { folder: desk });
  return entries;
}

/**
 * Ids that no build may show: what `archive hide` holds, and what was begun to be withdrawn and is not
 * out of the content yet. A withdrawal that is done is in the content itself.
 */
export async function hiddenIn(state: Pick<State, 'desk'>): Promise<ReadonlySet<string>> {
  return hiddenAmong(await hiddenNow(state));
}

/** The ids of those entries of a hide list that keep their piece out of whatever is made now. */
export function hiddenAmong(entries: readonly Hidden[]): ReadonlySet<string> {
  return new Set(entries.filter(({ hold, done }) => hold === true || !done).map(({ id }) => id));
}

/** Ids whose hiding or withdrawal was begun and cut short; one of them twice when two were. */
export async function unfinishedIn(state: Pick<State, 'desk'>): Promise<readonly string[]> {
  return (await hiddenNow(state)).filter(({ done }) => !done).map(({ id }) => id);
}
