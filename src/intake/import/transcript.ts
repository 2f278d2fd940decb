import { cleanSound } from '#media/clean-sound.ts';
import { parseTranscript, plainTextToVtt } from '#media/transcript.ts';
import { mediaProblemAt, type Problem } from '#records/problem.ts';

/** What is said in a clip. */
export interface Spoken {
  /** The words alone, without times. */
  readonly words: string;
  /** WebVTT for a recording at `file`. */
  readonly vtt: (file: string, cacheFolder: string) => Promise<string>;
  readonly problems: readonly Problem[];
}

/**
 * A transcript as a manifest gives it. One that is WebVTT already was timed by somebody and is kept
 * to the letter; plain words are spread over the length of the clip. `label` names the entry.
 */
export async function spokenOf(
  transcript: string | null | undefined,
  label: string,
): Promise<Spoken | undefined> {
  const text = transcript?.trim() ?? '';
  if (text === '') return undefined;
  if (!/^WEBVTT(?:\s|$)/.test(text)) {
    return {
      words: text,
      vtt: (file, cacheFolder) => timed(text, file, cacheFolder),
      problems: [],
    };
  }
  const written = /^\uFEFF?WEBVTT/.test(transcript ?? '') ? (transcript ?? '') : text;
  const read = parseTranscript(written);
  return {
    words: read.ok ? read.cues.map((cue) => cue.text).join(' ') : '',
    vtt: async () => written,
    problems: read.ok ? [] : [mediaProblemAt({ file: label, field: 'transcript' }, read.problem)],
  };
}

/** The length of a clip is only told by its decoded sound. */
async function timed(words: string, file: string, cacheFolder: string): Promise<string> {
  const clean = await cleanSound({ file, cacheFolder });
  return plainTextToVtt(words, clean.ok ? clean.value.seconds : 1);
}
