import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hostRules } from '#deploy/host-rules.ts';
import { HideList } from '#gateway/hide-list.ts';
import { writeWhole } from '#gateway/write-whole.ts';
import type { BuildRecord } from './build-record.ts';
import type { State } from './state.ts';

/**
 * Writes what another web server must answer for: the tombstones of a build and what is hidden since.
 * Answers with the folder. Outside the built site, because it lists what is no longer here.
 */
export async function writeHostFiles(
  state: State,
  record: Pick<BuildRecord, 'tombstones' | 'fragments'> | undefined,
): Promise<string> {
  const hidden = await HideList.open(state.desk);
  const pieces = new Map([
    ...(record?.tombstones ?? []).map((id) => [id, 'notice'] as const),
    ...hidden.traces,
  ]);
  await mkdir(state.hosts, { recursive: true });
  for (const { name, text } of hostRules({ pieces, fragments: record?.fragments }))
    await writeWhole(join(state.hosts, name), text);
  return state.hosts;
}
