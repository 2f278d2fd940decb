import { resolve } from 'node:path';
import { HideList } from '#hosting/hide-list.ts';
import { buildRecordOf } from '#hosting/build-record.ts';
import { writeHostFiles } from '#hosting/host-files.ts';
import type { Outcome } from '#cli/printer.ts';
import { deskStoreOf } from '#cli/source.ts';
import { stateOf } from '#state/state.ts';

/**
 * Builds, and takes off the hide list what that build was made without: withdrawals that were done
 * when it began. What `hide` holds stays, and so does everything where there is a desk, which forgets
 * an entry itself when it serves a site without it.
 */
export async function settling(
  { content, out }: { readonly content: string; readonly out: string },
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const state = stateOf(content);
  const hidden = await HideList.open(state.desk);
  const settled = hidden.entries.filter(({ done, hold }) => done && hold !== true);
  const outcome = await work();
  if (outcome.exit !== 0 || settled.length === 0) return outcome;
  if ((await deskStoreOf(content)) !== undefined) return outcome;
  await hidden.forget(settled);
  await writeHostFiles(state, await buildRecordOf(state.built, resolve(out)), out);
  return outcome;
}
