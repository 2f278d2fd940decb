import { isNew, type ImmutableMap } from './globals.ts';
import { normaliseRecord, withoutHistory } from './normalise-record.ts';

/** The record of an entry as a save sends it. */
export function recordToSave(entry: ImmutableMap): Record<string, unknown> {
  const record = normaliseRecord((entry.get('data') as ImmutableMap).toJS());
  return isNew(entry) ? withoutHistory(record) : record;
}
