import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FIRST } from '#i18n/languages.ts';
import { settings as settingsSchema } from '#records/settings.ts';
import { isReadableYaml } from '#records/yaml.ts';
import type { DeskInput, DeskLists } from './desk-input.ts';
import type { NamedOption, SelectOption } from './fields.ts';

/**
 * The archive's own lists from a content folder. A file that cannot be read is offered by its id:
 * `check` is where it is reported, and the desk must open so that it can be mended.
 */
export async function deskLists(content: string): Promise<Omit<DeskInput, 'reader'>> {
  const named = async (
    folder: string,
    file: RegExp,
    inside = '',
  ): Promise<readonly NamedOption[]> => {
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
    pieces: await piecesFor(content),
    exhibitions: await named('exhibitions', /^[a-z0-9-]+$/, 'index.mdx'),
  };
  const read = await fieldsOf(join(content, 'settings.yaml'));
  const parsed = settingsSchema.safeParse(read);
  const settings = parsed.success ? parsed.data : { name: 'Archive', languages: ['en'] };
  return { lists, settings };
}

/**
 * Pieces to stand behind a priority, by their title: those whose contributor said yes to `evidence`,
 * and, so that they can be taken out, those that are named already. Whether one is really shown is
 * for the release to decide.
 */
async function piecesFor(content: string): Promise<readonly SelectOption[]> {
  const named = new Set<unknown>();
  const lists = await readdir(join(content, 'priorities')).catch(() => []);
  for (const name of lists.filter((each) => each.endsWith('.yaml'))) {
    const { pieces } = await fieldsOf(join(content, 'priorities', name));
    if (Array.isArray(pieces)) for (const id of pieces) named.add(id);
  }
  const choices: SelectOption[] = [];
  for (const id of (await readdir(join(content, 'stories')).catch(() => [])).sort()) {
    const fields = await fieldsOf(join(content, 'stories', id, 'story.md'));
    if (!named.has(id) && !saysYes(fields['consents'])) continue;
    const { title } = fields;
    choices.push({ value: id, label: typeof title === 'string' ? `${title} (${id})` : id });
  }
  return choices;
}

function saysYes(consents: unknown): boolean {
  return (Array.isArray(consents) ? consents : []).some(
    (each: { interest?: unknown; grants?: { evidence?: unknown } } | null) =>
      each?.interest === 'contributor' &&
      Array.isArray(each.grants?.evidence) &&
      each.grants.evidence.length > 0,
  );
}

async function choiceOf(file: string, name: string): Promise<NamedOption> {
  const value = name.replace(/\.yaml$/, '');
  const fields = await fieldsOf(file);
  const { name: named, title } = fields;
  const names = typeof named === 'string' ? { [FIRST]: named } : textsIn(named);
  const label = names[FIRST] ?? Object.values(names)[0];
  const also = [fields['community_words'], fields['official_terms']].flatMap((each) =>
    Object.values(textsIn(each)),
  );
  return {
    ...{ value, label: label ?? (typeof title === 'string' ? title : value) },
    ...(Object.keys(names).length === 0 ? {} : { names }),
    ...(also.length === 0 ? {} : { also }),
  };
}

/** What of a table or a list is text. */
function textsIn(said: unknown): Readonly<Record<string, string>> {
  const texts = Object.entries(said ?? {}).filter(
    (each): each is [string, string] => typeof each[1] === 'string' && each[1].trim() !== '',
  );
  return Object.fromEntries(texts);
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
