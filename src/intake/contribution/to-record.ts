import type { Day, Kind, NamedKind } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import type { ContributionKind } from '#records/kinds.ts';
import { YEARS_OF_A_YES, yearsAfter } from '#records/day.ts';
import type { RecordForm } from '#repository/record-text.ts';
import { type Answers, hasText, kindsGiven } from './answers.ts';

/** What the archive knows and nobody is asked. */
export interface RecordContext {
  /** Of today: a yes is given on the day on which it is sent. */
  readonly day: Day;
  /** Which information sheet was shown. */
  readonly sheet: string;
  /** The language in which the questions were asked. */
  readonly asked: string;
  /** What a piece of this kind is called while nobody gave it a name, in its own language. */
  readonly untitled: (kind: ContributionKind) => string;
  /** Digests of what was seen and approved, by part; none before it was seen. */
  readonly approved?: Readonly<Record<string, string>> | undefined;
}

/**
 * The record and the words of a contribution, from the answers of its maker. Pure. What opens something
 * stands here only because it was answered; the check by a facilitator never does (docs/consent.md §3.4,
 * row 7). Every other person in it is a consent record that was not asked yet, so that nothing of
 * theirs opens (row 15).
 */
export function toRecord(given: Answers, standing: RecordContext): RecordForm {
  const kind = kindGiven(given);
  const standAlone = !hasText(given.words);
  const others = othersIn(given);
  const record = {
    title: hasText(given.title) ? given.title : standing.untitled(kind),
    language: given.language ?? standing.asked,
    kind,
    credit: given.credit,
    content_notes: filled(given.notes.map((topic) => ({ topic }))),
    photos: filled(
      given.pictures.map((picture, at) => pictureOf(picture, { at, others, standAlone })),
    ),
    voice:
      given.sound &&
      present({
        id: 'v1',
        file: given.sound.file,
        people: filled(others.voice),
        stands_alone: standAlone || undefined,
      }),
    review: { outcome: 'pending' },
    hold: false,
    consents: [makersConsent(given, standing), ...others.all.map(notAsked)],
  };
  return { record: present(record), words: hasText(given.words) ? given.words : '' };
}

/** Does somebody else have to be asked before all of it can be shown? As the record says it. */
export function asksOthers(given: Answers): boolean {
  return othersIn(given).all.length > 0;
}

interface Other {
  readonly person: string;
  readonly interest: 'depicted' | 'voice' | 'identifiable-in-words';
}

interface Others {
  readonly all: readonly Other[];
  /** By the place of the picture. */
  readonly pictures: readonly (readonly string[])[];
  readonly voice: readonly string[];
}

/** A person for each thing somebody else may be in: who they are, and whether they are one, is not known. */
function othersIn({ pictures, sound, words, others }: Answers): Others {
  let number = 1;
  const all: Other[] = [];
  const found = (isIn: boolean, interest: Other['interest']): readonly string[] => {
    if (!isIn) return [];
    number += 1;
    const person = `p${number}`;
    all.push({ person, interest });
    return [person];
  };
  const inPictures = pictures.map((each) => found(each.others !== 'nobody', 'depicted'));
  const inVoice = found(sound !== undefined && sound.others !== 'nobody', 'voice');
  found(hasText(words) && others !== 'nobody', 'identifiable-in-words');
  return { all, pictures: inPictures, voice: inVoice };
}

function notAsked({ person, interest }: Other) {
  return { person, interest, state: 'unknown' };
}

/** The id that a picture's part has in the record. */
export function partIdOf(pictures: Answers['pictures'], at: number): string {
  return idAt(pictures[at]?.id, at);
}

const idAt = (id: string | undefined, at: number): string => id ?? `f${at + 1}`;

function pictureOf(
  { id, file, drawing, alt }: Answers['pictures'][number],
  { at, others, standAlone }: { at: number; others: Others; standAlone: boolean },
) {
  return present({
    id: idAt(id, at),
    file,
    kind: drawing ? 'artwork' : undefined,
    alt: hasText(alt) ? alt : undefined,
    people: filled(others.pictures[at] ?? []),
    stands_alone: standAlone || undefined,
  });
}

/** Whoever sends the form is this person in what they sent. */
export const MAKER = 'p1';

/** Their own yes, as it was ticked: nothing where nothing was. */
export function makersConsent(given: Answers, { day, sheet, asked, approved }: RecordContext) {
  const grants = grantsOf(given);
  return present({
    person: MAKER,
    interest: 'contributor',
    state: 'given',
    given_on: day,
    expires_on: yearsAfter(day, YEARS_OF_A_YES),
    information_sheet: sheet,
    language: asked,
    method: given.method === 'online' ? given.method : (given.explained?.how ?? given.method),
    age_band: given.age,
    capacity: 'presumed',
    grants,
    exhibitions: grants['exhibition'] === undefined ? undefined : 'any',
    approved,
    on_withdrawal: given.onWithdrawal,
  });
}

interface GivenThings {
  readonly words?: string | undefined;
  readonly pictures: readonly { readonly drawing: boolean }[];
  readonly sound?: object | undefined;
}

/** Pictures are asked about as one; a record tells drawings and photographs apart. */
export const KINDS_OF: Readonly<Record<NamedKind, (given: Answers) => readonly Kind[]>> = {
  words: () => ['words'],
  pictures: ({ pictures }) => [
    ...(pictures.some(({ drawing }) => !drawing) ? (['photo'] as const) : []),
    ...(pictures.some(({ drawing }) => drawing) ? (['artwork'] as const) : []),
  ],
  voice: () => ['voice'],
};

/** Each yes as a record holds it: by use, to the kinds of thing that were given. */
export function grantsOf(given: Answers): Readonly<Partial<Record<string, readonly Kind[]>>> {
  const there = kindsGiven(given);
  const yes = USES.flatMap((use) => {
    const kinds = there
      .filter((kind) => given.grants[use]?.includes(kind))
      .flatMap((kind) => KINDS_OF[kind](given));
    return kinds.length === 0 ? [] : [[use, kinds] as const];
  });
  return Object.fromEntries(yes);
}

/** What it is, by what was given; a facilitator may say it more exactly. */
export function kindGiven({ words, pictures, sound }: GivenThings): ContributionKind {
  if (hasText(words)) return 'story';
  if (sound !== undefined) return 'sound';
  if (pictures.length > 0 && pictures.every(({ drawing }) => drawing)) return 'artwork';
  return pictures.length > 0 ? 'photograph' : 'story';
}

/** A list, or nothing where nothing is in it: a record leaves it out then. */
export const filled = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length === 0 ? undefined : list;

/** Without the keys that say nothing. */
export function present(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
