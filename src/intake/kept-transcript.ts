import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_SOUND_HOURS } from '#media/recipe.ts';
import { type Cue, parseTranscript, writeTranscript } from '#media/transcript.ts';
import { readTranscriptText } from '#media/transcript-text.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { characterProblem } from '#records/text-rules.ts';
import { isFull } from './clean-file.ts';
import { type Intake, mediaFile, storeClean } from './upload.ts';

/** A line of a transcript as the editor holds it: times in whole milliseconds, the words as typed. */
export interface EditedCue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines of a stored transcript; nothing where there is none that can be read. */
export async function readCues(
  desk: Intake,
  entry: string,
  file: string,
): Promise<readonly EditedCue[] | undefined> {
  if (!/\.(?:vtt|srt)$/i.test(file)) return undefined;
  const found = await mediaFile(desk, entry, file);
  if (found === undefined) return undefined;
  return inFolder(desk, async (folder) => {
    const path = join(folder, 'transcript');
    await writeFile(path, found.body);
    const text = await readTranscriptText(path);
    const read = text.ok ? parseTranscript(text.text) : text;
    return read.ok && 'cues' in read ? read.cues.map(inMilliseconds) : undefined;
  });
}

const inMilliseconds = ({ start, end, text }: Cue): EditedCue => ({
  ...{ start: Math.round(start * 1000), end: Math.round(end * 1000), text },
});

/** What is asked: not believed in anything. */
export interface AskedTranscript {
  readonly entry: unknown;
  readonly cues: unknown;
  /** Whose sign-in will save the record that names it. */
  readonly mark: string;
}

/** The transcript is in the store under a name of ours, or nothing was kept. */
export type KeptTranscript =
  | { readonly kind: 'kept'; readonly file: string }
  | {
      readonly kind: 'not-kept';
      readonly why: 'not-lines' | 'not-a-time' | 'no-words' | 'letters' | 'too-many' | 'no-room';
      /** Which line, from 1. */
      readonly line?: number;
    };

/** The lines of an hour are about a thousand. */
const MOST_LINES = 20_000;
const MOST_TIME = MAX_SOUND_HOURS * 3_600_000;

/**
 * Keeps lines as a transcript of its own, exactly as they were typed; the one before stays until the record
 * that names it is saved. Lines of nothing but spaces at the ends of one are not words of it.
 */
export async function keepTranscript(
  desk: Intake,
  { entry, cues, mark }: AskedTranscript,
): Promise<KeptTranscript> {
  const read = readLines(cues);
  if ('kind' in read) return read;
  if (typeof entry !== 'string' || !CONTRIBUTION_ID.test(entry))
    return { kind: 'not-kept', why: 'not-lines' };
  try {
    return await inFolder(desk, async (folder) => {
      const path = join(folder, 'transcript.vtt');
      const seconds = read.lines.map(({ start, end, text }) => ({
        ...{ start: start / 1000, end: end / 1000, text },
      }));
      await writeFile(path, writeTranscript(seconds));
      const file = await storeClean(desk, entry, { path, stem: 'v', ending: 'vtt' });
      desk.uploads.add(entry, file, mark);
      return { kind: 'kept', file };
    });
  } catch (error) {
    if (isFull(error)) return { kind: 'not-kept', why: 'no-room' };
    throw error;
  }
}

function readLines(
  cues: unknown,
): { readonly lines: readonly EditedCue[] } | Extract<KeptTranscript, { kind: 'not-kept' }> {
  const no = (why: Extract<KeptTranscript, { kind: 'not-kept' }>['why'], at?: number) =>
    ({ kind: 'not-kept', why, ...(at === undefined ? {} : { line: at + 1 }) }) as const;
  if (!Array.isArray(cues) || cues.length === 0) return no('not-lines');
  if (cues.length > MOST_LINES) return no('too-many');
  const lines: EditedCue[] = [];
  for (const [at, cue] of (cues as readonly unknown[]).entries()) {
    const { start, end, text } = (cue ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof text !== 'string' || typeof start !== 'number' || typeof end !== 'number')
      return no('not-lines', at);
    const isTime = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start;
    if (!isTime || end > MOST_TIME) return no('not-a-time', at);
    if (text.trim() === '') return no('no-words', at);
    if (characterProblem(text, { file: 'transcript' }) !== undefined) return no('letters', at);
    lines.push({ start, end, text });
  }
  return { lines };
}

async function inFolder<T>(
  { repository }: Intake,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = join(repository.scratch, `transcript-${randomUUID()}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
