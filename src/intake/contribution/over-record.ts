import type { ContributionFields } from '#records/contribution.ts';
import type { RecordForm } from '#repository/record-text.ts';
import { type Answers, hasText } from './answers.ts';
import { filled, kindGiven, partIdOf, present } from './to-record.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** What is there now: as it is written, and as it is read. */
export interface RecordBefore extends RecordForm {
  readonly fields: ContributionFields;
}

/** Whoever else may be in a piece, by what they are in. */
export type OtherInterest = 'depicted' | 'voice' | 'identifiable-in-words';

/** What a change is written by, beside the answers. */
export interface ChangeRules {
  /** What it is called, and its language, where that was not answered. */
  readonly title: string;
  readonly language: string;
  /** Who is in a part from now on, by who was in it and what its maker answers. */
  readonly peopleIn: (
    part: { readonly file: string; readonly interest: OtherInterest; readonly people: People },
    others: Answers['others'],
  ) => People;
}
type People = readonly string[];

/**
 * A record with the answers of its maker written over it, and all else as it stands: what facilitators said
 * of it, of a picture and beside a topic. Whether it is held, was checked and who said yes is not looked at
 * here. Pure.
 */
export function overRecord(before: RecordBefore, given: Answers, rules: ChangeRules): RecordForm {
  const { record, fields } = before;
  const was = { ...given, words: before.words, pictures: picturesIn(fields), sound: fields.voice };
  // What a facilitator said more exactly than what was given tells.
  const kind = fields.kind === kindGiven(was) ? kindGiven(given) : fields.kind;
  const next = {
    ...{ ...record, kind, credit: given.credit },
    title: hasText(given.title) ? given.title : rules.title,
    language: given.language ?? rules.language,
    content_notes: filled(notesOf(record, given)),
    photos: filled(photosOf(before, given, rules)),
    voice: voiceOf(before, given, rules),
  };
  return { record: present(next), words: hasText(given.words) ? (given.words ?? '') : '' };
}

const picturesIn = ({ photos }: ContributionFields): readonly { readonly drawing: boolean }[] =>
  photos.map(({ kind }) => ({ drawing: kind === 'artwork' }));

/** A picture that was there keeps all that is not asked. */
function photosOf(before: RecordBefore, given: Answers, rules: ChangeRules): readonly Fields[] {
  const known = listIn(before.record, 'photos');
  return given.pictures.map(({ file, drawing, alt, others }, at) => {
    const old = known.find((each) => each['file'] === file);
    const people = peopleOf(old);
    return present({
      ...{ ...old, id: partIdOf(given.pictures, at), file },
      ...{ kind: drawing ? 'artwork' : undefined, alt: hasText(alt) ? alt : undefined },
      people: filled(rules.peopleIn({ file, interest: 'depicted', people }, others)),
      stands_alone: standsAlone(before, given, old),
    });
  });
}

/** Another recording is another part: what was made of the one before, and who was heard in it, goes with it. */
function voiceOf(before: RecordBefore, given: Answers, rules: ChangeRules): Fields | undefined {
  const { sound } = given;
  if (sound === undefined) return undefined;
  const known = before.record['voice'] as Fields | undefined;
  const old = known?.['file'] === sound.file ? known : undefined;
  const part = { file: sound.file, interest: 'voice', people: peopleOf(old) } as const;
  return present({
    ...{ ...old, id: known?.['id'] ?? 'v1', file: sound.file },
    people: filled(rules.peopleIn(part, sound.others)),
    stands_alone: standsAlone(before, given, old),
  });
}

/** Where there are no words a part is shown by itself; words that came or went decide it anew. */
function standsAlone({ words }: RecordBefore, given: Answers, old: Fields | undefined): unknown {
  const isNow = hasText(given.words);
  if (old !== undefined && isNow === hasText(words)) return old['stands_alone'];
  return isNow ? undefined : true;
}

/** What was written beside a topic stays with it. */
function notesOf(record: Fields, { notes }: Answers): readonly Fields[] {
  const known = listIn(record, 'content_notes');
  return notes.map((topic) => known.find((each) => each['topic'] === topic) ?? { topic });
}

const peopleOf = (part: Fields | undefined): People => (part?.['people'] ?? []) as People;

/** A list of a record as it is written; an empty one where none is. */
export function listIn(record: Fields, key: string): readonly Fields[] {
  return Array.isArray(record[key]) ? (record[key] as Fields[]) : [];
}
