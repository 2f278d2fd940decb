import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FORMATS_OUT, MASTER_FORMAT, typeByEnding } from '#media/formats.ts';
import { cleanMasterPhoto, cleanMasterSound } from '#media/clean-master.ts';
import type { MediaNote, MediaProblem } from '#media/media.ts';
import { MAX_MEGABYTES, MAX_TRANSCRIPT_MEGABYTES } from '#media/recipe.ts';
import { parseTranscript, writeTranscript } from '#media/transcript.ts';
import { readTranscriptText } from '#media/transcript-text.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { characterProblem } from '#records/text-rules.ts';
import type { MediaStore } from '#media/store.ts';
import type { Problem } from '#records/problem.ts';
import { readBlobs, filesOf, type Repository, liveTip } from '#repository/repository.ts';
import { readDraft } from '#repository/drafts.ts';
import type { Uploads } from './uploads.ts';

export const UPLOAD_KINDS = ['photo', 'sound', 'transcript'] as const;
type Kind = (typeof UPLOAD_KINDS)[number];

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
export interface TakenIn {
  readonly kind: 'taken';
  readonly file: string;
  readonly width?: number;
  readonly height?: number;
  readonly seconds?: number;
  /** What was left out of it. */
  readonly notes: readonly MediaNote[];
}

/** Nothing of the file was kept. */
export type NotTaken = { readonly kind: 'not-taken' } & (
  | { readonly why: 'no-place' | 'nothing-came' | 'empty' | 'known' | 'no-room' }
  | { readonly why: 'too-large'; readonly megabytes: number }
  | { readonly why: 'media'; readonly problem: MediaProblem }
  | { readonly why: 'characters'; readonly problem: Problem }
);

/** Carries the reason out of the stream and the cleaning. */
class Stopped extends Error {
  readonly why: NotTaken;
  constructor(why: NotTaken) {
    super(why.why);
    this.why = why;
  }
}

const stop = (why: NotTaken): Stopped => new Stopped(why);

/**
 * Takes a file in: streamed to one side, cleaned, and only then stored, under a name of ours. The
 * file as it came is gone when this returns, whatever it returns (docs/consent.md, A19, A21).
 */
export async function takeIn(desk: Intake, sent: SentFile): Promise<TakenIn | NotTaken> {
  const entry = sent.entry ?? '';
  const kind = UPLOAD_KINDS.find((each) => each === sent.kind);
  if (!CONTRIBUTION_ID.test(entry) || kind === undefined)
    return { kind: 'not-taken', why: 'no-place' };
  const work = join(desk.repository.scratch, `intake-${randomUUID()}`);
  await mkdir(work, { recursive: true, mode: 0o700 });
  try {
    const file = join(work, 'as-it-came');
    await receive(sent, file, kind);
    const clean = await cleaned(kind, file, work);
    if (await isKnown(desk, entry, clean, sent)) return { kind: 'not-taken', why: 'known' };
    const name = await store(desk, entry, clean, sent.counted);
    if (sent.mark !== undefined) desk.uploads.add(entry, name, sent.mark);
    return { kind: 'taken', file: name, ...clean.facts };
  } catch (error) {
    if (error instanceof Stopped) return error.why;
    if (isFull(error)) return { kind: 'not-taken', why: 'no-room' };
    throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function receive({ size, body }: SentFile, file: string, kind: Kind): Promise<void> {
  const megabytes = kind === 'transcript' ? MAX_TRANSCRIPT_MEGABYTES : MAX_MEGABYTES[kind];
  const most = megabytes * 1e6;
  const tooLarge = stop({ kind: 'not-taken', why: 'too-large', megabytes });
  if ((size ?? 0) > most) throw tooLarge;
  if (body === null) throw stop({ kind: 'not-taken', why: 'nothing-came' });
  let bytes = 0;
  await pipeline(
    Readable.fromWeb(body as import('node:stream/web').ReadableStream),
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > most) throw tooLarge;
        yield chunk;
      }
    },
    createWriteStream(file),
  );
  if (bytes === 0) throw stop({ kind: 'not-taken', why: 'empty' });
}

interface Clean {
  readonly path: string;
  /** `f` or `v`, and the ending. */
  readonly stem: 'f' | 'v';
  readonly ending: string;
  readonly facts: Omit<TakenIn, 'kind' | 'file'>;
}

async function cleaned(kind: Kind, file: string, work: string): Promise<Clean> {
  const cacheFolder = join(work, 'clean');
  if (kind === 'transcript') return cleanTranscript(file, work);
  if (kind === 'sound') {
    const sound = await cleanMasterSound({ file, cacheFolder });
    if (!sound.ok) throw refused(sound.problem);
    const { seconds, master, notes } = sound.value;
    return {
      path: master.file,
      stem: 'v',
      ending: FORMATS_OUT[MASTER_FORMAT.sound].ending,
      facts: { seconds, notes },
    };
  }
  const photo = await cleanMasterPhoto({ file, cacheFolder });
  if (!photo.ok) throw refused(photo.problem);
  const { file: path, width, height, notes } = photo.value;
  const { ending } = FORMATS_OUT[MASTER_FORMAT.photo];
  return { path, stem: 'f', ending, facts: { width, height, notes } };
}

async function cleanTranscript(file: string, work: string): Promise<Clean> {
  const text = await readTranscriptText(file);
  if (!text.ok) throw refused(text.problem);
  const character = characterProblem(text.text, { file: 'transcript' });
  if (character !== undefined)
    throw stop({ kind: 'not-taken', why: 'characters', problem: character });
  const read = parseTranscript(text.text);
  if (!read.ok) throw refused(read.problem);
  const path = join(work, 'clean.vtt');
  // Written anew from the lines alone: notes, styles and speakers’ names in tags stay behind.
  await writeFile(path, writeTranscript(read.cues));
  return { path, stem: 'v', ending: 'vtt', facts: { notes: [] } };
}

function refused(problem: MediaProblem): Stopped {
  return stop({ kind: 'not-taken', why: 'media', problem });
}

function isFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

/** Cleaning makes the same of the same, so the clean bytes tell. */
async function isKnown(
  { media }: Intake,
  entry: string,
  { path }: Clean,
  { known = [] }: SentFile,
): Promise<boolean> {
  if (known.length === 0) return false;
  const digest = await digestOf(path);
  for (const name of known) {
    const file = await media.localFile(entry, name);
    if (file !== undefined && (await digestOf(file)) === digest) return true;
  }
  return false;
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Under the next free name: what is there, or named beside the record, is never written over. */
async function store(desk: Intake, entry: string, clean: Clean, counted = 0): Promise<string> {
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

/** A media file of a draft or an entry, for the desk only: from the store, or beside the record in git. */
export async function mediaFile(
  desk: Intake,
  entry: string,
  name: string,
): Promise<{ readonly body: Uint8Array; readonly type: string } | undefined> {
  const type = /\.vtt$/i.test(name) ? 'text/vtt; charset=utf-8' : typeByEnding(name)?.type;
  if (type === undefined || !CONTRIBUTION_ID.test(entry) || !/^[^./\\][^/\\]*$/.test(name))
    return undefined;
  const stored = await desk.media.localFile(entry, name).catch(() => undefined);
  const bytes = stored === undefined ? undefined : await readFile(stored).catch(() => undefined);
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
