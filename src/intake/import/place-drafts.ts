import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Problem, problemAt } from '#records/problem.ts';
import { fileDigest } from '#repository/content-files.ts';
import { mapConcurrently } from '#release/map-concurrently.ts';
import { approve } from '#intake/approve.ts';
import type { DraftPiece } from './draft.ts';
import type { Progress } from '#state/progress.ts';

export interface Placed {
  /** What is in now and was not before. */
  readonly made: readonly DraftPiece[];
  readonly alreadyHere: number;
  /** What could not be put in place. After one, no other is begun. */
  readonly problems: readonly Problem[];
}

/**
 * Puts drafts in place, each whole or not at all. What is there already is left as it is, so an
 * import that was broken off can be run again.
 */
export async function placeDrafts(
  content: string,
  drafts: readonly DraftPiece[],
  onProgress: Progress,
): Promise<Placed> {
  const side = join(content, 'stories', '.import');
  const problems: Problem[] = [];
  const made: DraftPiece[] = [];
  let alreadyHere = 0;
  const one = async (draft: DraftPiece): Promise<void> => {
    if (problems.length > 0) return;
    try {
      if (await place({ content, side, draft })) made.push(draft);
      else alreadyHere += 1;
      onProgress(made.length + alreadyHere, drafts.length);
    } catch (error) {
      problems.push(notWritten(draft, error));
    }
  };
  try {
    await begin(content, side);
    await mapConcurrently(2, drafts, one);
  } finally {
    await rm(side, { recursive: true, force: true });
  }
  return { made, alreadyHere, problems };
}

async function begin(content: string, side: string): Promise<void> {
  await rm(side, { recursive: true, force: true });
  await mkdir(side, { recursive: true });
  const names = await readdir(content);
  if (!names.includes('settings.yaml')) {
    await writeFile(join(content, 'settings.yaml'), stringify({ name: 'Imported archive' }));
  }
}

/** Writes one contribution aside, approvals too, then puts it in place. Says whether it was new. */
async function place(input: {
  readonly content: string;
  readonly side: string;
  readonly draft: DraftPiece;
}): Promise<boolean> {
  const { content, side, draft } = input;
  const folder = join(content, 'stories', draft.id);
  if ((await fileDigest(join(folder, 'story.md'))) !== undefined) return false;
  const aside = join(side, 'stories', draft.id);
  await mkdir(aside, { recursive: true });
  for (const { from, name, text } of await draft.files()) {
    await writeFile(join(aside, name), from === undefined ? (text ?? '') : await readFile(from));
  }
  const matter = stringify(await draft.record(), { lineWidth: 0 });
  await writeFile(join(aside, 'story.md'), `---\n${matter}---\n${draft.body}`);
  if (draft.granted) await approved(side, draft.id);
  await rename(aside, folder);
  return true;
}

async function approved(root: string, id: string): Promise<void> {
  const done = await approve({ content: root, ids: [id] });
  if (done.kind !== 'looked' || done.problems.length > 0) throw new Error('not-read-back');
}

/** A system's message may hold the name of a file, so its code alone is told. */
function notWritten({ label, id }: DraftPiece, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? 'not read back';
  return problemAt({ file: label }, 'not-put-in-place', { id, code });
}
