import { type MediaStore, mediaFolder } from '#media/store.ts';
import { stat } from 'node:fs/promises';
import { basename, join, parse } from 'node:path';
import type { z } from 'astro/zod';
import { withdrawnRecord } from '#records/contribution.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import {
  asset,
  exhibition,
  page,
  place,
  priority,
  response,
  series,
  theme,
} from '#records/lists.ts';
import { parseRecord } from '#records/parse-record.ts';
import { type Problem, problemAt } from '#records/problem.ts';
import { settings } from '#records/settings.ts';
import type { Archive, HeldContribution, HeldDocument, Lists } from './archive.ts';
import { list, readText } from './content-files.ts';
import { readFrontMatter, readYaml } from './front-matter.ts';
import { bodyProblems, type Places, readContribution } from './read-contribution.ts';
import { referenceProblems } from './references.ts';
import { knowingEachOther } from './same-files.ts';

/** What could be read, though there are problems: only to look for more of them. */
export type PartialArchive = Omit<Archive, 'settings'>;

type Reading = {
  readonly archive?: Archive;
  readonly partial?: PartialArchive;
  readonly problems: readonly Problem[];
};

/**
 * Reads all of `content/` strictly. Every problem is gathered; with one or more there is no archive,
 * so nothing can be made from half a reading (docs/decisions.md, "The one way through").
 */
export async function readContent({ root, store }: Places): Promise<Reading> {
  const problems: Problem[] = [];
  const reader = new Reader(root, store, problems);
  if (!(await isFolder(root)))
    return { problems: [problemAt({ file: basename(root) }, 'no-content-folder')] };
  const read = {
    settings: await reader.settings(),
    contributions: await reader.contributions(),
    withdrawn: await reader.yamlFolder('withdrawn', withdrawnRecord, CONTRIBUTION_ID),
    exhibitions: await reader.exhibitions(),
    pages: await reader.documents('pages', page, /\.mdx$/),
    responses: await reader.documents('responses', response, /\.md$/),
    lists: await reader.lists(),
  };
  const { settings: settingsRead, ...rest } = read;
  const contributions = knowingEachOther(rest.contributions);
  const partial: PartialArchive = { root, ...rest, contributions };
  problems.push(...referenceProblems(partial, reader.unread));
  if (settingsRead === undefined || problems.length > 0) return { partial, problems };
  return { archive: { ...partial, settings: settingsRead }, partial, problems: [] };
}

/**
 * What a contribution that is not written yet is held against: the lists, and what was withdrawn.
 * Of a folder that is not there all of it is empty.
 */
