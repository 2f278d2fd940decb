import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHeadersFile } from './headers.ts';
import { hostHeaders } from './host-headers.ts';
import { hostRules } from './host-rules.ts';
import { HideList } from './hide-list.ts';
import { writeAtomically } from '#state/atomic-write.ts';
import type { BuildRecord } from './build-record.ts';
import { restrictAccess } from '#state/restrict-access.ts';
import type { State } from '#state/state.ts';

/**
 * Writes what another web server must answer for: the tombstones of a build, what is hidden since, and
 * the headers of the built `folder`.
 * Answers with the folder. Outside the built site, because it lists what is no longer here.
 */
export async function writeHostFiles(
  state: State,
  record: Pick<BuildRecord, 'tombstones' | 'fragments'> | undefined,
  folder: string,
): Promise<string> {
  const hidden = await HideList.open(state.desk);
  const pieces = new Map([
    ...(record?.tombstones ?? []).map((id) => [id, 'notice'] as const),
    ...hidden.traces,
  ]);
  await mkdir(state.hosts, { recursive: true });
  const headers = await readFile(join(folder, '_headers'), 'utf8').catch(() => undefined);
  const files = [
    ...hostRules({ pieces, fragments: record?.fragments }),
    ...(headers === undefined ? [] : hostHeaders(parseHeadersFile(headers))),
  ];
  for (const { name, text } of files) {
    await writeAtomically(join(state.hosts, name), text);
    // The web server has a user of its own.
    await chmod(join(state.hosts, name), 0o644);
  }
  await chmod(state.hosts, 0o755);
  await restrictAccess(state.root);
  return state.hosts;
}
