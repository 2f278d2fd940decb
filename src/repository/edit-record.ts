import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Document } from 'yaml';
import { editFrontMatter } from './edit-front-matter.ts';
import { Fault } from '#records/fault.ts';

/**
 * Changes the front matter of one record in its file and nothing else (`editFrontMatter`). Written
 * whole to one side, then put in place.
 */
export async function editRecord(file: string, change: (record: Document) => void): Promise<void> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  const written = editFrontMatter(text, change);
  if (written === undefined) throw new Fault('record-not-editable', { file });
  await writeFile(`${file}.new`, written);
  await rename(`${file}.new`, file);
}
