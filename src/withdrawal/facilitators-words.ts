import { join } from 'node:path';
import { list, readText } from '#repository/content-files.ts';
import { readFrontMatter, readYaml } from '#repository/front-matter.ts';
import { type HeldText, strings } from '#release/held-texts.ts';

/** Of files that are records by themselves. */
const FOLDERS = ['themes', 'places', 'series', 'priorities', 'assets', 'pages', 'responses'];

/**
 * What facilitators and institutions wrote, as it lies in a content folder. Read without the schemas:
 * a mistake in one record must not keep the others from being read.
 */
export async function facilitatorsWords(root: string): Promise<readonly HeldText[]> {
  const listed = await Promise.all(
    FOLDERS.map(async (folder) =>
      (await list(root, folder)).files.map((name) => join(folder, name)),
    ),
  );
  const walls = (await list(root, 'exhibitions')).folders.map((id) =>
    join('exhibitions', id, 'index.mdx'),
  );
  const files = ['settings.yaml', ...listed.flat(), ...walls];
  return (await Promise.all(files.map((file) => textsIn(root, file)))).flat();
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
