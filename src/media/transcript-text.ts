import { readFile, stat } from 'node:fs/promises';
import type { MediaProblem } from './media.ts';
import { transcriptProblem, transcriptTooLarge } from './problems.ts';
import { MAX_TRANSCRIPT_MEGABYTES } from './recipe.ts';

export type TranscriptText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: MediaProblem };

/**
 * The text of a transcript file: UTF-8, or UTF-16 that says so by its first two bytes, as Windows
 * programs write it. Any other coding is refused: which letters were meant could only be guessed.
 */
export async function readTranscriptText(file: string): Promise<TranscriptText> {
  try {
    const { size } = await stat(file);
    if (size > MAX_TRANSCRIPT_MEGABYTES * 1e6) return { ok: false, problem: transcriptTooLarge() };
    return textOf(await readFile(file));
  } catch {
    return { ok: false, problem: transcriptProblem('not-opened') };
  }
}

function textOf(bytes: Uint8Array): TranscriptText {
  const [b0, b1] = bytes;
  const coding =
    b0 === 0xff && b1 === 0xfe ? 'utf-16le' : b0 === 0xfe && b1 === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return { ok: true, text: new TextDecoder(coding, { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, problem: transcriptProblem('letters') };
  }
}
