import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import type { Access } from '#register/access.ts';
import type { Incoming } from '#server/incoming.ts';
import type { Intake } from '#intake/upload.ts';
import { recordForm } from '#repository/record-text.ts';
import { branchOf } from '#repository/drafts.ts';
import { resolveRef, textAt } from '#repository/repository.ts';

/** What is looked through, the clock, and who is still writing. */
type MediaKeeping = Intake & {
  readonly now: () => number;
  readonly access: Pick<Access, 'begun' | 'sweepForms'>;
  readonly incoming: Pick<Incoming, 'sweep'>;
};

/** A file that was sent and is named by no record yet is waited for as long as somebody may be writing. */
const MAY_STILL_BE_WRITTEN = 24 * 60 * 60_000;

/**
 * Takes out of the media store what no version of a record names: at once what `dropped` (a text that
 * was replaced or deleted) named or the same sign-in sent, and the rest a day after it came. What a form
 * holds that somebody is still writing is not looked at. While a version cannot be read, everything stays. It never fails: what is left is looked at again each day.
 */
export async function clearUnnamed(
  desk: MediaKeeping,
  entry: string,
  { dropped, mark }: { dropped?: string | undefined; mark?: string | undefined } = {},
): Promise<void> {
  if (!CONTRIBUTION_ID.test(entry) || desk.access.begun().includes(entry)) return;
  const tips = await tipsNow(desk).catch(() => undefined);
  if (tips === undefined) return;
  await clearIn(desk, entry, { dropped, mark, named: await namedNow(desk, entry, tips) });
}

/** Does a version of its record that counts name this file? Where one of them cannot be read, it may. */
export async function mayBeNamed(
  desk: MediaKeeping,
  entry: string,
  file: string,
): Promise<boolean> {
  const tips = await tipsNow(desk).catch(() => undefined);
  const named = tips && (await namedNow(desk, entry, tips));
  return named?.has(file) ?? true;
}

/** `named`: what the versions of its record name; undefined while one of them cannot be read. */
async function clearIn(
  desk: MediaKeeping,
  entry: string,
  {
    named,
    dropped,
    mark,
  }: {
    readonly named: ReadonlySet<string> | undefined;
    readonly dropped?: string | undefined;
    readonly mark?: string | undefined;
  },
): Promise<void> {
  if (named === undefined) return;
  const { media, uploads } = desk;
  try {
    const before = dropped === undefined ? undefined : namesIn(dropped);
    for (const file of (await media.filesOf(entry)).filter((name) => !named.has(name))) {
      const by = uploads.by(entry, file);
      const replaced = before?.has(file) === true || (by !== undefined && by === mark);
      const age = desk.now() - ((await media.cameAt(entry, file)) ?? desk.now());
      if (!replaced && age < MAY_STILL_BE_WRITTEN) continue;
      await media.remove(entry, file);
      uploads.remove(entry, file);
    }
    for (const file of named) uploads.remove(entry, file);
  } catch {
    // The disk said no: the next look comes tomorrow.
  }
}

/** How long what somebody wrote on the form and did not send is kept, as the form says. */
const FORMS_KEPT = 30 * MAY_STILL_BE_WRITTEN;

/**
 * Takes out what nobody goes on writing, then looks through the whole store, as a start and each day do; all
 * records are read first, and at once.
 */
export async function clearMediaStore(desk: MediaKeeping): Promise<void> {
  desk.access.sweepForms(FORMS_KEPT);
  await desk.incoming.sweep(desk.access.begun(), desk.now());
  const stored = await desk.media.contributions().catch(() => []);
  const begun = new Set(desk.access.begun());
  const entries = stored.filter((name) => CONTRIBUTION_ID.test(name) && !begun.has(name));
  const tips = await tipsNow(desk).catch(() => undefined);
  if (tips === undefined) return;
  const all = await Promise.all(entries.map((entry) => namedNow(desk, entry, tips)));
  for (const [index, entry] of entries.entries()) await clearIn(desk, entry, { named: all[index] });
}

/** The commits that hold what is published and what is in the folder's own branch. */
async function tipsNow({ repository }: MediaKeeping): Promise<readonly string[]> {
  const [live, head] = await Promise.all(
    [repository.live, 'HEAD'].map((ref) => resolveRef(repository, ref)),
  );
  if (live === undefined) throw new Error('The live branch is gone.');
  return [...new Set([live, head ?? live])];
}

/** Undefined when one of the versions of its record cannot be read: it may name any file. */
async function namedNow(
  desk: MediaKeeping,
  entry: string,
  tips: readonly string[],
): Promise<ReadonlySet<string> | undefined> {
  try {
    const all = (await textsNow(desk, entry, tips)).map(namesIn);
    return all.some((names) => names === undefined)
      ? undefined
      : new Set(all.flatMap((names) => [...(names ?? [])]));
  } catch {
    return undefined;
  }
}

/** Every text of a record's versions that counts: in these commits, the draft, the folder itself. */
async function textsNow(
  { repository }: MediaKeeping,
  entry: string,
  tips: readonly string[],
): Promise<readonly string[]> {
  const path = `content/stories/${entry}/story.md`;
  const draft = await resolveRef(repository, branchOf({ collection: 'stories', id: entry }));
  const commits = draft === undefined ? tips : [...tips, draft];
  const own = join(repository.folder, repository.prefix, path.slice('content/'.length));
  const texts = await Promise.all([
    ...commits.map((commit) => textAt(repository, commit, path)),
    readFile(own, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
      throw error;
    }),
  ]);
  return texts.filter((text) => text !== undefined);
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
