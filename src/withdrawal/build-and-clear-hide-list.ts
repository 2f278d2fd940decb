import { resolve } from 'node:path';
import { HideList } from '#hosting/hide-list.ts';
import { buildRecordOf } from '#hosting/build-record.ts';
import { writeHostFiles } from '#hosting/host-files.ts';
import { deskRepositoryOf } from '#state/content-source.ts';
import { stateOf } from '#state/state.ts';

/**
 * Builds, and takes off the hide list what that build was made without: withdrawals that were done
 * when it began. What `hide` holds stays, and so does everything where there is a desk, which forgets
 * an entry itself when it serves a site without it. `isBuilt` says whether a new site stands.
 */
export async function buildAndClearHideList<Built>(
  { content, out }: { readonly content: string; readonly out: string },
  build: () => Promise<Built>,
  isBuilt: (built: Built) => boolean,
): Promise<Built> {
  const state = stateOf(content);
  const hidden = await HideList.open(state.desk);
  const settled = hidden.entries.filter(({ done, hold }) => done && hold !== true);
  const built = await build();
  if (!isBuilt(built) || settled.length === 0) return built;
  if ((await deskRepositoryOf(content)) !== undefined) return built;
  await hidden.forget(settled);
  await writeHostFiles(state, await buildRecordOf(state.built, resolve(out)), out);
  return built;
}
