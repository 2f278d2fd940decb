import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSeq, parseDocument } from 'yaml';
import { list } from '#repository/content-files.ts';

/**
 * Takes a withdrawn piece out of every priority that names it, so that nothing of it stays where its
 * record goes without a trace, and the next build finds no name of something that is not there.
 * What cannot be read or written is left: a withdrawal waits for nothing, and `check` tells.
 */
export async function removeFromPriorities(root: string, id: string): Promise<void> {
  const { files } = await list(root, 'priorities');
  for (const name of files.filter((each) => /\.ya?ml$/.test(each)))
    await outOf(join(root, 'priorities', name), id).catch(() => undefined);
}

async function outOf(file: string, id: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!text.includes(id)) return;
  const record = parseDocument(text, { version: '1.2', schema: 'core' });
  const pieces = record.get('pieces');
  if (record.errors.length > 0 || !isSeq(pieces)) return;
  const named = pieces.toJSON() as readonly unknown[];
  if (!named.includes(id)) return;
  for (const [at, each] of [...named.entries()].toReversed()) if (each === id) pieces.delete(at);
  await writeFile(`${file}.new`, record.toString({ lineWidth: 0 }));
  await rename(`${file}.new`, file);
}
