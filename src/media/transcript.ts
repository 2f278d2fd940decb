import { ParseErrorCode, parseText } from 'media-captions';
import type { MediaProblem } from './media.ts';
import { transcriptProblem } from './problems.ts';

/** One line of a transcript. Times in seconds; the text exactly as written, less WebVTT's own signs. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type TranscriptResult =
  | { readonly ok: true; readonly cues: readonly Cue[] }
  | { readonly ok: false; readonly problem: MediaProblem };

/**
 * Reads a WebVTT transcript, all of it or nothing: the parser skips a cue it cannot read, so the
 * cues are counted against the time lines, and one lost is a problem rather than a silent hole in
 * what somebody said. Speaker tags such as `<v Name>`, styling tags and notes are taken off;
 * `I <3 you` is not a tag and stays. Never changes letters (no normalising, no trimming inside).
 */
export async function parseTranscript(vtt: string): Promise<TranscriptResult> {
  const text = vtt.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (text.length > MAX_CHARACTERS) return refuse('it is longer than we take');
  if (!/^WEBVTT(?:[ \t][^\n]*)?(?:\n|$)/.test(text)) return refuse('it is not WebVTT', 1);
  const { cues, errors } = await parseText(text, { type: 'vtt', errors: true });
  const error = errors.find(({ code }) => LOSES_A_CUE.includes(code));
  if (error !== undefined) return refuse('a time is not written as WebVTT asks', error.line);
  if (cues.length !== timeLines(text)) {
    return refuse('a time line is out of place, or ends before it starts');
  }
  return { ok: true, cues: cues.map(plainCue) };
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
    return `${from} --> ${to}\n${escaped(text)}\n`;
  });
  return ['WEBVTT\n', ...written].join('\n');
}

/** A transcript of an hour is about 60,000 characters. */
const MAX_CHARACTERS = 2_000_000;

const LOSES_A_CUE: readonly number[] = [
  ParseErrorCode.BadSignature,
  ParseErrorCode.BadTimestamp,
  ParseErrorCode.BadFormat,
];

function refuse(what: string, line?: number): TranscriptResult {
  return { ok: false, problem: transcriptProblem(what, line) };
}

function timeLines(text: string): number {
  return text.split('\n').filter((line) => line.includes('-->')).length;
}

/** The parser's, as far as we use it. */
interface ParsedCue {
  readonly startTime: number;
  readonly endTime: number;
  readonly text: string;
}

function plainCue({ startTime, endTime, text }: ParsedCue): Cue {
  const plain = text.replace(TAG, '').replace(/&(\w+);/g, (all, name) => SIGNS[name] ?? all);
  return { start: startTime, end: endTime, text: plain };
}

/** The tags of WebVTT (W3C, WebVTT §3.3) and its time stamps inside a cue; nothing else in `<…>`. */
const TAG = /<\/?(?:[cibu]|v|lang|ruby|rt)(?:[.\s][^>]*)?>|<(?:\d+:)?\d\d:\d\d\.\d{3}>/g;

const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
};

/** The full stop of every script ends a sentence: . । ۔ ። and so on. */
function sentencesOf(text: string): readonly string[] {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n\s*\n/);
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return paragraphs
    .flatMap((paragraph) => Array.from(segmenter.segment(paragraph), ({ segment }) => segment))
    .map((sentence) => sentence.replace(/^\s+|\s+$/g, ''))
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
