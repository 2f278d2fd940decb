import { readFile, rename, writeFile } from 'node:fs/promises';
import { type Document, parseDocument } from 'yaml';
import { plainAliases } from './plain-aliases.ts';

/**
 * Changes the front matter of one record and nothing else: the words below it, the comments and the
 * order of its keys stay as they were; only aliases are written out. Written whole to one side, then
 * put in place.
 */
export async function editRecord(file: string, change: (record: Document) => void): Promise<void> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  const match = /^(---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*(?:\r?\n|$))/m.exec(text);
  if (match === null || match.index !== 0) {
    throw new Error(`${file}: the record at the top could not be found. Nothing was changed.`);
  }
  const [whole, open = '', matter = '', close = ''] = match;
  const record = parseDocument(matter, { version: '1.2', schema: 'core' });
  if (record.errors.length > 0 || !canBePlain(record)) {
    throw new Error(`${file}: the record at the top is not valid YAML. Nothing was changed.`);
  }
  change(record);
  const written = record.toString({ lineWidth: 0 });
  await writeFile(`${file}.new`, `${open}${written}${close}${text.slice(whole.length)}`);
  await rename(`${file}.new`, file);
}

/** What the parser says of an alias may name what stands in the record, so only that it failed is told. */
function canBePlain(record: Document): boolean {
  try {
    plainAliases(record);
    return true;
  } catch {
    return false;
  }
}
