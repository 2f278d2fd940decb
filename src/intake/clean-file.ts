import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cleanMasterPhoto, cleanMasterSound } from '#media/clean-master.ts';
import { FORMATS_OUT, MASTER_FORMAT } from '#media/formats.ts';
import type { MediaNote, MediaProblem } from '#media/media.ts';
import { MAX_MEGABYTES, MAX_TRANSCRIPT_MEGABYTES } from '#media/recipe.ts';
import { parseTranscript, writeTranscript } from '#media/transcript.ts';
import { readTranscriptText } from '#media/transcript-text.ts';
import type { Problem } from '#records/problem.ts';
import { characterProblem } from '#records/text-rules.ts';
import type { Repository } from '#repository/repository.ts';

export const UPLOAD_KINDS = ['photo', 'sound', 'transcript'] as const;
type Kind = (typeof UPLOAD_KINDS)[number];

/** What comes, as its sender says: not believed in anything. */
interface Coming {
  readonly kind: Kind;
  /** In bytes; nothing where they do not say. */
  readonly size?: number | undefined;
  readonly body: ReadableStream<Uint8Array> | null;
}

/** Where it is worked on, to one side. */
interface Workplace {
  readonly repository: Pick<Repository, 'scratch'>;
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
 * Looks at a photograph and keeps nothing of it: cleaned as one that is taken in, shown to `look`, and gone when
 * this returns, whatever it returns.
 */
export function lookAtPhoto<T>(
  desk: Workplace,
  body: ReadableStream<Uint8Array>,
  look: (file: string) => Promise<T>,
): Promise<T | NotTaken> {
  return whileClean(desk, { kind: 'photo', body }, ({ path }) => look(path));
}

/** Receives a file to one side, cleans it, and takes both away again when the work is done. */
export async function whileClean<T>(
  { repository }: Workplace,
  sent: Coming,
  use: (clean: CleanFile) => Promise<T>,
): Promise<T | NotTaken> {
  const work = join(repository.scratch, `intake-${randomUUID()}`);
  await mkdir(work, { recursive: true, mode: 0o700 });
  try {
    const file = join(work, 'as-it-came');
    await receive(sent, file);
    return await use(await cleaned(sent.kind, file, work));
  } catch (error) {
    if (error instanceof Stopped) return error.why;
    if (isFull(error)) return { kind: 'not-taken', why: 'no-room' };
    throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function receive({ kind, size, body }: Coming, file: string): Promise<void> {
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

/** A file that was made here from what came. */
export interface CleanFile {
  readonly path: string;
  /** `f` or `v`, and the ending. */
  readonly stem: 'f' | 'v';
  readonly ending: string;
  readonly facts: {
    readonly width?: number;
    readonly height?: number;
    readonly seconds?: number;
    /** What was left out of it. */
    readonly notes: readonly MediaNote[];
  };
}

async function cleaned(kind: Kind, file: string, work: string): Promise<CleanFile> {
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

async function cleanTranscript(file: string, work: string): Promise<CleanFile> {
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

/** Was there no room left on the disk? */
export function isFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
