import { readdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { recordForm } from '#repository/record-text.ts';
import { type GitStore, resolveRef, textAt } from '#repository/git-store.ts';

/** Who sent which file and has not saved the record that names it: by contribution, file and sign-in. */
export class Uploads {
  readonly #sent = new Map<string, Map<string, string>>();

  add(entry: string, file: string, mark: string): void {
    const files = this.#sent.get(entry) ?? new Map<string, string>();
    this.#sent.set(entry, files.set(file, mark));
  }
  by(entry: string, file: string): string | undefined {
    return this.#sent.get(entry)?.get(file);
  }
  remove(entry: string, file: string): void {
    const files = this.#sent.get(entry);
    files?.delete(file);
    if (files?.size === 0) this.#sent.delete(entry);
  }
}

/** The media store, who sent what to it, and the records that name it. */
export interface MediaKeeping {
  readonly store: GitStore;
  readonly media: string;
  readonly uploads: Uploads;
  readonly now: () => number;
}

/** A file that was sent and is named by no record yet is waited for as long as somebody may be writing. */
const MAY_STILL_BE_WRITTEN = 24 * 60 * 60_000;

/**
 * Takes out of the media store what no version of a record names: at once what `dropped` (a text that
 * was replaced or deleted) named or the same sign-in sent, and the rest a day after it came. While a version
 * cannot be read, everything stays. It never fails: what is left is looked at again each day.
 */
export async function clearUnnamed(
  desk: MediaKeeping,
  entry: string,
  { dropped, mark }: { dropped?: string | undefined; mark?: string | undefined } = {},
): Promise<void> {
  if (!CONTRIBUTION_ID.test(entry)) return;
  const folder = join(desk.media, entry);
  try {
    const stored = (await readdir(folder)).filter((name) => !name.startsWith('.'));
    const named = await namedNow(desk, entry);
    const before = dropped === undefined ? undefined : namesIn(dropped);
    if (named === undefined) return;
    for (const file of stored.filter((name) => !named.has(name))) {
      const by = desk.uploads.by(entry, file);
      const replaced = before?.has(file) === true || (by !== undefined && by === mark);
      const age = desk.now() - (await stat(join(folder, file))).mtimeMs;
      if (!replaced && age < MAY_STILL_BE_WRITTEN) continue;
      await rm(join(folder, file), { force: true });
      desk.uploads.remove(entry, file);
    }
    for (const file of named) desk.uploads.remove(entry, file);
    await rmdir(folder);
  } catch {
    // Not there, or not empty, or the disk said no: the next look comes tomorrow.
  }
}

/** Looks through the whole store, as a start and each day do. */
export async function clearStore(desk: MediaKeeping): Promise<void> {
  for (const entry of await readdir(desk.media).catch(() => [])) await clearUnnamed(desk, entry);
}

/** Every text of a record's versions that counts: live, the folder's branch, the draft, the folder itself. */
async function textsNow({ store }: MediaKeeping, entry: string): Promise<readonly string[]> {
  const path = `content/stories/${entry}/story.md`;
  const texts: string[] = [];
  for (const ref of [store.live, 'HEAD', `refs/heads/cms/stories/${entry}`]) {
    const tip = await resolveRef(store, ref);
    if (tip === undefined && ref === store.live) throw new Error('The live branch is gone.');
    const text = tip === undefined ? undefined : await textAt(store, tip, path);
    if (text !== undefined) texts.push(text);
  }
  const own = join(store.repository, store.prefix, path.slice('content/'.length));
  const lying = await readFile(own, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  return lying === undefined ? texts : [...texts, lying];
}

/** Undefined when one of the versions cannot be read: it may name any file. */
async function namedNow(
  desk: MediaKeeping,
  entry: string,
): Promise<ReadonlySet<string> | undefined> {
  const all = (await textsNow(desk, entry)).map(namesIn);
  return all.some((names) => names === undefined)
    ? undefined
    : new Set(all.flatMap((names) => [...(names ?? [])]));
}

/** Every text of a record that could be the name of a file, whatever field it stands in. */
function namesIn(text: string): ReadonlySet<string> | undefined {
  const form = recordForm(text, 'story.md');
  return form && new Set(textsOf(form.record));
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}
