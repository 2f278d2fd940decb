import { type Document, parseDocument } from 'yaml';
import { isReadableYaml } from '#records/yaml.ts';
import { plainAliases } from './plain-aliases.ts';

/** The line above the record, the record, and the line below it (as `FENCE`, kept apart). */
const AROUND = /(---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*$)/m;

/**
 * Changes the front matter of a record and nothing else: the words below it, the comments and the
 * order of its keys stay as they were; only aliases are written out. Undefined when the record at the
 * top cannot be found or is not valid YAML (JSON is YAML too): then nothing is changed.
 */
export function editFrontMatter(
  text: string,
  change: (record: Document) => void,
): string | undefined {
  const match = AROUND.exec(text);
  if (match === null || match.index !== 0) return undefined;
  const [whole, open = '', matter = '', close = ''] = match;
  if (!isReadableYaml(matter)) return undefined;
  // A warning of the library would print what the record says.
  const record = parseDocument(matter, { logLevel: 'error' });
  if (record.errors.length > 0) return undefined;
  try {
    plainAliases(record);
  } catch {
    return undefined;
  }
  change(record);
  return `${open}${record.toString({ lineWidth: 0 })}${close}${text.slice(whole.length)}`;
}
