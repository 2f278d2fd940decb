import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Day } from '#consent/decision.ts';
import type { MediaKind } from '#media/formats.ts';
import type { MediaProblem } from '#media/media.ts';
import { NOTES } from '#media/problems.ts';
import { parseTranscript } from '#media/transcript.ts';
import { lookIntoMedia, mediaKey, type Verdict } from '#media/verdict.ts';
import { mediaProblemAt, type Problem } from '#records/problem.ts';
import { admit } from '#release/admit.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { mapConcurrently } from '#release/map-concurrently.ts';
import type { State } from '#state/state.ts';

export interface MediaLooked {
  /** What stops the site: a file that is let out, and of which no clean copy can be made. */
  readonly problems: readonly Problem[];
  /** The same of files that are held back, which stop nothing until they are let out. */
  readonly later: readonly Problem[];
  readonly notes: readonly {
    readonly file: string;
    readonly field: string;
    readonly what: string;
  }[];
}

interface Named {
  readonly held: HeldContribution;
  readonly field: string;
  readonly name: string;
  readonly kind: MediaKind;
  readonly isOpen: boolean;
}

/**
 * Looks into every media file of these contributions, let out or not. What was found is kept by the digest of
 * the file, so that the next run only looks at what is new; of the files nothing is kept.
 */
export async function checkMedia(
  contributions: readonly HeldContribution[],
  day: Day,
  state: State,
): Promise<MediaLooked> {
  const known = await readVerdicts(state.verdicts);
  const used = new Map<string, Verdict>();
  await mkdir(state.scratch, { recursive: true });
  const named = contributions.flatMap((held) => mediaOf(held, day));
  // Two at a time is what two cores can do; more only costs memory (docs/traps/sharp.md, "How many at once").
  const looked = await mapConcurrently(2, named, async (each) => {
    const media = each.held.media.get(each.name);
    if (media === undefined) return { ...each, verdict: WELL };
    const key = await mediaKey(each.kind, media.sha256);
    const verdict =
      known.get(key) ??
      used.get(key) ??
      (await lookIntoMedia({ ...state, kind: each.kind, file: media.path, key }));
    // A machine can be too slow on one day and not on the next.
    if (verdict.ok || verdict.problem.rule !== 'media-took-too-long') used.set(key, verdict);
    return { ...each, verdict };
  });
  await writeVerdicts(state.verdicts, used);
  const transcripts = contributions.flatMap((held) => transcriptOf(held, day));
  const refused = [...looked, ...transcripts].flatMap(({ held, field, isOpen, verdict }) =>
    verdict.ok ? [] : [{ isOpen, problem: problemIn(held, field, verdict.problem) }],
  );
  return {
    problems: refused.filter(({ isOpen }) => isOpen).map(({ problem }) => problem),
    later: refused.filter(({ isOpen }) => !isOpen).map(({ problem }) => problem),
    notes: looked.flatMap(({ held, field, verdict }) =>
      verdict.ok
        ? verdict.notes.map((note) => ({ file: held.file, field, what: NOTES[note] }))
        : [],
    ),
  };
}

const WELL: Verdict = { ok: true, notes: [] };

function mediaOf(held: HeldContribution, day: Day): readonly Named[] {
  const { open } = admit(held, day);
  const { photos, voice } = held.fields;
  const recorded = [
    ...photos.map((photo, index) => ({ ...photo, at: `photos[${index}]`, kind: 'photo' as const })),
    ...(voice === undefined ? [] : [{ ...voice, at: 'voice', kind: 'sound' as const }]),
  ];
  return recorded.flatMap(({ id, at, file, safe, kind }) => {
    const copy = open.get(id)?.copy;
    const own = { held, field: at, name: file, kind, isOpen: copy === 'as-approved' };
    if (safe === undefined) return [own];
    return [own, { held, field: `${at}.safe`, name: safe.file, kind, isOpen: copy === 'safe' }];
  });
}

function transcriptOf(held: HeldContribution, day: Day) {
  if (held.transcript === undefined) return [];
  const read = parseTranscript(held.transcript);
  const isOpen = admit(held, day).open.has(`${held.fields.voice?.id ?? ''}-transcript`);
  const verdict: Verdict = read.ok ? WELL : read;
  return [{ held, field: 'voice.transcript', isOpen, verdict }];
}

function problemIn(held: HeldContribution, field: string, problem: MediaProblem): Problem {
  return mediaProblemAt({ file: held.file, field }, problem);
}

async function readVerdicts(file: string): Promise<ReadonlyMap<string, Verdict>> {
  try {
    return new Map(Object.entries(JSON.parse(await readFile(file, 'utf8')) as object));
  } catch {
    // Absent or torn: everything is looked at again.
    return new Map();
  }
}

/** Only of files that are here now: a digest of what was withdrawn is not kept either. */
async function writeVerdicts(file: string, verdicts: ReadonlyMap<string, Verdict>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, JSON.stringify(Object.fromEntries(verdicts)), { mode: 0o600 });
  await rename(aside, file);
}
