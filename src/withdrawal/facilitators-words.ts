import { join } from 'node:path';
import {
  COLLECTION_NAMES,
  type Collection,
  COLLECTIONS,
  recordPath,
} from '#records/collections.ts';
import { list, readText } from '#repository/content-files.ts';
import { readFrontMatter, readYaml } from '#repository/front-matter.ts';
import { type HeldText, strings } from '#release/held-texts.ts';

/**
 * What facilitators and institutions wrote, as it lies in a content folder. Read without the schemas:
 * a mistake in one record must not keep the others from being read.
 */
export async function facilitatorsWords(root: string): Promise<readonly HeldText[]> {
  const listed = await Promise.all(
    COLLECTION_NAMES.filter((name) => name !== 'stories').map((name) => filesOf(root, name)),
  );
  return (await Promise.all(listed.flat().map((file) => textsIn(root, file)))).flat();
}

/** The files of a collection, whatever their names: what is no record may hold words all the same. */
async function filesOf(root: string, name: Collection): Promise<readonly string[]> {
  if (name === 'settings') return [recordPath(name, 'settings')];
  const { files, folders } = await list(root, name);
  const { file } = COLLECTIONS[name];
  return file.startsWith('/')
    ? folders.map((id) => join(name, id, file))
    : files.map((each) => join(name, each));
}

async function textsIn(root: string, file: string): Promise<readonly HeldText[]> {
  const read = await readText(root, file);
  if (!read.ok) return [];
  if (/\.ya?ml$/.test(file)) {
    const yaml = readYaml(read.text, file);
    return yaml.ok ? strings(file, yaml.data) : [];
  }
  const matter = readFrontMatter(read.text, file);
  if (!matter.ok) return [];
  return [...strings(file, matter.data), { file, field: 'body', text: matter.body }];
}
