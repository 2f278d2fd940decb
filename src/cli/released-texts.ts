import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Every text of the release tree: what is public. A withheld phrase that is also public (the same
 * title on two pieces, say) cannot be told from it, so the audit does not look for it.
 */
export async function releasedTexts(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(
    (entry) =>
      entry.isFile() && /\.(md|mdx|json)$/.test(entry.name) && entry.name !== 'manifest.json',
  );
  const texts = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const text = await readFile(join(parentPath, name), 'utf8');
      return name.endsWith('.json') ? stringsIn(JSON.parse(text)) : [text];
    }),
  );
  return texts.flat();
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}
