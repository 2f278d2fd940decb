import { readFile } from 'node:fs/promises';
import { typeByEnding } from '#media/formats.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import type { MediaStore } from '#media/store.ts';
import { readBlobs, filesOf, type Repository, liveTip } from '#repository/repository.ts';
import { fileDigest } from '#repository/content-files.ts';
import { readDraft } from '#repository/drafts.ts';
import { type CleanFile, type NotTaken, UPLOAD_KINDS, whileClean } from './clean-file.ts';
import type { Uploads } from './uploads.ts';

/** All that taking a file in needs: where records are, where media go, and who sent what. */
export interface Intake {
  readonly repository: Repository;
  readonly media: MediaStore;
  readonly uploads: Uploads;
}

/** A file as it is sent: not believed in anything. */
export interface SentFile {
  /** The id of a contribution, and a kind, as the sender says. */
  readonly entry: string | null;
  readonly kind: string | null;
  /** In bytes, as the sender says; nothing where they do not. */
  readonly size?: number | undefined;
  readonly body: ReadableStream<Uint8Array> | null;
  /** Whose sign-in sent it, and will save the record that names it; absent where it is named at once. */
  readonly mark?: string | undefined;
  /** Files of it that are here already: one of them again is told, and not stored twice. */
  readonly known?: readonly string[] | undefined;
  /** The highest number that a name of it had: the next is higher. */
  readonly counted?: number | undefined;
}

/** A clean file is in the store under a name of ours. */
export interface TakenIn extends Readonly<CleanFile['facts']> {
  readonly kind: 'taken';
  readonly file: string;
}

/**
 * Takes a file in: streamed to one side, cleaned, and only then stored, under a name of ours. The
 * file as it came is gone when this returns, whatever it returns (docs/consent.md, A19, A21).
 */
export async function takeIn(desk: Intake, sent: SentFile): Promise<TakenIn | NotTaken> {
  const entry = sent.entry ?? '';
  const kind = UPLOAD_KINDS.find((each) => each === sent.kind);
  if (!CONTRIBUTION_ID.test(entry) || kind === undefined)
    return { kind: 'not-taken', why: 'no-place' };
  return whileClean<TakenIn | NotTaken>(desk, { ...sent, kind }, async (clean) => {
    if (await isKnown(desk, entry, clean, sent)) return { kind: 'not-taken', why: 'known' };
    const name = await storeClean(desk, entry, clean, sent.counted);
    if (sent.mark !== undefined) desk.uploads.add(entry, name, sent.mark);
    return { kind: 'taken', file: name, ...clean.facts };
  });
}

/** Cleaning makes the same of the same, so the clean bytes tell. */
async function isKnown(
  { media }: Intake,
  entry: string,
  { path }: CleanFile,
  { known = [] }: SentFile,
): Promise<boolean> {
  if (known.length === 0) return false;
  const digest = await fileDigest(path);
  for (const name of known) {
    const file = await media.localFile(entry, name);
    if (file !== undefined && (await fileDigest(file)) === digest) return true;
  }
  return false;
}

/** Under the next free name: what is there, or named beside the record, is never written over. */
export async function storeClean(
  desk: Intake,
  entry: string,
  clean: Pick<CleanFile, 'path' | 'stem' | 'ending'>,
  counted = 0,
): Promise<string> {
  const taken = new Set([
    ...(await namesBeside(desk, entry)),
    ...(await desk.media.filesOf(entry)),
  ]);
  for (let number = counted + 1; ; number += 1) {
    const name = `${clean.stem}${number}.${clean.ending}`;
    if (!taken.has(name) && (await desk.media.put(entry, name, clean.path))) return name;
  }
}

async function namesBeside({ repository }: Intake, entry: string): Promise<readonly string[]> {
  const draft = await readDraft(repository, { collection: 'stories', id: entry });
  const commits = [await liveTip(repository), ...(draft === undefined ? [] : [draft.tip])];
  const below = `content/stories/${entry}/`;
  const files = await Promise.all(commits.map((commit) => filesOf(repository, commit, below)));
  return files.flat().map(({ path }) => path.slice(below.length));
}

/**
 * A media file of a draft or an entry, for the desk only: from the store, or beside the record in git.
 * @throws where the store does not answer: that is no file that is not there
 */
export async function mediaFile(
  desk: Intake,
  entry: string,
  name: string,
): Promise<{ readonly body: Uint8Array; readonly type: string } | undefined> {
  const type = /\.vtt$/i.test(name) ? 'text/vtt; charset=utf-8' : typeByEnding(name)?.type;
  if (type === undefined || !CONTRIBUTION_ID.test(entry) || !/^[^./\\][^/\\]*$/.test(name))
    return undefined;
  const stored = await desk.media.localFile(entry, name);
  const bytes = stored === undefined ? undefined : await readFile(stored).catch(ifGone);
  if (bytes !== undefined) return { body: bytes, type };
  const draft = await readDraft(desk.repository, { collection: 'stories', id: entry });
  const path = `content/stories/${entry}/${name}`;
  const commit = draft?.tip ?? (await liveTip(desk.repository));
  const files = await filesOf(desk.repository, commit, `content/stories/${entry}/`);
  const file = files.find((each) => each.path === path);
  if (file === undefined) return undefined;
  const body = (await readBlobs(desk.repository, [file.blob])).get(file.blob);
  return body && { body, type };
}

/** Taken out at this moment. */
function ifGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
