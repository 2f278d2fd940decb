import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { settings as settingsSchema } from '#records/settings.ts';
import { isReadableYaml } from '#records/yaml.ts';
import type { DeskInput, DeskLists } from './config.ts';
import type { Choice } from './fields.ts';

/**
 * The archive's own lists from a content folder. A file that cannot be read is offered by its id:
 * `check` is where it is reported, and the desk must open so that it can be mended.
 */
export async function deskLists(content: string): Promise<Omit<DeskInput, 'role'>> {
  const named = async (folder: string, file: RegExp, inside = ''): Promise<readonly Choice[]> => {
    const names = await readdir(join(content, folder)).catch(() => []);
    const ids = names.filter((name) => file.test(name)).sort();
    return Promise.all(ids.map((name) => choiceOf(join(content, folder, name, inside), name)));
  };
  const yaml = /\.yaml$/;
  const lists: DeskLists = {
    themes: await named('themes', yaml),
    places: await named('places', yaml),
    series: await named('series', yaml),
    priorities: await named('priorities', yaml),
    exhibitions: await named('exhibitions', /^[a-z0-9-]+$/, 'index.mdx'),
  };
  const read = await fieldsOf(join(content, 'settings.yaml'));
  const parsed = settingsSchema.safeParse(read);
  const settings = parsed.success ? parsed.data : { name: 'Archive', languages: ['en'] };
  return { lists, settings };
}

async function choiceOf(file: string, name: string): Promise<Choice> {
  const value = name.replace(/\.yaml$/, '');
  const { name: named, title } = await fieldsOf(file);
  const words = typeof named === 'string' ? named : (named as Record<string, string>)?.['en'];
  return { value, label: words ?? (typeof title === 'string' ? title : value) };
}

/** A YAML file, or the front matter of another; nothing when it cannot be read. */
async function fieldsOf(file: string): Promise<Record<string, unknown>> {
  try {
    const text = await readFile(file, 'utf8');
    const front = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? text;
    if (!isReadableYaml(front)) return {};
    return (parse(front, { uniqueKeys: false }) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
