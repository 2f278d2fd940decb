import type { Day } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import type { MediaStore } from '#media/store.ts';
import { parseTranscript } from '#media/transcript.ts';
import { mediaProblemAt, type Problem } from '#records/problem.ts';
import type { Archive, HeldContribution } from '#repository/archive.ts';
import { readContent } from '#repository/read-content.ts';
import { type Admission, admitForUse } from './admit.ts';
import { holdHidden } from './hold-hidden.ts';
import { originalsOf } from './originals.ts';
import type { Released } from './released.ts';
import type { FromWhom, PartForUse, PieceForUse } from './released-for-use.ts';
import { photoTexts } from './safe-copy.ts';
import { toReleasedStory } from './to-released-story.ts';
import { type WithheldText, withheldTexts } from './withheld-texts.ts';

export interface ReleaseForUseInput {
  readonly content: string;
  readonly store: MediaStore;
  readonly use: Use;
  readonly day: Day;
  /** Ids that are hidden at this moment, whatever their record says (docs/consent.md §3.4, row 2). */
  readonly hidden: ReadonlySet<string>;
  /** Finds what was withdrawn before and has come back (docs/consent.md, T32). */
  readonly findReturned: (archive: Archive) => Promise<readonly Problem[]>;
}

export interface ReleasedForUse {
  readonly from: FromWhom;
  readonly pieces: readonly Released<PieceForUse>[];
  /** How many pieces nothing is let out of. */
  readonly keptBack: number;
  /** What must not be found in the copy, and the sha256 of every contributed file. */
  readonly withheld: readonly WithheldText[];
  readonly originals: ReadonlyMap<string, string>;
}

export type ReleaseForUseResult =
  | { readonly ok: true; readonly value: ReleasedForUse }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The same door for another use than the site: reads all of `content/`, asks `decide` for that one use
 * about every part, and lets out the words of those that are open. Nothing is written. On any problem
 * nothing is let out.
 */
export async function releaseForUse(input: ReleaseForUseInput): Promise<ReleaseForUseResult> {
  const { content: root, store, use, day, hidden } = input;
  const { archive: read, problems } = await readContent({ root, store });
  if (read === undefined) return { ok: false, problems };
  const archive = { ...read, contributions: read.contributions.map(holdHidden(hidden)) };
  const admissions = archive.contributions.map((held) => admitForUse(held, { use, day }));
  const made = admissions.map(pieceForUse);
  const found = [
    ...made.flatMap((piece) => piece.problems),
    ...(await input.findReturned(archive)),
  ];
  if (found.length > 0) return { ok: false, problems: found };
  const pieces = made.flatMap(({ piece }) => (piece === undefined ? [] : [piece]));
  const { name, contacts } = archive.settings;
  return {
    ok: true,
    value: {
      from: { name, contacts },
      pieces,
      keptBack: admissions.length - pieces.length,
      withheld: [...admissions.flatMap(withheldTexts), ...otherIds(admissions)],
      originals: originalsOf(archive.contributions),
    },
  };
}

/** Of a piece that is not in the copy not even the id may be: a tombstone on the site is none here. */
function otherIds(admissions: readonly Admission[]): readonly WithheldText[] {
  return admissions
    .filter(({ held, open }) => open.size === 0 && /\d/.test(held.id))
    .map(({ held: { id } }) => ({ label: `${id} id`, text: id }));
}

interface Made {
  readonly piece?: Released<PieceForUse> | undefined;
  readonly problems: readonly Problem[];
}

/** The open parts of one contribution as words; nothing where none of them holds any. */
function pieceForUse(admission: Admission): Made {
  const { held, open } = admission;
  if (open.size === 0) return { problems: [] };
  const spoken = transcriptIn(admission);
  if (!spoken.ok) return { problems: [spoken.problem] };
  // What of the title, the credit, the themes and the notes falls with the words is answered there.
  const story = toReleasedStory(admission, { photos: new Map(), sounds: new Map() }, []);
  const { id, kind, told, series, themes, places, contentNotes, licence, example } = story;
  const parts = [
    ...(admission.withWords ? [wordsOfPiece(held, story)] : []),
    ...picturesIn(admission),
    ...spoken.parts,
    ...otherWordsIn(held, story),
  ];
  if (parts.length === 0) return { problems: [] };
  const piece: PieceForUse = {
    ...{ id, kind, told, series, themes, places, contentNotes, example, parts },
    // As machines are told it: only where an open licence was granted for all of it (docs/consent.md §2.7).
    licence: story.openLicence ? licence : undefined,
  };
  return { piece: piece as Released<PieceForUse>, problems: [] };
}

type Told = ReturnType<typeof toReleasedStory>;

function wordsOfPiece({ body }: HeldContribution, story: Told): PartForUse {
  const { language, title, summary, credit } = story;
  const kind = { part: 'words', kind: 'words', form: 'words' } as const;
  // The empty lines around them are the file's.
  const words = body.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
  return { ...kind, language, title, summary, words, credit };
}

function picturesIn({ held, open }: Admission): readonly PartForUse[] {
  return held.fields.photos.flatMap((photo): readonly PartForUse[] => {
    const part = open.get(photo.id);
    if (part === undefined) return [];
    const { alt, caption } = photoTexts(photo, part.copy);
    if (!alt?.trim() && !caption?.trim()) return [];
    const { id, kind } = photo;
    const { language } = held.fields;
    return [{ part: id, kind, form: 'image', language, description: alt, caption }];
  });
}

function otherWordsIn(held: HeldContribution, story: Told): readonly PartForUse[] {
  const typed = new Map(
    [...held.fields.translations, ...held.fields.more].map(({ id, words }) => [id, words]),
  );
  return [
    ...story.translations.map(({ part, language, title, summary, credit }): PartForUse => ({
      ...{ part, kind: 'words', form: 'translation', language, title, summary },
      ...{ words: typed.get(part), credit },
    })),
    ...story.more.map(({ part, form, language }): PartForUse => ({
      ...{ part, kind: 'words', form, language, words: typed.get(part) },
    })),
  ];
}

type Spoken =
  | { readonly ok: true; readonly parts: readonly PartForUse[] }
  | { readonly ok: false; readonly problem: Problem };

/** The spoken lines of the transcript that belongs to the copy of the voice that is open. */
function transcriptIn({ held, open }: Admission): Spoken {
  const { voice, language } = held.fields;
  const part = `${voice?.id ?? ''}-transcript`;
  const copy = open.get(part)?.copy;
  const text = copy === 'safe' ? held.safeTranscript : held.transcript;
  if (copy === undefined || text === undefined) return { ok: true, parts: [] };
  const parsed = parseTranscript(text);
  if (!parsed.ok) {
    const field = `voice${copy === 'safe' ? '.safe' : ''}.transcript`;
    return { ok: false, problem: mediaProblemAt({ file: held.file, field }, parsed.problem) };
  }
  const words = parsed.cues.map((cue) => cue.text).join('\n');
  return { ok: true, parts: [{ part, kind: 'words', form: 'transcript', language, words }] };
}
