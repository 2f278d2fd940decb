import { basename } from 'node:path';
import { foldedWordsIn } from '#blocklist/fold.ts';
import { SHINGLE_WORDS } from '#blocklist/shingles.ts';
import { git, readObjects, startGit } from '#repository/git.ts';
import { readFrontMatter } from '#repository/front-matter.ts';
import { spoken } from '#release/withheld-texts.ts';
import { commandsIn } from './fast-stream.ts';
import type { Refs } from './refs.ts';
import { decoded, whoIn } from './rewrite.ts';
import { heldIn, type Wanted } from './wanted.ts';

export interface Collected {
  readonly wanted: Wanted;
  /** Runs and phrases that are left, because a piece that stays has them too. */
  readonly shared: number;
  /** Names and titles of one everyday word: they are not looked for in texts. */
  readonly tooCommon: number;
  /** How many versions of the piece's record there were. */
  readonly versions: number;
}

/**
 * What to look for, from every version of a piece in a history: its words, titles, names, alternative
 * texts, captions and file names, and its files. What a piece that stays says too is left alone.
 */
export async function collect(
  repository: string,
  refs: Refs,
  { id, paths }: Wanted,
): Promise<Collected> {
  const { own, people } = await ownFiles(repository, refs, id);
  const bytes = await readObjects(repository, [...own.keys()]);
  const texts: OwnText[] = [];
  let versions = 0;
  for (const [name, path] of own) {
    texts.push(...nameTexts(path));
    if (!/\.(md|mdx|vtt|txt|ya?ml|json)$/i.test(path)) continue;
    const { text } = decoded(bytes.get(name) ?? Buffer.alloc(0));
    if (/story\.mdx?$/.test(path)) versions += 1;
    texts.push(...textsIn(text, path));
  }
  const runs = new Set<string>();
  const phrases = new Set<string>();
  let tooCommon = 0;
  for (const { kind, text } of texts) {
    const words = foldedWordsIn(text).map(({ word }) => word);
    for (let at = 0; at + SHINGLE_WORDS <= words.length; at += 1)
      runs.add(words.slice(at, at + SHINGLE_WORDS).join(' '));
    if (words.length === 0 || words.length >= SHINGLE_WORDS) continue;
    if (isDistinct(kind, words)) phrases.add(words.join(' '));
    else if (kind !== 'line') tooCommon += 1;
  }
  const addresses = new Set<string>();
  const all: Wanted = { id, runs, phrases, files: filesAmong(own, bytes), addresses, paths };
  const shared = await sharedWithOthers(repository, refs, all);
  for (const each of shared) {
    runs.delete(each);
    phrases.delete(each);
  }
  for (const line of people) {
    const who = whoIn(line);
    if (who?.address.includes('@') && heldIn(who.name, all).length > 0)
      addresses.add(who.address.toLowerCase());
  }
  return { wanted: all, shared: shared.size, tooCommon, versions };
}

interface OwnText {
  readonly kind: 'name' | 'title' | 'line';
  readonly text: string;
}

/** A name may be one word; a title, an alternative text or a file name must be more, or a long one; a line four. */
function isDistinct(kind: OwnText['kind'], words: readonly string[]): boolean {
  const letters = words.join('').length;
  switch (kind) {
    case 'name':
      return letters >= 3;
    case 'title':
      return words.length >= 2 ? letters >= 8 : letters >= 12;
    case 'line':
      return words.length >= 4 && letters >= 16;
  }
}

/** Every object that ever stood in the piece's folder, with the path it had there; and who ever wrote. */
async function ownFiles(
  repository: string,
  refs: Refs,
  id: string,
): Promise<{ own: ReadonlyMap<string, string>; people: ReadonlySet<string> }> {
  const inFolder = new RegExp(`(^|/)stories/${id}/`);
  const child = startGit(repository, [
    '--no-replace-objects',
    'fast-export',
    '--stdin',
    '--no-data',
    '--signed-tags=strip',
    '--tag-of-filtered-object=rewrite',
    '--reencode=no',
    '--show-original-ids',
  ]);
  child.stdin.end(
    [...refs.commits, ...refs.notes, ...refs.dropped].map((ref) => `${ref}\n`).join(''),
  );
  const found = new Map<string, string>();
  const people = new Set<string>();
  for await (const command of commandsIn(child.stdout)) {
    if (command.kind !== 'commit') continue;
    for (const line of command.heads) people.add(line.replace(/ \d+ [+-]\d+$/, ' 0'));
    for (const { path, from } of command.changes)
      if (from !== undefined && inFolder.test(path)) found.set(from, path);
  }
  return { own: found, people };
}

/** Files that are the piece's own wherever they lie: not the few bytes that many files are. */
function filesAmong(
  own: ReadonlyMap<string, string>,
  bytes: ReadonlyMap<string, Buffer>,
): ReadonlySet<string> {
  return new Set([...own.keys()].filter((name) => (bytes.get(name)?.length ?? 0) > 64));
}

/** A file name says something, unless it is one that a machine or the archive gave. */
function nameTexts(path: string): readonly OwnText[] {
  const name = basename(path).replace(/\.[A-Za-z0-9]{2,5}$/, '');
  return /^([a-z]{1,3}\d{0,5}|story|safe|index)(-safe)?$/i.test(name)
    ? []
    : [{ kind: 'title', text: name }];
}

function textsIn(text: string, path: string): readonly OwnText[] {
  if (!/story\.mdx?$/.test(path)) return linesOf(spoken(text) ?? '');
  const read = readFrontMatter(text, path);
  // A version that cannot be read is taken as it lies; what it shares with others falls out again.
  if (!read.ok) return linesOf(text);
  return [...linesOf(read.body), ...fieldsOf(read.data)];
}

const TITLES = new Set(['title', 'summary', 'alt', 'caption', 'words', 'attribution']);

/** The fields of a record that are somebody's own, whatever version of the format it was. */
function fieldsOf(value: unknown, field = '', above = ''): readonly OwnText[] {
  if (typeof value === 'string') {
    if (field === 'name' && above !== 'licence') return [{ kind: 'name', text: value }];
    if (field === 'words' && above === 'content_notes') return [];
    if (TITLES.has(field)) return [{ kind: 'title', text: value }, ...linesOf(value)];
    return [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    Array.isArray(value) ? fieldsOf(inner, field, above) : fieldsOf(inner, name, field),
  );
}

/** The whole, for runs that cross lines, and each line, for short ones. */
function linesOf(text: string): readonly OwnText[] {
  return [text, ...text.split(/\r?\n/)].map((line) => ({ kind: 'line', text: line }));
}

/** What other pieces that stand at the tip of a branch say too. */
async function sharedWithOthers(
  repository: string,
  refs: Refs,
  wanted: Wanted,
): Promise<ReadonlySet<string>> {
  const others = new Set<string>();
  for (const ref of refs.commits) {
    const out = await git(repository, ['ls-tree', '-r', '-z', '--full-tree', ref]);
    for (const line of out.toString('utf8').split('\0')) {
      const [, name = '', path = ''] = /^\d+ blob ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
      const story = /(?:^|\/)stories\/([^/]+)\/[^/]+\.(md|vtt)$/.exec(path)?.[1];
      if (story !== undefined && story !== wanted.id && !wanted.files.has(name)) others.add(name);
    }
  }
  const shared = new Set<string>();
  for (const bytes of (await readObjects(repository, [...others])).values())
    for (const held of heldIn(decoded(bytes).text, wanted)) shared.add(held);
  return shared;
}