export async function readKnown(
  root: string,
): Promise<Pick<Archive, 'lists' | 'withdrawn'> & { readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const reader = new Reader(root, mediaFolder(root), problems);
  const lists = await reader.lists();
  const withdrawn = await reader.yamlFolder('withdrawn', withdrawnRecord, CONTRIBUTION_ID);
  return { lists, withdrawn, problems };
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

class Reader {
  /** Ids that are there, though their file could not be read: what names them is not wrong. */
  readonly unread = new Set<string>();
  readonly #root: string;
  readonly #store: MediaStore;
  readonly #problems: Problem[];

  constructor(root: string, store: MediaStore, problems: Problem[]) {
    this.#root = root;
    this.#store = store;
    this.#problems = problems;
  }

  async settings(): Promise<z.infer<typeof settings> | undefined> {
    const { files, problems } = await list(this.#root, '.');
    const linked = problems.find(({ file }) => file === 'settings.yaml');
    if (linked !== undefined) {
      this.#problems.push(linked);
      return undefined;
    }
    if (!files.includes('settings.yaml')) {
      this.#problems.push(problemAt({ file: 'settings.yaml' }, 'no-settings'));
      return undefined;
    }
    return this.#yaml('settings.yaml', settings);
  }

  async contributions(): Promise<HeldContribution[]> {
    const listing = await list(this.#root, 'stories');
    this.#problems.push(
      ...listing.problems,
      ...listing.files.map((name) => problemAt({ file: join('stories', name) }, 'loose-file')),
    );
    const held: HeldContribution[] = [];
    for (const id of listing.folders) {
      const read = await readContribution({ root: this.#root, store: this.#store }, id);
      this.#problems.push(...read.problems);
      if (read.held !== undefined) held.push(read.held);
      else this.unread.add(join('stories', id));
    }
    return held;
  }

  async lists(): Promise<Lists> {
    return {
      themes: await this.yamlFolder('themes', theme),
      places: await this.yamlFolder('places', place),
      series: await this.yamlFolder('series', series),
      priorities: await this.yamlFolder('priorities', priority),
      assets: await this.yamlFolder('assets', asset),
    };
  }

  async exhibitions(): Promise<HeldDocument<z.infer<typeof exhibition>>[]> {
    const listing = await list(this.#root, 'exhibitions');
    this.#problems.push(...listing.problems);
    const found = [];
    for (const id of listing.folders) {
      const document = await this.#document(id, join('exhibitions', id, 'index.mdx'), exhibition);
      if (document !== undefined) found.push(document);
      else this.unread.add(join('exhibitions', id));
    }
    return found;
  }

  async documents<S extends z.ZodType>(
    folder: string,
    schema: S,
    ending: RegExp,
  ): Promise<HeldDocument<z.infer<S>>[]> {
    const listing = await list(this.#root, folder);
    this.#problems.push(...listing.problems);
    const found = [];
    for (const name of listing.files.filter((file) => ending.test(file))) {
      const document = await this.#document(name.replace(ending, ''), join(folder, name), schema);
      if (document !== undefined) found.push(document);
    }
    return found;
  }

  async yamlFolder<S extends z.ZodType>(
    folder: string,
    schema: S,
    ids = /^[a-z0-9][a-z0-9-]{0,63}$/,
  ): Promise<Map<string, z.infer<S>>> {
    const listing = await list(this.#root, folder);
    this.#problems.push(...listing.problems);
    const found = new Map<string, z.infer<S>>();
    for (const name of listing.files.filter((file) => /\.ya?ml$/.test(file))) {
      const file = join(folder, name);
      const { name: id } = parse(file);
      if (!ids.test(id)) this.#problems.push(problemAt({ file }, 'file-not-an-id'));
      const value = await this.#yaml(file, schema);
      if (found.has(id)) this.#problems.push(problemAt({ file }, 'record-id-taken'));
      if (value !== undefined) found.set(id, value);
      else this.unread.add(join(folder, id));
    }
    return found;
  }

  async #document<S extends z.ZodType>(
    id: string,
    file: string,
    schema: S,
  ): Promise<HeldDocument<z.infer<S>> | undefined> {
    const read = await readText(this.#root, file);
    const matter = read.ok ? readFrontMatter(read.text, file) : read;
    if (!matter.ok) {
      this.#problems.push(matter.problem);
      return undefined;
    }
    this.#problems.push(...bodyProblems(matter.body, file));
    const fields = this.#checked(schema, matter.data, file);
    return fields === undefined ? undefined : { id, file, fields, body: matter.body };
  }

  async #yaml<S extends z.ZodType>(file: string, schema: S): Promise<z.infer<S> | undefined> {
    const read = await readText(this.#root, file);
    const yaml = read.ok ? readYaml(read.text, file) : read;
    if (!yaml.ok) {
      this.#problems.push(yaml.problem);
      return undefined;
    }
    return this.#checked(schema, yaml.data ?? {}, file);
  }

  #checked<S extends z.ZodType>(schema: S, data: unknown, file: string): z.infer<S> | undefined {
    const parsed = parseRecord(schema, data, file);
    if (parsed.ok) return parsed.value;
    this.#problems.push(...parsed.problems);
    return undefined;
  }
}
