import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import { MANIFEST_LIMITS } from '#records/limits.ts';
import { parseRecord } from '#records/parse-record.ts';
import { type Problem, problemAt } from '#records/problem.ts';
import { type DraftPiece, draftFromEntry } from './draft.ts';
import { fileInside } from './inside-folder.ts';
import { importManifest, piecesOf } from './manifest.ts';

interface FolderInput {
  /** A folder with `manifest.json`. */
  readonly from: string;
  readonly grant?: readonly Use[] | undefined;
  readonly day: Day;
  readonly mediaCache: string;
}

/** Each story and clip of a folder as a contribution; problems of the manifest itself come alone. */
export async function draftsFromFolder(
  input: FolderInput,
): Promise<{ readonly drafts: readonly DraftPiece[]; readonly problems: readonly Problem[] }> {
  const file = 'manifest.json';
  let data: unknown;
  try {
    data = JSON.parse(await readFile(join(input.from, file), 'utf8'));
  } catch {
    return { drafts: [], problems: [problemAt({ file }, 'no-manifest')] };
  }
  const parsed = parseRecord(importManifest, data, file, MANIFEST_LIMITS);
  if (!parsed.ok) return { drafts: [], problems: parsed.problems };
  const root = await realpath(input.from);
  const drafts: DraftPiece[] = [];
  for (const { source, illustrations } of piecesOf(parsed.value.entries)) {
    const paths = await Promise.all(
      [source, ...illustrations].map(({ path }) => fileInside(root, path)),
    );
    drafts.push(await draftFromEntry({ ...input, source, illustrations, paths }));
  }
  return { drafts, problems: [] };
}
