import type { Interface } from '#i18n/words.ts';
import type { KeptTranscript } from '#intake/kept-transcript.ts';
import { NotDone } from '#server/not-done.ts';

/** The transcript that was kept; a refusal with its line, in the language of whoever asked, where none was. @throws NotDone */
export function transcriptTold(done: KeptTranscript, { words }: Interface) {
  if (done.kind === 'kept') return { file: done.file };
  const { why, line } = done;
  const kind = why === 'no-room' ? 'no-room' : 'not-valid';
  throw new NotDone(kind, words.cues.problem[why], line === undefined ? {} : { line });
}
