import type { MediaProblem } from './media.ts';
import { type TranscriptFault, transcriptProblem, transcriptTooLarge } from './problems.ts';
import { timedTexts } from './transcript-cues.ts';
import { withoutCueTags } from './transcript-tags.ts';

/** One line of a transcript. Times in seconds; the text exactly as written, less the form's own signs. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type TranscriptResult =
  | { readonly ok: true; readonly cues: readonly Cue[] }
  | { readonly ok: false; readonly problem: MediaProblem };

/**
 * Reads a transcript in WebVTT or SubRip, all of it or nothing: no line of words is dropped, and what
 * cannot be placed is a problem with its line rather than a silent hole in what somebody said. Speaker
 * tags such as `<v Name>`, styling tags and notes are taken off; `I <3 you` is not a tag and stays. Never
 * changes letters (no normalising, no trimming inside). The cues come by their time, as players show them.
 */
export function parseTranscript(transcript: string): TranscriptResult {
  if (transcript.length > MAX_CHARACTERS) return { ok: false, problem: transcriptTooLarge() };
  const text = transcript.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (text.trim() === '') return refuse('empty');
  if (!isWebVtt(text) && !isSubRip(text)) return refuse('no-known-form', 1);
  const read = timedTexts(isWebVtt(text) ? text : text.trimStart());
  if (!read.ok) return refuse(read.why, read.line);
  const cues = read.cues.map(({ start, end, lines }) => ({
    start,
    // Programs round a short word to no time at all; a player would never show it.
    end: Math.max(end, start + 0.001),
    text: withoutCueTags(lines.join('\n')),
  }));
  if (cues.length > MOST_CUES) return { ok: false, problem: transcriptTooLarge() };
  return { ok: true, cues: cues.filter(hasWords).sort((a, b) => a.start - b.start) };
}

const hasWords = ({ text }: Cue): boolean => text.trim() !== '';

function isWebVtt(text: string): boolean {
  return /^WEBVTT(?:[ \t\n]|$)/.test(text);
}

/** The first time line, perhaps with the number of the cue above it. */
function isSubRip(text: string): boolean {
  return /^\s{0,100}(?:\d{1,6}[ \t]*\n)?[ \t]*\d{1,4}:\d{1,2}:\d{1,2}[.,\d]* *-->/.test(text);
}

/**
 * Writes a WebVTT transcript for plain text: one cue a sentence, the time shared out by length.
 * For import, where only the words and the length (in seconds) are known; the times are a guess.
 */
export function plainTextToVtt(text: string, seconds: number): string {
  const sentences = sentencesOf(text);
  const total = Math.max(Math.round(seconds * 1000) || 0, sentences.length);
  const letters = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  let read = 0;
  const cues = sentences.map((sentence, index) => {
    // At least a millisecond each, since WebVTT asks for an end after the start.
    const spare = total - sentences.length;
    const start = index + Math.floor((spare * read) / letters);
    read += sentence.length;
    const end = index + 1 + Math.floor((spare * read) / letters);
    return `${timeOf(start)} --> ${timeOf(end)}\n${escaped(sentence)}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

/** Writes lines as WebVTT and nothing else: no notes, no styles, no speakers’ names in tags. */
export function writeTranscript(cues: readonly Cue[]): string {
  const written = cues.map(({ start, end, text }) => {
    const [from, to] = [start, end].map((seconds) => timeOf(Math.round(seconds * 1000)));
    // An empty line would end the cue, and a player would drop the rest of it; a space does not show.
    const words = escaped(text).replace(/^$/gm, ' ');
    return `${from} --> ${to}\n${words}\n`;
  });
  return ['WEBVTT\n', ...written].join('\n');
}

/** A transcript of an hour is about 60,000 characters, in a thousand cues. */
const MAX_CHARACTERS = 2_000_000;
const MOST_CUES = 50_000;

function refuse(why: TranscriptFault, line?: number): TranscriptResult {
  return { ok: false, problem: transcriptProblem(why, line) };
}

/** The full stop of every script ends a sentence: . । ۔ ። and so on. */
function sentencesOf(text: string): readonly string[] {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n\s*\n/);
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return paragraphs
    .flatMap((paragraph) => Array.from(segmenter.segment(paragraph), ({ segment }) => segment))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function escaped(sentence: string): string {
  return sentence.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function timeOf(milliseconds: number): string {
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  const seconds = milliseconds / 1000;
  const rest = String(milliseconds % 1000).padStart(3, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${rest}`;
}
